/// Text in UTF-32: how it is told by its bytes, and its UTF-8.
enum UTF32Text {
  /// The byte order in which `bytes` read as text in UTF-32, and where the text starts behind a byte
  /// order mark; nil when they do not.
  ///
  /// The mark of little-endian UTF-32 begins as that of UTF-16 does. Text of UTF-16 has no character
  /// NUL behind its mark, so what follows tells them apart, as it tells UTF-32 without a mark: no
  /// character lies above U+10FFFF, and those of Latin letters have zeros in their two upper bytes.
  static func byteOrder(of bytes: [UInt8]) -> (TextEncoding, start: Int)? {
    guard bytes.count >= 8 else { return nil }
    let sample = bytes.prefix(1 << 16)
    for (order, mark) in marks where sample.starts(with: mark) && isUTF32(sample, order) {
      return (order, mark.count)
    }
    return marks.first { isUTF32(sample, $0.0) }.map { ($0.0, 0) }
  }

  private static let marks: [(TextEncoding, [UInt8])] = [
    (.utf32LittleEndian, [0xFF, 0xFE, 0, 0]), (.utf32BigEndian, [0, 0, 0xFE, 0xFF]),
  ]

  /// Whether the units that `bytes` begins with are characters of text, nearly all of them.
  private static func isUTF32(_ bytes: ArraySlice<UInt8>, _ order: TextEncoding) -> Bool {
    let isBigEndian = order == .utf32BigEndian
    var units = 0
    var characters = 0
    for index in stride(from: 0, to: bytes.count - 3, by: 4) {
      units += 1
      let value = unit(of: bytes, at: index, bigEndian: isBigEndian)
      if value >= 0x09, Unicode.Scalar(value) != nil { characters += 1 }
    }
    return characters * 50 >= units * 49
  }

  private static func unit(
    of bytes: ArraySlice<UInt8>, at index: Int, bigEndian: Bool
  ) -> UInt32 {
    let unit =
      UInt32(bytes[index]) << 24 | UInt32(bytes[index + 1]) << 16 | UInt32(bytes[index + 2]) << 8
      | UInt32(bytes[index + 3])
    return bigEndian ? unit : unit.byteSwapped
  }

  /// The UTF-8 of `bytes`; units that are no character, and bytes left over at the end, become
  /// U+FFFD.
  ///
  /// - Returns: the text, and how many characters were replaced.
  static func decode(
    _ bytes: ArraySlice<UInt8>, bigEndian: Bool
  ) -> (text: [UInt8], replaced: Int) {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count / 3)
    var replaced = 0
    let end = bytes.startIndex + bytes.count / 4 * 4
    for index in stride(from: bytes.startIndex, to: end, by: 4) {
      if let scalar = Unicode.Scalar(unit(of: bytes, at: index, bigEndian: bigEndian)) {
        text.append(scalar: scalar)
      } else {
        text.append(scalar: "\u{FFFD}")
        replaced += 1
      }
    }
    if end < bytes.endIndex {
      text.append(scalar: "\u{FFFD}")
      replaced += 1
    }
    return (text, replaced)
  }
}
