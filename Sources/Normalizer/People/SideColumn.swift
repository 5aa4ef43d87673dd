import Language

/// The columns of a table that stands beside the score table: nominations or good practices.
protocol SideColumn: Hashable, CaseIterable, Sendable {
  /// The role that a title names, case, accents, spaces and line breaks aside.
  static func role(of title: KnownText) -> (role: Self, match: HeaderVocabulary.Match)?
  /// The role of a title that only the regulation knows: one for people may head a column.
  static func roleInRegulation(of title: KnownText) -> Self?
  /// What texts are that name a role in either way.
  static var trait: TextTraits { get }
  /// The column of the running number.
  static var code: Self { get }
  /// The column that each row is named by.
  static var name: Self { get }
  /// Whether columns of these roles make a table of the kind.
  static func areTable(_ columns: Set<Self>) -> Bool
}

/// Titles of columns as keys: a closed list, then words that decide.
struct SideTitles<Column: SideColumn>: Sendable {
  /// How a phrase speaks for a role.
  enum Place: Sendable {
    case anywhere
    case beginning
  }

  private let exact: [String: Column]
  private let words: [(column: Column, place: Place, phrases: [String])]
  private let foreign: [String]

  /// - Parameters:
  ///   - exact: the titles that the field uses, as it writes them.
  ///   - words: phrases as keys, in the order in which they are asked.
  ///   - foreign: phrases as keys of titles that hold words of ours but say something else.
  init(
    exact: [(Column, [String])], words: [(Column, Place, [String])], foreign: [String]
  ) {
    var table: [String: Column] = [:]
    for (column, titles) in exact {
      for title in titles { table[VietnameseText.fold(title)] = column }
    }
    self.exact = table
    self.words = words.map { ($0.0, $0.1, $0.2) }
    self.foreign = foreign
  }

  func role(of title: String) -> (role: Column, match: HeaderVocabulary.Match)? {
    let key = VietnameseText.fold(title)
    if let column = exact[key] { return (column, .exact) }
    let outside = VietnameseText.fold(HeaderVocabulary.withoutParentheses(title))
    if let column = exact[outside] { return (column, .exact) }
    // Longer than any title: a sentence of the table's body.
    guard !outside.isEmpty, outside.utf8.count <= 70,
      !foreign.contains(where: { VietnameseText.contains(key, phrase: $0) })
    else { return nil }
    for (column, place, phrases) in words {
      let speaks = phrases.contains { phrase in
        switch place {
        case .anywhere: VietnameseText.contains(outside, phrase: phrase)
        case .beginning: outside == phrase || outside.hasPrefix(phrase + " ")
        }
      }
      if speaks { return (column, .words) }
    }
    return nil
  }
}
