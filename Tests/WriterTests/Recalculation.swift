import Formulas
import Spreadsheet

/// A workbook calculated anew by the program's own formula engine, which computes for submissions
/// what their programs left open: nothing of what the report stored beside its formulas is used.
struct Recalculation {
  private let workbook: WorkbookGrid
  private let evaluator: FormulaEvaluator

  /// The sheets of `workbook`, after `edits` were typed into cells of one of them.
  init(_ workbook: WorkbookGrid, sheet name: String = "", edits: [CellReference: CellValue] = [:]) {
    let sheets = workbook.sheets.map { sheet in
      SheetGrid(
        name: sheet.name,
        rows: sheet.rows.map { row in
          Row(
            number: row.number,
            cells: row.cells.map { cell in
              let place = CellReference(row: row.number, column: cell.column)
              if sheet.name == name, let typed = edits[place] {
                return Cell(column: cell.column, value: typed)
              }
              guard let formula = cell.formula else { return cell }
              return Cell(column: cell.column, value: .empty, formula: formula)
            })
        }, layout: sheet.layout)
    }
    self.workbook = WorkbookGrid(sheets: sheets)
    evaluator = FormulaEvaluator(workbook: self.workbook)
  }

  /// The value of a cell; nil where the formula cannot be computed.
  func value(_ cell: CellReference, on sheet: String) -> CellValue? {
    try? evaluator.evaluate(cell, onSheet: sheet).get()
  }
}
