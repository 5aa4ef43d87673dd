import Spreadsheet
import Testing

@Suite struct CellValueTests {
  @Test(
    "Numbers are written in the shortest form that reads back the same",
    arguments: [
      (0.0, "0"), (9.5, "9.5"), (10, "10"), (-3, "-3"), (0.1, "0.1"),
      (0.1 + 0.2, "0.30000000000000004"),
      (98.25, "98.25"), (1_048_576, "1048576"), (999_999_999_999_999, "999999999999999"),
      (1e-7, "1e-07"), (1.0 / 3, "0.3333333333333333"), (-0.5, "-0.5"),
    ] as [(Double, String)])
  func writesNumbers(number: Double, text: String) {
    #expect(CellValue.number(number).text == text)
  }

  @Test(
    "Any number that is written reads back as the same double",
    arguments: [
      1e15, 1e16, 1e22, 1e300, -1e-300, .leastNonzeroMagnitude, .greatestFiniteMagnitude,
      123_456_789.125,
    ] as [Double])
  func readsBack(number: Double) {
    #expect(Double(CellValue.shortest(number))?.bitPattern == number.bitPattern)
  }

  @Test("Values other than numbers are written as they show")
  func writesOthers() {
    let day = CivilDateTime(year: 2019, month: 3, day: 18)
    let noon = CivilDateTime(
      year: 2019, month: 3, day: 18, time: CivilTime(hour: 12, minute: 0))
    #expect(CellValue.empty.text == "")
    #expect(CellValue.text(" a ").text == " a ")
    #expect(CellValue.boolean(true).text == "TRUE")
    #expect(CellValue.boolean(false).text == "FALSE")
    #expect(CellValue.error("#N/A").text == "#N/A")
    #expect(CellValue.date(day).text == "2019-03-18")
    #expect(CellValue.date(noon).text == "2019-03-18T12:00:00")
    #expect(CellValue.time(CivilTime(hour: 7, minute: 30)).text == "07:30:00")
  }
}

@Suite struct SheetGridTests {
  private let grid = SheetGrid(
    name: "Chấm điểm",
    rows: [
      Row(
        number: 2, cells: [Cell(column: 2, value: .text("a")), Cell(column: 5, value: .number(1))]),
      Row(number: 7, cells: [Cell(column: 1, value: .boolean(true))]),
      Row(number: 8, cells: []),
    ],
    layout: SheetLayout(
      mergedRanges: [CellRange("B2:D3"), CellRange("E5:E6")].compactMap { $0 },
      hiddenColumns: [3...4, 9...9]))

  @Test(
    "Cells are found by their reference, blank ones are nil",
    arguments: [
      ("B2", "a"), ("E2", "1"), ("A7", "TRUE"), ("A2", nil), ("C2", nil), ("F2", nil), ("A1", nil),
      ("A3", nil), ("B7", nil), ("A8", nil), ("A99", nil),
    ] as [(String, String?)])
  func findsCells(reference: String, text: String?) throws {
    let reference = try #require(CellReference(reference))
    #expect(grid[reference]?.value.text == text)
  }

  @Test("Rows are found by their number, not by their place")
  func findsRows() {
    #expect(grid.row(7)?.cells.count == 1)
    #expect([0, 1, 3, 6, 9].allSatisfy { grid.row($0) == nil })
  }

  @Test(
    "Merged cells are known by the range that covers them",
    arguments: [("B2", "B2:D3"), ("D3", "B2:D3"), ("E6", "E5:E6"), ("E4", nil), ("A1", nil)]
      as [(String, String?)])
  func findsMerges(reference: String, range: String?) throws {
    let reference = try #require(CellReference(reference))
    #expect(grid.mergedRange(covering: reference)?.description == range)
  }

  @Test("Hidden columns are those of the ranges, ends included")
  func knowsHiddenColumns() {
    #expect((1...10).filter { grid.layout.isHidden(column: $0) } == [3, 4, 9])
  }

  @Test("Reading a workbook keeps what its source says")
  func readsWorkbook() throws {
    let book = try WorkbookGrid(reading: Source(grid: grid))
    #expect(book.sheets.map(\.rows) == [grid.rows])
    #expect(book.sheets.map(\.layout) == [grid.layout])
    #expect(book.sheets.map(\.name) == ["Chấm điểm"])
    #expect(book.sheets.map(\.visibility) == [.veryHidden])
    #expect(book.recalculatesOnLoad)
    #expect(!book.isTyped)
    #expect(book.notes == [.macros])
  }

  private struct Source: WorkbookSource, SheetSource {
    let grid: SheetGrid
    var sheets: [any SheetSource] { [self] }
    let recalculatesOnLoad = true
    let isTyped = false
    let notes = [ReadingNote.macros]
    var name: String { grid.name }
    let visibility = SheetVisibility.veryHidden

    func read(_ body: (Row) throws -> Void) throws -> SheetLayout {
      try grid.rows.forEach(body)
      return grid.layout
    }
  }
}
