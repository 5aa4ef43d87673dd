/// Keys under which Vietnamese texts that people would call the same compare equal.
///
/// Names, titles and contents are typed in composed and decomposed Unicode, in capitals, with the
/// tone on either vowel (`hoà`, `hòa`), with non-breaking and doubled spaces and with or without
/// punctuation. The original is kept for display; comparisons use these keys.
public enum VietnameseText {
  /// The words of a text without case, accents and punctuation, with one space between them:
  /// `Điểm tự\nđánh giá:` is `diem tu danh gia`.
  public static func fold(_ text: some StringProtocol) -> String {
    key(of: String(text), keepsAccents: false)
  }

  /// The words of a text without case and punctuation, each tone brought to the end of its
  /// syllable: `HOÀ` and `hòa` are the same, `Phú` and `Phù` are not.
  public static func accentKey(_ text: some StringProtocol) -> String {
    key(of: String(text), keepsAccents: true)
  }

  /// The text in one line: surrounding white space removed, inner runs of it made one space,
  /// zero-width characters dropped.
  ///
  /// Letters, case and accents stay as they are.
  public static func tidy(_ text: some StringProtocol) -> String {
    let text = String(text)
    if isTidy(text) { return text }
    var result = ""
    var space = false
    for scalar in text.unicodeScalars {
      if isInvisible(scalar) { continue }
      if scalar.properties.isWhitespace {
        space = !result.isEmpty
      } else {
        if space { result.unicodeScalars.append(" ") }
        space = false
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// Whether a text is surely one line already: no white space but single spaces inside, and no byte
  /// that white space or a character without width outside ASCII begins with.
  private static func isTidy(_ text: String) -> Bool {
    var previous = UInt8(ascii: " ")
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: " "): if previous == byte { return false }
      case 0x00..<0x20: return false
      // U+0085, U+00A0, U+00AD; U+2000…U+2FFF; U+3000; U+FEFF.
      case 0xC2, 0xE2, 0xE3, 0xEF: return false
      // U+1680 (E1 9A 80), not the Vietnamese letters at U+1EA0…U+1EF9 (E1 BA, E1 BB).
      case 0x9A: if previous == 0xE1 { return false }
      default: break
      }
      previous = byte
    }
    return previous != UInt8(ascii: " ") || text.isEmpty
  }

  /// Whether the text holds no letter outside ASCII: typed without accents altogether.
  public static func isUnaccented(_ text: some StringProtocol) -> Bool {
    let text = String(text)
    return text.utf8.allSatisfy { $0 < 0x80 }
      || text.unicodeScalars.allSatisfy { $0.isASCII || !$0.properties.isAlphabetic }
  }

  /// Whether a scalar is white space of any kind, non-breaking included, or has no width.
  public static func isInvisibleOrSpace(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isWhitespace || isInvisible(scalar)
  }

  static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x200B...0x200F, 0x2060, 0xFEFF, 0x00AD: true
    default: false
    }
  }

  private static func key(of text: String, keepsAccents: Bool) -> String {
    var text = text
    return text.withUTF8 { bytes in
      // A letter gives a base, a quality and, at the end of its word, a tone; its own bytes are two at
      // least, unless it was plain. A lower-case mapping may be longer than its letter.
      withUnsafeTemporaryAllocation(of: UInt8.self, capacity: bytes.count * 4 + 8) { room in
        var writer = KeyWriter(output: room, keepsAccents: keepsAccents)
        var index = 0
        while index < bytes.count {
          let byte = bytes[index]
          if byte < 0x80 {
            writer.append(ascii: byte)
            index += 1
          } else {
            let (scalar, length) = UTF8Scalar.decode(bytes, at: index)
            writer.append(scalar)
            index += length
          }
        }
        writer.endWord()
        return String(decoding: room[..<writer.count], as: UTF8.self)
      }
    }
  }

  /// The number of single-letter edits between two keys, at most `limit` + 1.
  public static func editDistance(_ one: String, _ other: String, limit: Int) -> Int {
    if one.utf8.elementsEqual(other.utf8) { return 0 }
    let a = Array(one.utf8)
    let b = Array(other.utf8)
    if abs(a.count - b.count) > limit { return limit + 1 }
    var previous = Array(0...b.count)
    var current = previous
    for (i, x) in a.enumerated() {
      current[0] = i + 1
      var least = i + 1
      for (j, y) in b.enumerated() {
        let edits = Swift.min(previous[j] + (x == y ? 0 : 1), previous[j + 1] + 1, current[j] + 1)
        current[j + 1] = edits
        least = Swift.min(least, edits)
      }
      if least > limit { return limit + 1 }
      swap(&previous, &current)
    }
    return previous[b.count]
  }

  /// Whether the words of `phrase` stand in `text` one after another; both are keys.
  public static func contains(_ text: String, phrase: String) -> Bool {
    range(of: phrase, in: text) != nil
  }

  /// Where the words of `phrase` stand in `text`, as offsets of UTF-8 bytes; both are keys.
  public static func range(of phrase: String, in text: String) -> Range<Int>? {
    guard !phrase.isEmpty, phrase.utf8.count <= text.utf8.count else { return nil }
    var (text, phrase) = (text, phrase)
    return text.withUTF8 { haystack in
      phrase.withUTF8 { needle in
        let first = needle[0]
        for start in 0...(haystack.count - needle.count)
        where haystack[start] == first && (start == 0 || haystack[start - 1] == 32) {
          let end = start + needle.count
          guard end == haystack.count || haystack[end] == 32 else { continue }
          var offset = 1
          while offset < needle.count, haystack[start + offset] == needle[offset] { offset += 1 }
          if offset == needle.count { return start..<end }
        }
        return nil
      }
    }
  }
}
