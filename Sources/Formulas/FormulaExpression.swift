import Spreadsheet

/// A parsed formula.
///
/// Operators of one precedence stand side by side in a `chain`, so that a long sum is no deep tree.
indirect enum FormulaExpression {
  /// A constant of the formula.
  case value(FormulaValue)
  /// An argument that is left out, as the second of `IF(A1,,2)`.
  case omitted
  /// One cell or a rectangle, on the formula's own sheet where none is named.
  case reference(sheet: String?, range: CellRange)
  /// Operands joined by operators of one precedence, taken from left to right.
  case chain(first: FormulaExpression, rest: [Link])
  /// The opposite of an operand.
  case negated(FormulaExpression)
  /// A hundredth of an operand.
  case percent(FormulaExpression)
  /// A function and its arguments, as many as it takes.
  case call(FormulaFunction, [FormulaExpression])

  struct Link {
    var symbol: FormulaToken.Symbol
    var operand: FormulaExpression
  }

  /// The last row of a sheet: letters and digits that point below it are a name.
  static let lastRow = 1_048_576
  /// The last column of a sheet, `XFD`.
  static let lastColumn = 16_384
}
