/// Text between tags and in attributes.
enum XMLText {
  /// Writes a text with what XML takes for markup escaped (XML 1.0, §2.4).
  static func append(_ text: String, to bytes: inout [UInt8]) {
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "&"): bytes.append(contentsOf: "&amp;".utf8)
      case UInt8(ascii: "<"): bytes.append(contentsOf: "&lt;".utf8)
      case UInt8(ascii: ">"): bytes.append(contentsOf: "&gt;".utf8)
      case UInt8(ascii: "\""): bytes.append(contentsOf: "&quot;".utf8)
      // A reader of an attribute would make a blank of it.
      case UInt8(ascii: "\n"): bytes.append(contentsOf: "&#10;".utf8)
      default: bytes.append(byte)
      }
    }
  }
}
