/// A language of reports and messages.
public enum Language: String, CaseIterable, Sendable {
  /// Vietnamese, the default.
  case vi
  /// English.
  case en
}

/// One text in every language of the program.
public struct Translation: Sendable, Hashable {
  /// The Vietnamese text.
  public let vi: String
  /// The English text.
  public let en: String

  /// Pairs the two texts of one message.
  public init(vi: String, en: String) {
    self.vi = vi
    self.en = en
  }
}

extension Translation {
  /// The text in one language, each `{name}` place filled from `arguments`.
  ///
  /// A place without an argument becomes an em dash: a message is never lost for want of a detail.
  public func text(in language: Language, _ arguments: [String: String] = [:]) -> String {
    guard !arguments.isEmpty else { return text(in: language) { _ in nil } }
    return text(in: language) { arguments[String($0)] }
  }

  /// The text in one language, each `{name}` place filled with what `argument` says of its name.
  ///
  /// A place without an argument becomes an em dash.
  public func text(in language: Language, argument: (Substring) -> String?) -> String {
    let template =
      switch language {
      case .vi: vi
      case .en: en
      }
    // Braces are single bytes, which no other character holds.
    let bytes = template.utf8
    guard var open = bytes.firstIndex(of: UInt8(ascii: "{")) else { return template }
    var result = ""
    var rest = bytes.startIndex
    while let close = bytes[open...].firstIndex(of: UInt8(ascii: "}")) {
      result += template[rest..<open]
      result += argument(template[bytes.index(after: open)..<close]) ?? "—"
      rest = bytes.index(after: close)
      guard let next = bytes[rest...].firstIndex(of: UInt8(ascii: "{")) else { break }
      open = next
    }
    return result + template[rest...]
  }

  /// The text up to the end of its first sentence.
  public var firstSentence: Translation {
    func first(_ text: String) -> String {
      text.firstRange(of: ". ").map { String(text[..<$0.lowerBound]) + "." } ?? text
    }
    return Translation(vi: first(vi), en: first(en))
  }
}

/// A closed table of texts: each case knows its text in every language.
///
/// Conforming enumerations answer `translation` with one `switch`, so that the compiler refuses a
/// message that has no text. A text may hold `{name}` places, which `text(in:_:)` fills.
public protocol Phrase: CaseIterable, Sendable {
  /// The text in every language, with its `{name}` places still open.
  var translation: Translation { get }
}

extension Phrase {
  /// The text in one language, each `{name}` place filled from `arguments`.
  ///
  /// A place without an argument becomes an em dash: a message is never lost for want of a detail.
  public func text(in language: Language, _ arguments: [String: String] = [:]) -> String {
    translation.text(in: language, arguments)
  }
}
