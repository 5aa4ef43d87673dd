/// A number at the 15 significant decimal digits that spreadsheet programs show, compare and round:
/// to them 2.675 is 2.675, not the double just below it.
struct SignificantDigits: Hashable {
  /// Which neighbour a rounded number goes to.
  enum Rule {
    case halfAwayFromZero
    case awayFromZero
    case towardZero
  }

  private var isNegative: Bool
  /// The digits behind the point of `0.digits × 10^exponent`; the first and the last are not 0.
  private var digits: [UInt8]
  private var exponent: Int

  private static let precision = 15

  /// The nearest number of 15 digits to a finite double.
  init(_ number: Double) {
    isNegative = number < 0
    digits = []
    exponent = 0
    var point: Int?
    var scientific = 0
    let parts = "\(number.magnitude)".utf8.split(separator: UInt8(ascii: "e"))
    for byte in parts[0] {
      if byte == UInt8(ascii: ".") { point = digits.count } else { digits.append(byte - 48) }
    }
    if parts.count > 1 { scientific = Int(String(decoding: parts[1], as: UTF8.self)) ?? 0 }
    exponent = (point ?? digits.count) + scientific
    normalize()
    round(keeping: Self.precision, .halfAwayFromZero)
  }

  /// The number with `places` digits behind the point, or whole tens, hundreds … where negative.
  func rounded(places: Int, _ rule: Rule) -> SignificantDigits {
    var result = self
    result.round(keeping: exponent + places, rule)
    return result
  }

  /// The double nearest to the digits.
  var double: Double {
    guard !digits.isEmpty else { return 0 }
    let text = String(decoding: digits.map { $0 + 48 }, as: UTF8.self)
    let magnitude = Double("0.\(text)e\(exponent)") ?? 0
    return isNegative ? -magnitude : magnitude
  }

  private mutating func round(keeping count: Int, _ rule: Rule) {
    guard !digits.isEmpty, count < digits.count else { return }
    let rises =
      switch rule {
      case .awayFromZero: true
      case .towardZero: false
      case .halfAwayFromZero: count >= 0 && digits[count] >= 5
      }
    guard rises else {
      digits.removeSubrange(max(0, count)...)
      normalize()
      return
    }
    if count <= 0 {
      exponent += 1 - count
      digits = [1]
    } else {
      digits.removeSubrange(count...)
      var index = count - 1
      while index >= 0, digits[index] == 9 {
        digits[index] = 0
        index -= 1
      }
      if index >= 0 {
        digits[index] += 1
      } else {
        digits.insert(1, at: 0)
        exponent += 1
      }
    }
    normalize()
  }

  private mutating func normalize() {
    let zeros = digits.prefix { $0 == 0 }.count
    digits.removeFirst(zeros)
    exponent -= zeros
    while digits.last == 0 { digits.removeLast() }
    if digits.isEmpty {
      exponent = 0
      isNegative = false
    }
  }
}

extension SignificantDigits {
  /// Whether two finite doubles show the same 15 digits.
  static func areEqual(_ one: Double, _ other: Double) -> Bool {
    if one == other { return true }
    // Numbers further apart than this differ in their first 15 digits: most need no text.
    guard (one - other).magnitude <= max(one.magnitude, other.magnitude) * 1e-13 else {
      return false
    }
    return SignificantDigits(one) == SignificantDigits(other)
  }

  /// The sum, exactly 0 where the operands cancel but for the noise behind the 15th digit.
  static func sum(_ one: Double, _ other: Double) -> Double {
    let sum = one + other
    return sum != 0 && sum.isFinite && areEqual(one, -other) ? 0 : sum
  }
}
