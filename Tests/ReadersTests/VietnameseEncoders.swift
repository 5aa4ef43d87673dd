import Testing

/// Encoders of Vietnamese text for tests, written from the published tables of the encodings and
/// not from the decoders under test.
enum VietnameseEncoder: String, CaseIterable, CustomTestStringConvertible {
  case utf8, utf8WithMark, utf16LittleEndian, utf16BigEndian, utf16LittleEndianWithMark
  case utf16BigEndianWithMark, utf32LittleEndian, utf32BigEndian, utf32LittleEndianWithMark
  case utf32BigEndianWithMark, windows1258, tcvn3, tcvn5712, vni, viscii

  /// The name under which the reader reports the encoding; nil for Unicode.
  var reportedName: String? {
    switch self {
    case .windows1258: "Windows-1258"
    case .tcvn3: "TCVN3 (ABC)"
    case .tcvn5712: "TCVN 5712 (VN1)"
    case .vni: "VNI"
    case .viscii: "VISCII"
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
    case .utf32LittleEndian: text.unicodeScalars.flatMap { Self.bytes(of: $0).reversed() }
    case .utf32BigEndian: text.unicodeScalars.flatMap { Self.bytes(of: $0) }
    case .utf32LittleEndianWithMark: [0xFF, 0xFE, 0, 0] + Self.utf32LittleEndian.encode(text)
    case .utf32BigEndianWithMark: [0, 0, 0xFE, 0xFF] + Self.utf32BigEndian.encode(text)
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
    case .viscii: characters(of: text) { character in Self.codesOfVISCII[character].map { [$0] } }
    }
  }

  var testDescription: String { rawValue }

  /// The four bytes of a character, the highest first.
  private static func bytes(of scalar: Unicode.Scalar) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(scalar.value >> $0 & 0xFF) }
  }

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

  /// RFC 1456, letter by letter: a vowel with the tones level, grave, hook, tilde, acute and dot.
  private static let codesOfVISCII: [Character: UInt8] = {
    let codes: KeyValuePairs<String, [UInt8]> = [
      "aàảãáạ": [0x61, 0xE0, 0xE4, 0xE3, 0xE1, 0xD5],
      "AÀẢÃÁẠ": [0x41, 0xC0, 0xC4, 0xC3, 0xC1, 0x80],
      "ăằẳẵắặ": [0xE5, 0xA2, 0xC6, 0xC7, 0xA1, 0xA3],
      "ĂẰẲẴẮẶ": [0xC5, 0x82, 0x02, 0x05, 0x81, 0x83],
      "âầẩẫấậ": [0xE2, 0xA5, 0xA6, 0xE7, 0xA4, 0xA7],
      "ÂẦẨẪẤẬ": [0xC2, 0x85, 0x86, 0x06, 0x84, 0x87],
      "eèẻẽéẹ": [0x65, 0xE8, 0xEB, 0xA8, 0xE9, 0xA9],
      "EÈẺẼÉẸ": [0x45, 0xC8, 0xCB, 0x88, 0xC9, 0x89],
      "êềểễếệ": [0xEA, 0xAB, 0xAC, 0xAD, 0xAA, 0xAE],
      "ÊỀỂỄẾỆ": [0xCA, 0x8B, 0x8C, 0x8D, 0x8A, 0x8E],
      "iìỉĩíị": [0x69, 0xEC, 0xEF, 0xEE, 0xED, 0xB8],
      "IÌỈĨÍỊ": [0x49, 0xCC, 0x9B, 0xCE, 0xCD, 0x98],
      "oòỏõóọ": [0x6F, 0xF2, 0xF6, 0xF5, 0xF3, 0xF7],
      "OÒỎÕÓỌ": [0x4F, 0xD2, 0x99, 0xA0, 0xD3, 0x9A],
      "ôồổỗốộ": [0xF4, 0xB0, 0xB1, 0xB2, 0xAF, 0xB5],
      "ÔỒỔỖỐỘ": [0xD4, 0x90, 0x91, 0x92, 0x8F, 0x93],
      "ơờởỡớợ": [0xBD, 0xB6, 0xB7, 0xDE, 0xBE, 0xFE],
      "ƠỜỞỠỚỢ": [0xB4, 0x96, 0x97, 0xB3, 0x95, 0x94],
      "uùủũúụ": [0x75, 0xF9, 0xFC, 0xFB, 0xFA, 0xF8],
      "UÙỦŨÚỤ": [0x55, 0xD9, 0x9C, 0x9D, 0xDA, 0x9E],
      "ưừửữứự": [0xDF, 0xD7, 0xD8, 0xE6, 0xD1, 0xF1],
      "ƯỪỬỮỨỰ": [0xBF, 0xBB, 0xBC, 0xFF, 0xBA, 0xB9],
      "yỳỷỹýỵ": [0x79, 0xCF, 0xD6, 0xDB, 0xFD, 0xDC],
      "YỲỶỸÝỴ": [0x59, 0x9F, 0x14, 0x19, 0xDD, 0x1E],
      "đĐ": [0xF0, 0xD0],
    ]
    var table: [Character: UInt8] = [:]
    for (letters, bytes) in codes {
      for (letter, byte) in zip(letters, bytes) { table[letter] = byte }
    }
    return table
  }()

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
