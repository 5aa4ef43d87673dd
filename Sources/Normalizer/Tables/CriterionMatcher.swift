import Language
import Regulation
import Spreadsheet

/// Tells which criterion a row of a score table belongs to: by its code, else by its content.
///
/// Codes recur on paper (`a)` under every group) and Excel turns some into numbers and dates, so a
/// code is read together with the content and with the group that the row stands under.
struct CriterionMatcher {
  let table: CriteriaTable
  private let byContent: [String: [Int]]
  private let byLiteral: [String: Int]
  private let components: [[String]]
  private let paths: [[String]]
  /// The folded contents of the table's rows.
  private let folded: [String]
  private let memo = Memo()

  /// What was said of the texts of a table's rows.
  private struct Memo: Sendable {
    let named = TextMemo<[Int]>()
    let leadingCodes = TextMemo<(code: String, rest: String)?>()
    let components = TextMemo<[String]>()
  }

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
    paths = criteria.all.enumerated().map { index, criterion in
      criteria.ancestors(of: criterion).reversed().flatMap { Self.components($0.code) }
        + components[index]
    }
  }

  /// The place in the table that a match is made at.
  struct Context {
    /// The group whose heading was last met.
    var group: Criterion?
    /// That group and those above it, nearest first.
    var groupAndAbove: [Criterion] = []
    /// The criteria that already have a row.
    var taken: Set<String> = []
  }

  /// How a row was matched.
  struct Match {
    var criterion: Criterion
    /// Whether the content says the same as the regulation's.
    var agreesInContent: Bool
  }

  /// The criterion of a row, nil when neither code nor content names one.
  func match(code: CellValue?, content: String?, in context: Context) -> Match? {
    var codeText: String?
    var isReliable = false
    switch code {
    case .text(let text):
      codeText = VietnameseText.tidy(text)
      isReliable = true
    case .number(let number): codeText = CellValue.shortest(number)
    default: break
    }
    var content = content.map { VietnameseText.tidy($0) } ?? ""
    if codeText?.isEmpty ?? true,
      let split = memo.leadingCodes.answer(for: content, Self.splitLeadingCode)
    {
      // Only where the whole content is unknown: «5 chỉ tiêu» begins with a number too.
      if named(byContent: content).isEmpty { (codeText, content) = (split.code, split.rest) }
    }
    let contentMatches = named(byContent: content)
    let codeMatches = codeText.map { named(byCode: $0, in: context) } ?? []

    let both = codeMatches.filter { contentMatches.contains($0) }
    if let index = preferred(both.isEmpty ? contentMatches : both, in: context) {
      // The content is the regulation's to the letter. A code beside it that names another
      // criterion is the clerk's own numbering, or a code that Excel changed.
      return Match(criterion: table.all[index], agreesInContent: true)
    }
    guard let index = preferred(codeMatches, in: context) else { return nil }
    if !isReliable, contradicts(index, content: content) { return nil }
    return Match(criterion: table.all[index], agreesInContent: false)
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

  private func named(byContent content: String) -> [Int] {
    memo.named.answer(for: content) { content in
      for key in Self.contentKeys(content) {
        if let indices = byContent[key] { return indices }
      }
      return []
    }
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

  private func named(byCode code: String, in context: Context) -> [Int] {
    let literal = CriterionCode.literal(code)
    guard !literal.isEmpty else { return [] }
    var result: [Int] = []
    func add(_ index: Int) { if !result.contains(index) { result.append(index) } }
    let parts = memo.components.answer(for: code, Self.components)
    // A relative code means the one under the heading above it before any other.
    if !parts.isEmpty, let group = context.group {
      for (index, path) in paths.enumerated()
      where Self.ends(path, in: parts) && isBelow(index, group)
        && (table.all[index].parent == group.code)
      {
        add(index)
      }
    }
    if let index = byLiteral[literal] {
      // A whole code (1.1, I.2) names its criterion wherever it stands.
      if parts.count > 1 { result.insert(index, at: 0) } else { add(index) }
    }
    guard !parts.isEmpty else { return result }
    for index in components.indices where components[index] == parts || paths[index] == parts {
      add(index)
    }
    if let group = context.group {
      let above = [group] + table.ancestors(of: group)
      for (index, path) in paths.enumerated()
      where Self.ends(path, in: parts)
        && above.contains(where: { isBelow(index, $0) || table.all[index].parent == $0.parent })
      {
        add(index)
      }
    }
    return result
  }

  private static func ends(_ path: [String], in parts: [String]) -> Bool {
    guard let last = parts.last, path.last == last else { return parts.isEmpty }
    return parts.count == 1 || path.suffix(parts.count).elementsEqual(parts)
  }

  private func isBelow(_ index: Int, _ group: Criterion) -> Bool {
    table.ancestors(of: table.all[index]).contains { $0.code == group.code }
  }

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
      let criterion = table.all[index]
      var cost = 0
      if context.taken.contains(criterion.code) { cost += 2 }
      if let group = context.group, !isBelow(index, group) { cost += 1 }
      return cost
    }
    return candidates.enumerated().min {
      (cost($0.element), $0.offset) < (cost($1.element), $1.offset)
    }?.element
  }
}
