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

  /// The ranked units of a group, given in any order; nil where there are none.
  init?(_ regulation: Regulation, _ standings: [UnitStanding], group: String) {
    units = standings.filter { $0.rank != nil }
      .sorted { ($0.rank ?? 0, $0.unit.code) < ($1.rank ?? 0, $1.unit.code) }
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
    for unit in units {
      for leaf in arithmetic.leaves.indices {
        let place = Self.place(of: leaf, in: unit, arithmetic)
        points.append(place.map { unit.scores[$0].counted.tenThousandths } ?? 0)
        notApplicable.append(place.map { unit.scores[$0].isNotApplicable } ?? false)
      }
    }
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

  /// Hands what each criterion counts for a unit, and for which it did not arise, to `body`.
  func withScores<Result>(
    of unit: Int, _ body: (_ points: Span<Int64>, _ notApplicable: Span<Bool>) -> Result
  ) -> Result {
    let range = unit * width..<(unit + 1) * width
    return body(points.span.extracting(range), notApplicable.span.extracting(range))
  }

  /// What is known of a unit's score of a criterion.
  func score(_ unit: Int, _ leaf: Int) -> CountedScore? {
    Self.place(of: leaf, in: units[unit], arithmetic).map { units[unit].scores[$0] }
  }

  /// Where the score of a criterion stands among a unit's: in the criterion's own place, unless there
  /// are scores of other criteria.
  private static func place(
    of leaf: Int, in unit: UnitStanding, _ arithmetic: TotalArithmetic
  ) -> Int? {
    let code = arithmetic.leaves[leaf].code
    if leaf < unit.scores.count, unit.scores[leaf].criterion == code { return leaf }
    return unit.scores.firstIndex { $0.criterion == code }
  }
}
