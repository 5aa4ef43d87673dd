/// Writes the key of a text letter by letter into room that its caller gives: no dictionary and no array
/// is touched on the way.
///
/// 10,000 submissions have 2.5 million cells, each of which is folded several times.
struct KeyWriter {
  private let output: UnsafeMutableBufferPointer<UInt8>
  private let keepsAccents: Bool
  private var tone: UInt8 = 0
  private var pendingSpace = false
  /// How many bytes of the key are written.
  private(set) var count = 0

  /// A writer into room for four bytes a byte of the text, and eight.
  init(output: UnsafeMutableBufferPointer<UInt8>, keepsAccents: Bool) {
    self.output = output
    self.keepsAccents = keepsAccents
  }

  /// Ends the word: the tone of its last syllable is written.
  mutating func endWord() {
    if keepsAccents, tone != 0 { put(tone) }
    tone = 0
  }

  /// Appends an ASCII character.
  mutating func append(ascii byte: UInt8) {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      begin()
      put(byte)
    case UInt8(ascii: "A")...UInt8(ascii: "Z"):
      begin()
      put(byte + 32)
    default: separate()
    }
  }

  /// Appends any other character.
  mutating func append(_ scalar: Unicode.Scalar) {
    let value = scalar.value
    switch VietnameseLetters.entry(of: value) {
    case .letter(let letter):
      begin()
      put(letter.base)
      if keepsAccents, letter.quality != 0 { put(letter.quality) }
      if letter.tone != 0 { tone = letter.tone }
    case .tone(let digit): tone = digit
    case .quality(let letter): if keepsAccents { put(letter) }
    case nil:
      if VietnameseText.isInvisible(scalar) { return }
      if (0xFF10...0xFF19).contains(value) {
        begin()
        put(UInt8(value - 0xFF10 + 48))
      } else if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
        begin()
        for byte in scalar.properties.lowercaseMapping.utf8 { put(byte) }
      } else {
        separate()
      }
    }
  }

  private mutating func begin() {
    if pendingSpace { put(32) }
    pendingSpace = false
  }

  private mutating func separate() {
    endWord()
    pendingSpace = count > 0
  }

  private mutating func put(_ byte: UInt8) {
    output[count] = byte
    count += 1
  }
}

/// The letters and marks of Vietnamese by their scalars.
enum VietnameseLetters {
  /// A letter as a key has it.
  struct Letter {
    var base: UInt8
    /// The sign of â, ă, ơ and their like; 0 for none.
    var quality: UInt8
    /// The digit of its tone; 0 for none.
    var tone: UInt8
  }

  /// What a scalar is to a key.
  enum Entry {
    case letter(Letter)
    /// A combining tone, as the digit behind its syllable.
    case tone(UInt8)
    /// A combining quality (â, ă, ơ), as the sign behind its letter.
    case quality(UInt8)
  }

  /// What a scalar is; nil for one that Vietnamese does not know.
  static func entry(of value: UInt32) -> Entry? {
    value < 0x400
      ? low[Int(value)]
      : (0x1EA0...0x1EFF).contains(value) ? high[Int(value - 0x1EA0)] : nil
  }

  private static let low: [Entry?] = (0..<0x400).map { all[$0] }
  private static let high: [Entry?] = (0x1EA0...0x1EFF).map { all[$0] }

  private static let all: [UInt32: Entry] = {
    // Each row: the plain vowel, its quality sign, and the vowel in the order of the tones below.
    let rows: [(String, String, String, String)] = [
      ("a", "", "aàảãáạ", "AÀẢÃÁẠ"), ("a", "(", "ăằẳẵắặ", "ĂẰẲẴẮẶ"),
      ("a", "^", "âầẩẫấậ", "ÂẦẨẪẤẬ"), ("e", "", "eèẻẽéẹ", "EÈẺẼÉẸ"),
      ("e", "^", "êềểễếệ", "ÊỀỂỄẾỆ"), ("i", "", "iìỉĩíị", "IÌỈĨÍỊ"),
      ("o", "", "oòỏõóọ", "OÒỎÕÓỌ"), ("o", "^", "ôồổỗốộ", "ÔỒỔỖỐỘ"),
      ("o", "+", "ơờởỡớợ", "ƠỜỞỠỚỢ"), ("u", "", "uùủũúụ", "UÙỦŨÚỤ"),
      ("u", "+", "ưừửữứự", "ƯỪỬỮỨỰ"), ("y", "", "yỳỷỹýỵ", "YỲỶỸÝỴ"),
    ]
    var table: [UInt32: Entry] = [
      0x0300: .tone(UInt8(ascii: "1")), 0x0309: .tone(UInt8(ascii: "2")),
      0x0303: .tone(UInt8(ascii: "3")), 0x0301: .tone(UInt8(ascii: "4")),
      0x0323: .tone(UInt8(ascii: "5")), 0x0302: .quality(UInt8(ascii: "^")),
      0x0306: .quality(UInt8(ascii: "(")), 0x031B: .quality(UInt8(ascii: "+")),
    ]
    for (base, quality, lower, upper) in rows {
      for variants in [lower, upper] {
        for (tone, scalar) in variants.unicodeScalars.enumerated() where scalar.value >= 0x80 {
          table[scalar.value] = .letter(
            Letter(
              base: base.utf8.first ?? 0, quality: quality.utf8.first ?? 0,
              tone: tone == 0 ? 0 : UInt8(48 + tone)))
        }
      }
    }
    // đ and Đ, and the look-alikes that some keyboards give in their place.
    for value: UInt32 in [0x0111, 0x0110, 0x00F0, 0x00D0, 0x0189] {
      table[value] = .letter(Letter(base: UInt8(ascii: "d"), quality: UInt8(ascii: "-"), tone: 0))
    }
    return table
  }()
}

/// Scalars of valid UTF-8, as Swift's strings hold it.
enum UTF8Scalar {
  /// The scalar that begins at `index`, and how many bytes it takes.
  static func decode(
    _ bytes: UnsafeBufferPointer<UInt8>, at index: Int
  ) -> (scalar: Unicode.Scalar, length: Int) {
    func rest(_ offset: Int) -> UInt32 { UInt32(bytes[index + offset] & 0x3F) }
    let first = UInt32(bytes[index])
    let (value, length): (UInt32, Int) =
      switch first {
      case ..<0x80: (first, 1)
      case ..<0xE0: ((first & 0x1F) << 6 | rest(1), 2)
      case ..<0xF0: ((first & 0x0F) << 12 | rest(1) << 6 | rest(2), 3)
      default: ((first & 0x07) << 18 | rest(1) << 12 | rest(2) << 6 | rest(3), 4)
      }
    return (Unicode.Scalar(value) ?? "\u{FFFD}", length)
  }
}
