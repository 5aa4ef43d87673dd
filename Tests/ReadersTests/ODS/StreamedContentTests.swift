import Spreadsheet
import Testing

@testable import Readers

@Suite("OpenDocument content that is inflated piece by piece")
struct StreamedContentTests {
  private func read(_ bytes: [UInt8], wholePartBytes: Int) throws -> [SheetGrid] {
    let package = try OPCPackage(
      bytes: bytes, file: "a.ods", limits: Limits(), wholePartBytes: wholePartBytes)
    let workbook = try ODSWorkbook(
      package: package, protection: PasswordProtection(passwords: [], limits: Limits()),
      limits: Limits())
    return try WorkbookGrid(reading: workbook).sheets
  }

  /// More than a piece holds, and every number another, so that pieces end anywhere.
  private static func table(_ name: String, rows: Int) -> String {
    let rows = (1...rows).map {
      """
      <table:table-row><table:table-cell office:value-type="float" office:value="\($0 * 7919)"/>\
      </table:table-row>
      """
    }
    return "<table:table table:name=\"\(name)\">\(rows.joined())</table:table>"
  }

  @Test(
    "every table gives the rows that a document held in memory gives",
    arguments: [
      [("Một", 3000), ("Hai", 5000), ("Ba", 10)], [("A & B".replacing("&", with: "&amp;"), 9000)],
      (1...40).map { ("S\($0)", 60 * $0) },
    ])
  func sameRows(tables: [(name: String, rows: Int)]) throws {
    let fixture = ODSFixture(
      body: tables.map { Self.table($0.name, rows: $0.rows) }.joined(separator: "\n"))
    let whole = try read(fixture.bytes, wholePartBytes: .max)
    #expect(whole.map(\.rows.count) == tables.map(\.rows))
    let streamed = try read(fixture.bytes, wholePartBytes: 0)
    #expect(streamed.map(\.name) == whole.map(\.name))
    #expect(streamed.map(\.rows) == whole.map(\.rows))
  }

  @Test("a byte order mark before the document moves nothing")
  func byteOrderMark() throws {
    let fixture = ODSFixture(
      body: Self.table("Một", rows: 3000) + Self.table("Hai", rows: 3000))
    var zip = ZipWriter()
    zip.add("mimetype", Array(ODSFixture.mediaType.utf8), .stored)
    zip.add("content.xml", [0xEF, 0xBB, 0xBF] + Array("\n\(fixture.content())".utf8))
    let sheets = try read(zip.bytes, wholePartBytes: 0)
    #expect(sheets.map(\.rows) == (try read(fixture.bytes, wholePartBytes: .max)).map(\.rows))
  }

  @Test("tables are found where they stand, so that none is parsed for another")
  func sections() throws {
    let fixture = ODSFixture(
      body: (1...30).map { Self.table("S\($0)", rows: 300) }.joined())
    let package = try OPCPackage(
      bytes: fixture.bytes, file: "a.ods", limits: Limits(), wholePartBytes: 0)
    let content = try #require(try package.content(of: "content.xml"))
    let outline = ODSOutline()
    try XMLPushParser.parse(content, with: outline)
    #expect(outline.tables.count == 30)
    #expect(outline.tables.allSatisfy { $0.section != nil })
  }
}
