/// The bytes of an XML part, ready for the parser.
///
/// ECMA-376 Part 2 §8.1.1 allows UTF-8 and UTF-16; UTF-16 is brought to UTF-8 here, so that all
/// that looks at the bytes sees one encoding.
struct XMLDocument {
  /// The document without byte order mark and without blanks before its first tag.
  let bytes: ArraySlice<UInt8>
  /// Whether the bytes are UTF-8 although the document says that it is UTF-16.
  let isTranscoded: Bool

  /// A document as it is stored.
  init(_ stored: [UInt8]) {
    switch (stored.first, stored.dropFirst().first) {
    case (0xFF, 0xFE): self.init(utf16: stored.dropFirst(2), isBigEndian: false)
    case (0xFE, 0xFF): self.init(utf16: stored.dropFirst(2), isBigEndian: true)
    case (UInt8(ascii: "<"), 0): self.init(utf16: stored[...], isBigEndian: false)
    case (0, UInt8(ascii: "<")): self.init(utf16: stored[...], isBigEndian: true)
    default:
      self.init(bytes: Self.withoutMark(stored[...]), isTranscoded: false)
    }
  }

  /// What is left of the beginning of a document in UTF-8 behind a byte order mark and blanks.
  static func withoutMark<Bytes: RandomAccessCollection<UInt8>>(_ stored: Bytes) -> Bytes
  where Bytes.SubSequence == Bytes {
    let text = stored.starts(with: [0xEF, 0xBB, 0xBF]) ? stored.dropFirst(3) : stored
    return text.drop { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }
  }

  private init(utf16 stored: ArraySlice<UInt8>, isBigEndian: Bool) {
    let start = stored.startIndex
    let units = (0..<stored.count / 2).lazy.map { pair -> UInt16 in
      let first = UInt16(stored[start + 2 * pair])
      let second = UInt16(stored[start + 2 * pair + 1])
      return isBigEndian ? first << 8 | second : second << 8 | first
    }
    var utf8: [UInt8] = []
    utf8.reserveCapacity(stored.count)
    _ = transcode(units.makeIterator(), from: UTF16.self, to: UTF8.self, stoppingOnError: false) {
      utf8.append($0)
    }
    self.init(bytes: utf8[...], isTranscoded: true)
  }

  private init(bytes: ArraySlice<UInt8>, isTranscoded: Bool) {
    self.bytes = bytes
    self.isTranscoded = isTranscoded
  }
}
