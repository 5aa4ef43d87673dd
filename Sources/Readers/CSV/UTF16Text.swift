/// Text in UTF-16: how it is told by its bytes, and its UTF-8.
enum UTF16Text {
  /// The byte order in which `bytes`, which have no byte order mark, read as text in UTF-16; nil
  /// when they do not.
  ///
  /// Digits, spaces and plain letters leave a zero in every second byte, the same one, and the
  /// other letters of Vietnamese leave few values more there.
  static func byteOrder(of bytes: ArraySlice<UInt8>) -> TextEncoding? {
    let sample = bytes.prefix(1 << 16)
    if isUTF16(sample, highByteAt: 1) { return .utf16LittleEndian }
    if isUTF16(sample, highByteAt: 0) { return .utf16BigEndian }
    return nil
  }

  private static func isUTF16(_ bytes: ArraySlice<UInt8>, highByteAt parity: Int) -> Bool {
    var zeros = 0
    var usual = 0
    var misplacedZeros = 0
    for (offset, byte) in bytes.enumerated() {
      if offset & 1 != parity {
        if byte == 0 { misplacedZeros += 1 }
      } else {
        if byte == 0 { zeros += 1 }
        if usualHighBytes.contains(byte) { usual += 1 }
      }
    }
    let units = bytes.count / 2
    return zeros > 0 && zeros * 4 >= units && usual * 4 >= units * 3 && misplacedZeros * 50 <= zeros
  }

  /// Latin, combining marks, the letters of Vietnamese, punctuation.
  private static let usualHighBytes: Set<UInt8> = [0x00, 0x01, 0x02, 0x03, 0x1E, 0x20]

  /// The UTF-8 of `bytes`; surrogates without their other half and a last odd byte become U+FFFD.
  ///
  /// - Returns: the text, and how many characters were replaced.
  static func decode(
    _ bytes: ArraySlice<UInt8>, bigEndian: Bool
  ) -> (text: [UInt8], replaced: Int) {
    let pairs = sequence(state: bytes.startIndex) { index -> UInt16? in
      guard index + 1 < bytes.endIndex else { return nil }
      let first = UInt16(bytes[index])
      let second = UInt16(bytes[index + 1])
      index += 2
      return bigEndian ? first << 8 | second : second << 8 | first
    }
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count)
    var replaced = 0
    var units = pairs.makeIterator()
    var decoder = UTF16()
    decoding: while true {
      switch decoder.decode(&units) {
      case .scalarValue(let scalar): text.append(scalar: scalar)
      case .error:
        text.append(scalar: "\u{FFFD}")
        replaced += 1
      case .emptyInput: break decoding
      }
    }
    if !bytes.count.isMultiple(of: 2) {
      text.append(scalar: "\u{FFFD}")
      replaced += 1
    }
    return (text, replaced)
  }
}
