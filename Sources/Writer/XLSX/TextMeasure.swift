/// Estimates how much room a text takes in the reports' font: no program fits the height of merged
/// cells, so it is reckoned here, rather a little too large than too small.
struct TextMeasure {
  /// The font's height in points.
  var size: Double
  var isBold = false

  /// The width of a column's inside in pixels, from its width in characters (ECMA-376 Part 1,
  /// §18.3.1.13, for a default font whose digits are 7 pixels wide).
  static func pixels(ofColumns widths: [Double]) -> Double {
    widths.reduce(0) { $0 + ($1 * 7 + 5).rounded() } - 6
  }

  /// The number of lines that a text takes in `width` pixels, broken between words.
  func lines(_ text: String, width: Double) -> Int {
    if fitsOnOneLine(text, width: width) { return 1 }
    return text.split(separator: "\n", omittingEmptySubsequences: false)
      .reduce(0) { $0 + lines(ofParagraph: $1, width: width) }
  }

  /// The width in pixels of a text's longest line, where nothing breaks it.
  func width(ofLongestLine text: String) -> Double {
    text.split(whereSeparator: \.isNewline).map { width($0) }.max() ?? 0
  }

  /// The height in points of a row that shows so many lines.
  func height(lines: Int) -> Double {
    (Double(max(1, lines)) * size * 1.25 + 4).rounded(.up)
  }

  /// The length of a text on one line, in pixels.
  func width(_ text: String) -> Double { width(text[...]) }

  private func lines(ofParagraph text: Substring, width: Double) -> Int {
    var lines = 1
    var used = 0.0
    for word in text.split(separator: " ") {
      var length = self.width(word)
      if used > 0, used + length > width {
        lines += 1
        used = 0
      }
      // A word that is wider than the column is broken inside.
      while length > width {
        lines += 1
        length -= width
      }
      used += length + advance(" ")
    }
    return lines
  }

  /// The width of a text in pixels at 96 dots an inch, on one line.
  func width(_ text: some StringProtocol) -> Double {
    text.unicodeScalars.reduce(0) { $0 + advance($1) }
  }

  /// The advance of a character in pixels at 96 dots an inch.
  private func advance(_ scalar: Unicode.Scalar) -> Double {
    // Programs that fit letters to whole pixels draw them a little wider.
    em(scalar) * size * 96 / 72 * (isBold ? 1.11 : 1.05)
  }

  /// Whether a text surely takes one line, as that of most cells does: no word of it need be looked at.
  private func fitsOnOneLine(_ text: String, width: Double) -> Bool {
    var room = width * 72 / 96 / size / (isBold ? 1.11 : 1.05) - 0.001
    for scalar in text.unicodeScalars {
      if scalar == "\n" || scalar == "\r" { return false }
      room -= em(scalar)
      if room < 0 { return false }
    }
    return true
  }

  private func em(_ scalar: Unicode.Scalar) -> Double {
    scalar.value < 0x2000 ? Self.ems[Int(scalar.value)] : Self.em(scalar)
  }

  /// The advances up to the end of Latin letters.
  private static let ems = (UInt32(0)..<0x2000).map { em(Unicode.Scalar($0) ?? " ") }

  /// The advance of a character of Times New Roman in units of its size; Vietnamese letters are as
  /// wide as those below their marks.
  private static func em(_ scalar: Unicode.Scalar) -> Double {
    switch scalar {
    case " ", "\u{A0}", ".", ",", "'": 0.25
    case "i", "j", "l", "t", "/", "|", ":", ";", "ì", "í", "ĩ", "ỉ", "ị": 0.28
    case "f", "r", "(", ")", "[", "]", "I", "Ì", "Í", "Ĩ", "Ỉ", "Ị", "!", "-": 0.34
    case "s", "J": 0.39
    case "c", "z", "?": 0.45
    case "ư", "ừ", "ứ", "ử", "ữ", "ự", "ơ", "ờ", "ớ", "ở", "ỡ", "ợ": 0.55
    case "m", "w", "M", "W", "%", "@", "—", "…", "→": 1
    case "L", "Z", "F", "P", "S": 0.6
    default:
      if (0x300...0x36F).contains(scalar.value) {
        0
      } else if isNarrowVowel(scalar) {
        0.45
      } else if scalar.value >= 0x2E80 {
        1
      } else {
        scalar.properties.isUppercase ? 0.72 : 0.5
      }
    }
  }

  /// Whether a letter is an a or e with any marks.
  private static func isNarrowVowel(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x61, 0x65, 0xE0...0xE3, 0xE8...0xEA, 0x103: true
    // From ạ to ệ capital and small letters take turns.
    case 0x1EA1...0x1EC7: scalar.value & 1 == 1
    default: false
    }
  }
}
