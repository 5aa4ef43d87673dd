import Ranking
import Regulation

/// How firmly ranks stand: against the choice of criteria, and against small movements of scores.
struct RankStability {
  let group: RankedGroup

  /// The total of every unit when one criterion is left out, before rounding, in ten-thousandths:
  /// by criterion and then by unit.
  func totalsLeavingOut() -> [[TotalArithmetic.Sums]] {
    let arithmetic = group.arithmetic
    return arithmetic.leaves.indices.map { leaf in
      let cap = arithmetic.totalCap(without: leaf)
      return group.units.indices.map { unit in
        arithmetic.sums(
          group.points[unit], notApplicable: group.notApplicable[unit],
          lateness: group.units[unit].lateness.tenThousandths, without: leaf, cap: cap)
      }
    }
  }

  /// How each unit's rank does when every criterion is left out in turn.
  ///
  /// What is left is ranked by the rules of the block: caps, rounding, the chain of Bằng điểm, in
  /// which the criterion counts nothing.
  func leavingOut(_ totals: [[TotalArithmetic.Sums]]) -> [LeaveOneOut] {
    let own = group.ranks
    var results = own.map {
      LeaveOneOut(criteria: totals.count, held: 0, best: $0, worst: $0)
    }
    for (leaf, sums) in totals.enumerated() {
      for (unit, rank) in ranks(sums, without: leaf).enumerated() {
        if rank == own[unit] { results[unit].held += 1 }
        results[unit].best = min(results[unit].best, rank)
        results[unit].worst = max(results[unit].worst, rank)
      }
    }
    return results
  }

  private func ranks(_ sums: [TotalArithmetic.Sums], without leaf: Int) -> [Int] {
    let decimals = group.regulation.block.decimals
    let totals = sums.map { Points(tenThousandths: $0.total).rounded(places: decimals) }
    var ranks = Array(repeating: 0, count: totals.count)
    var better = 0
    let order = Dictionary(grouping: totals.indices) { totals[$0] }
    for (_, tied) in order.sorted(by: { $0.key > $1.key }) {
      // Only units of one total need the chain.
      let among =
        tied.count == 1
        ? [1]
        : RankOrder(group.regulation).ranks(
          of: tied.map { standing($0, sums[$0], total: totals[$0], without: leaf) })
      for (unit, rank) in zip(tied, among) { ranks[unit] = better + rank }
      better += tied.count
    }
    return ranks
  }

  private func standing(
    _ unit: Int, _ sums: TotalArithmetic.Sums, total: Points, without leaf: Int
  ) -> UnitStanding {
    var standing = group.units[unit]
    if chainReadsScores {
      let code = group.arithmetic.leaves[leaf].code
      standing.scores.removeAll { $0.criterion == code }
    }
    standing.base = Points(tenThousandths: sums.base)
    standing.bonus = Points(tenThousandths: sums.bonus)
    standing.deduction = Points(tenThousandths: sums.deduction)
    standing.total = total
    return standing
  }

  /// Whether the tie chain looks at single scores, which are many to copy.
  private var chainReadsScores: Bool {
    group.regulation.block.ties.contains { key in
      switch key {
      case .criterion, .aspect: true
      case .base, .bonus, .fewerDeductions, .lastYear, .signedEarlier: false
      }
    }
  }
}
