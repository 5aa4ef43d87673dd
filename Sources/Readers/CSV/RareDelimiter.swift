/// Delimiters that few files use, and that texts are full of: they must make a table of every row.
enum RareDelimiter: UInt8, CaseIterable {
  case caret = 0x5E
  case tilde = 0x7E
  case plus = 0x2B
  case questionMark = 0x3F
  case colon = 0x3A
  case space = 0x20

  /// Whether `reading`, which divides `sample` by the delimiter, is a table beyond doubt.
  func makesTable(of sample: [UInt8], _ reading: TableReading) -> Bool {
    guard let width = reading.width, reading.brokenFields == 0 else { return false }
    guard reading.rowCount > 1 else { return isRowOfNumbers(reading, width) }
    let isEnclosed = reading.enclosedFields > reading.rowCount
    switch self {
    case .caret, .tilde: return true
    case .plus, .questionMark: return width > 2 || isEnclosed
    case .colon: return width > 3 || isEnclosed || !dividesTimesOrLabels(sample)
    case .space: return isEnclosed || isColumnsOfNumbers(reading, width)
    }
  }

  /// Whether a colon stands within a time or behind a label, as in `10:30` and `Ghi chú: không`.
  private func dividesTimesOrLabels(_ sample: [UInt8]) -> Bool {
    sample.indices.contains { index in
      guard sample[index] == rawValue, index > 0, index + 1 < sample.count else { return false }
      let next = sample[index + 1]
      return next == Separator.space || next == UInt8(ascii: "/")
        || CellJudge.isDigit(sample[index - 1]) && CellJudge.isDigit(next)
    }
  }

  /// Whether all there is is one row of many numbers with spaces between them.
  private func isRowOfNumbers(_ reading: TableReading, _ width: Int) -> Bool {
    self == .space && width > 8 && reading.numbers.heading == width
  }

  /// Whether the words between spaces are mostly numbers below a heading of other words.
  ///
  /// Names of several words, telephone numbers, dates with times and `Đội 1` are one cell each.
  private func isColumnsOfNumbers(_ reading: TableReading, _ width: Int) -> Bool {
    let share = width > 2 ? reading.fieldsBelow / 2 : reading.fieldsBelow
    return reading.numbers.heading == 0 && reading.numbers.below > 0
      && reading.numbers.below >= share
  }
}
