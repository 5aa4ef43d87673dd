import Regulation

/// Numbers as XML has them: the fewest digits that read back as the same number.
enum DecimalText {
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
    Points(tenThousandths: Int64(scaled)).append(to: &bytes)
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
