import Ranking
import Regulation

/// What Phụ lục I says of one unit: the sums of each group of criteria under its cap, and the unit's
/// own.
struct TotalsFigures {
  let regulation: Regulation
  let parts: [TotalsLayout.Part]
  let hasAppraisals: Bool

  /// The points by column, from the first behind the labels on.
  func byColumn(of standing: UnitStanding) -> [Int: Points] {
    let scores = Dictionary(
      standing.scores.map { ($0.criterion, $0) }, uniquingKeysWith: { first, _ in first })
    let sums = CappedSums(criteria: regulation.criteria, group: standing.unit.group)
    let figures =
      parts.flatMap { self.figures(of: $0, scores, sums) }
      + [standing.base, standing.bonus, standing.deduction, standing.total]
    var byColumn: [Int: Points] = [:]
    for (offset, points) in figures.enumerated() {
      byColumn[TotalsLayout.labelColumns + 1 + offset] = points
    }
    return byColumn
  }

  /// Self, appraised where the block has any, and counted.
  private func figures(
    of part: TotalsLayout.Part, _ scores: [String: CountedScore], _ sums: CappedSums
  ) -> [Points?] {
    let own = part.roots.flatMap { leaves(of: $0) }.compactMap { scores[$0.code] }
    func sum(_ points: (CountedScore) -> Points) -> Points {
      part.roots.reduce(Points.zero) {
        $0 + sums.sum($1, .base) { scores[$0.code].map(points) ?? .zero }
      }
    }
    let counted = own.isEmpty ? nil : sum(\.counted)
    let isScored = own.contains { $0.selfPoints != nil }
    let selfSum = isScored ? sum { $0.selfPoints ?? .zero } : nil
    guard hasAppraisals else { return [selfSum, counted] }
    let isAppraised = own.contains { $0.appraisedPoints != nil }
    let appraised = isAppraised ? sum { $0.appraisedPoints ?? $0.selfPoints ?? .zero } : nil
    return [selfSum, appraised, counted]
  }

  private func leaves(of criterion: Criterion) -> [Criterion] {
    let children = regulation.criteria.children(of: criterion)
    guard !children.isEmpty else { return criterion.kind == .base ? [criterion] : [] }
    return children.flatMap { leaves(of: $0) }
  }
}
