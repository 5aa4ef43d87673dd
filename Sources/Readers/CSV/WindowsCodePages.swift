/// Windows code page 1252, Western European.
enum Windows1252 {
  /// The character of each byte; a byte that the page leaves open stands for the control character
  /// of the same number, as the Encoding Standard of the WHATWG has it.
  static let characters: [Unicode.Scalar] = {
    var characters = (0...255).map { Unicode.Scalar(UInt8($0)) }
    let fromByte80 = "€·‚ƒ„…†‡ˆ‰Š‹Œ·Ž··‘’“”•–—˜™š›œ·žŸ"
    for (offset, scalar) in fromByte80.unicodeScalars.enumerated() where scalar != "·" {
      characters[0x80 + offset] = scalar
    }
    return characters
  }()
}

/// Windows code page 1258, Vietnamese: vowels with the sign that makes them a letter of their own,
/// and five combining tone marks that follow them.
enum Windows1258 {
  /// The character of each byte, tone marks as combining characters.
  static let characters: [Unicode.Scalar] = {
    var characters = Windows1252.characters
    for byte in [0x8A, 0x8E, 0x9A, 0x9E] { characters[byte] = Unicode.Scalar(UInt8(byte)) }
    let differences: [Int: Unicode.Scalar] = [
      0xC3: "Ă", 0xD0: "Đ", 0xD5: "Ơ", 0xDD: "Ư", 0xE3: "ă", 0xF0: "đ", 0xF5: "ơ", 0xFD: "ư",
      0xFE: "₫",
      0xCC: "\u{300}", 0xD2: "\u{309}", 0xDE: "\u{303}", 0xEC: "\u{301}", 0xF2: "\u{323}",
    ]
    for (byte, scalar) in differences { characters[byte] = scalar }
    return characters
  }()
}
