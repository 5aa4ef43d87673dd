import Language
import Regulation
import Spreadsheet

/// A row's own code, and the place in a hierarchy that its way of numbering suggests.
struct DraftCode: Hashable {
  /// Ways of numbering rows.
  enum Style: Hashable {
    /// `A`, `B`
    case capital
    /// `I`, `II`
    case roman
    /// `1` is one deep, `1.1` two; `I.1` counts as two.
    case dotted(Int)
    /// `a)`
    case letter
    /// `-`, `+`, `*`, `•`
    case bullet(Character)
  }

  /// The code as written, without closing punctuation; empty for a bullet.
  var text: String
  var style: Style
  /// Its parts: `I.1` and `1.1` are 1, 1.
  var parts: [String]

  /// Whether it begins a numbering: `1`, `I`, `A`, `a`, `1.1`.
  var isFirst: Bool {
    if case .bullet = style { return true }
    return ["1", "a"].contains(parts.last ?? "")
  }

  /// Reads a code; nil for a text that is none.
  ///
  /// - Parameter previous: the last code in capitals, to tell I after H from one.
  init?(_ text: String, afterCapital previous: String? = nil) {
    let tidy = VietnameseText.tidy(text)
    guard let first = tidy.first, tidy.count <= 12 else { return nil }
    if tidy.allSatisfy({ "-–—+*•●○".contains($0) }) {
      self.init(text: "", style: .bullet(Self.bullet(first)), parts: [])
      return
    }
    // Lists of letters go a, b, c, d, đ, e.
    guard
      tidy.allSatisfy({
        $0.isNumber || $0.isASCII && $0.isLetter || "đĐ".contains($0) || ".)(/-, ".contains($0)
      })
    else { return nil }
    var written = Substring(tidy.filter { $0 != " " && $0 != "(" })
    while let last = written.last, ".):-,/".contains(last) { written.removeLast() }
    let parts = CriterionMatcher.components(String(written))
    guard !parts.isEmpty, parts.count <= 6 else { return nil }
    // A word is no code; `6a` and `II.1` are.
    let runs = written.split { !$0.isLetter }
    guard runs.allSatisfy({ $0.count == 1 || $0.allSatisfy { "IVX".contains($0) } }) else {
      return nil
    }
    let style: Style
    if parts.count > 1 {
      style = .dotted(parts.count)
    } else if written.first?.isNumber ?? false {
      style = .dotted(1)
    } else if written.allSatisfy(\.isLowercase) {
      style = .letter
    } else if written.allSatisfy({ "IVX".contains($0) }), !Self.follows(written, previous) {
      style = .roman
    } else {
      style = .capital
    }
    self.init(
      text: String(written), style: style,
      parts: style == .capital ? [written.lowercased()] : parts)
  }

  private init(text: String, style: Style, parts: [String]) {
    self.text = text
    self.style = style
    self.parts = parts
  }

  private static func bullet(_ character: Character) -> Character {
    "–—-".contains(character) ? "-" : character
  }

  /// Whether a single letter is the next of the alphabet after `previous`.
  private static func follows(_ letter: Substring, _ previous: String?) -> Bool {
    guard letter.count == 1, let next = letter.unicodeScalars.first,
      let last = previous?.uppercased().unicodeScalars.first, previous?.count == 1
    else { return false }
    return next.value == last.value + 1
  }

  /// A code at the head of a content, with the rest: `1.1. Tham mưu…`, `- Có kế hoạch…`.
  static func split(_ content: String) -> (code: DraftCode, rest: String)? {
    let tidy = VietnameseText.tidy(content)
    guard let space = tidy.firstIndex(of: " ") else { return nil }
    let head = tidy[..<space]
    guard let last = head.last, head.count <= 8,
      ".):-–—+*•●○".contains(last) || head.contains(".") || head.allSatisfy({ "IVX".contains($0) }),
      let code = DraftCode(String(head))
    else { return nil }
    return (code, String(tidy[tidy.index(after: space)...]))
  }
}
