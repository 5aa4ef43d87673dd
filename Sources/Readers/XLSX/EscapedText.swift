/// Text in which characters are escaped as `_xHHHH_` (ECMA-376 Part 1, §22.9.2.19).
enum EscapedText {
  /// The size of one escape.
  private static let escapeSize = 7

  /// The text that `bytes` (UTF-8) stand for: `_x000D_` is a carriage return, `_x005F_` the
  /// underscore of a text that would look like an escape.
  static func decode(_ bytes: [UInt8]) -> String {
    var text = bytes
    decodeInPlace(&text)
    return String(decoding: text, as: UTF8.self)
  }

  /// Turns `bytes` (UTF-8) into what they stand for, which is never longer.
  static func decodeInPlace(_ bytes: inout [UInt8]) {
    guard var next = indexOfEscape(in: bytes, from: 0) else { return }
    var end = next
    while true {
      // Characters beyond the basic plane are two escapes in a row, one a surrogate.
      var units: [UInt16] = []
      var start = next
      while let unit = escape(in: bytes, at: start) {
        units.append(unit)
        start += escapeSize
      }
      for byte in String(decoding: units, as: UTF16.self).utf8 {
        bytes[end] = byte
        end += 1
      }
      next = indexOfEscape(in: bytes, from: start) ?? bytes.count
      for index in start..<next {
        bytes[end] = bytes[index]
        end += 1
      }
      if next == bytes.count { break }
    }
    bytes.removeSubrange(end...)
  }

  private static func indexOfEscape(in bytes: [UInt8], from start: Int) -> Int? {
    guard bytes.count >= start + escapeSize else { return nil }
    return (start...bytes.count - escapeSize).first {
      bytes[$0] == UInt8(ascii: "_") && escape(in: bytes, at: $0) != nil
    }
  }

  private static func escape(in bytes: [UInt8], at index: Int) -> UInt16? {
    guard index + escapeSize <= bytes.count, bytes[index] == UInt8(ascii: "_"),
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
