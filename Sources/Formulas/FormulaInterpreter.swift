import Spreadsheet

/// Evaluates expressions on behalf of one formula.
struct FormulaInterpreter {
  let store: CalculationStore
  /// The position of the formula's own sheet.
  let sheet: Int

  /// What an expression stands for: a value, or cells that a function may look at one by one.
  enum Operand {
    case value(FormulaValue)
    case area(CellArea)
  }

  /// The value of an expression; of a reference, that of its cell.
  ///
  /// - Throws: `error` where the value is an error.
  func scalar(_ expression: FormulaExpression) throws(FormulaInterruption) -> FormulaValue {
    let value =
      switch try operand(expression) {
      case .value(let value): value
      case .area(let area): try cell(of: area)
      }
    if case .error(let token) = value { throw .error(token) }
    return value
  }

  private func cell(of area: CellArea) throws(FormulaInterruption) -> FormulaValue {
    guard area.range.first == area.range.last else {
      throw .unsupported("\(area.range) as one value")
    }
    return try store.value(at: CellAddress(sheet: area.sheet, cell: area.range.first))
  }

  func operand(_ expression: FormulaExpression) throws(FormulaInterruption) -> Operand {
    switch expression {
    case .value(let value): return .value(value)
    case .omitted: return .value(.blank)
    case .reference(let name, let range):
      guard let name else { return .area(CellArea(sheet: sheet, range: range)) }
      guard let other = store.sheet(named: name) else { throw .unsupported("sheet \(name)") }
      return .area(CellArea(sheet: other, range: range))
    case .negated(let inner): return .value(.number(-(try number(inner))))
    case .percent(let inner): return .value(.number(try number(inner) / 100))
    case .chain(let first, let rest):
      var value = try scalar(first)
      for link in rest { value = try apply(link.symbol, value, try scalar(link.operand)) }
      return .value(value)
    case .call(let function, let arguments): return try call(function, arguments)
    }
  }

  // MARK: Coercion

  func number(_ expression: FormulaExpression) throws(FormulaInterruption) -> Double {
    try number(of: try scalar(expression))
  }

  func number(of value: FormulaValue) throws(FormulaInterruption) -> Double {
    switch value {
    case .blank: return 0
    case .number(let number): return number
    case .boolean(let flag): return flag ? 1 : 0
    case .text(let text):
      switch TextNumber(text) {
      case .number(let number): return number
      case .words: throw .error(FormulaValue.valueError)
      case .unclear: throw .unsupported("\"\(text)\" as a number")
      }
    case .calendar: throw .unsupported("date as a number")
    case .error(let token): throw .error(token)
    }
  }

  func boolean(of value: FormulaValue) throws(FormulaInterruption) -> Bool {
    switch value {
    case .blank: return false
    case .boolean(let flag): return flag
    case .number(let number): return number != 0
    case .text(let text):
      switch text.uppercased() {
      case "TRUE": return true
      case "FALSE": return false
      default: throw .error(FormulaValue.valueError)
      }
    case .calendar: throw .unsupported("date as a condition")
    case .error(let token): throw .error(token)
    }
  }

  /// The text that a value becomes when it is joined; a fraction's sign depends on the language.
  func text(of value: FormulaValue) throws(FormulaInterruption) -> String {
    switch value {
    case .blank: return ""
    case .text(let text): return text
    case .boolean(let flag): return flag ? "TRUE" : "FALSE"
    case .number(let number):
      guard let whole = Int64(exactly: SignificantDigits(number).double), abs(number) < 1e15 else {
        throw .unsupported("\(number) as text")
      }
      return String(whole)
    case .calendar: throw .unsupported("date as text")
    case .error(let token): throw .error(token)
    }
  }

  /// A number as a value, or `#NUM!` where it is beyond what a cell holds.
  func finite(_ number: Double) throws(FormulaInterruption) -> FormulaValue {
    guard number.isFinite else { throw .error(FormulaValue.numberError) }
    return .number(number)
  }
}
