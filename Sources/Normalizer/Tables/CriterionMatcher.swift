import Language
import Regulation
import Spreadsheet

/// Tells which criterion a row of a score table belongs to: by its code, else by its content.
///
/// Codes recur on paper (`a)` under every group) and Excel turns some into numbers and dates, so a
/// code is read together with the content and with the group that the row stands under.
struct CriterionMatcher {
  /// The criteria, by whose places in the table all answers name them.
  let table: CriteriaTable
  private let byContent: [String: [Int]]
  private let byLiteral: [String: Int]
  private let components: [[String]]
  private let paths: [[String]]
  /// The folded contents of the table's rows.
  let folded: [String]
  /// By the last part of the path, the criteria whose paths end with it.
  private let byEnding: [String: [Int]]
  /// The groups above each row of the table, the nearest first, by their places in it.
  let above: [[Int]]
  /// The place of the row above each row of the table.
  private let parents: [Int?]
  /// Whether each row of the table is a group.
  let isGroup: [Bool]

  init(_ criteria: CriteriaTable) {
    table = criteria
    var byContent: [String: [Int]] = [:]
    var byLiteral: [String: Int] = [:]
    var components: [[String]] = []
    for (index, criterion) in criteria.all.enumerated() {
      for key in Set(Self.contentKeys(criterion.content)) {
        byContent[key, default: []].append(index)
      }
      byLiteral[CriterionCode.literal(criterion.code)] = index
      components.append(Self.components(criterion.code))
    }
    self.byContent = byContent
    folded = criteria.all.map { VietnameseText.fold($0.content) }
    self.byLiteral = byLiteral
    self.components = components
    let paths = criteria.all.enumerated().map { index, criterion in
      criteria.ancestors(of: criterion).reversed().flatMap { Self.components($0.code) }
        + components[index]
    }
    self.paths = paths
    byEnding = Dictionary(grouping: paths.indices.filter { !paths[$0].isEmpty }) {
      paths[$0][paths[$0].count - 1]
    }
    above = criteria.all.map { criterion in
      criteria.ancestors(of: criterion).compactMap { criteria.index(of: $0.code) }
    }
    parents = criteria.all.map { $0.parent.flatMap { criteria.index(of: $0) } }
    isGroup = criteria.all.map { criteria.isGroup($0) }
  }

  /// The place in the table that a match is made at.
  struct Context {
    /// The group whose heading was last met.
    private(set) var group: Int?
    /// That group and those above it, nearest first.
    private(set) var groupAndAbove: [Int] = []
    /// Whether each criterion already has a row.
    private var taken: [Bool]

    fileprivate init(count: Int) {
      taken = Array(repeating: false, count: count)
    }

    /// Notes that the rows from here on stand under `group`.
    mutating func enter(_ group: Int, above: some Collection<Int>) {
      self.group = group
      groupAndAbove = [group] + above
    }

    /// Notes that a criterion has a row.
    mutating func take(_ criterion: Int) { taken[criterion] = true }

    /// Whether a criterion already has a row.
    func hasTaken(_ criterion: Int) -> Bool { taken[criterion] }
  }

  /// The place before a table's first row.
  var context: Context { Context(count: table.all.count) }

  /// How a row was matched.
  struct Match {
    /// The criterion's place in the table.
    var criterion: Int
    /// Whether the content says the same as the regulation's.
    var agreesInContent: Bool
  }

  /// The criterion of a row, nil when neither code nor content names one.
  ///
  /// - Parameter code: the text of the code's cell; a number's in its shortest form.
  func match(code: RowCode?, content: KnownText?, in context: Context) -> Match? {
    let isReliable = code?.isText ?? false
    var code = code.map { self.code(of: $0.text) }
    let said = content.map { self.content(of: $0) }
    var (text, contentMatches) = (said?.text ?? "", said?.matches ?? [])
    if code?.isEmpty ?? true, let leading = said?.leading {
      code = leading.code
      (text, contentMatches) = (leading.rest, leading.matches)
    }
    // The content is the regulation's to the letter. A code beside it that names another criterion is
    // the clerk's own numbering, or a code that Excel changed.
    if contentMatches.count == 1 {
      return Match(criterion: contentMatches[0], agreesInContent: true)
    }
    let codeMatches = code.map { named(by: $0, in: context) } ?? []
    let both = codeMatches.filter { contentMatches.contains($0) }
    if let index = preferred(both.isEmpty ? contentMatches : both, in: context) {
      return Match(criterion: index, agreesInContent: true)
    }
    guard let index = preferred(codeMatches, in: context) else { return nil }
    if !isReliable, contradicts(index, content: text) { return nil }
    return Match(criterion: index, agreesInContent: false)
  }

