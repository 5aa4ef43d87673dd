/// Text in which characters are escaped as `_xHHHH_` (ECMA-376 Part 1, §22.9.2.19).
enum EscapedText {
  /// The text that `bytes` (UTF-8) stand for: `_x000D_` is a carriage return, `_x005F_` the
  /// underscore of a text that would look like an escape.
  static func decode(_ bytes: [UInt8]) -> String {
    guard var next = indexOfEscape(in: bytes, from: 0) else {
      return String(decoding: bytes, as: UTF8.self)
    }
    var text = ""
    var start = 0
    while true {
      text += String(decoding: bytes[start..<next], as: UTF8.self)
      // Characters beyond the basic plane are two escapes in a row, one a surrogate.
      var units: [UInt16] = []
      start = next
      while let unit = escape(in: bytes, at: start) {
        units.append(unit)
        start += 7
      }
      text += String(decoding: units, as: UTF16.self)
      guard let following = indexOfEscape(in: bytes, from: start) else { break }
      next = following
    }
    return text + String(decoding: bytes[start...], as: UTF8.self)
  }

  private static func indexOfEscape(in bytes: [UInt8], from start: Int) -> Int? {
    guard bytes.count >= start + 7 else { return nil }
    return (start...bytes.count - 7).first {
      bytes[$0] == UInt8(ascii: "_") && escape(in: bytes, at: $0) != nil
    }
  }

  private static func escape(in bytes: [UInt8], at index: Int) -> UInt16? {
    guard index + 7 <= bytes.count, bytes[index] == UInt8(ascii: "_"),
      bytes[index + 1] == UInt8(ascii: "x"), bytes[index + 6] == UInt8(ascii: "_")
    else { return nil }
    var unit: UInt16 = 0
    for byte in bytes[index + 2..<index + 6] {
      let digit: UInt8
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digit = byte - 48
      case UInt8(ascii: "A")...UInt8(ascii: "F"): digit = byte - 55
      case UInt8(ascii: "a")...UInt8(ascii: "f"): digit = byte - 87
      default: return nil
      }
      unit = unit << 4 | UInt16(digit)
    }
    return unit
  }
}
