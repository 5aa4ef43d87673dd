extension OutgoingMessage {
  /// A text from outside as one line, as it stands in a header.
  public static func line(_ text: String) -> String { HeaderText.line(text) }
}

/// Texts from outside made fit to stand in a header: a line break there would begin another header.
enum HeaderText {
  /// The longest text of a header, in characters.
  static let longest = 300

  /// A text as one line: whatever ends lines, steers terminals or turns the direction of writing
  /// becomes a blank.
  static func line(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control, .lineSeparator, .paragraphSeparator, .surrogate, .format:
        // The joiners of scripts and emoji are harmless.
        scalars.append(["\u{200C}", "\u{200D}"].contains(scalar) ? scalar : " ")
      default: scalars.append(scalar)
      }
    }
    let words = String(scalars).split(separator: " ")
    return String(words.joined(separator: " ").prefix(longest))
  }

  /// A Message-ID without its angle brackets, fit to be written; nil for what is none.
  static func identifier(_ text: String) -> String? {
    var text = text[...]
    if text.first == "<", text.last == ">" { text = text.dropFirst().dropLast() }
    guard (1...900).contains(text.utf8.count),
      text.utf8.allSatisfy({ (0x21...0x7E).contains($0) && $0 != 0x3C && $0 != 0x3E })
    else { return nil }
    return String(text)
  }
}
