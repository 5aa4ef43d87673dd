import Ranking
import Regulation

/// What becomes of the ranks when scores move by less than what anybody would look into.
///
/// In each run every counted score moves by a whole number of ten-thousandths, evenly likely, of at
/// most Ngưỡng chênh lệch in percent of itself (the gap that no finding is made of), and stays
/// between 0 and its maximum. The sums follow the block's arithmetic with all its caps. Each total
/// then moves by at most half of its last decimal, for rounding may have moved it so far, and is not
/// rounded. Units whose totals come out equal keep their order.
struct RankSimulation: Sendable {
  /// How often the scores move; fewer times where there are many of them.
  var runs = 1_000
  /// Where the generator starts; each group of units starts there.
  var seed: UInt64 = 20_190_101

  /// The most scores that are moved in all runs together, and the fewest runs.
  private static let budget = (scores: 20_000_000, runs: 100)

  /// The movement of each unit's rank, in the order of the group's units.
  func movement(of group: RankedGroup) -> [RankMovement] {
    let count = group.units.count
    let scores = max(1, count * group.arithmetic.leaves.count)
    let runs = min(self.runs, max(Self.budget.runs, Self.budget.scores / scores))
    let cells = group.points.indices.map { self.cells(of: $0, in: group) }
    let last = halfOfLastDecimal(group.regulation.block.decimals)
    let cap = group.arithmetic.totalCap()
    var generator = SplitMix64(seed: seed)
    var results = Array(repeating: [Int](), count: count)
    var moved = Array(repeating: Int64(0), count: group.arithmetic.leaves.count)
    for _ in 0..<runs {
      let totals = (0..<count).map { unit in
        for (leaf, cell) in cells[unit].enumerated() {
          moved[leaf] = cell.moved(by: generator.next(within: cell.reach))
        }
        let sums = group.arithmetic.sums(
          moved, notApplicable: group.notApplicable[unit],
          lateness: group.units[unit].lateness.tenThousandths, cap: cap)
        return sums.total + generator.next(within: last)
      }
      for (unit, rank) in ranks(totals, group.ranks).enumerated() { results[unit].append(rank) }
    }
    return zip(results, group.ranks).map { ranks, own in
      let sorted = ranks.sorted()
      return RankMovement(
        runs: runs, held: ranks.filter { $0 == own }.count,
        low: Self.quantile(sorted, percent: 5), high: Self.quantile(sorted, percent: 95))
    }
  }

  /// A score with how far it may move, all in ten-thousandths.
  private struct Cell {
    var points: Int64
    var reach: Int64
    var maximum: Int64

    func moved(by step: Int64) -> Int64 { max(0, min(maximum, points + step)) }
  }

  private func cells(of unit: Int, in group: RankedGroup) -> [Cell] {
    let gap = group.regulation.block.gapThreshold.fraction / Fraction(100)
    return group.arithmetic.leaves.indices.map { leaf in
      let points = group.points[unit][leaf]
      let reach =
        group.notApplicable[unit][leaf]
        ? 0
        : Int64((Points(tenThousandths: points).magnitude.fraction * gap).rounded(places: 4))
      let maximum = group.arithmetic.leaves[leaf].maximum?.tenThousandths ?? .max
      return Cell(points: points, reach: reach, maximum: max(points, maximum))
    }
  }

  private func halfOfLastDecimal(_ decimals: Int) -> Int64 {
    var unit: Int64 = 10_000
    for _ in 0..<decimals { unit /= 10 }
    return unit / 2
  }

  /// The ranks by total; equal totals in the order of the ranks that they have.
  private func ranks(_ totals: [Int64], _ own: [Int]) -> [Int] {
    let order = totals.indices.sorted {
      totals[$0] == totals[$1] ? (own[$0], $0) < (own[$1], $1) : totals[$0] > totals[$1]
    }
    var ranks = own
    for (position, unit) in order.enumerated() {
      let isShared =
        position > 0 && totals[order[position - 1]] == totals[unit]
        && own[order[position - 1]] == own[unit]
      ranks[unit] = isShared ? ranks[order[position - 1]] : position + 1
    }
    return ranks
  }

  /// The least of the values that at least so many percent of them do not exceed: definition 1 of
  /// Hyndman and Fan (1996), which always names a rank that came out.
  static func quantile(_ sorted: [Int], percent: Int) -> Int {
    guard !sorted.isEmpty else { return 0 }
    let position = (sorted.count * percent + 99) / 100
    return sorted[max(0, position - 1)]
  }
}
