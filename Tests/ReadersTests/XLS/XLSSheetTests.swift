import Readers
import Spreadsheet
import Testing

@Suite("Sheets of XLS files")
struct XLSSheetTests {
  @Test("worksheets are handed out in order, hidden ones marked, others left out")
  func kindsOfSheets() throws {
    var fixture = XLSFixture()
    fixture.sheets = [
      .init(name: "Chấm điểm", records: BIFF.numberCell(1, 1, 1)),
      .init(name: "Biểu đồ", records: [], kind: 2, content: BIFF.chart),
      .init(name: "Ẩn", records: BIFF.numberCell(1, 1, 2), visibility: 1),
      .init(name: "Rất ẩn", records: BIFF.numberCell(1, 1, 3), visibility: 2),
      // A dialog sheet passes for a worksheet in the list.
      .init(name: "Hộp thoại", records: BIFF.record(0x0081, [0x10, 0])),
      .init(name: "Cuối", records: BIFF.record(0x0081, [0x01, 0]) + BIFF.numberCell(1, 1, 4)),
    ]
    let workbook = try fixture.open()
    #expect(workbook.sheets.map(\.name) == ["Chấm điểm", "Ẩn", "Rất ẩn", "Cuối"])
    #expect(workbook.sheets.map(\.visibility) == [.visible, .hidden, .veryHidden, .visible])
    let values = try workbook.sheets.map {
      try SheetGrid(reading: $0).rows.first?.cells.first?.value
    }
    #expect(values == [.number(1), .number(2), .number(3), .number(4)])
    #expect(workbook.isTyped)
    #expect(workbook.notes.isEmpty)
  }

  @Test("macros are noted", arguments: [1, 6] as [UInt8])
  func macroSheets(kind: UInt8) throws {
    var fixture = XLSFixture(BIFF.numberCell(1, 1, 1))
    fixture.sheets.append(.init(name: "Macro1", records: [], kind: kind, content: 0x0040))
    #expect(try fixture.open().notes == [.macros])
    #expect(try fixture.open().sheets.count == 1)
  }

  @Test("hidden rows and columns and merges are told")
  func layout() throws {
    func row(_ number: Int, _ flags: UInt16) -> [UInt8] {
      BIFF.record(
        0x0208,
        BIFF.number(UInt16(number - 1)) + [UInt8](repeating: 0, count: 10) + BIFF.number(flags)
          + [0, 0])
    }
    func columns(_ first: UInt16, _ last: UInt16, _ flags: UInt16) -> [UInt8] {
      BIFF.record(
        0x007D,
        BIFF.number(first) + BIFF.number(last) + [0, 10, 0, 0] + BIFF.number(flags) + [0, 0])
    }
    let fixture = XLSFixture(
      columns(1, 2, 1), columns(4, 4, 0), columns(255, 256, 1), row(1, 0x0100), row(2, 0x0120),
      row(3, 0x0100), BIFF.numberCell(1, 1, 1), BIFF.numberCell(2, 1, 2), BIFF.numberCell(3, 1, 3),
      BIFF.record(0x00E5, [2, 0, 0, 0, 1, 0, 2, 0, 3, 0, 4, 0, 4, 0, 0, 0, 0, 0]))
    let sheet = try #require(try fixture.sheet())
    #expect(sheet.rows.map(\.isHidden) == [false, true, false])
    #expect(sheet.layout.hiddenColumns == [2...3, 256...256])
    // A merge of one cell is none.
    #expect(sheet.layout.mergedRanges == [CellRange("C1:D2")].compactMap(\.self))
  }

  @Test("a chart within a sheet is passed over, with the numbers that it keeps")
  func embeddedChart() throws {
    let fixture = XLSFixture(
      BIFF.numberCell(1, 1, 1), BIFF.beginning(BIFF.chart), BIFF.numberCell(1, 1, 99),
      BIFF.end, BIFF.numberCell(2, 1, 2))
    #expect(
      try fixture.sheet()?.rows.flatMap(\.cells).map(\.value) == [.number(1), .number(2)])
  }

  @Test("rows and cells are handed out in order, however they are stored")
  func disorder() throws {
    let fixture = XLSFixture(
      BIFF.numberCell(3, 1, 3), BIFF.numberCell(1, 2, 12), BIFF.numberCell(1, 1, 11),
      BIFF.numberCell(3, 2, 32), BIFF.numberCell(1, 2, 13))
    let rows = try #require(try fixture.sheet()).rows
    #expect(rows.map(\.number) == [1, 3])
    #expect(rows.map { $0.cells.map(\.column) } == [[1, 2], [1, 2]])
    // Of a cell that is stored twice, the last counts.
    #expect(try fixture.value("B1") == .number(13))
  }

  @Test("the last cell of a sheet is read")
  func lastCell() throws {
    #expect(try XLSFixture(BIFF.numberCell(65_536, 256, 7)).value("IV65536") == .number(7))
  }

  @Test("a sheet that was saved without calculation is to be calculated when it is opened")
  func uncalculated() throws {
    let calculated = XLSFixture(BIFF.formula(1, 1, result: BIFF.double(0)))
    #expect(try !calculated.open().recalculatesOnLoad)
    let fixture = XLSFixture(
      BIFF.record(0x005E, [0, 0]), BIFF.formula(1, 1, result: BIFF.double(0)))
    #expect(try fixture.open().recalculatesOnLoad)
  }

  @Test("a sheet can be read twice")
  func twice() throws {
    let sheet = try #require(
      try XLSFixture(BIFF.numberCell(1, 1, 1)).open(limits: Limits(cells: 1)).sheets.first)
    #expect(try SheetGrid(reading: sheet).rows.count == 1)
    #expect(try SheetGrid(reading: sheet).rows.count == 1)
  }

  @Test("what the receiver of rows throws ends the reading")
  func receiverThrows() throws {
    struct Enough: Error {}
    let sheet = try #require(
      try XLSFixture(BIFF.numberCell(1, 1, 1), BIFF.numberCell(2, 1, 2)).open().sheets.first)
    var count = 0
    #expect(throws: Enough.self) {
      try sheet.read { _ in
        count += 1
        throw Enough()
      }
    }
    #expect(count == 1)
  }
}
