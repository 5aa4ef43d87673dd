import BigInt

/// Points of a score table: an exact decimal with four places, never binary floating point.
public struct Points: Hashable, Sendable, Comparable, AdditiveArithmetic {
  /// The points in ten-thousandths.
  public let tenThousandths: Int64

  /// The number of decimal places that points carry.
  public static let places = 4
  /// No points.
  public static let zero = Points(tenThousandths: 0)

  /// A number of ten-thousandths of a point.
  public init(tenThousandths: Int64) {
    self.tenThousandths = tenThousandths
  }

  /// A whole number of points.
  public init(_ whole: Int) {
    tenThousandths = Int64(whole) * 10_000
  }

  /// A quantity, rounded half away from zero to four decimals; nil when it is out of range.
  public init?(_ quantity: Quantity) {
    guard quantity.scale <= Points.places else {
      self.init(rounding: quantity.fraction)
      return
    }
    // As nearly all points are: whole numbers do, and big ones are not made.
    var unit: Int64 = 1
    for _ in quantity.scale..<Points.places { unit *= 10 }
    let (amount, isTooLarge) = quantity.coefficient.multipliedReportingOverflow(by: unit)
    guard !isTooLarge, (-Points.limit...Points.limit).contains(amount) else { return nil }
    self.init(tenThousandths: amount)
  }

  /// The largest amount that is read or computed: sums of thousands of them still have room.
  private static let limit: Int64 = 100_000_000_000 * 10_000

  /// A fraction, rounded half away from zero to four decimals; nil when it is out of range.
  public init?(rounding fraction: Fraction) {
    guard let rounded = Int64(exactly: fraction.rounded(places: Points.places)),
      (-Points.limit...Points.limit).contains(rounded)
    else { return nil }
    tenThousandths = rounded
  }

  /// Fewer points before more.
  public static func < (left: Points, right: Points) -> Bool {
    left.tenThousandths < right.tenThousandths
  }

  /// The sum of two amounts.
  public static func + (left: Points, right: Points) -> Points {
    Points(tenThousandths: left.tenThousandths + right.tenThousandths)
  }

  /// The difference of two amounts.
  public static func - (left: Points, right: Points) -> Points {
    Points(tenThousandths: left.tenThousandths - right.tenThousandths)
  }

  /// The opposite amount.
  public static prefix func - (points: Points) -> Points {
    Points(tenThousandths: -points.tenThousandths)
  }

  /// The amount without its sign.
  public var magnitude: Points { tenThousandths < 0 ? -self : self }

  /// The amount rounded half away from zero to `places` decimals, 0…4.
  public func rounded(places: Int) -> Points {
    var unit: Int64 = 1
    for _ in places..<max(places, Points.places) { unit *= 10 }
    let magnitude = abs(tenThousandths)
    let rounded = (magnitude + unit / 2) / unit * unit
    return Points(tenThousandths: tenThousandths < 0 ? -rounded : rounded)
  }

  /// The amount as an exact fraction.
  public var fraction: Fraction {
    Fraction(BigInt(tenThousandths), BigInt(10_000))
  }

  /// The nearest double, for cells of a workbook.
  public var doubleValue: Double { Double(tenThousandths) / 10_000 }
}

extension Points: CustomStringConvertible {
  /// The exact amount with a decimal point and no trailing zeros: `9.5`, `88`, `-0.25`.
  public var description: String {
    withDescription { String(decoding: $0, as: UTF8.self) }
  }
}
