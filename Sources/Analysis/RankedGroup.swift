import Normalizer
import Ranking
import Regulation

/// The ranked units of one group with their scores as whole numbers, by rank, then code.
struct RankedGroup: Sendable {
  let regulation: Regulation
  let group: String
  let units: [UnitStanding]
  let arithmetic: TotalArithmetic
  /// What each criterion counts, by unit and then in the order of `arithmetic.leaves`.
  private let points: [Int64]
  /// For which criteria nothing arose, in the same order.
  private let notApplicable: [Bool]
  /// What each unit gave itself beyond the appraisal, in the same order; empty where nothing is
  /// appraised.
  private let gaps: [PackedPoints]
  /// What sending late costs each unit, in ten-thousandths.
  let lateness: [Int64]

  /// The ranked units of a group, given in any order; nil where there are none.
  init?(_ regulation: Regulation, _ standings: [UnitStanding], group: String) {
    units = standings.filter { $0.rank != nil }
      .map { (rank: $0.rank ?? 0, code: $0.unit.code, unit: $0) }
      .sorted { ($0.rank, $0.code) < ($1.rank, $1.code) }.map(\.unit)
    guard !units.isEmpty else { return nil }
    self.regulation = regulation
    self.group = group
    let arithmetic = TotalArithmetic(regulation, group: group)
    self.arithmetic = arithmetic
    ranks = units.map { $0.rank ?? 0 }
    var points: [Int64] = []
    var notApplicable: [Bool] = []
    let count = units.count * arithmetic.leaves.count
    points.reserveCapacity(count)
    notApplicable.reserveCapacity(count)
    let isAppraised = units.contains { $0.scores.contains { $0.appraisedPoints != nil } }
    var gaps: [PackedPoints] = []
    if isAppraised { gaps.reserveCapacity(count) }
    for unit in units {
      let scores = unit.scores
      for leaf in arithmetic.leaves.indices {
        guard let place = Self.place(of: leaf, in: scores, arithmetic) else {
          points.append(0)
          notApplicable.append(false)
          if isAppraised { gaps.append(PackedPoints(wrappedValue: nil)) }
          continue
        }
        points.append(scores[place].counted.tenThousandths)
        notApplicable.append(scores[place].isNotApplicable)
        guard isAppraised else { continue }
        let (own, appraised) = (scores[place].selfPoints, scores[place].appraisedPoints)
        gaps.append(PackedPoints(wrappedValue: own.flatMap { own in appraised.map { own - $0 } }))
      }
    }
    self.gaps = gaps
    lateness = units.map(\.lateness.tenThousandths)
    self.points = points
    self.notApplicable = notApplicable
  }

  /// The units' ranks, in the order of `units`.
  let ranks: [Int]

  private var width: Int { arithmetic.leaves.count }

  /// What a criterion counts for a unit, in ten-thousandths.
  func points(_ unit: Int, _ leaf: Int) -> Int64 { points[unit * width + leaf] }

  /// Whether a criterion did not arise for a unit.
  func isNotApplicable(_ unit: Int, _ leaf: Int) -> Bool { notApplicable[unit * width + leaf] }

  /// What a unit gave itself beyond the appraisal; nil where either is missing.
  func gap(_ unit: Int, _ leaf: Int) -> Points? {
    gaps.isEmpty ? nil : gaps[unit * width + leaf].wrappedValue
  }

  /// Hands what each criterion counts for a unit, and for which it did not arise, to `body`.
  func withScores<Result>(
    of unit: Int, _ body: (_ points: Span<Int64>, _ notApplicable: Span<Bool>) -> Result
  ) -> Result {
    let range = unit * width..<(unit + 1) * width
    return body(points.span.extracting(range), notApplicable.span.extracting(range))
  }

  /// What is known of a unit's score of a criterion.
  func score(_ unit: Int, _ leaf: Int) -> CountedScore? {
    let scores = units[unit].scores
    return Self.place(of: leaf, in: scores, arithmetic).map { scores[$0] }
  }

  /// Where the score of a criterion stands among a unit's: in the criterion's own place, unless there
  /// are scores of other criteria.
  private static func place(
    of leaf: Int, in scores: [CountedScore], _ arithmetic: TotalArithmetic
  ) -> Int? {
    let code = arithmetic.leaves[leaf].code
    if leaf < scores.count, scores[leaf].criterion == code { return leaf }
    return scores.firstIndex { $0.criterion == code }
  }
}
