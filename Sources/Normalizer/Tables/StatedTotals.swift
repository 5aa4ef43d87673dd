import Language
import Regulation
import Spreadsheet

/// Holds the totals in one column of a table against its rows.
struct StatedTotals {
  let body: TableBody
  let inspector: CellInspector
  let matcher: CriterionMatcher
  let role: ColumnRole
  let checks: TotalChecks

  /// A total that does not agree, or a score where only a total can stand, for each such row.
  var findings: [Finding] { body.lines.compactMap(finding) }

  private func finding(_ line: TableBody.Line) -> Finding? {
    switch line.kind {
    case .group, .total: break
    default: return nil
    }
    guard
      let (stated, found) = inspector.statedPoints(
        role, row: line.row, maximum: Quantity(1_000_000))
    else { return nil }
    let expected: Points?
    var name = ""
    switch line.kind {
    case .group(let group):
      let criterion = matcher.table.all[group]
      guard checks.hasScores(group) else { return scoreOnGroup(criterion, stated, found) }
      name = criterion.code
      expected = checks.mismatch(heading: stated, of: group)
    case .total(.subtotal(let label), let groups):
      let named = groupsNamed(in: label)
      name = label
      expected = checks.mismatch(
        subtotal: stated, row: line.number, of: named.isEmpty ? groups : named)
    case .total(let total, let groups) where total.closesTable:
      let grand = checks.mismatch(grandTotal: stated, row: line.number)
      // `Cộng` alone, and a total with criteria below it, may be that of a group.
      let isOfGroup =
        grand != nil && !groups.isEmpty && (total == .sum || line.number < lastCriterion)
        && checks.mismatch(subtotal: stated, row: line.number, of: groups) == nil
      expected = isOfGroup ? nil : grand
    default: return nil
    }
    return expected.map { expected in
      Finding(
        .totalMismatch, .warning, sheet: body.sheet.name, cell: found.reference.description,
        value: inspector.value(of: found).value.text, action: "\(expected)",
        arguments: ["criterion": name, "expected": "\(expected)"])
    }
  }

  /// The row of the last criterion.
  private var lastCriterion: Int {
    body.lines.last { if case .criterion = $0.kind { true } else { false } }?.number ?? 0
  }

  /// A number on a group none of whose criteria has a score.
  private func scoreOnGroup(
    _ group: Criterion, _ stated: Points, _ found: CellInspector.Found
  ) -> Finding? {
    // The sum of nothing is what a formula gives, not what anybody entered.
    guard role == .selfScore, stated != .zero || found.cell?.formula == nil else { return nil }
    return Finding(
      .scoreOnGroup, .error, sheet: body.sheet.name, cell: found.reference.description,
      value: found.cell?.value.text,
      arguments: ["criterion": group.code, "content": group.content])
  }

  /// The groups whose code or content a subtotal's label names.
  private func groupsNamed(in label: String) -> [Int] {
    let words = label.split(separator: " ")
    return matcher.table.all.indices.filter { index in
      guard matcher.isGroup[index] else { return false }
      let code = matcher.table.all[index].code.lowercased()
      return words.contains { $0 == code }
        || VietnameseText.contains(label, phrase: matcher.folded[index])
    }
  }
}
