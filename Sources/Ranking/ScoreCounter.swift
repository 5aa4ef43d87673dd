import Normalizer
import Regulation

/// Counts the scores of the units of one group: what they have in common is worked out once, and where
/// each criterion stands in a table is remembered, for nearly all tables have the same rows.
struct ScoreCounter {
  private let regulation: Regulation
  private let arithmetic: TotalArithmetic
  private let cap: Int64
  /// What does not follow from a unit's own table, by criterion and then by unit.
  private let relative: [[String: Points]?]
  private let pointsOfNotApplicable: [Points]
  /// The codes of the last table, and where in it the criteria stand.
  private var codes: [String] = []
  private var places: [Int?] = []
  private var points: [Int64]
  private var notApplicable: [Bool]

  /// A counter for the units of a group.
  ///
  /// - Parameter relative: the points of the methods that compare units, by criterion and unit.
  init(
    _ regulation: Regulation, _ arithmetic: TotalArithmetic, relative: [String: [String: Points]]
  ) {
    self.regulation = regulation
    self.arithmetic = arithmetic
    cap = arithmetic.totalCap()
    let leaves = arithmetic.leaves
    self.relative = leaves.map { relative[$0.code] }
    // A criterion that did not arise: full points only where there are points to earn.
    pointsOfNotApplicable = leaves.map { criterion in
      guard regulation.block.notApplicable == .full, criterion.kind == .base else { return .zero }
      return criterion.maximum ?? .zero
    }
    places = Array(repeating: nil, count: leaves.count)
    points = Array(repeating: 0, count: leaves.count)
    notApplicable = Array(repeating: false, count: leaves.count)
  }

  /// Fills in the scores of a unit and their sums.
  mutating func count(_ table: ScoreTable, lateness: Points, for standing: inout UnitStanding) {
    if table.entries.codes != codes {
      codes = table.entries.codes
      places = arithmetic.leaves.map { table.entries.place(of: $0.code) }
    }
    let targets = regulation.targets(forUnit: table.unit)
    let entries = table.entries.values
    standing.scores = arithmetic.leaves.indices.map { leaf in
      let score = score(
        leaf, places[leaf].map { entries[$0] }, unit: table.unit, targets: targets)
      points[leaf] = score.counted.tenThousandths
      notApplicable[leaf] = score.isNotApplicable
      return score
    }
    let sums = arithmetic.sums(
      points.span, notApplicable: notApplicable.span, lateness: lateness.tenThousandths, cap: cap)
    standing.lateness = lateness
    standing.base = Points(tenThousandths: sums.base)
    standing.bonus = Points(tenThousandths: sums.bonus)
    standing.deduction = Points(tenThousandths: sums.deduction)
    standing.total = Points(tenThousandths: sums.total)
      .rounded(places: regulation.block.decimals)
  }

  private func score(
    _ leaf: Int, _ entry: ScoreEntry?, unit: String, targets: [String: Quantity]
  ) -> CountedScore {
    let code = arithmetic.leaves[leaf].code
    let target = targets.isEmpty ? nil : targets[code]
    guard let entry else {
      var score = CountedScore(criterion: code, counted: .zero)
      score.target = target ?? arithmetic.leaves[leaf].target
      return score
    }
    let counted =
      entry.isNotApplicable
      ? pointsOfNotApplicable[leaf]
      : relative[leaf].flatMap { $0[unit] } ?? entry.countedPoints ?? .zero
    var score = CountedScore(
      criterion: code, selfPoints: entry.selfPoints, appraisedPoints: entry.appraisedPoints,
      counted: counted, isNotApplicable: entry.isNotApplicable, sheet: entry.sheet,
      cell: entry.cell)
    score.enteredPoints = entry.enteredPoints ?? entry.selfPoints
    score.appraisals = entry.appraisals
    score.result = entry.result
    score.evidence = entry.evidence
    score.note = entry.note
    score.target = target ?? arithmetic.leaves[leaf].target
    return score
  }
}
