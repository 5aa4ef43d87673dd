import Spreadsheet

/// A value that a formula works with.
enum FormulaValue: Hashable {
  /// A cell that holds nothing: 0, "" or FALSE, as its use asks.
  case blank
  case number(Double)
  case text(String)
  case boolean(Bool)
  /// A date or a time. It can be counted and passed on; its serial number is not known here,
  /// since it depends on the workbook's date system.
  case calendar(CellValue)
  case error(String)

  init(_ value: CellValue) {
    switch value {
    case .empty: self = .blank
    case .number(let number): self = .number(number)
    case .text(let text): self = .text(text)
    case .boolean(let flag): self = .boolean(flag)
    case .error(let token): self = .error(token)
    case .date, .time: self = .calendar(value)
    }
  }

  /// Whether it is a number; dates are numbers too.
  var isNumber: Bool {
    switch self {
    case .number, .calendar: true
    case .blank, .text, .boolean, .error: false
    }
  }

  /// Whether it is text.
  var isText: Bool { if case .text = self { true } else { false } }

  /// The value as the result of a formula in a cell: a reference to a blank cell shows 0.
  var cellValue: CellValue {
    switch self {
    case .blank: .number(0)
    case .number(let number): .number(number)
    case .text(let text): .text(text)
    case .boolean(let flag): .boolean(flag)
    case .calendar(let value): value
    case .error(let token): .error(token)
    }
  }

  /// The error values (ECMA-376 Part 1, §18.17.3).
  static let errorTokens = [
    nullError, divisionByZero, valueError, referenceError, nameError, numberError, notAvailable,
    "#GETTING_DATA",
  ]
  static let nullError = "#NULL!"
  static let divisionByZero = "#DIV/0!"
  static let valueError = "#VALUE!"
  static let referenceError = "#REF!"
  static let nameError = "#NAME?"
  static let numberError = "#NUM!"
  static let notAvailable = "#N/A"
}

/// What stops the evaluation of an expression before it has a value.
enum FormulaInterruption: Error {
  /// The value is this error, unless a function such as IFERROR looks for it.
  case error(String)
  /// These cells must be computed first.
  case pending([CellAddress])
  /// The value cannot be computed here.
  case failed(FormulaFailure)

  static func unsupported(_ what: String) -> FormulaInterruption { .failed(.unsupported(what)) }
}

/// A cell of a workbook.
struct CellAddress: Hashable {
  /// The position of the sheet in the workbook.
  var sheet: Int
  var cell: CellReference
}

/// A rectangle of cells on one sheet of a workbook.
struct CellArea: Hashable {
  /// The position of the sheet in the workbook.
  var sheet: Int
  var range: CellRange

  var height: Int { range.last.row - range.first.row + 1 }
  var width: Int { range.last.column - range.first.column + 1 }
}
