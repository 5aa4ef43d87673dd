import Spreadsheet

/// Calculates the formulas that the matrix of points is written with, apart from the program's own
/// arithmetic: SUM, MIN, MAX, ROUND, the four operations, cells and ranges.
struct FormulaCalculator {
  private let sheet: SheetGrid
  private var rest: Substring

  /// The value of `formula`, in which each reference stands for a cell of `sheet`.
  static func value(of formula: String, in sheet: SheetGrid) -> Double? {
    var calculator = FormulaCalculator(sheet: sheet, rest: formula[...])
    guard let value = calculator.sum(), calculator.rest.isEmpty else { return nil }
    return value
  }

  private mutating func take(_ text: String) -> Bool {
    guard rest.hasPrefix(text) else { return false }
    rest.removeFirst(text.count)
    return true
  }

  private mutating func sum() -> Double? {
    guard var value = product() else { return nil }
    while true {
      if take("+") {
        guard let other = product() else { return nil }
        value += other
      } else if take("-") {
        guard let other = product() else { return nil }
        value -= other
      } else {
        return value
      }
    }
  }

  private mutating func product() -> Double? {
    guard var value = factor() else { return nil }
    while true {
      if take("*") {
        guard let other = factor() else { return nil }
        value *= other
      } else if take("/") {
        guard let other = factor() else { return nil }
        value /= other
      } else {
        return value
      }
    }
  }

  private mutating func factor() -> Double? {
    let word = rest.prefix { $0.isLetter }
    guard !word.isEmpty else {
      let digits = rest.prefix { $0.isNumber || $0 == "." }
      rest.removeFirst(digits.count)
      return Double(digits)
    }
    if rest.dropFirst(word.count).first == "(" { return function(String(word)) }
    return cells()?.reduce(0, +)
  }

  private mutating func function(_ name: String) -> Double? {
    rest.removeFirst(name.count + 1)
    var arguments: [Double] = []
    repeat {
      let reference = rest.prefix { $0.isLetter || $0.isNumber || $0 == ":" }
      if let range = CellRange(reference), range.first != range.last {
        arguments += cells() ?? []
      } else {
        guard let value = sum() else { return nil }
        arguments.append(value)
      }
    } while take(",")
    guard take(")") else { return nil }
    switch name {
    case "SUM": return arguments.reduce(0, +)
    case "MIN": return arguments.min()
    case "MAX": return arguments.max()
    case "ROUND":
      guard arguments.count == 2 else { return nil }
      var unit = 1.0
      for _ in 0..<Int(arguments[1]) { unit *= 10 }
      // Spreadsheets round the decimal that they show, not the binary number behind it.
      return (arguments[0] * unit + (arguments[0] < 0 ? -1e-7 : 1e-7)).rounded() / unit
    default: return nil
    }
  }

  private mutating func cells() -> [Double]? {
    let text = rest.prefix { $0.isLetter || $0.isNumber || $0 == ":" }
    guard let range = CellRange(text) else { return nil }
    rest.removeFirst(text.count)
    var values: [Double] = []
    for row in range.first.row...range.last.row {
      for column in range.first.column...range.last.column {
        guard let cell = sheet[CellReference(row: row, column: column)] else { continue }
        if let formula = cell.formula {
          guard let value = Self.value(of: formula, in: sheet) else { return nil }
          values.append(value)
        } else if case .number(let number) = cell.value {
          values.append(number)
        }
      }
    }
    return values
  }
}
