/// Character data up to the next tag (XML 1.0, productions 14 and 66 to 68).
enum TextScanner {
  /// Adds the text to `buffer` as it stands; false, and nothing is moved or added, where something
  /// in it stands for something else, or is not known.
  ///
  /// - Parameter limit: how many bytes the text may have.
  @inline(__always)
  static func appendPlain(
    _ position: inout UnsafePointer<UInt8>, to buffer: inout [UInt8], limit: Int
  ) -> Bool {
    let start = position
    var next = position
    var beyondASCII: UInt64 = 0
    while true {
      let word = ByteWord(at: next)
      let stops = word.bits(equalTo: UInt8(ascii: "<"))
      let special =
        word.bits(equalTo: UInt8(ascii: "&")) | word.bits(equalTo: UInt8(ascii: "_"))
        | word.bits(equalTo: UInt8(ascii: ">")) | word.bitsOfControls
      if stops == 0 {
        if special != 0 { return false }
        beyondASCII |= word.bitsBeyondASCII
        next += 8
      } else {
        // Only what stands before the tag counts.
        let before = stops & (~stops &+ 1) &- 1
        if special & before != 0 { return false }
        beyondASCII |= word.bitsBeyondASCII & before
        next += stops.trailingZeroBitCount >> 3
        break
      }
    }
    let text = UnsafeBufferPointer(start: start, count: next - start)
    guard text.count <= limit, beyondASCII == 0 || isCharacters(text) else { return false }
    buffer.append(contentsOf: text)
    position = next
    return true
  }

  /// Replaces `buffer` by the text, its references and line ends resolved; false for what is not
  /// known.
  ///
  /// - Parameter limit: how many bytes the text may have as it is written.
  static func copy(
    _ position: inout UnsafePointer<UInt8>, to buffer: inout [UInt8], limit: Int
  ) -> Bool {
    buffer.removeAll(keepingCapacity: true)
    let start = position
    while position[0] != UInt8(ascii: "<") {
      let byte = position[0]
      switch byte {
      case UInt8(ascii: "&"):
        guard let length = appendReference(position, to: &buffer) else { return false }
        position += length
        continue
      case 0x0D:
        // A carriage return, with or without a line feed, is a line feed (§2.11).
        buffer.append(0x0A)
        if position[1] == 0x0A { position += 1 }
      case UInt8(ascii: ">"):
        guard !buffer.suffix(2).elementsEqual("]]".utf8) else { return false }
        buffer.append(byte)
      case 0x09, 0x0A, 0x20...: buffer.append(byte)
      default: return false
      }
      position += 1
    }
    let text = UnsafeBufferPointer(start: start, count: position - start)
    return text.count <= limit && isCharacters(text)
  }

  /// Moves behind the start tag of an element of one letter, which may keep its blanks.
  @inline(__always)
  static func begins(_ letter: UInt8, _ position: inout UnsafePointer<UInt8>) -> Bool {
    guard position[0] == UInt8(ascii: "<"), position[1] == letter else { return false }
    if position[2] == UInt8(ascii: ">") {
      position += 3
      return true
    }
    let preserve: StaticString = " xml:space=\"preserve\">"
    for index in 0..<preserve.utf8CodeUnitCount
    where position[index + 2] != preserve.utf8Start[index] { return false }
    position += 2 + preserve.utf8CodeUnitCount
    return true
  }

  /// Moves behind `</t>`.
  @inline(__always)
  static func endsText(_ position: inout UnsafePointer<UInt8>) -> Bool {
    guard position.begins(with: 0x3E74_2F3C) else { return false }
    position += 4
    return true
  }

  /// Whether the bytes are UTF-8 and characters that XML allows, controls aside.
  private static func isCharacters(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard (try? UTF8Span(validating: text.span)) != nil else { return false }
    // U+FFFE and U+FFFF are none.
    var index = 0
    while let found = text[index...].firstIndex(of: 0xEF) {
      if text[found + 1] == 0xBF, text[found + 2] >= 0xBE { return false }
      index = found + 1
    }
    return true
  }

  /// Adds the character of a reference to one of the five entities that XML itself declares.
  ///
  /// - Returns: the length of the reference; nil for another one.
  private static func appendReference(
    _ reference: UnsafePointer<UInt8>, to buffer: inout [UInt8]
  ) -> Int? {
    for (name, byte) in entities {
      let isHere = (0..<name.utf8CodeUnitCount).allSatisfy {
        reference[$0] == name.utf8Start[$0]
      }
      if isHere {
        buffer.append(byte)
        return name.utf8CodeUnitCount
      }
    }
    return appendCharacter(reference, to: &buffer)
  }

  /// Adds the character of a reference by number, `&#10;` or `&#xA;`.
  private static func appendCharacter(
    _ reference: UnsafePointer<UInt8>, to buffer: inout [UInt8]
  ) -> Int? {
    guard reference[1] == UInt8(ascii: "#") else { return nil }
    let isHexadecimal = reference[2] == UInt8(ascii: "x")
    var next = reference + (isHexadecimal ? 3 : 2)
    let digits = next
    var value: UInt32 = 0
    while let digit = Self.digit(next[0]), digit < (isHexadecimal ? 16 : 10), value < 0x11_0000 {
      value = value * (isHexadecimal ? 16 : 10) + digit
      next += 1
    }
    guard next > digits, next[0] == UInt8(ascii: ";"), let scalar = Unicode.Scalar(value),
      value >= 0x20 || value == 0x09 || value == 0x0A || value == 0x0D,
      value != 0xFFFE, value != 0xFFFF
    else { return nil }
    buffer.append(contentsOf: String(Character(scalar)).utf8)
    return next + 1 - reference
  }

  private static func digit(_ byte: UInt8) -> UInt32? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte - 48)
    case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt32(byte - 55)
    case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt32(byte - 87)
    default: nil
    }
  }

  private static let entities: [(StaticString, UInt8)] = [
    ("&amp;", UInt8(ascii: "&")), ("&lt;", UInt8(ascii: "<")), ("&gt;", UInt8(ascii: ">")),
    ("&quot;", UInt8(ascii: "\"")), ("&apos;", UInt8(ascii: "'")),
  ]
}
