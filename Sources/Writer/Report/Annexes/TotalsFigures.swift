import Ranking
import Regulation

/// What Phụ lục I says of one unit: the sums of each group of criteria under its cap, and the unit's
/// own.
///
/// What the units of a group have in common is worked out once.
struct TotalsFigures {
  /// The points by column; nil where a column has none.
  struct Row {
    fileprivate var points: [Points?]

    /// The points in a column of the table.
    subscript(column: Int) -> Points? {
      let place = column - TotalsLayout.labelColumns - 1
      return points.indices.contains(place) ? points[place] : nil
    }

    /// The columns that have points, with them.
    var columns: [(column: Int, points: Points)] {
      points.enumerated().compactMap { offset, points in
        points.map { (TotalsLayout.labelColumns + 1 + offset, $0) }
      }
    }
  }

  /// A part of the table for the units of one group.
  private struct Plan {
    var arithmetic: TotalArithmetic
    var isBase: [Bool]
    var notApplicable: [Bool]
    var cap: Int64
  }

  private let regulation: Regulation
  private let parts: [TotalsLayout.Part]
  private let hasAppraisals: Bool
  private var plans: [String: [Plan]] = [:]
  /// The criteria of the last unit's scores, and where those of each part stand among them.
  private var criteria: [String] = []
  private var group: String?
  private var places: [[Int?]] = []

  init(regulation: Regulation, parts: [TotalsLayout.Part], hasAppraisals: Bool) {
    self.regulation = regulation
    self.parts = parts
    self.hasAppraisals = hasAppraisals
  }

  /// The points of a unit by column, from the first behind the labels on.
  mutating func row(of standing: UnitStanding) -> Row {
    let plans = plans(ofGroup: standing.unit.group)
    let scores = standing.scores
    if group != standing.unit.group || scores.count != criteria.count
      || scores.indices.contains(where: { scores[$0].criterion != criteria[$0] })
    {
      group = standing.unit.group
      criteria = standing.scores.map(\.criterion)
      let place = Dictionary(
        criteria.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
      places = plans.map { $0.arithmetic.leaves.map { place[$0.code] } }
    }
    let figures = zip(plans, places).flatMap { self.figures(of: $0, scores, $1) }
    return Row(
      points: figures + [standing.base, standing.bonus, standing.deduction, standing.total])
  }

  private mutating func plans(ofGroup group: String) -> [Plan] {
    if let known = plans[group] { return known }
    let made = parts.map { part in
      var own = regulation
      own.criteria = CriteriaTable(part.roots.flatMap { rows(from: $0) })
      let arithmetic = TotalArithmetic(own, group: group)
      return Plan(
        arithmetic: arithmetic, isBase: arithmetic.leaves.map { $0.kind == .base },
        notApplicable: Array(repeating: false, count: arithmetic.leaves.count),
        cap: arithmetic.totalCap())
    }
    plans[group] = made
    return made
  }

  /// A row of the criteria with those below it.
  private func rows(from criterion: Criterion) -> [Criterion] {
    [criterion] + regulation.criteria.children(of: criterion).flatMap { rows(from: $0) }
  }

  /// Self, appraised where the block has any, and counted.
  private func figures(of plan: Plan, _ scores: [CountedScore], _ places: [Int?]) -> [Points?] {
    var (isThere, isScored, isAppraised) = (false, false, false)
    var own = Array(repeating: Int64(0), count: places.count)
    var (appraised, counted) = (own, own)
    for (leaf, place) in places.enumerated() {
      guard let place, plan.isBase[leaf] else { continue }
      isThere = true
      let (selfPoints, appraisedPoints) = (scores[place].selfPoints, scores[place].appraisedPoints)
      isScored = isScored || selfPoints != nil
      isAppraised = isAppraised || appraisedPoints != nil
      own[leaf] = selfPoints?.tenThousandths ?? 0
      appraised[leaf] = (appraisedPoints ?? selfPoints)?.tenThousandths ?? 0
      counted[leaf] = scores[place].counted.tenThousandths
    }
    func sum(_ points: [Int64], _ isThere: Bool) -> Points? {
      guard isThere else { return nil }
      let sums = plan.arithmetic.sums(
        points.span, notApplicable: plan.notApplicable.span, cap: plan.cap)
      return Points(tenThousandths: sums.base)
    }
    return hasAppraisals
      ? [sum(own, isScored), sum(appraised, isAppraised), sum(counted, isThere)]
      : [sum(own, isScored), sum(counted, isThere)]
  }
}
