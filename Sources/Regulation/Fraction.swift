public import BigInt

/// An exact fraction, for the computed methods: one division and one rounding at the end.
public struct Fraction: Hashable, Sendable, Comparable {
  /// The part above the line.
  public let numerator: BigInt
  /// The part below the line, never negative.
  public let denominator: BigInt

  /// The fraction `numerator` ÷ `denominator`; the denominator must not be 0.
  public init(_ numerator: BigInt, _ denominator: BigInt) {
    precondition(denominator != 0, "a fraction needs a denominator")
    self.numerator = denominator < 0 ? -numerator : numerator
    self.denominator = denominator < 0 ? -denominator : denominator
  }

  /// A whole number.
  public init(_ whole: Int) {
    self.init(BigInt(whole), 1)
  }

  /// Whether the fraction is 0.
  public var isZero: Bool { numerator == 0 }

  /// Smaller before larger.
  public static func < (left: Fraction, right: Fraction) -> Bool {
    left.numerator * right.denominator < right.numerator * left.denominator
  }

  /// Whether both name the same number.
  public static func == (left: Fraction, right: Fraction) -> Bool {
    left.numerator * right.denominator == right.numerator * left.denominator
  }

  /// Equal numbers hash alike, whatever their terms.
  public func hash(into hasher: inout Hasher) {
    let divisor = numerator.greatestCommonDivisor(with: denominator)
    hasher.combine(numerator / divisor)
    hasher.combine(denominator / divisor)
  }

  /// The sum.
  public static func + (left: Fraction, right: Fraction) -> Fraction {
    Fraction(
      left.numerator * right.denominator + right.numerator * left.denominator,
      left.denominator * right.denominator)
  }

  /// The difference.
  public static func - (left: Fraction, right: Fraction) -> Fraction {
    Fraction(
      left.numerator * right.denominator - right.numerator * left.denominator,
      left.denominator * right.denominator)
  }

  /// The product.
  public static func * (left: Fraction, right: Fraction) -> Fraction {
    Fraction(left.numerator * right.numerator, left.denominator * right.denominator)
  }

  /// The quotient; the divisor must not be 0.
  public static func / (left: Fraction, right: Fraction) -> Fraction {
    Fraction(left.numerator * right.denominator, left.denominator * right.numerator)
  }

  /// The number in units of 10^-`places`, rounded half away from zero.
  public func rounded(places: Int) -> BigInt {
    let scaled = numerator.magnitude * BigUInt(10).power(places)
    let (quotient, remainder) = scaled.quotientAndRemainder(dividingBy: denominator.magnitude)
    let rounded = remainder * 2 >= denominator.magnitude ? quotient + 1 : quotient
    return numerator < 0 ? -BigInt(rounded) : BigInt(rounded)
  }
}
