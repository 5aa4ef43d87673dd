import Testing

/// Encoders of Vietnamese text for tests, written from the published tables of the encodings and
/// not from the decoders under test.
enum VietnameseEncoder: String, CaseIterable, CustomTestStringConvertible {
  case utf8, utf8WithMark, utf16LittleEndian, utf16BigEndian, utf16LittleEndianWithMark
  case utf16BigEndianWithMark, windows1258, tcvn3, tcvn5712, vni

  /// The name under which the reader reports the encoding; nil for Unicode.
  var reportedName: String? {
    switch self {
    case .windows1258: "Windows-1258"
    case .tcvn3: "TCVN3 (ABC)"
    case .tcvn5712: "TCVN 5712 (VN1)"
    case .vni: "VNI"
    default: nil
    }
  }

  /// The text as it comes back: TCVN3 has no capitals with tones.
  func surviving(_ text: String) -> String {
    guard self == .tcvn3 else { return text }
    var result = ""
    for character in text {
      let isStored = character.isASCII || Self.codesOfTCVN3[character] != nil
      result += isStored ? String(character) : character.lowercased()
    }
    return result
  }

  /// The bytes of `text`.
  func encode(_ text: String) -> [UInt8] {
    switch self {
    case .utf8: Array(text.utf8)
    case .utf8WithMark: [0xEF, 0xBB, 0xBF] + text.utf8
    case .utf16LittleEndian: text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    case .utf16BigEndian: text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    case .utf16LittleEndianWithMark: [0xFF, 0xFE] + Self.utf16LittleEndian.encode(text)
    case .utf16BigEndianWithMark: [0xFE, 0xFF] + Self.utf16BigEndian.encode(text)
    case .windows1258: characters(of: text) { Self.codesOfWindows1258[$0] }
    case .tcvn3:
      characters(of: text) { character in
        (Self.codesOfTCVN3[character] ?? Self.codesOfTCVN3[Character(character.lowercased())]).map {
          [$0]
        }
      }
    case .tcvn5712:
      characters(of: text) { character in
        (Self.codesOfTCVN3[character] ?? Self.capitalsOfTCVN5712[character]).map { [$0] }
      }
    case .vni: characters(of: text) { Self.codesOfVNI[$0] }
    }
  }

  var testDescription: String { rawValue }

  /// Characters that the table does not know become a question mark, as encoders have it.
  private func characters(
    of text: String, bytes: (Character) -> [UInt8]?
  ) -> [UInt8] {
    text.flatMap { character in
      if character.isASCII { return Array(String(character).utf8) }
      return bytes(character) ?? [UInt8(ascii: "?")]
    }
  }

  private static let vowels: [(letter: Character, toned: String)] = [
    ("a", "àảãáạ"), ("ă", "ằẳẵắặ"), ("â", "ầẩẫấậ"), ("e", "èẻẽéẹ"), ("ê", "ềểễếệ"),
    ("i", "ìỉĩíị"), ("o", "òỏõóọ"), ("ô", "ồổỗốộ"), ("ơ", "ờởỡớợ"), ("u", "ùủũúụ"),
    ("ư", "ừửữứự"), ("y", "ỳỷỹýỵ"),
  ]

  private static func codes(
    letters: [Character: [UInt8]], tone: (_ letter: Character, _ number: Int) -> [UInt8]
  ) -> [Character: [UInt8]] {
    var table = letters
    for (letter, toned) in vowels {
      for (number, character) in toned.enumerated() where table[character] == nil {
        table[character] = tone(letter, number)
      }
    }
    return table
  }

  private static let codesOfWindows1258: [Character: [UInt8]] = {
    let small: [Character: [UInt8]] = [
      "ă": [0xE3], "â": [0xE2], "đ": [0xF0], "ê": [0xEA], "ô": [0xF4], "ơ": [0xF5], "ư": [0xFD],
    ]
    let capital: [Character: [UInt8]] = [
      "Ă": [0xC3], "Â": [0xC2], "Đ": [0xD0], "Ê": [0xCA], "Ô": [0xD4], "Ơ": [0xD5], "Ư": [0xDD],
    ]
    // Grave, hook, tilde, acute and dot follow their letter.
    let tones: [UInt8] = [0xCC, 0xD2, 0xDE, 0xEC, 0xF2]
    func bytes(_ letter: Character) -> [UInt8] {
      small[letter] ?? capital[letter] ?? Array(String(letter).utf8)
    }
    var table = codes(letters: small) { bytes($0) + [tones[$1]] }
    for (letter, toned) in vowels {
      let upper = Character(letter.uppercased())
      for (number, character) in toned.uppercased().enumerated() {
        table[character] = bytes(upper) + [tones[number]]
      }
    }
    return table.merging(capital) { $1 }
  }()

