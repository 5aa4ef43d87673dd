import Foundation
import Readers
import Testing

@testable import Writer

/// The archive that workbooks are packed into.
@Suite struct PackageZipTests {
  static let sheet = """
    <worksheet><sheetData/><headerFooter><oddHeader>&amp;C&amp;P</oddHeader>\
    <oddFooter>&amp;Lx</oddFooter></headerFooter><drawing/></worksheet>
    """
  static let edited = """
    <worksheet><sheetData/><headerFooter differentFirst="1"><oddHeader>&amp;C&amp;P</oddHeader>\
    <oddFooter>&amp;Lx</oddFooter><firstHeader/><firstFooter>&amp;Lx</firstFooter></headerFooter>\
    <drawing/></worksheet>
    """

  /// The part with what an edit makes of it.
  private func edited(_ text: String, _ edit: SheetPartEdit) -> String? {
    edit.apply(Array(text.utf8)).map { String(decoding: $0.before + $0.after, as: UTF8.self) }
  }

  @Test("A sheet's first page loses its number")
  func firstPage() {
    #expect(edited(Self.sheet, SheetPartEdit(leavesFirstPageUnnumbered: true)) == Self.edited)
  }

  @Test("A sheet without header and footer stays as it is")
  func noHeader() {
    for text in ["<worksheet/>", "<worksheet><headerFooter>", ""] {
      #expect(edited(text, SheetPartEdit(leavesFirstPageUnnumbered: true)) == text)
    }
  }

  @Test("Links stand before what says how the sheet prints, wherever that begins")
  func links() {
    let edit = SheetPartEdit(links: Array("<hyperlink/>".utf8))
    for print in ["<printOptions/><pageMargins/>", "<pageMargins/>"] {
      #expect(
        edited("<worksheet><sheetData/>\(print)</worksheet>", edit)
          == "<worksheet><sheetData/><hyperlinks><hyperlink/></hyperlinks>\(print)</worksheet>")
    }
    #expect(edited("<worksheet><sheetData/></worksheet>", edit) == nil)
  }

  @Test(
    "Rows that were packed before take the place of those of the library",
    arguments: ["<sheetData/>", "<sheetData><row r=\"1\"/></sheetData>"])
  func rows(library: String) throws {
    let folder = try TemporaryFolder()
    let row = "<row r=\"7\"><c r=\"A7\"><v>1</v></c></row>"
    let rows = String(repeating: row, count: 20_000)
    let stream = DeflateStream()
    var packed = PackedBytes()
    for (piece, isLast) in [(rows.utf8.prefix(70_000), false), (rows.utf8.dropFirst(70_000), true)]
    {
      let isPacked = packed.append(Array(piece), through: stream, isLast: isLast)
      #expect(isPacked)
    }
    let zip = try #require(
      PackageZip(path: "\(folder.path)/a.zip", edits: ["sheet.xml": SheetPartEdit(rows: packed)]))
    for part in ["sheet.xml", "other.xml"] {
      zip.begin(part)
      let isWritten = Array("<worksheet>\(library)<pageMargins/></worksheet>".utf8)
        .withUnsafeBytes { zip.append($0) }
      try #require(isWritten && zip.end())
    }
    try #require(zip.finish())
    let sheet = try folder.bytes(ofPart: "sheet.xml", of: "a.zip")
    #expect(
      sheet == Array("<worksheet><sheetData>\(rows)</sheetData><pageMargins/></worksheet>".utf8))
    let other = try folder.bytes(ofPart: "other.xml", of: "a.zip")
    #expect(other == Array("<worksheet>\(library)<pageMargins/></worksheet>".utf8))
  }

  @Test("Parts of any size come out as they went in, and the same calls give the same bytes")
  func parts() throws {
    let folder = try TemporaryFolder()
    var generator = SystemRandomNumberGenerator()
    let random = (0..<700_000).map { _ in UInt8.random(in: 0...255, using: &generator) }
    let parts: [(String, [UInt8])] = [
      ("empty.xml", []), ("one.xml", [65]), ("even.xml", Array(repeating: 0x20, count: 3_000_000)),
      ("random.bin", random), ("last.xml", Array("đủ".utf8)),
    ]
    var archives: [Data] = []
    for name in ["a.zip", "b.zip"] {
      let path = "\(folder.path)/\(name)"
      let zip = try #require(PackageZip(path: path, edits: [:]))
      for (part, bytes) in parts {
        zip.begin(part)
        var rest = bytes[...]
        while !rest.isEmpty {
          let isWritten = Array(rest.prefix(16_384)).withUnsafeBytes { zip.append($0) }
          try #require(isWritten)
          rest = rest.dropFirst(16_384)
        }
        try #require(zip.end())
      }
      try #require(zip.finish())
      archives.append(try Data(contentsOf: URL(fileURLWithPath: path)))
    }
    #expect(archives[0] == archives[1])
    for (part, bytes) in parts {
      #expect(try folder.bytes(ofPart: part, of: "a.zip") == bytes)
    }
  }

  @Test("A folder that is not there is no place for an archive")
  func nowhere() {
    #expect(PackageZip(path: "/khong/co/a.zip", edits: [:]) == nil)
  }
}
