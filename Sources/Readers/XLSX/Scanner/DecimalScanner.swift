/// Numbers as nearly every cell stores them, read up to the `<` behind them.
enum DecimalScanner {
  /// The number that stands here, as `DecimalText.double(_:)` reads it; nil, and nothing is moved,
  /// for one in another form.
  ///
  /// W. Clinger, “How to Read Floating Point Numbers Accurately” (1990): digits that fit 53 bits,
  /// divided by a power of ten up to 22, are rounded right by the division.
  @inline(__always)
  static func number(_ position: inout UnsafePointer<UInt8>) -> Double? {
    var next = position
    let isNegative = next[0] == UInt8(ascii: "-")
    if isNegative { next += 1 }
    let start = next
    var mantissa: UInt64 = 0
    while next[0] &- 48 <= 9 {
      mantissa = mantissa &* 10 &+ UInt64(next[0] &- 48)
      next += 1
    }
    var digits = next - start
    var scale = 0
    if next[0] == UInt8(ascii: ".") {
      next += 1
      let point = next
      while next[0] &- 48 <= 9 {
        mantissa = mantissa &* 10 &+ UInt64(next[0] &- 48)
        next += 1
      }
      scale = next - point
      digits += scale
    }
    guard next[0] == UInt8(ascii: "<"), digits > 0, digits <= 18, mantissa < 1 << 53 else {
      return nil
    }
    position = next
    let value = scale == 0 ? Double(mantissa) : Double(mantissa) / powers[scale]
    return isNegative ? -value : value
  }

  /// The index that stands here; nil, and nothing is moved, for anything but a few digits.
  @inline(__always)
  static func index(_ position: inout UnsafePointer<UInt8>) -> Int? {
    var next = position
    var value = 0
    while next[0] &- 48 <= 9, value < 1 << 40 {
      value = value &* 10 &+ Int(next[0] &- 48)
      next += 1
    }
    guard next[0] == UInt8(ascii: "<"), next > position else { return nil }
    position = next
    return value
  }

  /// 10⁰ to 10¹⁸: there are no more digits behind the point.
  private static let powers: [Double] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18,
  ]
}
