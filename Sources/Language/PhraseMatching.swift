extension Phrase {
  /// What an English text says in `language`, where it is the English text of one of the phrases with
  /// its `{name}` places filled; nil where it is none's.
  ///
  /// For texts that come from libraries and from code that speaks English alone. Of several phrases
  /// that fit, the one with the most text of its own is taken.
  public static func translating(_ english: String, to language: Language) -> String? {
    var best: (length: Int, text: String)?
    for phrase in allCases {
      let pattern = TextPattern(phrase.translation.en)
      guard pattern.length > best?.length ?? -1, let found = pattern.match(english) else {
        continue
      }
      best = (pattern.length, phrase.text(in: language, found))
    }
    return best?.text
  }
}

/// A text with `{name}` places that are open.
private struct TextPattern {
  /// What stands before, between and behind the places.
  private var literals: [Substring] = []
  private var names: [String] = []

  init(_ template: String) {
    var rest = template[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      literals.append(rest[..<open])
      names.append(String(rest[rest.index(after: open)..<close]))
      rest = rest[rest.index(after: close)...]
    }
    literals.append(rest)
  }

  /// The characters that are given.
  var length: Int { literals.reduce(0) { $0 + $1.count } }

  /// What stands in the places of `text`, each as short as it can be; nil where it does not fit.
  func match(_ text: String) -> [String: String]? {
    guard let first = literals.first, let last = literals.last, text.hasPrefix(first) else {
      return nil
    }
    guard literals.count > 1 else { return text == first ? [:] : nil }
    var found: [String: String] = [:]
    var rest = text.dropFirst(first.count)
    for (name, literal) in zip(names, literals.dropFirst()).dropLast() {
      guard !literal.isEmpty, let range = rest.firstRange(of: literal) else { return nil }
      found[name] = String(rest[..<range.lowerBound])
      rest = rest[range.upperBound...]
    }
    guard rest.hasSuffix(last), let name = names.last else { return nil }
    found[name] = String(rest.dropLast(last.count))
    return found
  }
}
