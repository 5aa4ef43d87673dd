import Spreadsheet

/// Turns text of an 8-bit encoding into UTF-8, with Vietnamese letters composed (Unicode NFC).
struct LegacyDecoder {
  /// The character that each byte stands for on its own.
  private let characters: [Unicode.Scalar]
  /// The letter that a byte makes of the letter before it; nil where it stands on its own.
  private let combining: @Sendable (_ letter: Unicode.Scalar, _ byte: UInt8) -> Unicode.Scalar?

  /// A decoder of `encoding`; nil for an encoding of Unicode.
  init?(_ encoding: TextEncoding) {
    switch encoding {
    case .utf8, .utf16LittleEndian, .utf16BigEndian, .utf32LittleEndian, .utf32BigEndian:
      return nil
    case .windows1252:
      characters = Windows1252.characters
      combining = { _, _ in nil }
    case .windows1258, .tcvn5712:
      let characters =
        encoding == .tcvn5712 ? TCVN5712.characters : Windows1258.characters
      self.characters = characters
      combining = { letter, byte in
        VietnameseTone(combining: characters[Int(byte)]).flatMap {
          VietnameseVowel.composing(letter, with: $0)
        }
      }
    case .tcvn3:
      // Below A1 the systems of these fonts show what Windows-1252 has there: quotes and dashes.
      characters = (0...255).map { byte in
        byte < 0xA1 ? Windows1252.characters[Int(byte)] : TCVN3.scalar(for: byte)
      }
      combining = { _, _ in nil }
    case .viscii:
      characters = VISCII.characters
      combining = { _, _ in nil }
    case .vni:
      characters = VNI.characters
      combining = VNI.letter
    }
  }

  /// The UTF-8 of `bytes`.
  func decode(_ bytes: some Collection<UInt8>) -> [UInt8] {
    var decoded: [UInt8] = []
    decoded.reserveCapacity(bytes.count + bytes.count / 4)
    // The last character waits for a byte that changes it.
    var waiting: Unicode.Scalar?
    for byte in bytes {
      if byte >= 0x80, let letter = waiting, let combined = combining(letter, byte) {
        waiting = combined
        continue
      }
      if let waiting { decoded.append(scalar: waiting) }
      waiting = characters[Int(byte)]
    }
    if let waiting { decoded.append(scalar: waiting) }
    return decoded
  }
}

extension [UInt8] {
  /// Appends the UTF-8 of a character.
  mutating func append(scalar: Unicode.Scalar) {
    if scalar.isASCII {
      append(UInt8(truncatingIfNeeded: scalar.value))
    } else {
      append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    }
  }
}
