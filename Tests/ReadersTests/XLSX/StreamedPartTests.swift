import Spreadsheet
import Testing

@testable import Readers

@Suite("Parts that are inflated piece by piece")
struct StreamedPartTests {
  private func read(_ fixture: WorkbookFixture, wholePartBytes: Int) throws -> [Row] {
    let package = try OPCPackage(
      bytes: fixture.bytes, file: "a.xlsx", limits: Limits(), wholePartBytes: wholePartBytes)
    let workbook = try XLSXWorkbook(
      package: package, workbookPart: "xl/workbook.xml", limits: Limits())
    return try SheetGrid(reading: workbook.sheets[0]).rows
  }

  /// More than a piece holds, and every number another, so that pieces end anywhere.
  private static let rows = (1...20_000).map {
    "<row r=\"\($0)\"><c r=\"B\($0)\"><v>\($0 * 7919)</v></c><c r=\"C\($0)\" t=\"s\"><v>1</v></c></row>"
  }

  private static let strings = ["<si><t>a</t></si>", "<si><t>điểm</t></si>"]

  @Test(
    "they give the rows that parts held in memory give",
    arguments: [
      rows, [rows[9], rows[2]] + rows[20...], rows.dropLast() + [rows[5]],
      rows[..<9000] + ["<!--" + String(repeating: "x", count: 400_000) + "-->"] + rows[9000...],
    ])
  func sameRows(rows: [String]) throws {
    let fixture = WorkbookFixture(rows: rows.joined(), strings: Self.strings)
    let whole = try read(fixture, wholePartBytes: .max)
    #expect(whole.count > 10_000)
    #expect(try read(fixture, wholePartBytes: 0) == whole)
  }

  @Test("a byte order mark is no hindrance, nor is UTF-16")
  func encodings() throws {
    var fixture = WorkbookFixture(rows: Self.rows.joined(), strings: Self.strings)
    let whole = try read(fixture, wholePartBytes: .max)
    let text = fixture.text("xl/worksheets/sheet1.xml")
    fixture.set("xl/worksheets/sheet1.xml", "\u{FEFF}" + text)
    #expect(try read(fixture, wholePartBytes: 0) == whole)
    let units = [0xFEFF] + Array(text.utf16)
    fixture.set(
      "xl/worksheets/sheet1.xml", units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })
    #expect(try read(fixture, wholePartBytes: 0) == whole)
  }

  @Test(
    "damage is found before a row is handed out",
    arguments: [ZipWriter.Options.wrongChecksum, .wrongSize])
  func damage(options: ZipWriter.Options) throws {
    var fixture = WorkbookFixture(rows: Self.rows.joined(), strings: Self.strings)
    fixture.write(options, only: "xl/worksheets/sheet1.xml")
    let package = try OPCPackage(
      bytes: fixture.bytes, file: "a.xlsx", limits: Limits(), wholePartBytes: 0)
    let workbook = try XLSXWorkbook(
      package: package, workbookPart: "xl/workbook.xml", limits: Limits())
    var count = 0
    let error = try #require(throws: ReadingError.self) {
      try workbook.sheets[0].read { _ in count += 1 }
    }
    #expect(error.kind == .unreadable)
    #expect(error.part == "xl/worksheets/sheet1.xml")
    #expect(count == 0)
  }

  @Test("a stream that is cut short or damaged is an error, not an end")
  func brokenStreams() throws {
    var zip = WorkbookFixture(rows: Self.rows.joined())
    zip.write([])
    let archive = try ZipArchive(bytes: zip.bytes)
    let entry = try #require(
      try archive.entries().first { $0.name == "xl/worksheets/sheet1.xml" })
    let compressed = try archive.storedBytes(of: entry)
    func count(_ bytes: [UInt8], size: UInt64) throws -> Int {
      var count = 0
      let stream = PartStream(compressed: bytes, size: size, checksum: entry.checksum)
      try stream.forEachPiece { piece, _ in
        count += piece.count
        return true
      }
      return count
    }
    #expect(try count(compressed, size: entry.size) == Int(entry.size))
    for length in [0, 1, 1000, compressed.count - 1] {
      #expect(throws: PartFault.self) {
        try count(Array(compressed.prefix(length)), size: entry.size)
      }
    }
    for position in stride(from: 0, to: compressed.count, by: compressed.count / 50) {
      var damaged = compressed
      damaged[position] ^= 0x55
      #expect(throws: PartFault.self) { try count(damaged, size: entry.size) }
    }
  }
}
