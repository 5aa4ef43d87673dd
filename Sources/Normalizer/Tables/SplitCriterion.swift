import Language
import Regulation
import Spreadsheet

/// Follows a criterion that a clerk split over several rows, none of them merged: its content goes on
/// below, or its score stands there alone.
struct SplitCriterion {
  let matcher: CriterionMatcher
  /// The criterion whose rows these are, the last of them, and its content up to there.
  private var open: (criterion: Int, row: KnownRow, content: String)?

  init(matcher: CriterionMatcher) {
    self.matcher = matcher
  }

  /// Notes the first row of a criterion.
  mutating func begins(_ criterion: Int, in row: KnownRow, _ content: KnownText?) {
    open = (criterion, row, content?.text ?? "")
  }

  /// The criterion that goes on in a row right below its last, which has no code; nil where none does.
  ///
  /// A row without content goes on where it holds a score that the row above lacks and the criterion
  /// can have.
  mutating func goesOn(
    in row: KnownRow, _ content: KnownText?, of location: TableLocation
  ) -> Int? {
    guard let last = open, row.number == last.row.number + 1 else { return nil }
    let text = content?.tidy ?? ""
    if text.isEmpty {
      guard holdsScoreOf(last.criterion, row, lackedBy: last.row, location) else { return nil }
      open = (last.criterion, row, last.content)
      return last.criterion
    }
    let joined = "\(last.content) \(text)"
    guard begins(last.criterion, with: joined) else { return nil }
    open = (last.criterion, row, joined)
    return last.criterion
  }

  /// The criterion, not met before, whose whole content is what two rows without a code say together.
  func joined(
    _ both: KnownText, in context: CriterionMatcher.Context
  ) -> Int? {
    guard let match = matcher.match(code: nil, content: both, in: context),
      match.agreesInContent, !matcher.isGroup[match.criterion],
      !context.hasTaken(match.criterion)
    else { return nil }
    return match.criterion
  }

  /// Whether a criterion's content begins with a text, behind its code or without.
  private func begins(_ criterion: Int, with text: String) -> Bool {
    let own = matcher.folded[criterion]
    let key = VietnameseText.fold(text)
    let code = VietnameseText.fold(matcher.table.all[criterion].code) + " "
    return [key, key.hasPrefix(code) ? String(key.dropFirst(code.count)) : key].contains {
      own == $0 || own.hasPrefix($0 + " ")
    }
  }

  private func holdsScoreOf(
    _ criterion: Int, _ row: KnownRow, lackedBy above: KnownRow, _ location: TableLocation
  ) -> Bool {
    let scores = [ColumnRole.selfScore, .appraised, .result].compactMap { location.columns[$0] }
    guard scores.allSatisfy({ above[column: $0]?.value.text.isEmpty ?? true }) else { return false }
    let maximum = matcher.table.all[criterion].maximum.map { Quantity($0) }
    return [ColumnRole.selfScore, .appraised].contains { role in
      guard let cell = location.columns[role].flatMap({ row[column: $0] }) else { return false }
      guard case .number(let number) = ScoreText.read(cell.value, maximum: maximum) else {
        return false
      }
      return maximum.map { number <= $0 } ?? true
    }
  }
}
