import Language
import Regulation

/// The block's units by the names that they go by.
///
/// Names match without case, extra spaces, punctuation and the accents' placement. A text typed
/// without any accents matches by its letters alone where only one unit fits; a text with other
/// accents does not, for Phú and Phù may be two communes.
struct UnitDirectory {
  private struct Name {
    var unit: String
    var accentKey: String
    var fold: String
    var text: String
  }

  private let names: [Name]
  private let byAccentKey: [String: String]
  private let byFold: [String: Set<String>]
  private let codes: [String: String]
  /// The names' first words, to pass over texts that cannot hold any.
  private let firstWords: Set<String>

  init(_ units: [MemberUnit]) {
    names = units.flatMap { unit in
      ([unit.name] + unit.aliases).map { text in
        Name(
          unit: unit.code, accentKey: VietnameseText.accentKey(text),
          fold: VietnameseText.fold(text), text: text)
      }
    }.sorted { $0.accentKey.utf8.count > $1.accentKey.utf8.count }
    byAccentKey = Dictionary(
      names.map { ($0.accentKey, $0.unit) }, uniquingKeysWith: { first, _ in first })
    byFold = Dictionary(names.map { ($0.fold, [$0.unit]) }, uniquingKeysWith: { $0.union($1) })
    codes = Dictionary(
      units.map { ($0.code.lowercased(), $0.code) }, uniquingKeysWith: { first, _ in first })
    firstWords = Set(
      names.flatMap { name in
        [name.accentKey, name.fold].compactMap { $0.split(separator: " ").first.map(String.init) }
      })
  }

  /// The unit whose name or alias the whole text is.
  func unit(named text: String) -> String? {
    if let unit = byAccentKey[VietnameseText.accentKey(text)] { return unit }
    guard VietnameseText.isUnaccented(text), let units = byFold[VietnameseText.fold(text)] else {
      return nil
    }
    return units.count == 1 ? units.first : nil
  }

  /// The unit whose name or alias the text begins with: `Công an tỉnh (khối Nội chính)`.
  func unit(atBeginningOf text: String) -> String? {
    let isPlain = VietnameseText.isUnaccented(text)
    let key = isPlain ? VietnameseText.fold(text) : VietnameseText.accentKey(text)
    let match = names.first { name in
      let phrase = isPlain ? name.fold : name.accentKey
      return !phrase.isEmpty && (key == phrase || key.hasPrefix(phrase + " "))
    }
    return match?.unit
  }

  /// The units that a text names, each by the longest of its names, overlaps left out.
  func units(mentionedIn text: String) -> Set<String> {
    let isPlain = VietnameseText.isUnaccented(text)
    var key = isPlain ? VietnameseText.fold(text) : VietnameseText.accentKey(text)
    guard key.split(separator: " ").contains(where: { firstWords.contains(String($0)) }) else {
      return []
    }
    var found: Set<String> = []
    for name in names {
      let phrase = isPlain ? name.fold : name.accentKey
      while let range = VietnameseText.range(of: phrase, in: key) {
        if isPlain, let units = byFold[name.fold], units.count > 1 {
          found.formUnion(units)
        } else {
          found.insert(name.unit)
        }
        // What a longer name took, a shorter one does not take again.
        var bytes = Array(key.utf8)
        for index in range { bytes[index] = UInt8(ascii: "|") }
        key = String(decoding: bytes, as: UTF8.self)
      }
    }
    return found
  }

  /// The unit whose code the text is.
  func unit(withCode text: String) -> String? { codes[text.lowercased()] }

  /// The name that is nearest to a text, to be suggested, never assumed.
  func suggestion(for text: String) -> String? {
    let key = VietnameseText.fold(text)
    let limit = max(2, key.utf8.count / 4)
    var best: (distance: Int, text: String)?
    for name in names {
      let distance = VietnameseText.editDistance(key, name.fold, limit: limit)
      if distance <= limit, distance < (best?.distance ?? .max) { best = (distance, name.text) }
    }
    return best?.text
  }
}
