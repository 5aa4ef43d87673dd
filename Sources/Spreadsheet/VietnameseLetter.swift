/// The tones of Vietnamese, in the order in which dictionaries list them.
package enum VietnameseTone: Int, Sendable, CaseIterable {
  case level, grave, hook, tilde, acute, dot

  /// The tone that a combining mark stands for; nil for any other character.
  package init?(combining mark: Unicode.Scalar) {
    switch mark {
    case "\u{300}": self = .grave
    case "\u{309}": self = .hook
    case "\u{303}": self = .tilde
    case "\u{301}": self = .acute
    case "\u{323}": self = .dot
    default: return nil
    }
  }
}

/// A vowel of Vietnamese taken apart: its letter and the tone written on it.
package struct VietnameseVowel: Hashable, Sendable {
  /// The letter without its tone: one of `a ă â e ê i o ô ơ u ư y`, in either case.
  package var letter: Unicode.Scalar
  /// The tone.
  package var tone: VietnameseTone

  /// Each vowel with its six tones, composed (Unicode NFC).
  private static let rows = [
    "aàảãáạ", "ăằẳẵắặ", "âầẩẫấậ", "eèẻẽéẹ", "êềểễếệ", "iìỉĩíị",
    "oòỏõóọ", "ôồổỗốộ", "ơờởỡớợ", "uùủũúụ", "ưừửữứự", "yỳỷỹýỵ",
  ]

  private static let vowels: [Unicode.Scalar: VietnameseVowel] = {
    var vowels: [Unicode.Scalar: VietnameseVowel] = [:]
    for row in rows + rows.map({ $0.uppercased() }) {
      let letters = Array(row.unicodeScalars)
      for (tone, letter) in zip(VietnameseTone.allCases, letters) {
        vowels[letter] = VietnameseVowel(letter: letters[0], tone: tone)
      }
    }
    return vowels
  }()

  private static let composed: [VietnameseVowel: Unicode.Scalar] = Dictionary(
    uniqueKeysWithValues: vowels.map { ($1, $0) })

  private init(letter: Unicode.Scalar, tone: VietnameseTone) {
    self.letter = letter
    self.tone = tone
  }

  /// Takes a composed letter apart; nil when it is not a vowel of Vietnamese.
  package init?(_ scalar: Unicode.Scalar) {
    guard let vowel = Self.vowels[scalar] else { return nil }
    self = vowel
  }

  /// `letter` with a tone mark put on it, as one composed character; nil where `letter` is not a
  /// vowel of Vietnamese or carries a tone already.
  package static func composing(
    _ letter: Unicode.Scalar, with tone: VietnameseTone
  ) -> Unicode.Scalar? {
    guard var vowel = vowels[letter], vowel.tone == .level else { return nil }
    vowel.tone = tone
    return composed[vowel]
  }
}
