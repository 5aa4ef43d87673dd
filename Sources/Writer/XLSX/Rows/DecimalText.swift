/// Numbers as XML has them: the fewest digits that read back as the same number.
enum DecimalText {
  private static let places = 4
  private static let scale = 10_000.0

  /// Writes a finite number.
  ///
  /// Points have four decimals at most. Such a number is the whole number of its ten thousandths
  /// divided by 10,000, rounded once, as reading its digits is: dividing tells whether a number is of that
  /// kind, and its digits are those of the whole number.
  static func append(_ number: Double, to bytes: inout [UInt8]) {
    let scaled = (number * scale).rounded()
    guard scaled.magnitude < 9e15, scaled / scale == number, number != 0 || number.sign == .plus
    else {
      bytes.append(contentsOf: "\(number)".utf8)
      return
    }
    var rest = UInt64(scaled.magnitude)
    if scaled < 0 { bytes.append(UInt8(ascii: "-")) }
    // 16 digits and the decimal mark at most.
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 24) { digits in
      var start = 24
      var decimals = 0
      while decimals < places, rest % 10 == 0 {
        rest /= 10
        decimals += 1
      }
      let hasDecimals = decimals < places
      while decimals < places {
        start -= 1
        digits[start] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
        rest /= 10
        decimals += 1
      }
      if hasDecimals {
        start -= 1
        digits[start] = UInt8(ascii: ".")
      }
      repeat {
        start -= 1
        digits[start] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
        rest /= 10
      } while rest > 0
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: UnsafeBufferPointer(digits)[start...]))
    }
  }

  /// Writes a whole number that is not negative.
  static func append(_ number: Int, to bytes: inout [UInt8]) {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 20) { digits in
      var start = 20
      var rest = number
      repeat {
        start -= 1
        digits[start] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
        rest /= 10
      } while rest > 0
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: UnsafeBufferPointer(digits)[start...]))
    }
  }
}
