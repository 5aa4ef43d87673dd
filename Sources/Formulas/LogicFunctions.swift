extension FormulaInterpreter {
  /// IF: only the branch that is taken is evaluated; it may be a reference.
  func condition(_ arguments: [FormulaExpression]) throws(FormulaInterruption) -> Operand {
    if try boolean(of: try scalar(arguments[0])) { return try branch(arguments[1]) }
    return arguments.count > 2 ? try branch(arguments[2]) : .value(.boolean(false))
  }

  /// IFS: the value behind the first condition that holds.
  func conditions(_ arguments: [FormulaExpression]) throws(FormulaInterruption) -> Operand {
    guard arguments.count % 2 == 0 else { throw .unsupported("IFS of \(arguments.count)") }
    for index in stride(from: 0, to: arguments.count, by: 2)
    where try boolean(of: try scalar(arguments[index])) {
      return try branch(arguments[index + 1])
    }
    throw .error(FormulaValue.notAvailable)
  }

  /// CHOOSE: the argument with the number that the first one gives.
  func choose(_ arguments: [FormulaExpression]) throws(FormulaInterruption) -> Operand {
    let index = try number(arguments[0])
    guard index >= 1, index < Double(arguments.count) else {
      throw .error(FormulaValue.valueError)
    }
    return try branch(arguments[Int(index)])
  }

  /// An argument that is left out between commas gives 0.
  private func branch(_ expression: FormulaExpression) throws(FormulaInterruption) -> Operand {
    if case .omitted = expression { return .value(.number(0)) }
    return try operand(expression)
  }

  func replacingError(
    _ arguments: [FormulaExpression], _ isReplaced: (String) -> Bool
  ) throws(FormulaInterruption) -> FormulaValue {
    do throws(FormulaInterruption) {
      return try scalar(arguments[0])
    } catch {
      guard case .error(let token) = error, isReplaced(token) else { throw error }
    }
    return try scalar(arguments[1])
  }

  /// The value of an expression, an error as a value too.
  func inspected(_ expression: FormulaExpression) throws(FormulaInterruption) -> FormulaValue {
    do throws(FormulaInterruption) {
      return try scalar(expression)
    } catch {
      guard case .error(let token) = error else { throw error }
      return .error(token)
    }
  }

  /// The conditions of AND and OR: text and blank cells of ranges are passed over.
  func conditionValues(
    _ arguments: [FormulaExpression]
  ) throws(FormulaInterruption) -> [Bool] {
    var flags: [Bool] = []
    for argument in arguments {
      switch try operand(argument) {
      case .value(let value): flags.append(try boolean(of: value))
      case .area(let area):
        for entry in try values(in: area) {
          if case .text = entry.value { continue }
          flags.append(try boolean(of: entry.value))
        }
      }
    }
    if flags.isEmpty { throw .error(FormulaValue.valueError) }
    return flags
  }
}
