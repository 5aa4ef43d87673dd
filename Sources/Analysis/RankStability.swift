import Ranking
import Regulation

/// How firmly ranks stand against the choice of criteria: what is left of one is ranked by the rules of
/// the block: caps, rounding, the chain of Bằng điểm, in which the criterion counts nothing.
struct RankStability {
  private let group: RankedGroup
  private let order: RankOrder
  /// The numbers by which each unit is ordered with all criteria; none where there is no chain.
  private let keys: [[Int64]]
  /// The criteria whose single scores the chain looks at.
  private let criteriaOfChain: Set<Int>

  /// The ranks of a group.
  init(group: RankedGroup) {
    self.group = group
    order = RankOrder(group.regulation)
    let ties = group.regulation.block.ties
    keys = ties.isEmpty ? [] : group.units.map(order.keys(of:))
    let leaves = group.arithmetic.leaves
    let criteria = group.regulation.criteria
    criteriaOfChain = Set(
      leaves.indices.filter { leaf in
        ties.contains { key in
          switch key {
          case .criterion(let code):
            leaves[leaf].code == code
              || criteria.ancestors(of: leaves[leaf]).contains { $0.code == code }
          case .aspect(let aspect): leaves[leaf].aspect == aspect
          case .base, .bonus, .fewerDeductions, .lastYear, .signedEarlier: false
          }
        }
      })
  }

  /// The sums of every unit when one criterion is left out, before rounding, in ten-thousandths.
  func sums(without leaf: Int) -> [TotalArithmetic.Sums] {
    let arithmetic = group.arithmetic
    let cap = arithmetic.totalCap(without: leaf)
    return group.units.indices.map { unit in
      group.withScores(of: unit) { points, notApplicable in
        arithmetic.sums(
          points, notApplicable: notApplicable,
          lateness: group.lateness[unit], without: leaf, cap: cap)
      }
    }
  }

  /// The ranks that follow from such sums.
  func ranks(_ sums: [TotalArithmetic.Sums], without leaf: Int) -> [Int] {
    let decimals = group.regulation.block.decimals
    let totals = sums.map { Points(tenThousandths: $0.total).rounded(places: decimals) }
    let byTotal = TotalOrder.descending(totals.map(\.tenThousandths))
    var ranks = Array(repeating: 0, count: totals.count)
    var better = 0
    for tied in byTotal.runs(by: { totals[$0] }) {
      // Only units of one total need the chain.
      let among =
        tied.count == 1 || keys.isEmpty
        ? Array(repeating: 1, count: tied.count) : ranksByChain(Array(tied), sums, without: leaf)
      for (unit, rank) in zip(tied, among) { ranks[unit] = better + rank }
      better += tied.count
    }
    return ranks
  }

  /// The ranks among units of one total.
  private func ranksByChain(
    _ tied: [Int], _ sums: [TotalArithmetic.Sums], without leaf: Int
  ) -> [Int] {
    RankOrder.ranks(ofKeys: tied.map { chain(of: $0, sums[$0], without: leaf) })
  }

  /// A unit's numbers under the keys of the chain.
  private func chain(
    of unit: Int, _ sums: TotalArithmetic.Sums, without leaf: Int
  ) -> [Int64] {
    let ties = group.regulation.block.ties
    // The total stands before the keys.
    var own = Array(keys[unit].dropFirst())
    if criteriaOfChain.contains(leaf) {
      let code = group.arithmetic.leaves[leaf].code
      var standing = group.units[unit]
      standing.scores.removeAll { $0.criterion == code }
      own = Array(order.keys(of: standing).dropFirst())
    }
    for (place, key) in ties.enumerated() {
      switch key {
      case .base: own[place] = sums.base
      case .bonus: own[place] = sums.bonus
      case .fewerDeductions: own[place] = -sums.deduction
      case .criterion, .aspect, .lastYear, .signedEarlier: break
      }
    }
    return own
  }
}
