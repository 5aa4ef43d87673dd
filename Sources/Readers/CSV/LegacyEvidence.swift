import Spreadsheet

/// Which 8-bit encoding a text is in, by how much of it reads as Vietnamese in each.
struct LegacyEvidence {
  /// The encoding that explains the text best; Windows-1252 where none makes Vietnamese of it.
  let encoding: TextEncoding
  private let plausibility: VietnamesePlausibility
  private let examples: [Substring]

  /// Weighs the words of `file` that hold a byte beyond ASCII.
  init(_ file: [UInt8]) {
    let words = Self.accentedWords(of: file)
    var best = Self.reading(of: words, in: .windows1252)
    var encoding = TextEncoding.windows1252
    for candidate in [TextEncoding.windows1258, .tcvn3, .tcvn5712, .vni, .viscii] {
      let reading = Self.reading(of: words, in: candidate)
      // The old encodings must earn it: where two readings are equally good, the text
      // is that of the plainer one.
      guard reading.plausibility.syllables * 2 >= reading.plausibility.words,
        // VISCII makes a letter of every byte, so that a lone sign passes for a syllable in it.
        candidate != .viscii || reading.plausibility.frequentSyllables > 0,
        reading.plausibility.score > best.plausibility.score
      else { continue }
      best = reading
      encoding = candidate
    }
    self.encoding = encoding
    plausibility = best.plausibility
    examples = best.text.split(separator: "\n").prefix(3).map { $0 }
  }

  private static func reading(
    of words: [UInt8], in encoding: TextEncoding
  ) -> (text: String, plausibility: VietnamesePlausibility) {
    let decoded = LegacyDecoder(encoding)?.decode(words) ?? words
    let text = String(decoding: decoded, as: UTF8.self)
    return (text, VietnamesePlausibility(of: text.unicodeScalars))
  }

  /// The words with a byte beyond ASCII, one a line, as many as are needed to judge by.
  private static func accentedWords(of file: [UInt8]) -> [UInt8] {
    let enough = 1 << 16
    let bytes = file.span
    var words: [UInt8] = []
    var start = 0
    while start < bytes.count, words.count < enough {
      var end = start
      var isAccented = false
      while end < bytes.count, isOfWord(bytes[end]) {
        if bytes[end] >= 0x80 { isAccented = true }
        end += 1
      }
      if isAccented {
        words += file[start..<end]
        words.append(Separator.lineFeed)
      }
      start = end + 1
    }
    return words
  }

  /// Letters and digits, bytes beyond ASCII, and the control characters that are letters in one
  /// of the encodings (TCVN 5712, VISCII).
  private static func isOfWord(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x80...0xFF, 0x01...0x08, 0x11...0x17, 0x19, 0x1E,
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "a")...UInt8(ascii: "z"):
      true
    default: false
    }
  }
}

extension LegacyEvidence: CustomStringConvertible {
  /// The share of words that read as Vietnamese, and the first of them: `118/120: điểm, đơn, vị`.
  var description: String {
    "\(plausibility.syllables)/\(plausibility.words): \(examples.joined(separator: ", "))"
  }
}
