/// A sum over cells of one column: `SUM(E7:E9,E12)`, rows that follow each other as one range.
struct RowSum {
  private let column: String
  private var parts: [String] = []
  private var open: ClosedRange<Int>?

  /// The sum of rows in ascending order; more can be added.
  init(rows: [Int], column: String) {
    self.column = column
    for row in rows { add(row) }
  }

  var isEmpty: Bool { parts.isEmpty && open == nil }

  /// Adds a row below those that are there; the last one again adds nothing.
  mutating func add(_ row: Int) {
    if let range = open, range.upperBound == row { return }
    if let range = open, range.upperBound + 1 == row {
      open = range.lowerBound...row
    } else {
      close()
      open = row...row
    }
  }

  /// Adds an expression.
  mutating func add(_ expression: String) {
    close()
    parts.append(expression)
  }

  /// The formula.
  var formula: String {
    var parts = allParts
    // A function takes 255 arguments: more are summed in parts.
    while parts.count > 255 {
      parts = stride(from: 0, to: parts.count, by: 255).map {
        "SUM(\(parts[$0..<min($0 + 255, parts.count)].joined(separator: ",")))"
      }
    }
    return "SUM(\(parts.isEmpty ? "0" : parts.joined(separator: ",")))"
  }

  /// The formula, of a single cell its reference alone.
  var shortFormula: String {
    let parts = allParts
    return parts.count == 1 && !parts[0].contains(":") ? parts[0] : formula
  }

  private var allParts: [String] {
    var copy = self
    copy.close()
    return copy.parts
  }

  private mutating func close() {
    guard let range = open else { return }
    parts.append(
      range.count == 1
        ? "\(column)\(range.lowerBound)"
        : "\(column)\(range.lowerBound):\(column)\(range.upperBound)")
    open = nil
  }
}
