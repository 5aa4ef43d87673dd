import Normalizer
import Spreadsheet
import Testing

@testable import Writer

@Suite struct `The sheets that a unit gets back` {
  private static func grid(_ name: String, rows: ClosedRange<Int> = 1...20) -> SheetGrid {
    SheetGrid(
      name: name,
      rows: rows.map { Row(number: $0, cells: [Cell(column: 1, value: .text("\(name) \($0)"))]) },
      layout: SheetLayout(mergedRanges: [
        CellRange(CellReference(row: 4, column: 1), CellReference(row: 12, column: 1))
      ]))
  }

  private static let workbook = WorkbookGrid(sheets: ["A", "B", "C", "D"].map { grid($0) })

  private func sheets(_ places: [TablePlace], _ findings: [Finding] = []) -> [SubmittedSheet] {
    SubmittedSheet.sheets(
      of: Self.workbook, places: places, unit: "CA", file: "f.xlsx", findings: findings)
  }

  @Test func `are those with its table and those with findings`() {
    let own = TablePlace(unit: "CA", sheet: "B", rows: 3...9)
    #expect(sheets([own]).map(\.grid.name) == ["B"])
    let finding = Finding(.nominationIncomplete, .error, unit: "CA", sheet: "C", cell: "B5")
    let found = sheets([own], [finding])
    #expect(found.map(\.grid.name) == ["B", "C"])
    #expect(found[0].tables == [3...9] && found[0].findings.isEmpty)
    #expect(found[1].findings == [finding] && !found[1].isExcerpt)
  }

  @Test func `are all where no table was found`() {
    #expect(sheets([]).map(\.grid.name) == ["A", "B", "C", "D"])
  }

  @Test func `leave out the sheets of other units, and those that may be anybody's`() {
    let places = [
      TablePlace(unit: "CA", sheet: "A", rows: 3...9),
      TablePlace(unit: "VKS", sheet: "B", rows: 3...9),
      TablePlace(unit: nil, sheet: "C", rows: 3...9),
    ]
    let findings = ["A", "B", "C", "D"].map {
      Finding(.overMaximum, .warning, unit: "CA", sheet: $0, cell: "A5")
    }
    #expect(sheets(places, findings).map(\.grid.name) == ["A"])
  }

  @Test func `show the rows of its own table alone where others stand on the sheet`() throws {
    let places = [
      TablePlace(unit: "VKS", sheet: "A", rows: 2...7),
      TablePlace(unit: "CA", sheet: "A", rows: 10...15),
    ]
    let findings = ["A3", "A11"].map {
      Finding(.overMaximum, .warning, unit: "CA", sheet: "A", cell: $0)
    }
    let sheet = try #require(sheets(places, findings).first)
    #expect(sheet.isExcerpt && sheet.grid.rows.map(\.number) == Array(10...15))
    #expect(sheet.findings.map(\.cell) == ["A11"])
    #expect(sheet.grid.layout.mergedRanges.isEmpty, "a merge that begins in another's table")
  }

  static let names: [(given: [String], made: [String])] = [
    (["Chấm điểm", "CHẤM ĐIỂM"], ["Chấm điểm", "CHẤM ĐIỂM (2)"]),
    (["Kết quả"], ["Kết quả (2)"]), (["a/b:c?", "''", " "], ["a-b-c-", "Sheet", "Sheet (2)"]),
    (["History"], ["History (2)"]),
    (
      [String(repeating: "x", count: 40), String(repeating: "x", count: 35)],
      [String(repeating: "x", count: 31), String(repeating: "x", count: 27) + " (2)"]
    ),
  ]

  @Test(arguments: names)
  func `have names that a tab can have, no two the same`(given: [String], made: [String]) {
    #expect(SheetName.unique(given, besides: ["Kết quả"]) == made)
  }
}
