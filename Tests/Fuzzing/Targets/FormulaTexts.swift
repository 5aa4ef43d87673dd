import Formulas
import Spreadsheet

extension FuzzTarget {
  /// Formulas, one a line, in A1, A2, … of a sheet with values of every kind in B to F.
  ///
  /// What comes out is a value that a cell can hold, or a reason.
  static let formulas = FuzzTarget(name: "formulas") { input in
    let lines = input.split(separator: UInt8(ascii: "\n"), maxSplits: 31)
    let rows = lines.enumerated().map { index, line in
      Row(
        number: index + 1, isHidden: index % 7 == 6,
        cells: [Cell(column: 1, value: .empty, formula: String(decoding: line, as: UTF8.self))]
          + values(ofRow: index + 1))
    }
    let workbook = WorkbookGrid(sheets: [
      SheetGrid(name: "Sheet1", rows: rows), SheetGrid(name: "Điểm 2", rows: rows),
    ])
    let evaluator = FormulaEvaluator(workbook: workbook)
    for row in rows {
      let cell = CellReference(row: row.number, column: 1)
      guard case .success(let value) = evaluator.evaluate(cell, onSheet: "Sheet1") else { continue }
      if case .number(let number) = value {
        try expect(number.isFinite, "\(cell) is \(number)")
      }
      _ = value.text
    }
  }

  private static func values(ofRow row: Int) -> [Cell] {
    let date = CivilDateTime(year: 2019, month: 3, day: row)
    let values: [CellValue] = [
      .number(Double(row) / 4), .text(row.isMultiple(of: 3) ? "9,5" : "điểm"),
      .boolean(row.isMultiple(of: 2)), .date(date), .error("#N/A"),
    ]
    return values.enumerated().map { Cell(column: $0 + 2, value: $1) }
  }
}
