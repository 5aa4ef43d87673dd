/// Numbers as XML Schema writes them, read from bytes.
enum DecimalText {
  /// The integer that `bytes` write, blanks around it allowed; nil when they write none, or one
  /// beyond 15 digits.
  static func integer(_ bytes: some BidirectionalCollection<UInt8>) -> Int? {
    let text = trimmed(bytes)
    var digits = text[...]
    let isNegative = digits.first == UInt8(ascii: "-")
    if isNegative || digits.first == UInt8(ascii: "+") { digits = digits.dropFirst() }
    guard !digits.isEmpty, digits.count <= 15 else { return nil }
    var value = 0
    for byte in digits {
      guard (48...57).contains(byte) else { return nil }
      value = value * 10 + Int(byte - 48)
    }
    return isNegative ? -value : value
  }

  /// The finite double that `bytes` write; nil when they write none.
  ///
  /// Up to 15 digits and a power of ten up to 22 are exact in a double, so one division or
  /// multiplication rounds right; all else goes through the standard library.
  static func double(_ bytes: some BidirectionalCollection<UInt8>) -> Double? {
    let text = trimmed(bytes)
    var mantissa = 0
    var digits = 0
    var scale = 0
    var hasPoint = false
    var isNegative = false
    var isPlain = true
    for (offset, byte) in text.enumerated() {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        digits += 1
        if digits <= 18 { mantissa = mantissa * 10 + Int(byte - 48) }
        if hasPoint { scale += 1 }
      case UInt8(ascii: ".") where !hasPoint: hasPoint = true
      case UInt8(ascii: "-") where offset == 0: isNegative = true
      case UInt8(ascii: "+") where offset == 0: break
      case UInt8(ascii: "e"), UInt8(ascii: "E"), UInt8(ascii: "+"), UInt8(ascii: "-"):
        isPlain = false
      default: return nil
      }
    }
    guard digits > 0 else { return nil }
    if isPlain, digits <= 18, mantissa < 1 << 53, scale < powers.count {
      let value = Double(mantissa) / powers[scale]
      return isNegative ? -value : value
    }
    guard let value = Double(String(decoding: text, as: UTF8.self)), value.isFinite else {
      return nil
    }
    return value
  }

  private static let powers: [Double] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
  ]

  private static func trimmed<Bytes: BidirectionalCollection<UInt8>>(
    _ bytes: Bytes
  ) -> Bytes.SubSequence {
    func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
    var text = bytes.drop(while: isBlank)
    while let last = text.last, isBlank(last) { text.removeLast() }
    return text
  }
}
