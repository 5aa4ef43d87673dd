import Spreadsheet

/// Values in rows and columns, as SUMPRODUCT works with.
struct FormulaArray {
  let height: Int
  let width: Int
  /// The values, row by row.
  let values: [FormulaValue]

  /// The most cells of a range that is looked at one by one.
  static let limit = 100_000

  init(height: Int, width: Int, values: [FormulaValue]) {
    self.height = height
    self.width = width
    self.values = values
  }

  /// One value.
  init(_ value: FormulaValue) { self.init(height: 1, width: 1, values: [value]) }

  /// The array with each value replaced; errors end it, as they end the sum that it is for.
  func map(
    _ transform: (FormulaValue) throws(FormulaInterruption) -> FormulaValue
  ) throws(FormulaInterruption) -> FormulaArray {
    var result: [FormulaValue] = []
    result.reserveCapacity(values.count)
    for value in values { result.append(try transform(value)) }
    return FormulaArray(height: height, width: width, values: result)
  }
}

extension FormulaInterpreter {
  /// An expression whose ranges stand for all of their cells.
  func array(_ expression: FormulaExpression) throws(FormulaInterruption) -> FormulaArray {
    switch expression {
    case .reference:
      guard case .area(let area) = try operand(expression) else {
        throw .unsupported("reference without cells")
      }
      return try array(of: area)
    case .negated(let inner):
      return try array(inner).map { value throws(FormulaInterruption) in
        .number(-(try number(of: value)))
      }
    case .percent(let inner):
      return try array(inner).map { value throws(FormulaInterruption) in
        .number(try number(of: value) / 100)
      }
    case .chain(let first, let rest):
      var result = try array(first)
      for link in rest { result = try combine(link.symbol, result, try array(link.operand)) }
      return result
    case .call(let function, let arguments):
      switch function {
      case .isNumber:
        return try array(arguments[0]).map { value in .boolean(value.isNumber) }
      case .isText:
        return try array(arguments[0]).map { value in .boolean(value.isText) }
      case .absolute:
        return try array(arguments[0]).map { value throws(FormulaInterruption) in
          .number(try number(of: value).magnitude)
        }
      default: return FormulaArray(try scalar(expression))
      }
    case .value, .omitted: return FormulaArray(try scalar(expression))
    }
  }

  private func array(of area: CellArea) throws(FormulaInterruption) -> FormulaArray {
    guard area.height * area.width <= FormulaArray.limit else {
      throw .unsupported("\(area.range) as an array")
    }
    var cells = Array(repeating: FormulaValue.blank, count: area.height * area.width)
    for entry in try values(in: area) {
      let row = entry.address.cell.row - area.range.first.row
      cells[row * area.width + entry.address.cell.column - area.range.first.column] = entry.value
    }
    return FormulaArray(height: area.height, width: area.width, values: cells)
  }

  /// Value by value; a single one goes with each of the other's.
  private func combine(
    _ symbol: FormulaToken.Symbol, _ one: FormulaArray, _ other: FormulaArray
  ) throws(FormulaInterruption) -> FormulaArray {
    if one.values.count == 1 {
      return try other.map { value throws(FormulaInterruption) in
        try apply(symbol, one.values[0], value)
      }
    }
    if other.values.count == 1 {
      return try one.map { value throws(FormulaInterruption) in
        try apply(symbol, value, other.values[0])
      }
    }
    guard one.height == other.height, one.width == other.width else {
      throw .unsupported("arrays of two sizes")
    }
    var values: [FormulaValue] = []
    values.reserveCapacity(one.values.count)
    for (left, right) in zip(one.values, other.values) {
      values.append(try apply(symbol, left, right))
    }
    return FormulaArray(height: one.height, width: one.width, values: values)
  }

  /// SUMPRODUCT of anything: the products of what stands at the same place.
  func sumProduct(
    ofArrays arguments: [FormulaExpression]
  ) throws(FormulaInterruption) -> FormulaValue {
    var arrays: [FormulaArray] = []
    for argument in arguments { arrays.append(try array(argument)) }
    guard arrays.allSatisfy({ $0.height == arrays[0].height && $0.width == arrays[0].width }) else {
      throw .error(FormulaValue.valueError)
    }
    var products: [Double] = []
    for index in arrays[0].values.indices {
      var product = 1.0
      for array in arrays { product *= try rangeNumber(array.values[index]) ?? 0 }
      products.append(product)
    }
    return try finite(sum(products))
  }
}
