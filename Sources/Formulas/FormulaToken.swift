/// A piece of a formula's text (ECMA-376 Part 1, §18.17.2).
enum FormulaToken: Hashable {
  case number(Double)
  case string(String)
  /// An error literal such as `#REF!`.
  case error(String)
  /// A name, a function's name, a sheet's name or one half of a reference, as it is written.
  case word(String)
  /// A sheet's name between apostrophes, without them.
  case quotedSheet(String)
  /// An operator, or one of `( ) , : !`.
  case symbol(Symbol)

  enum Symbol: String {
    case plus = "+"
    case minus = "-"
    case times = "*"
    case divide = "/"
    case power = "^"
    case join = "&"
    case percent = "%"
    case equal = "="
    case unequal = "<>"
    case less = "<"
    case lessOrEqual = "<="
    case greater = ">"
    case greaterOrEqual = ">="
    case open = "("
    case close = ")"
    case comma = ","
    case colon = ":"
    case sheetMark = "!"
  }
}
