import Regulation

/// Writes JSON (RFC 8259) with its keys in the order in which they are given.
package struct JSONText {
  /// The bytes that were not taken yet, UTF-8.
  private(set) var bytes: [UInt8] = []
  private var isFirst = true

  /// A value that a key or an array holds.
  enum Value {
    case string(String?)
    case number(Int)
    case boolean(Bool)
    case strings([String])
    /// Points, exact, between quotes.
    case points(Points?)
  }

  /// Hands over what was written once it is long enough, or in any case.
  mutating func flush<Failure: Error>(
    atLeast size: Int = 1, to take: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    guard bytes.count >= size else { return }
    try take(bytes)
    bytes.removeAll(keepingCapacity: true)
  }

  /// Appends text as it is: brackets and line breaks.
  mutating func raw(_ text: String) {
    bytes.append(contentsOf: text.utf8)
    isFirst = text.utf8.last == UInt8(ascii: "{") || text.utf8.last == UInt8(ascii: "[")
  }

  /// Appends members that are written already, behind which others may follow.
  mutating func members(_ text: [UInt8]) {
    bytes.append(contentsOf: text)
    isFirst = false
  }

  /// Appends what stands between values, as it is, in one piece.
  mutating func fragment(_ text: StaticString) {
    bytes.append(
      contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  /// Appends a comma unless a bracket has just been opened, then, if given, a line break.
  mutating func next(_ lineBreak: String = "") {
    if !isFirst { bytes.append(UInt8(ascii: ",")) }
    bytes.append(contentsOf: lineBreak.utf8)
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
    case .string(let text): self.value(text)
    case .number(let number): bytes.append(contentsOf: String(number).utf8)
    case .boolean(let flag): bytes.append(contentsOf: (flag ? "true" : "false").utf8)
    case .strings(let texts):
      bytes.append(UInt8(ascii: "["))
      for (index, text) in texts.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        append(text)
      }
      bytes.append(UInt8(ascii: "]"))
    case .points(let points): self.value(points)
    }
  }

  /// Appends a text, or null, behind a key.
  mutating func value(_ text: String?) {
    guard let text else { return null() }
    append(text)
  }

  /// Appends points between quotes, or null, behind a key.
  mutating func value(_ points: Points?) {
    guard let points else { return null() }
    bytes.append(UInt8(ascii: "\""))
    points.append(to: &bytes)
    bytes.append(UInt8(ascii: "\""))
  }

  private mutating func null() { bytes.append(contentsOf: "null".utf8) }

  private mutating func append(_ text: String) { Self.append(text, to: &bytes) }

  /// Appends a string with the escapes that RFC 8259, section 7 requires.
  package static func append(_ text: String, to bytes: inout [UInt8]) {
    append(text.utf8Span.span, to: &bytes)
  }

  /// Appends a string, given as its UTF-8.
  package static func append(_ text: Span<UInt8>, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    text.withUnsafeBufferPointer { string in
      let isPlain = string.allSatisfy {
        $0 >= 0x20 && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\")
      }
      // As nearly all texts are: copied in one piece.
      if isPlain { return bytes.append(contentsOf: string) }
      for byte in string { appendEscaped(byte, to: &bytes) }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private static func appendEscaped(_ byte: UInt8, to bytes: inout [UInt8]) {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
    case 0x0A: bytes += "\\n".utf8
    case 0x0D: bytes += "\\r".utf8
    case 0x09: bytes += "\\t".utf8
    case 0x00..<0x20:
      bytes += "\\u00".utf8
      bytes += [hexadecimal(byte >> 4), hexadecimal(byte & 15)]
    default: bytes.append(byte)
    }
  }

  private static func hexadecimal(_ digit: UInt8) -> UInt8 {
    digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10
  }
}
