import Normalizer
import Ranking
import Regulation

/// The ranked units of one group with their scores as whole numbers, by rank, then code.
struct RankedGroup: Sendable {
  let regulation: Regulation
  let group: String
  let units: [UnitStanding]
  let arithmetic: TotalArithmetic
  /// What is known of each criterion, by unit and then in the order of `arithmetic.leaves`.
  let scores: [[CountedScore?]]
  /// What each criterion counts, in the same order.
  let points: [[Int64]]
  /// For which criteria nothing arose, in the same order.
  let notApplicable: [[Bool]]

  /// The ranked units of a group; nil where there are none.
  init?(_ regulation: Regulation, _ standings: Standings, group: String) {
    units = standings.units.filter { $0.unit.group == group && $0.rank != nil }
      .sorted { ($0.rank ?? 0, $0.unit.code) < ($1.rank ?? 0, $1.unit.code) }
    guard !units.isEmpty else { return nil }
    self.regulation = regulation
    self.group = group
    let arithmetic = TotalArithmetic(regulation, group: group)
    self.arithmetic = arithmetic
    let rows = units.map { unit in
      let scores = Dictionary(
        unit.scores.map { ($0.criterion, $0) }, uniquingKeysWith: { first, _ in first })
      return arithmetic.leaves.map { scores[$0.code] }
    }
    scores = rows
    points = rows.map { $0.map { $0?.counted.tenThousandths ?? 0 } }
    notApplicable = rows.map { $0.map { $0?.isNotApplicable ?? false } }
  }

  /// The units' ranks, in the order of `units`.
  var ranks: [Int] { units.map { $0.rank ?? 0 } }
}
