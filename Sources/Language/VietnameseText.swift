/// Keys under which Vietnamese texts that people would call the same compare equal.
///
/// Names, titles and contents are typed in composed and decomposed Unicode, in capitals, with the
/// tone on either vowel (`hoà`, `hòa`), with non-breaking and doubled spaces and with or without
/// punctuation. The original is kept for display; comparisons use these keys.
public enum VietnameseText {
  /// The words of a text without case, accents and punctuation, with one space between them:
  /// `Điểm tự\nđánh giá:` is `diem tu danh gia`.
  public static func fold(_ text: some StringProtocol) -> String {
    key(of: text, keepsAccents: false)
  }

  /// The words of a text without case and punctuation, each tone brought to the end of its
  /// syllable: `HOÀ` and `hòa` are the same, `Phú` and `Phù` are not.
  public static func accentKey(_ text: some StringProtocol) -> String {
    key(of: text, keepsAccents: true)
  }

  /// The text in one line: surrounding white space removed, inner runs of it made one space,
  /// zero-width characters dropped.
  ///
  /// Letters, case and accents stay as they are.
  public static func tidy(_ text: some StringProtocol) -> String {
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

  /// Whether the text holds no letter outside ASCII: typed without accents altogether.
  public static func isUnaccented(_ text: some StringProtocol) -> Bool {
    text.unicodeScalars.allSatisfy { $0.isASCII || !$0.properties.isAlphabetic }
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

  private static func key(of text: some StringProtocol, keepsAccents: Bool) -> String {
    var output: [UInt8] = []
    output.reserveCapacity(text.utf8.count)
    var tone: UInt8 = 0
    var pendingSpace = false

    func endWord() {
      if keepsAccents, tone != 0 { output.append(tone) }
      tone = 0
    }

    for scalar in text.unicodeScalars {
      let value = scalar.value
      if value < 0x80 {
        switch UInt8(value) {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
          if pendingSpace { output.append(32) }
          pendingSpace = false
          output.append(UInt8(value))
        case UInt8(ascii: "A")...UInt8(ascii: "Z"):
          if pendingSpace { output.append(32) }
          pendingSpace = false
          output.append(UInt8(value) + 32)
        default:
          endWord()
          pendingSpace = !output.isEmpty
        }
        continue
      }
      if let mark = combiningMarks[value] {
        switch mark {
        case .tone(let digit): tone = digit
        case .quality(let letter): if keepsAccents { output.append(letter) }
        }
        continue
      }
      if isInvisible(scalar) { continue }
      if let letter = letters[value] {
        if pendingSpace { output.append(32) }
        pendingSpace = false
        output.append(letter.base)
        if keepsAccents, letter.quality != 0 { output.append(letter.quality) }
        if letter.tone != 0 { tone = letter.tone }
        continue
      }
      if (0xFF10...0xFF19).contains(value) {
        if pendingSpace { output.append(32) }
        pendingSpace = false
        output.append(UInt8(value - 0xFF10 + 48))
        continue
      }
      if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
        if pendingSpace { output.append(32) }
        pendingSpace = false
        output.append(contentsOf: scalar.properties.lowercaseMapping.utf8)
      } else {
        endWord()
        pendingSpace = !output.isEmpty
      }
    }
    endWord()
    return String(decoding: output, as: UTF8.self)
  }

  private struct Letter {
    var base: UInt8
    var quality: UInt8
    var tone: UInt8
  }

  private enum Mark {
    case tone(UInt8)
    case quality(UInt8)
  }

  /// Tones as digits behind a syllable; qualities (â, ă, ơ) as signs behind their letter.
  private static let combiningMarks: [UInt32: Mark] = [
    0x0300: .tone(UInt8(ascii: "1")), 0x0309: .tone(UInt8(ascii: "2")),
    0x0303: .tone(UInt8(ascii: "3")), 0x0301: .tone(UInt8(ascii: "4")),
    0x0323: .tone(UInt8(ascii: "5")), 0x0302: .quality(UInt8(ascii: "^")),
    0x0306: .quality(UInt8(ascii: "(")), 0x031B: .quality(UInt8(ascii: "+")),
  ]

  private static let letters: [UInt32: Letter] = {
    // Each row: the plain vowel, its quality sign, and the vowel in the order of the tones above.
    let rows: [(String, String, String, String)] = [
      ("a", "", "aàảãáạ", "AÀẢÃÁẠ"), ("a", "(", "ăằẳẵắặ", "ĂẰẲẴẮẶ"),
      ("a", "^", "âầẩẫấậ", "ÂẦẨẪẤẬ"), ("e", "", "eèẻẽéẹ", "EÈẺẼÉẸ"),
      ("e", "^", "êềểễếệ", "ÊỀỂỄẾỆ"), ("i", "", "iìỉĩíị", "IÌỈĨÍỊ"),
      ("o", "", "oòỏõóọ", "OÒỎÕÓỌ"), ("o", "^", "ôồổỗốộ", "ÔỒỔỖỐỘ"),
      ("o", "+", "ơờởỡớợ", "ƠỜỞỠỚỢ"), ("u", "", "uùủũúụ", "UÙỦŨÚỤ"),
      ("u", "+", "ưừửữứự", "ƯỪỬỮỨỰ"), ("y", "", "yỳỷỹýỵ", "YỲỶỸÝỴ"),
    ]
    var table: [UInt32: Letter] = [:]
    for (base, quality, lower, upper) in rows {
      for variants in [lower, upper] {
        for (tone, scalar) in variants.unicodeScalars.enumerated() where scalar.value >= 0x80 {
          table[scalar.value] = Letter(
            base: base.utf8.first ?? 0, quality: quality.utf8.first ?? 0,
            tone: tone == 0 ? 0 : UInt8(48 + tone))
        }
      }
    }
    // đ and Đ, and the look-alikes that some keyboards give in their place.
    for value: UInt32 in [0x0111, 0x0110, 0x00F0, 0x00D0, 0x0189] {
      table[value] = Letter(base: UInt8(ascii: "d"), quality: UInt8(ascii: "-"), tone: 0)
    }
    return table
  }()

  /// The number of single-letter edits between two keys, at most `limit` + 1.
  public static func editDistance(_ one: String, _ other: String, limit: Int) -> Int {
    let a = Array(one.utf8)
    let b = Array(other.utf8)
    if abs(a.count - b.count) > limit { return limit + 1 }
    var previous = Array(0...b.count)
    for (i, x) in a.enumerated() {
      var current = [i + 1]
      current.reserveCapacity(b.count + 1)
      for (j, y) in b.enumerated() {
        current.append(
          Swift.min(previous[j] + (x == y ? 0 : 1), previous[j + 1] + 1, current[j] + 1))
      }
      if (current.min() ?? 0) > limit { return limit + 1 }
      previous = current
    }
    return previous[b.count]
  }

  /// Whether the words of `phrase` stand in `text` one after another; both are keys.
  public static func contains(_ text: String, phrase: String) -> Bool {
    range(of: phrase, in: text) != nil
  }

  /// Where the words of `phrase` stand in `text`, as offsets of UTF-8 bytes; both are keys.
  public static func range(of phrase: String, in text: String) -> Range<Int>? {
    let haystack = Array(text.utf8)
    let needle = Array(phrase.utf8)
    guard !needle.isEmpty, needle.count <= haystack.count else { return nil }
    for start in 0...(haystack.count - needle.count)
    where start == 0 || haystack[start - 1] == 32 {
      let end = start + needle.count
      guard end == haystack.count || haystack[end] == 32 else { continue }
      if haystack[start..<end].elementsEqual(needle) { return start..<end }
    }
    return nil
  }
}
