import Spreadsheet
import Testing

@Suite("Limits of reading")
struct LimitTests {
  private var fixture: WorkbookFixture {
    WorkbookFixture(
      rows: (1...10).map { "<row r=\"\($0)\"><c r=\"A\($0)\"><v>1</v></c></row>" }.joined())
  }

  @Test(
    "beyond a limit there is an error that names it",
    arguments: [
      (Limits(partBytes: 400), "a part"), (Limits(totalBytes: 2000), "a file"),
      (Limits(cells: 9), "cells"), (Limits(entries: 4), "entries"),
    ])
  func limits(limits: Limits, word: String) throws {
    let error = try #require(throws: ReadingError.self) { try fixture.sheet(limits: limits) }
    #expect(error.kind == .limitExceeded)
    #expect(error.detail.contains(word))
  }

  @Test("at a limit a file is read")
  func atTheLimit() throws {
    #expect(try fixture.sheet(limits: Limits(cells: 10, entries: 5)).rows.count == 10)
  }

  @Test("cells are counted over all sheets of a file")
  func cellsOfAllSheets() throws {
    var fixture = fixture
    fixture.set("xl/worksheets/sheet2.xml", fixture.text("xl/worksheets/sheet1.xml"))
    fixture.set(
      "xl/_rels/workbook.xml.rels",
      WorkbookFixture.relationships([
        ("rId1", "worksheet", "worksheets/sheet1.xml"),
        ("rId2", "worksheet", "worksheets/sheet2.xml"),
      ]))
    fixture.set(
      "xl/workbook.xml",
      fixture.text("xl/workbook.xml").replacing(
        "</sheets>", with: "<sheet name=\"Sheet2\" r:id=\"rId2\"/></sheets>"))
    #expect(try WorkbookGrid(reading: fixture.open(limits: Limits(cells: 20))).sheets.count == 2)
    let error = try #require(throws: ReadingError.self) {
      try WorkbookGrid(reading: fixture.open(limits: Limits(cells: 19)))
    }
    #expect(error.kind == .limitExceeded)
    #expect(error.sheet == "Sheet2")
    #expect(error.cell == "A10")
  }

  @Test("a part that inflates beyond the ratio is not inflated")
  func ratio() throws {
    var fixture = fixture
    fixture.set(
      "xl/worksheets/sheet1.xml", [UInt8](repeating: 0x20, count: Limits.ratioFloor + 1))
    let error = try #require(throws: ReadingError.self) { try fixture.sheet() }
    #expect(error.kind == .limitExceeded)
    #expect(error.detail.contains("inflates"))
  }

  @Test("formatted cells without a value do not count")
  func formattedCells() throws {
    let blank = (1...1000).map { "<row r=\"\($0)\"><c r=\"A\($0)\" s=\"1\"/></row>" }.joined()
    #expect(try WorkbookFixture(rows: blank).sheet(limits: Limits(cells: 1)).rows.isEmpty)
  }
}
