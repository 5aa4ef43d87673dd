import Spreadsheet

/// A range of a named sheet, as links and formulas write it (ECMA-376 Part 1, §18.17.2.3).
struct CellLink: Hashable {
  var sheet: String
  var range: CellRange

  /// A range of a sheet.
  init(sheet: String, range: CellRange) {
    self.sheet = sheet
    self.range = range
  }

  /// A cell of a sheet.
  init(sheet: String, cell: CellReference) {
    self.init(sheet: sheet, range: CellRange(cell, cell))
  }

  /// Rows of one column of a sheet.
  init(sheet: String, column: Int, rows: ClosedRange<Int>) {
    self.init(
      sheet: sheet,
      range: CellRange(
        CellReference(row: rows.lowerBound, column: column),
        CellReference(row: rows.upperBound, column: column)))
  }

  private var quotedSheet: String { "'\(sheet.replacing("'", with: "''"))'" }

  /// The range with columns and rows that do not move when a formula is copied.
  var absolute: String {
    func fixed(_ cell: CellReference) -> String {
      "$\(CellReference.letters(ofColumn: cell.column))$\(cell.row)"
    }
    return "\(quotedSheet)!\(fixed(range.first)):\(fixed(range.last))"
  }
}

extension CellLink: CustomStringConvertible {
  /// The target of a link: `'Nguồn'!C12`.
  var description: String { "\(quotedSheet)!\(range)" }
}
