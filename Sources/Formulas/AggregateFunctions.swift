import Spreadsheet

extension FormulaInterpreter {
  /// The cells of an area that are not blank.
  func values(
    in area: CellArea
  ) throws(FormulaInterruption) -> [(address: CellAddress, value: FormulaValue)] {
    try store.values(in: area) { _, _ in true }
  }

  /// The numbers among the arguments: of a range those of its cells, text and logical values in
  /// it passed over; anything else made a number.
  func numbers(_ arguments: [FormulaExpression]) throws(FormulaInterruption) -> [Double] {
    var numbers: [Double] = []
    for argument in arguments {
      switch try operand(argument) {
      case .value(let value): numbers.append(try number(of: value))
      case .area(let area):
        for entry in try values(in: area) {
          if let number = try rangeNumber(entry.value) { numbers.append(number) }
        }
      }
    }
    return numbers
  }

  /// A cell of a range as a number; nil for text and logical values.
  func rangeNumber(_ value: FormulaValue) throws(FormulaInterruption) -> Double? {
    switch value {
    case .blank, .text, .boolean: nil
    case .number, .calendar, .error: try number(of: value)
    }
  }

  func sum(_ numbers: [Double]) -> Double {
    numbers.reduce(0) { SignificantDigits.sum($0, $1) }
  }

  func product(_ numbers: [Double]) throws(FormulaInterruption) -> FormulaValue {
    try finite(numbers.isEmpty ? 0 : numbers.reduce(1, *))
  }

  func average(_ numbers: [Double]) throws(FormulaInterruption) -> FormulaValue {
    guard !numbers.isEmpty else { throw .error(FormulaValue.divisionByZero) }
    return try finite(sum(numbers) / Double(numbers.count))
  }

  /// COUNT: numbers and dates; of what is typed into the formula also what can be made a number.
  func count(_ arguments: [FormulaExpression]) throws(FormulaInterruption) -> Int {
    var count = 0
    for argument in arguments {
      switch try errorAsValue(argument) {
      case .value(.text(let text)):
        switch TextNumber(text) {
        case .number: count += 1
        case .words: break
        case .unclear: throw .unsupported("\"\(text)\" as a number")
        }
      case .value(.error): break
      case .value: count += 1
      case .area(let area):
        for entry in try values(in: area) {
          switch entry.value {
          case .number, .calendar: count += 1
          case .blank, .text, .boolean, .error: break
          }
        }
      }
    }
    return count
  }

  /// COUNTA: whatever is not blank, errors and empty texts included.
  func countFilled(_ arguments: [FormulaExpression]) throws(FormulaInterruption) -> Int {
    var count = 0
    for argument in arguments {
      switch try errorAsValue(argument) {
      case .value: count += 1
      case .area(let area): count += try values(in: area).count
      }
    }
    return count
  }

  /// COUNTBLANK: blank cells and those with the empty text.
  func countBlank(_ argument: FormulaExpression) throws(FormulaInterruption) -> Int {
    guard case .area(let area) = try operand(argument) else {
      throw .unsupported("COUNTBLANK of a value")
    }
    let filled = try values(in: area).filter { $0.value != .text("") }
    return area.height * area.width - filled.count
  }

  private func errorAsValue(
    _ expression: FormulaExpression
  ) throws(FormulaInterruption) -> Operand {
    do throws(FormulaInterruption) {
      return try operand(expression)
    } catch {
      guard case .error(let token) = error else { throw error }
      return .value(.error(token))
    }
  }

  /// SUMPRODUCT: of ranges alone, whole columns too, only the cells that hold something are looked at.
  ///
  /// What is no number counts 0.
  func sumProduct(_ arguments: [FormulaExpression]) throws(FormulaInterruption) -> FormulaValue {
    var areas: [CellArea] = []
    for argument in arguments {
      guard case .reference = argument, case .area(let area) = try operand(argument) else {
        return try sumProduct(ofArrays: arguments)
      }
      areas.append(area)
    }
    guard areas.allSatisfy({ $0.height == areas[0].height && $0.width == areas[0].width }) else {
      throw .error(FormulaValue.valueError)
    }
    var products: [CellReference: Double] = [:]
    for (index, area) in areas.enumerated() {
      var factors: [CellReference: Double] = [:]
      for entry in try values(in: area) {
        guard let number = try rangeNumber(entry.value) else { continue }
        let offset = CellReference(
          row: entry.address.cell.row - area.range.first.row,
          column: entry.address.cell.column - area.range.first.column)
        if index == 0 {
          factors[offset] = number
        } else if let product = products[offset] {
          factors[offset] = product * number
        }
      }
      products = factors
    }
    return try finite(sum(products.sorted { $0.key < $1.key }.map(\.value)))
  }

  /// SUBTOTAL (ECMA-376 Part 1, §18.17.7.313): other subtotals in its ranges are passed over.
  ///
  /// Kinds from 101 on leave hidden rows out. The others leave out rows that a filter hides and
  /// keep those hidden by hand, which a row does not tell apart: with hidden rows they fail.
  func subtotal(_ arguments: [FormulaExpression]) throws(FormulaInterruption) -> FormulaValue {
    let kind = Int(max(0, min(1000, try number(arguments[0]))))
    let skipsHidden = kind > 100
    var found: [FormulaValue] = []
    for argument in arguments.dropFirst() {
      guard case .area(let area) = try operand(argument) else {
        throw .error(FormulaValue.valueError)
      }
      let entries = try store.values(in: area) { row, cell throws(FormulaInterruption) in
        if row.isHidden {
          guard skipsHidden else { throw .unsupported("SUBTOTAL over hidden rows") }
          return false
        }
        return !(try Self.isSubtotal(cell))
      }
      found += entries.map(\.value)
    }
    var numbers: [Double] = []
    for value in found {
      if kind % 100 == 2 || kind % 100 == 3 { break }
      if let number = try rangeNumber(value) { numbers.append(number) }
    }
    switch skipsHidden ? kind - 100 : kind {
    case 1: return try average(numbers)
    case 2:
      return .number(
        Double(
          found.count {
            switch $0 {
            case .number, .calendar: true
            default: false
            }
          }))
    case 3: return .number(Double(found.count))
    case 4: return .number(numbers.max() ?? 0)
    case 5: return .number(numbers.min() ?? 0)
    case 6: return try product(numbers)
    case 9: return try finite(sum(numbers))
    default: throw .unsupported("SUBTOTAL \(kind)")
    }
  }

  private static func isSubtotal(_ cell: Cell) throws(FormulaInterruption) -> Bool {
    guard let formula = cell.formula else { return false }
    guard !formula.isEmpty else { throw .unsupported("SUBTOTAL over a shared formula") }
    let text = formula.uppercased()
    if text.hasPrefix("SUBTOTAL("), text.firstIndex(of: ")") == text.index(before: text.endIndex) {
      return true
    }
    guard !text.contains("SUBTOTAL("), !text.contains("AGGREGATE(") else {
      throw .unsupported("SUBTOTAL inside a formula")
    }
    return false
  }
}
