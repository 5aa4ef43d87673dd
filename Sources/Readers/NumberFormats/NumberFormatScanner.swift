/// Takes a number format code apart (ECMA-376 Part 1, §18.8.31): letters count only outside
/// quotes, escapes and brackets.
struct NumberFormatScanner {
  private var rest: ArraySlice<UInt8>

  init(_ code: String) {
    rest = Array(code.utf8)[...]
  }

  /// A format has sections for positive and negative numbers, zero and text.
  private static let mostSections = 4

  /// The sections of the code, at least one; what follows the fourth is passed over.
  mutating func sections() -> [NumberFormat.Section] {
    var sections = [section()]
    while !rest.isEmpty, sections.count < Self.mostSections {
      rest.removeFirst()
      sections.append(section())
    }
    return sections
  }

  /// The section up to a semicolon, which is left in place.
  private mutating func section() -> NumberFormat.Section {
    var tokens = Tokens()
    while let byte = rest.first, byte != UInt8(ascii: ";") {
      if takeWord("general") {
        tokens.hasDigits = true
        continue
      }
      if takeWord("am/pm") || takeWord("a/p") {
        tokens.hasDate = true
        continue
      }
      rest.removeFirst()
      switch byte {
      case UInt8(ascii: "\""):
        rest = rest.drop { $0 != UInt8(ascii: "\"") }.dropFirst()
      case UInt8(ascii: "\\"), UInt8(ascii: "_"), UInt8(ascii: "*"):
        dropCharacter()
      case UInt8(ascii: "["):
        let content = rest.prefix { $0 != UInt8(ascii: "]") }
        rest = rest.dropFirst(content.count + 1)
        read(bracket: content, into: &tokens)
      case UInt8(ascii: "0"), UInt8(ascii: "#"), UInt8(ascii: "?"):
        tokens.hasDigits = true
      case UInt8(ascii: "%"):
        tokens.hasPercent = true
      case UInt8(ascii: "E"), UInt8(ascii: "e"):
        // `E+` and `E-` are an exponent; `e` alone is a year.
        if rest.first == UInt8(ascii: "+") || rest.first == UInt8(ascii: "-") {
          rest.removeFirst()
        } else {
          tokens.hasEra = true
        }
      case UInt8(ascii: "b"), UInt8(ascii: "B"), UInt8(ascii: "g"), UInt8(ascii: "G"):
        tokens.hasEra = true
      default:
        if Self.dateLetters.contains(byte | 0x20) { tokens.hasDate = true }
      }
    }
    return tokens.section
  }

  /// Year, month or minute, day, hour, second.
  private static let dateLetters = Set("ymdhs".utf8)

  private struct Tokens {
    var hasDate = false
    /// An era or a year of another calendar.
    ///
    /// Beside digits it is a unit whose quotes were forgotten: `0 kg`.
    var hasEra = false
    var hasElapsed = false
    var hasDigits = false
    var hasPercent = false
    var condition: NumberFormat.Condition?

    var section: NumberFormat.Section {
      let kind: NumberFormat.Kind =
        hasElapsed
        ? .elapsed
        : hasDate || hasEra && !hasDigits ? .dateTime : hasPercent ? .percentage : .number
      return NumberFormat.Section(
        kind: kind, condition: condition, isLiteral: kind == .number && !hasDigits)
    }
  }

  private func read(bracket content: ArraySlice<UInt8>, into tokens: inout Tokens) {
    guard let first = content.first else { return }
    let letter = first | 0x20
    if [UInt8(ascii: "h"), UInt8(ascii: "m"), UInt8(ascii: "s")].contains(letter),
      content.allSatisfy({ $0 | 0x20 == letter })
    {
      tokens.hasElapsed = true
    } else if (UInt8(ascii: "<")...UInt8(ascii: ">")).contains(first) {
      let sign = content.prefix { (UInt8(ascii: "<")...UInt8(ascii: ">")).contains($0) }
      let bound = String(decoding: content.dropFirst(sign.count), as: UTF8.self)
      if let comparison = NumberFormat.Condition.Comparison(
        rawValue: String(decoding: sign, as: UTF8.self)),
        let bound = Double(bound.filter { $0 != " " })
      {
        tokens.condition = NumberFormat.Condition(comparison: comparison, bound: bound)
      }
    }
  }

  /// Takes `word` (lower case) if it comes next, in any case.
  private mutating func takeWord(_ word: StaticString) -> Bool {
    let count = word.utf8CodeUnitCount
    guard rest.count >= count else { return false }
    for offset in 0..<count {
      let byte = rest[rest.startIndex + offset]
      let lower = (65...90).contains(byte) ? byte | 0x20 : byte
      guard lower == word.utf8Start[offset] else { return false }
    }
    rest = rest.dropFirst(count)
    return true
  }

  /// Drops one character with all its UTF-8 bytes.
  private mutating func dropCharacter() {
    guard !rest.isEmpty else { return }
    rest.removeFirst()
    rest = rest.drop { $0 & 0xC0 == 0x80 }
  }
}
