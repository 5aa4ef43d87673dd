import Spreadsheet

/// TCVN 5712:1993, VN1: TCVN3 with capitals in the places that it leaves open, even among the
/// control characters, and with combining tone marks.
enum TCVN5712 {
  /// The character of each byte, tone marks as combining characters.
  static let characters: [Unicode.Scalar] = {
    var characters = (0...255).map { TCVN3.scalar(for: UInt8($0)) }
    for (first, letters) in capitals {
      for (offset, letter) in letters.unicodeScalars.enumerated() {
        characters[first + offset] = letter
      }
    }
    let tones: [Unicode.Scalar] = ["\u{300}", "\u{309}", "\u{303}", "\u{301}", "\u{323}"]
    characters.replaceSubrange(0xB0...0xB4, with: tones)
    return characters
  }()

  /// Runs of capitals by their first byte.
  private static let capitals: KeyValuePairs<Int, String> = [
    0x01: "ÚỤ", 0x04: "ỪỬỮ", 0x11: "ỨỰỲỶỸÝỴ", 0x80: "ÀẢÃÁẠẶẬÈẺẼÉẸỆÌỈĨÍỊÒỎÕÓỌỘỜỞỠỚỢÙỦŨ", 0xAF: "Ằ",
    0xBA: "Ẳ", 0xBF: "ẴẮẦẨẪẤỀ", 0xCD: "Ể", 0xD9: "ỄẾỒ", 0xE0: "Ổ", 0xF0: "Ỗ", 0xFF: "Ố",
  ]
}
