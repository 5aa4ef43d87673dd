import Spreadsheet

/// The encoding of VNI fonts for Windows: a letter of ASCII, then a byte that shows as the sign and
/// the tone above it (`ñieåm` is `điểm`), and a few letters of one byte.
enum VNI {
  /// The character that each byte stands for where it follows no letter that it changes.
  static let characters: [Unicode.Scalar] = {
    var characters = Windows1252.characters
    for (small, letter) in zip(singles, "ơưỉĩịỵđ".unicodeScalars) {
      characters[Int(small)] = letter
    }
    for (small, letter) in zip(singles, "ƠƯỈĨỊỴĐ".unicodeScalars) {
      characters[Int(small) - 0x20] = letter
    }
    return characters
  }()

  /// The letter that `byte` makes of the one before it; nil when it does not go with it.
  @Sendable static func letter(_ letter: Unicode.Scalar, _ byte: UInt8) -> Unicode.Scalar? {
    // Marks for capitals lie 20 (hexadecimal) below those for small letters; people mix them.
    guard let mark = marks[byte | 0x20], let base = mark.base(for: letter) else { return nil }
    return VietnameseVowel.composing(base, with: mark.tone)
  }

  /// The bytes of `ơ ư ỉ ĩ ị ỵ đ`; those of their capitals lie 20 (hexadecimal) below.
  private static let singles: [UInt8] = [0xF4, 0xF6, 0xE6, 0xF3, 0xF2, 0xEE, 0xF1]

  private enum Sign { case none, breve, circumflex }

  private struct Mark {
    var sign: Sign
    var tone: VietnameseTone

    /// The letter with the sign put on it; nil where the two do not go together.
    func base(for letter: Unicode.Scalar) -> Unicode.Scalar? {
      switch (sign, letter) {
      case (.none, "a"), (.none, "e"), (.none, "o"), (.none, "u"), (.none, "y"), (.none, "ơ"),
        (.none, "ư"), (.none, "A"), (.none, "E"), (.none, "O"), (.none, "U"), (.none, "Y"),
        (.none, "Ơ"), (.none, "Ư"):
        letter
      case (.breve, "a"): "ă"
      case (.breve, "A"): "Ă"
      case (.circumflex, "a"): "â"
      case (.circumflex, "A"): "Â"
      case (.circumflex, "e"): "ê"
      case (.circumflex, "E"): "Ê"
      case (.circumflex, "o"): "ô"
      case (.circumflex, "O"): "Ô"
      default: nil
      }
    }
  }

  private static let marks: [UInt8: Mark] = [
    0xF9: Mark(sign: .none, tone: .acute), 0xF8: Mark(sign: .none, tone: .grave),
    0xFB: Mark(sign: .none, tone: .hook), 0xF5: Mark(sign: .none, tone: .tilde),
    0xEF: Mark(sign: .none, tone: .dot),
    0xEA: Mark(sign: .breve, tone: .level), 0xE9: Mark(sign: .breve, tone: .acute),
    0xE8: Mark(sign: .breve, tone: .grave), 0xFA: Mark(sign: .breve, tone: .hook),
    0xFC: Mark(sign: .breve, tone: .tilde), 0xEB: Mark(sign: .breve, tone: .dot),
    0xE2: Mark(sign: .circumflex, tone: .level), 0xE1: Mark(sign: .circumflex, tone: .acute),
    0xE0: Mark(sign: .circumflex, tone: .grave), 0xE5: Mark(sign: .circumflex, tone: .hook),
    0xE3: Mark(sign: .circumflex, tone: .tilde), 0xE4: Mark(sign: .circumflex, tone: .dot),
  ]
}
