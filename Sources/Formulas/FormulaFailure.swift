public import Spreadsheet

/// Why the result of a formula could not be computed here.
///
/// A formula whose result is an error value (`#DIV/0!`) has not failed: the error is its result.
public enum FormulaFailure: Error, Hashable, Sendable {
  /// The formula uses something that is not computed here, or whose result depends on the
  /// language of the program that opens the file; a few English words or the piece of formula.
  case unsupported(String)
  /// The formula needs its own result, at this cell of the circle.
  case cycle(sheet: String, cell: CellReference)
  /// The formula needs a cell whose formula's text the file gives elsewhere (a shared formula)
  /// and whose result it does not hold.
  case notCalculated(sheet: String, cell: CellReference)
  /// The formulas of the workbook read more cells, over and over, than is worth the time.
  case tooLarge
}