  private static let codesOfTCVN3: [Character: UInt8] = {
    let codes: KeyValuePairs<UInt8, String> = [
      0xA1: "ĂÂÊÔƠƯĐăâêôơưđ", 0xB5: "àảãáạ", 0xBB: "ằẳẵắ", 0xC6: "ặầẩẫấậè", 0xCE: "ẻẽéẹềểễếệìỉ",
      0xDC: "ĩíịò", 0xE1: "ỏõóọồổỗốộờởỡớợù", 0xF1: "ủũúụừửữứựỳỷỹýỵ",
    ]
    var table: [Character: UInt8] = [:]
    for (first, characters) in codes {
      for (offset, character) in characters.enumerated() {
        table[character] = first + UInt8(offset)
      }
    }
    return table
  }()

  private static let capitalsOfTCVN5712: [Character: UInt8] = [
    "Ú": 0x01, "Ụ": 0x02, "Ừ": 0x04, "Ử": 0x05, "Ữ": 0x06, "Ứ": 0x11, "Ự": 0x12, "Ỳ": 0x13,
    "Ỷ": 0x14, "Ỹ": 0x15, "Ý": 0x16, "Ỵ": 0x17, "À": 0x80, "Ả": 0x81, "Ã": 0x82, "Á": 0x83,
    "Ạ": 0x84, "Ặ": 0x85, "Ậ": 0x86, "È": 0x87, "Ẻ": 0x88, "Ẽ": 0x89, "É": 0x8A, "Ẹ": 0x8B,
    "Ệ": 0x8C, "Ì": 0x8D, "Ỉ": 0x8E, "Ĩ": 0x8F, "Í": 0x90, "Ị": 0x91, "Ò": 0x92, "Ỏ": 0x93,
    "Õ": 0x94, "Ó": 0x95, "Ọ": 0x96, "Ộ": 0x97, "Ờ": 0x98, "Ở": 0x99, "Ỡ": 0x9A, "Ớ": 0x9B,
    "Ợ": 0x9C, "Ù": 0x9D, "Ủ": 0x9E, "Ũ": 0x9F, "Ằ": 0xAF, "Ẳ": 0xBA, "Ẵ": 0xBF, "Ắ": 0xC0,
    "Ầ": 0xC1, "Ẩ": 0xC2, "Ẫ": 0xC3, "Ấ": 0xC4, "Ề": 0xC5, "Ể": 0xCD, "Ễ": 0xD9, "Ế": 0xDA,
    "Ồ": 0xDB, "Ổ": 0xE0, "Ỗ": 0xF0, "Ố": 0xFF,
  ]

  private static let codesOfVNI: [Character: [UInt8]] = {
    let single: [Character: [UInt8]] = [
      "đ": [0xF1], "ơ": [0xF4], "ư": [0xF6], "ì": [0xEC], "ỉ": [0xE6], "ĩ": [0xF3], "í": [0xED],
      "ị": [0xF2], "ỵ": [0xEE], "ă": [0x61, 0xEA], "â": [0x61, 0xE2], "ê": [0x65, 0xE2],
      "ô": [0x6F, 0xE2],
    ]
    let plain: [UInt8] = [0xF8, 0xFB, 0xF5, 0xF9, 0xEF]
    let breve: [UInt8] = [0xE8, 0xFA, 0xFC, 0xE9, 0xEB]
    let circumflex: [UInt8] = [0xE0, 0xE5, 0xE3, 0xE1, 0xE4]
    let small = codes(letters: single) { letter, number in
      switch letter {
      case "ă": [0x61, breve[number]]
      case "â": [0x61, circumflex[number]]
      case "ê": [0x65, circumflex[number]]
      case "ô": [0x6F, circumflex[number]]
      case "ơ": [0xF4, plain[number]]
      case "ư": [0xF6, plain[number]]
      default: Array(String(letter).utf8) + [plain[number]]
      }
    }
    var both = small
    for (character, bytes) in small {
      both[Character(character.uppercased())] = bytes.map { $0 & ~0x20 }
    }
    return both
  }()
}
