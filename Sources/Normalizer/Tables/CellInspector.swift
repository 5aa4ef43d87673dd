import Formulas
import Regulation
import Spreadsheet

/// Looks up the cells of a table's rows, through merges and formulas.
final class CellInspector {
  let sheet: KnownSheet
  let location: TableLocation
  /// Whether the workbook's cells are typed, as those of CSV are not.
  let isTyped: Bool
  /// Computes formulas that the file holds no result for.
  let evaluator: FormulaEvaluator
  /// Whether the workbook is a form made by this program, whose formulas say nothing of the unit's.
  let isForm: Bool

  init(
    sheet: KnownSheet, location: TableLocation, isTyped: Bool, evaluator: FormulaEvaluator,
    isForm: Bool
  ) {
    self.sheet = sheet
    self.location = location
    self.isTyped = isTyped
    self.evaluator = evaluator
    self.isForm = isForm
  }

  /// A cell as a row sees it.
  struct Found {
    /// Where the value stands: the first cell of a merge that covers the row's own.
    var reference: CellReference
    /// The cell; nil where it is blank.
    var cell: KnownCell?
    /// The merge over several rows that covers it.
    var merge: CellRange?
  }

  /// How a cell's formula stands.
  enum FormulaState: Hashable {
    /// No formula, or one whose result the file holds.
    case settled
    /// Computed here: the file holds no usable result.
    case computed
    /// Not computed by the program that wrote the file, and not to be computed here.
    case unknown
  }

  /// The cell of a role in a row; nil where the table has no such column.
  func find(_ role: ColumnRole, row: KnownRow) -> Found? {
    guard let column = location.columns[role] else { return nil }
    let reference = CellReference(row: row.number, column: column)
    if let range = sheet.mergedRange(covering: reference), range.first.column == column {
      let isTall = range.first.row < range.last.row
      return Found(
        reference: range.first, cell: sheet[range.first], merge: isTall ? range : nil)
    }
    return Found(reference: reference, cell: row[column: column])
  }

  /// The value of a cell, its formula computed where the file holds no usable result.
  func value(of found: Found) -> (value: CellValue, state: FormulaState) {
    guard let cell = found.cell else { return (.empty, .settled) }
    guard cell.formula != nil, evaluator.needsCalculation(cell.cell) else {
      return (cell.value, .settled)
    }
    guard case .success(let value) = evaluator.evaluate(found.reference, onSheet: sheet.name) else {
      return (.empty, .unknown)
    }
    return (value == .empty ? .number(0) : value, .computed)
  }

  /// The text of a cell in one line; nil where there is none, or only a dash.
  func text(_ role: ColumnRole, row: KnownRow) -> String? {
    guard let found = find(role, row: row) else { return nil }
    let text = value(of: found).value.text
    return text.contains { $0.isLetter || $0.isNumber || "✓✔☑√".contains($0) } ? text : nil
  }

  /// The points that a cell states, for totals: nothing is reported about it.
  func statedPoints(
    _ role: ColumnRole, row: KnownRow, maximum: Quantity?
  ) -> (Points, Found)? {
    guard let found = find(role, row: row), found.merge == nil else { return nil }
    guard
      case .number(let quantity) = ScoreText.read(value(of: found).value, maximum: maximum),
      let points = Points(quantity)
    else { return nil }
    return (points, found)
  }
}
