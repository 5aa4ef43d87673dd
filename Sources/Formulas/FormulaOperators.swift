import Foundation
import Spreadsheet

extension FormulaInterpreter {
  func apply(
    _ symbol: FormulaToken.Symbol, _ left: FormulaValue, _ right: FormulaValue
  ) throws(FormulaInterruption) -> FormulaValue {
    switch symbol {
    case .join: return .text(try text(of: left) + text(of: right))
    case .equal: return .boolean(try order(left, right, isEquality: true) == .same)
    case .unequal: return .boolean(try order(left, right, isEquality: true) != .same)
    case .less: return .boolean(try order(left, right) == .before)
    case .lessOrEqual: return .boolean(try order(left, right) != .after)
    case .greater: return .boolean(try order(left, right) == .after)
    case .greaterOrEqual: return .boolean(try order(left, right) != .before)
    default: break
    }
    let a = try number(of: left)
    let b = try number(of: right)
    switch symbol {
    case .plus: return try finite(SignificantDigits.sum(a, b))
    case .minus: return try finite(SignificantDigits.sum(a, -b))
    case .times: return try finite(a * b)
    case .divide:
      guard b != 0 else { throw .error(FormulaValue.divisionByZero) }
      return try finite(a / b)
    case .power: return try power(a, b)
    default: throw .unsupported(symbol.rawValue)
    }
  }

  func power(_ base: Double, _ exponent: Double) throws(FormulaInterruption) -> FormulaValue {
    if base == 0, exponent == 0 { throw .error(FormulaValue.numberError) }
    if base == 0, exponent < 0 { throw .error(FormulaValue.divisionByZero) }
    return try finite(pow(base, exponent))
  }

  /// How one value stands to another.
  enum Order {
    case before, same, after

    init<Value: Comparable>(_ one: Value, _ other: Value) {
      self = one < other ? .before : one > other ? .after : .same
    }
  }

  /// Numbers come before text, text before FALSE and TRUE; a blank cell is the 0, the empty text or
  /// the FALSE of what it is compared with; the case of letters does not count.
  ///
  /// Which of two texts comes first depends on the language: only the empty text is before all.
  func order(
    _ left: FormulaValue, _ right: FormulaValue, isEquality: Bool = false
  ) throws(FormulaInterruption) -> Order {
    switch (left, right) {
    case (.error(let token), _), (_, .error(let token)): throw .error(token)
    case (.calendar(let one), .calendar(let other)) where one == other: return .same
    // Two dates stand to each other in the same way under either date system.
    case (.calendar(CellValue.date(let one)), .calendar(CellValue.date(let other))):
      return Order(one, other)
    case (.calendar, .text), (.calendar, .boolean): return .before
    case (.text, .calendar), (.boolean, .calendar): return .after
    case (.calendar, _), (_, .calendar): throw .unsupported("date compared")
    case (.blank, .blank): return .same
    case (.blank, .number), (.number, .blank), (.number, .number):
      let (a, b) = (try number(of: left), try number(of: right))
      return SignificantDigits.areEqual(a, b) ? .same : Order(a, b)
    case (.blank, .text), (.text, .blank), (.text, .text):
      let (a, b) = (try text(of: left).lowercased(), try text(of: right).lowercased())
      if a == b { return .same }
      guard isEquality || a.isEmpty || b.isEmpty else { throw .unsupported("order of texts") }
      return a.isEmpty ? .before : .after
    case (.blank, .boolean), (.boolean, .blank), (.boolean, .boolean):
      let (a, b) = (try boolean(of: left), try boolean(of: right))
      return Order(a ? 1 : 0, b ? 1 : 0)
    case (.number, _), (.text, .boolean): return .before
    case (.boolean, _), (.text, .number): return .after
    }
  }
}
