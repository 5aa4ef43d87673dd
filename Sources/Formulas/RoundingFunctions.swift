import Foundation

extension FormulaInterpreter {
  /// ROUND, ROUNDUP, ROUNDDOWN and TRUNC, which may leave the number of places out.
  func round(
    _ arguments: [FormulaExpression], _ rule: SignificantDigits.Rule
  ) throws(FormulaInterruption) -> FormulaValue {
    let number = try number(arguments[0])
    let places = arguments.count > 1 ? try self.number(arguments[1]) : 0
    // No double has digits beyond these places.
    let bounded = Int(max(-400, min(400, places)))
    return .number(SignificantDigits(number).rounded(places: bounded, rule).double)
  }

  /// The largest whole number that is not above `number`, whose digits behind the 15th are noise.
  func floor(_ number: Double) -> Double {
    SignificantDigits(number).rounded(places: 0, number < 0 ? .awayFromZero : .towardZero).double
  }

  /// MOD: the remainder has the sign of the divisor.
  func modulo(_ number: Double, _ divisor: Double) throws(FormulaInterruption) -> FormulaValue {
    guard divisor != 0 else { throw .error(FormulaValue.divisionByZero) }
    return try finite(SignificantDigits.sum(number, -(divisor * floor(number / divisor))))
  }
}
