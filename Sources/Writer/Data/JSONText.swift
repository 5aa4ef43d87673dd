/// Writes JSON (RFC 8259) with its keys in the order in which they are given.
struct JSONText {
  /// The bytes written so far, UTF-8.
  private(set) var bytes: [UInt8] = []
  private var isFirst = true

  /// A value that a key or an array holds.
  enum Value {
    case string(String?)
    case number(Int)
    case boolean(Bool)
    case strings([String])
  }

  /// Appends text as it is: brackets and line breaks.
  mutating func raw(_ text: String) {
    bytes += Array(text.utf8)
    isFirst = text.last == "{" || text.last == "["
  }

  /// Appends a comma unless a bracket has just been opened, then, if given, a line break.
  mutating func next(_ lineBreak: String = "") {
    if !isFirst { bytes.append(UInt8(ascii: ",")) }
    bytes += Array(lineBreak.utf8)
    isFirst = false
  }

  /// Appends `"key":` behind the members before it.
  mutating func key(_ name: String) {
    next()
    append(name)
    bytes.append(UInt8(ascii: ":"))
  }

  /// Appends a member of the object that is open.
  mutating func member(_ name: String, _ value: Value) {
    key(name)
    switch value {
    case .string(let text?): append(text)
    case .string(nil): bytes += Array("null".utf8)
    case .number(let number): bytes += Array(String(number).utf8)
    case .boolean(let flag): bytes += Array((flag ? "true" : "false").utf8)
    case .strings(let texts):
      bytes.append(UInt8(ascii: "["))
      for (index, text) in texts.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        append(text)
      }
      bytes.append(UInt8(ascii: "]"))
    }
  }

  /// Appends a string with the escapes that RFC 8259, section 7 requires.
  private mutating func append(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""): bytes += Array("\\\"".utf8)
      case UInt8(ascii: "\\"): bytes += Array("\\\\".utf8)
      case 0x0A: bytes += Array("\\n".utf8)
      case 0x0D: bytes += Array("\\r".utf8)
      case 0x09: bytes += Array("\\t".utf8)
      case 0x00..<0x20:
        bytes += Array("\\u00".utf8)
        bytes += Array((byte < 0x10 ? "0" : "").utf8) + Array(String(byte, radix: 16).utf8)
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }
}
