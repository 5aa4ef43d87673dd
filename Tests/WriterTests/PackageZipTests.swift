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

  static func edit(_ text: String, pieces: Int) -> String {
    var edit = FirstPageEdit()
    var output: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      Array(rest.prefix(pieces)).withUnsafeBytes { edit.take($0, into: &output) }
      rest = rest.dropFirst(pieces)
    }
    edit.finish(into: &output)
    return String(decoding: output, as: UTF8.self)
  }

  @Test("A sheet's first page loses its number, whatever pieces the XML comes in")
  func firstPage() {
    for pieces in 1...sheetLength {
      #expect(Self.edit(Self.sheet, pieces: pieces) == Self.edited)
    }
  }

  private var sheetLength: Int { Self.sheet.utf8.count }

  @Test("A sheet without header and footer stays as it is")
  func noHeader() {
    for text in ["<worksheet/>", "<worksheet><headerFooter>", ""] {
      #expect(Self.edit(text, pieces: 3) == text)
    }
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
      let zip = try #require(PackageZip(path: path, editedParts: []))
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
    #expect(PackageZip(path: "/khong/co/a.zip", editedParts: []) == nil)
  }
}
