/// The digits of points, written as bytes: the reports of 10,000 units of 40 criteria name 1.2 million
/// amounts, and a string for each took a fifth of the time that their CSV took.
enum DecimalDigits {
  /// The room that the longest amount takes: a sign, 15 digits, the mark and 4 digits.
  static let longest = 24

  /// Writes an amount to the end of `room`: with a decimal point, and no trailing zeros behind it.
  ///
  /// - Returns: where it begins.
  static func write(
    tenThousandths amount: Int64, into room: UnsafeMutableBufferPointer<UInt8>
  ) -> Int {
    var start = room.count
    func put(_ byte: UInt8) {
      start -= 1
      room[start] = byte
    }
    func putDigit(_ number: UInt64) { put(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number)) }
    var (whole, decimals) = amount.magnitude.quotientAndRemainder(dividingBy: 10_000)
    if decimals != 0 {
      var places = Points.places
      while decimals % 10 == 0 {
        decimals /= 10
        places -= 1
      }
      for _ in 0..<places {
        putDigit(decimals % 10)
        decimals /= 10
      }
      put(UInt8(ascii: "."))
    }
    repeat {
      putDigit(whole % 10)
      whole /= 10
    } while whole != 0
    if amount < 0 { put(UInt8(ascii: "-")) }
    return start
  }
}

extension Points {
  /// Hands the bytes of `description` to `body`.
  public func withDescription<Result>(
    _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: DecimalDigits.longest) { room in
      let start = DecimalDigits.write(tenThousandths: tenThousandths, into: room)
      return body(UnsafeBufferPointer(rebasing: room[start...]))
    }
  }

  /// Appends the bytes of `description`.
  public func append(to bytes: inout [UInt8]) {
    withDescription { bytes.append(contentsOf: $0) }
  }
}
