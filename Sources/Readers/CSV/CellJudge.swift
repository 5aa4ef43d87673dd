/// How much a field looks like one whole cell, and not like a piece of one or several in one.
struct CellJudge {
  private let others: [UInt8]
  private let delimiter: UInt8?

  /// A judge of fields that were cut by the delimiter of `dialect`.
  init(dialect: CSVDialect) {
    delimiter = dialect.delimiter
    others = TableReading.delimiters.filter { $0 != dialect.delimiter }
  }

  /// From 0 to 1; nil for a blank field, which proves nothing.
  ///
  /// - Parameter isFirst: whether the field begins its row.
  func worth(of field: ArraySlice<UInt8>, isFirst: Bool) -> Double? {
    guard let first = field.first(where: { $0 != Separator.space }) else { return nil }
    if Self.isNumber(field) { return 1 }
    // Prose has a space behind its commas, a table seldom.
    if !isFirst, delimiter != Separator.tab, field.first == Separator.space { return 0.2 }
    if others.contains(first), first != Separator.bar { return 0.25 }
    // A backslash stands at the end of a folder's path, and else where it announced the delimiter.
    if field.last == Separator.backslash, !Self.isPath(field) { return 0.3 }
    var worth = 0.95
    var commas = 0
    for index in field.indices {
      let byte = field[index]
      if byte == Separator.quote { worth = min(worth, 0.5) }
      guard others.contains(byte) else { continue }
      // Nobody types a tab into a cell.
      if byte == Separator.tab { return 0.05 }
      let next = index + 1 < field.endIndex ? field[index + 1] : Separator.space
      if byte == Separator.comma { commas += 1 }
      let isProse = next == Separator.space
      let isDecimal =
        byte == Separator.comma && commas == 1 && index > field.startIndex
        && Self.isDigit(field[index - 1]) && Self.isDigit(next)
      worth = min(worth, isProse || isDecimal ? 0.85 : 0.5)
    }
    return worth
  }

  /// Whether `field` is written as numbers, dates and clause numbers are, with at most a decimal
  /// comma or commas between groups of three digits.
  static func isNumber(_ field: ArraySlice<UInt8>) -> Bool {
    var digits = 0
    var groups: [Int] = []
    for byte in field {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digits += 1
      case Separator.comma:
        groups.append(digits)
        digits = 0
      case UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "/"),
        UInt8(ascii: ":"), UInt8(ascii: "%"), Separator.space:
        break
      default: return false
      }
    }
    if groups.isEmpty { return digits > 0 }
    guard digits > 0, groups.allSatisfy({ $0 > 0 }) else { return false }
    return groups.count == 1 || digits == 3 && groups.dropFirst().allSatisfy { $0 == 3 }
  }

  /// Whether `text` is digits, a comma and digits, with at most a sign before them.
  static func isDecimal(_ text: ArraySlice<UInt8>) -> Bool {
    let signs = [UInt8(ascii: "-"), UInt8(ascii: "+")]
    let unsigned = text.first.map(signs.contains) == true ? text.dropFirst() : text
    let parts = unsigned.split(separator: Separator.comma, omittingEmptySubsequences: false)
    return parts.count == 2 && parts.allSatisfy { !$0.isEmpty && $0.allSatisfy(isDigit) }
  }

  /// Whether `text`, behind a comma, is a number of its own: it has a sign or a decimal point.
  static func isSecondNumber(_ text: ArraySlice<UInt8>) -> Bool {
    isNumber(text)
      && (text.first == UInt8(ascii: "-") || text.contains { $0 == UInt8(ascii: ".") })
  }

  /// Whether `text` begins as a path of Windows does.
  private static func isPath(_ text: ArraySlice<UInt8>) -> Bool {
    let start = text.prefix(3)
    return start.starts(with: [Separator.backslash, Separator.backslash])
      || start.dropFirst().starts(with: [UInt8(ascii: ":"), Separator.backslash])
  }

  static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }
}