  /// The criterion whose content is nearest to `content`, to be suggested, never assumed.
  func suggestion(for content: String) -> Criterion? {
    let key = VietnameseText.fold(content)
    guard key.utf8.count >= 8 else { return nil }
    let limit = max(2, key.utf8.count / 6)
    var best: (distance: Int, index: Int)?
    for index in table.all.indices {
      let distance = VietnameseText.editDistance(key, folded[index], limit: limit)
      if distance <= limit, distance < (best?.distance ?? .max) { best = (distance, index) }
    }
    return best.map { table.all[$0.index] }
  }

  // MARK: - Content

  /// What the content of a row says.
  struct Content {
    /// The content in one line.
    var text: String
    /// The criteria whose content it is.
    var matches: [Int]
    /// A code that it begins with, and what the rest says: only where as a whole it is no criterion's,
    /// for «5 chỉ tiêu» begins with a number too.
    var leading: (code: Code, rest: String, matches: [Int])?
  }

  private func content(of text: KnownText) -> Content {
    if let content = text.content { return content }
    var content = Content(text: text.tidy, matches: named(byContent: text.tidy))
    if content.matches.isEmpty, let split = Self.splitLeadingCode(text.tidy) {
      content.leading = (
        code(reading: split.code), split.rest, named(byContent: split.rest)
      )
    }
    text.content = content
    return content
  }

  private func named(byContent content: String) -> [Int] {
    for key in Self.contentKeys(content) {
      if let indices = byContent[key] { return indices }
    }
    return []
  }

  /// The content, and the content without a remark in parentheses at its end.
  private static func contentKeys(_ content: String) -> [String] {
    let whole = VietnameseText.fold(content)
    guard !whole.isEmpty else { return [] }
    var trimmed = VietnameseText.tidy(content)[...]
    while let last = trimmed.last, "*.:; ".contains(last) { trimmed.removeLast() }
    if trimmed.hasSuffix(")"), let open = trimmed.lastIndex(of: "(") {
      let outside = VietnameseText.fold(trimmed[..<open])
      if !outside.isEmpty { return [whole, outside] }
    }
    return [whole]
  }

  /// A code at the beginning of a content, as in `1.1. Tham mưu…` or `a) Có kế hoạch…`.
  private static func splitLeadingCode(_ content: String) -> (code: String, rest: String)? {
    var content = content
    // `Tiêu chí 1.1: Tham mưu…`
    for word in ["Tiêu chí ", "tiêu chí ", "TIÊU CHÍ ", "Mục ", "mục "]
    where content.hasPrefix(word) {
      content.removeFirst(word.count)
      break
    }
    guard let space = content.firstIndex(of: " ") else { return nil }
    let head = content[..<space]
    guard head.utf8.count <= 8, let last = head.last, head.contains(where: { ".)".contains($0) }),
      last.isNumber || ".):".contains(last),
      head.allSatisfy({ $0.isNumber || ".):".contains($0) || $0.isASCII && $0.isLetter })
    else { return nil }
    return (String(head), String(content[content.index(after: space)...]))
  }

  /// Whether a content says something quite different from what a criterion says.
  private func contradicts(_ index: Int, content: String) -> Bool {
    let key = VietnameseText.fold(content)
    guard key.utf8.count >= 8 else { return false }
    let own = folded[index]
    let limit = max(own.utf8.count, key.utf8.count) / 2
    return VietnameseText.editDistance(key, own, limit: limit) > limit
  }

  // MARK: - Codes

  /// What a code names, wherever it stands.
  struct Code {
    /// Whether there is none.
    var isEmpty: Bool
    /// The criterion that has it to the letter.
    var literal: Int?
    /// Whether it has several parts (1.1, I.2): it then names its criterion wherever it stands.
    var isWhole: Bool
    /// The criteria that have its parts, alone or with those of the groups above them.
    var exact: [Int]
    /// The criteria whose parts, with those of the groups above them, end with its.
    var endings: [Int]
  }

