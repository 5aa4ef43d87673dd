extension FormulaInterpreter {
  /// The result of a function; the parser has checked how many arguments there are.
  func call(
    _ function: FormulaFunction, _ arguments: [FormulaExpression]
  ) throws(FormulaInterruption) -> Operand {
    switch function {
    case .condition: return try condition(arguments)
    case .conditions: return try conditions(arguments)
    case .choose: return try choose(arguments)
    default: return .value(try value(function, arguments))
    }
  }

  private func value(
    _ function: FormulaFunction, _ arguments: [FormulaExpression]
  ) throws(FormulaInterruption) -> FormulaValue {
    switch function {
    case .sum: return try finite(sum(try numbers(arguments)))
    case .product: return try product(try numbers(arguments))
    case .minimum: return .number(try numbers(arguments).min() ?? 0)
    case .maximum: return .number(try numbers(arguments).max() ?? 0)
    case .average: return try average(try numbers(arguments))
    case .sumProduct: return try sumProduct(arguments)
    case .count: return .number(Double(try count(arguments)))
    case .countA: return .number(Double(try countFilled(arguments)))
    case .countBlank: return .number(Double(try countBlank(arguments[0])))
    case .subtotal: return try subtotal(arguments)
    case .sumIf: return try finite(sum(try matchingNumbers(arguments)))
    case .averageIf: return try average(try matchingNumbers(arguments))
    case .sumIfs: return try sumIfs(arguments)
    case .countIf: return try countIf(arguments)
    case .round: return try round(arguments, .halfAwayFromZero)
    case .roundUp: return try round(arguments, .awayFromZero)
    case .roundDown, .truncate: return try round(arguments, .towardZero)
    case .integer: return .number(floor(try number(arguments[0])))
    case .absolute: return .number(try number(arguments[0]).magnitude)
    case .sign:
      let number = try number(arguments[0])
      return .number(number > 0 ? 1 : number < 0 ? -1 : 0)
    case .modulo: return try modulo(try number(arguments[0]), try number(arguments[1]))
    case .squareRoot:
      let number = try number(arguments[0])
      guard number >= 0 else { throw .error(FormulaValue.numberError) }
      return .number(number.squareRoot())
    case .power: return try power(try number(arguments[0]), try number(arguments[1]))
    case .ifError: return try replacingError(arguments) { _ in true }
    case .ifNotAvailable: return try replacingError(arguments) { $0 == FormulaValue.notAvailable }
    case .and: return .boolean(try conditionValues(arguments).allSatisfy { $0 })
    case .or: return .boolean(try conditionValues(arguments).contains(true))
    case .not: return .boolean(!(try boolean(of: try scalar(arguments[0]))))
    case .true: return .boolean(true)
    case .false: return .boolean(false)
    case .notAvailable: throw .error(FormulaValue.notAvailable)
    case .isBlank: return .boolean(try inspected(arguments[0]) == .blank)
    case .isNumber: return .boolean(try inspected(arguments[0]).isNumber)
    case .isText: return .boolean(try inspected(arguments[0]).isText)
    case .isError:
      if case .error = try inspected(arguments[0]) { return .boolean(true) }
      return .boolean(false)
    case .concatenate:
      var joined = ""
      for argument in arguments { joined += try text(of: try scalar(argument)) }
      return .text(joined)
    case .length:
      return .number(Double(try text(of: try scalar(arguments[0])).utf16.count))
    case .trim:
      let words = try text(of: try scalar(arguments[0])).split(separator: " ")
      return .text(words.joined(separator: " "))
    case .condition, .conditions, .choose: throw .unsupported(function.rawValue)
    }
  }
}
