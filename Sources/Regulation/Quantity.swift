import BigInt

/// A result or a target as it was entered: an exact decimal of any scale.
public struct Quantity: Hashable, Sendable, Comparable {
  /// The digits with their sign.
  public let coefficient: Int64
  /// How many of the digits stand behind the decimal mark, 0…18.
  public var scale: Int { Int(decimals) }
  /// In one byte, for a block holds a target and a result for every score.
  private let decimals: Int8

  /// The number `coefficient` ÷ 10^`scale`, brought to its shortest form.
  public init(coefficient: Int64, scale: Int) {
    var coefficient = coefficient
    var scale = scale
    while scale > 0, coefficient % 10 == 0 {
      coefficient /= 10
      scale -= 1
    }
    self.coefficient = coefficient
    decimals = Int8(clamping: scale)
  }

  /// A whole number.
  public init(_ whole: Int) {
    self.init(coefficient: Int64(whole), scale: 0)
  }

  /// An amount of points.
  public init(_ points: Points) {
    self.init(coefficient: points.tenThousandths, scale: Points.places)
  }

  /// A binary double taken at 15 significant digits, so that 9.0999999999999996 is 9.1.
  ///
  /// Nil when it is not finite, or has more digits before the mark than 18; digits beyond the
  /// twelfth decimal place are rounded away.
  public init?(_ double: Double) {
    guard double.isFinite, abs(double) < 1e15 else { return nil }
    if let whole = Int64(exactly: double) {
      self.init(coefficient: whole, scale: 0)
      return
    }
    // The decimal exponent of the value decides how many decimals make 15 significant digits.
    var digitsBefore = 0
    var bound = 1.0
    while abs(double) >= bound {
      digitsBefore += 1
      bound *= 10
    }
    let scale = min(12, 15 - digitsBefore)
    self.init(decimal: double, scale: scale)
  }

  private init?(decimal double: Double, scale: Int) {
    if let coefficient = Self.rounded(double, scale: scale) {
      self.init(coefficient: coefficient, scale: scale)
      return
    }
    // Exact: the double is a binary fraction, rounded here in whole numbers.
    let (significand, exponent) = (BigInt(double.significandInteger), double.binaryExponent)
    let scaled = significand * BigInt(10).power(scale)
    let numerator = exponent >= 0 ? scaled << exponent : scaled
    let denominator = exponent >= 0 ? BigInt(1) : BigInt(1) << -exponent
    let rounded = Fraction(numerator, denominator).rounded(places: 0)
    guard let coefficient = Int64(exactly: double < 0 ? -rounded : rounded) else { return nil }
    self.init(coefficient: coefficient, scale: scale)
  }

  /// The digits of a double with so many decimals, rounded half away from zero; nil where 128 bits do
  /// not hold what is exact on the way.
  private static func rounded(_ double: Double, scale: Int) -> Int64? {
    let shift = -double.binaryExponent
    // 2^53 × 10^12 is below 2^93.
    guard (1..<120).contains(shift), (0...12).contains(scale) else { return nil }
    var scaled = UInt128(double.significandInteger)
    for _ in 0..<scale { scaled *= 10 }
    let rounded = (scaled + UInt128(1) << UInt128(shift - 1)) >> UInt128(shift)
    guard let magnitude = Int64(exactly: rounded) else { return nil }
    return double < 0 ? -magnitude : magnitude
  }

  /// Smaller before larger.
  public static func < (left: Quantity, right: Quantity) -> Bool {
    if left.scale == right.scale { return left.coefficient < right.coefficient }
    // 2^63 × 10^18 is below 2^123.
    func whole(_ quantity: Quantity) -> Int128 {
      var number = Int128(quantity.coefficient)
      for _ in quantity.scale..<max(left.scale, right.scale) { number *= 10 }
      return number
    }
    return (0...18).contains(left.scale) && (0...18).contains(right.scale)
      ? whole(left) < whole(right) : left.fraction < right.fraction
  }

  /// The opposite number.
  public static prefix func - (quantity: Quantity) -> Quantity {
    Quantity(coefficient: -quantity.coefficient, scale: quantity.scale)
  }

  /// The nearest double, for cells of a workbook.
  public var doubleValue: Double { Double(description) ?? 0 }

  /// Whether the number is 0.
  public var isZero: Bool { coefficient == 0 }

  /// The number as an exact fraction.
  public var fraction: Fraction {
    Fraction(BigInt(coefficient), BigInt(10).power(scale))
  }
}

extension Quantity: CustomStringConvertible {
  /// The number with a decimal point: `97.8`.
  public var description: String {
    guard scale > 0 else { return String(coefficient) }
    var digits = String(coefficient.magnitude)
    if digits.count <= scale {
      digits = String(repeating: "0", count: scale + 1 - digits.count) + digits
    }
    let mark = digits.index(digits.endIndex, offsetBy: -scale)
    return (coefficient < 0 ? "-" : "") + digits[..<mark] + "." + digits[mark...]
  }
}

extension Double {
  /// The significand as a whole number: magnitude = `significandInteger` × 2^`binaryExponent`.
  fileprivate var significandInteger: UInt64 {
    isNormal ? significandBitPattern | (1 << 52) : significandBitPattern
  }

  fileprivate var binaryExponent: Int {
    (isNormal ? Int(exponentBitPattern) : 1) - 1075
  }
}