  private func code(of text: KnownText) -> Code {
    if let code = text.code { return code }
    let code = code(reading: text.tidy)
    text.code = code
    return code
  }

  private func code(reading code: String) -> Code {
    var known = Code(isEmpty: code.isEmpty, isWhole: false, exact: [], endings: [])
    let literal = CriterionCode.literal(code)
    guard !literal.isEmpty else { return known }
    known.literal = byLiteral[literal]
    let parts = Self.components(code)
    guard let last = parts.last else { return known }
    return Code(
      isEmpty: code.isEmpty, literal: known.literal, isWhole: parts.count > 1,
      exact: components.indices.filter { components[$0] == parts || paths[$0] == parts },
      endings: (byEnding[last] ?? []).filter {
        parts.count == 1 || paths[$0].suffix(parts.count).elementsEqual(parts)
      })
  }

  /// The criteria that a code names at a place, the likeliest first.
  private func named(by code: Code, in context: Context) -> [Int] {
    var result: [Int] = []
    func add(_ index: Int) { if !result.contains(index) { result.append(index) } }
    // A relative code means the one under the heading above it before any other.
    if let group = context.group {
      for index in code.endings where parents[index] == group { add(index) }
    }
    if let index = code.literal {
      if code.isWhole { result.insert(index, at: 0) } else { add(index) }
    }
    for index in code.exact { add(index) }
    for index in code.endings
    where context.groupAndAbove.contains(where: {
      isBelow(index, $0) || parents[index] == parents[$0]
    }) {
      add(index)
    }
    return result
  }

  /// Whether a row of the table lies below a group.
  func isBelow(_ index: Int, _ group: Int) -> Bool { above[index].contains(group) }

  /// The parts of a code: `I.1` and `1.1` are both 1, 1; `6a` is 6, a.
  ///
  /// Capital letters that make a Roman numeral are a number, small ones are letters of a list.
  static func components(_ code: String) -> [String] {
    var parts: [String] = []
    var current = ""
    func end() {
      if !current.isEmpty {
        if let roman = roman(current) {
          parts.append(String(roman))
        } else if let number = Int(current) {
          parts.append(String(number))
        } else {
          parts.append(current.lowercased())
        }
      }
      current = ""
    }
    for character in VietnameseText.tidy(code) {
      guard character.isLetter || character.isNumber else {
        end()
        continue
      }
      if let last = current.last, last.isNumber != character.isNumber { end() }
      current.append(character)
    }
    end()
    return parts
  }

  /// The value of a Roman numeral in capitals up to 39; nil for any other text.
  private static func roman(_ text: String) -> Int? {
    guard text.allSatisfy({ "IVX".contains($0) }) else { return nil }
    let values: [Character: Int] = ["I": 1, "V": 5, "X": 10]
    var total = 0
    var previous = 0
    for character in text.reversed() {
      let value = values[character] ?? 0
      total += value < previous ? -value : value
      previous = max(previous, value)
    }
    return total
  }

  // MARK: - Choice

  /// The best of several candidates: below the current group before elsewhere, without a row yet
  /// before with one, in the order in which they were found.
  private func preferred(_ candidates: [Int], in context: Context) -> Int? {
    guard candidates.count > 1 else { return candidates.first }
    func cost(_ index: Int) -> Int {
      var cost = 0
      if context.hasTaken(index) { cost += 2 }
      if let group = context.group, !isBelow(index, group) { cost += 1 }
      return cost
    }
    // Of equals the first.
    return candidates.min { cost($0) < cost($1) }
  }
}

/// What stands in the code's cell of a row.
struct RowCode {
  let text: KnownText
  /// Whether it was typed as text: what became a number may have been another code.
  let isText: Bool

  /// Nil for a cell that holds neither text nor a number.
  init?(_ cell: KnownCell?, on sheet: KnownSheet) {
    switch cell?.value {
    case .text:
      guard let known = cell?.known else { return nil }
      self.init(text: known, isText: true)
    case .number(let number):
      self.init(text: sheet.known(CellValue.shortest(number)), isText: false)
    default: return nil
    }
  }

  private init(text: KnownText, isText: Bool) {
    self.text = text
    self.isText = isText
  }
}
