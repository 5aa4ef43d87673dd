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
    let cells = cells(of: group)
    let last = halfOfLastDecimal(group.regulation.block.decimals)
    let cap = group.arithmetic.totalCap()
    let width = group.arithmetic.leaves.count
    var generator = SplitMix64(seed: seed)
    // The ranks of one run after the other.
    var results: [Int32] = []
    results.reserveCapacity(runs * count)
    var moved = Array(repeating: Int64(0), count: width)
    var totals = Array(repeating: Int64(0), count: count)
    for _ in 0..<runs {
      for unit in 0..<count {
        for leaf in 0..<width {
          moved[leaf] = cells[unit * width + leaf].moved(by: &generator)
        }
        let sums = group.withScores(of: unit) { _, notApplicable in
          group.arithmetic.sums(
            moved.span, notApplicable: notApplicable,
            lateness: group.lateness[unit], cap: cap)
        }
        totals[unit] = sums.total + generator.next(within: last)
      }
      results.append(contentsOf: ranks(totals, group.ranks))
    }
    var ranks = Array(repeating: Int32(0), count: runs)
    return group.ranks.enumerated().map { unit, own in
      for run in 0..<runs { ranks[run] = results[run * count + unit] }
      ranks.sort()
      return RankMovement(
        runs: runs, held: ranks.count { Int($0) == own },
        low: Int(Self.quantile(ranks, percent: 5)), high: Int(Self.quantile(ranks, percent: 95)))
    }
  }

  /// A score with how far it may move, all in ten-thousandths.
  private struct Cell {
    var points: Int64
    var reach: Int64
    var maximum: Int64

    func moved(by generator: inout SplitMix64) -> Int64 {
      max(0, min(maximum, points + generator.next(within: reach)))
    }
  }

  /// The scores of a group, by unit and then by criterion.
  private func cells(of group: RankedGroup) -> [Cell] {
    let gap = group.regulation.block.gapThreshold
    var divisor = Int128(100)
    for _ in 0..<gap.scale { divisor *= 10 }
    let leaves = group.arithmetic.leaves
    return group.units.indices.flatMap { unit in
      leaves.indices.map { leaf in
        let points = group.points(unit, leaf)
        let reach =
          group.isNotApplicable(unit, leaf)
          ? 0 : Self.quotient(Int128(points.magnitude) * Int128(gap.coefficient), divisor)
        return Cell(
          points: points, reach: reach,
          maximum: max(points, leaves[leaf].maximum?.tenThousandths ?? .max))
      }
    }
  }

  /// The quotient, rounded half away from zero.
  private static func quotient(_ number: Int128, _ divisor: Int128) -> Int64 {
    let (quotient, remainder) = number.quotientAndRemainder(dividingBy: divisor)
    let isUp = remainder.magnitude * 2 >= divisor.magnitude
    return Int64(clamping: quotient + (isUp ? number.signum() : 0))
  }

  private func halfOfLastDecimal(_ decimals: Int) -> Int64 {
    var unit: Int64 = 10_000
    for _ in 0..<decimals { unit /= 10 }
    return unit / 2
  }

  /// The ranks by total; equal totals in the order of the ranks that they have.
  private func ranks(_ totals: [Int64], _ own: [Int]) -> [Int32] {
    // Units stand by their ranks.
    let order = TotalOrder.descending(totals)
    var ranks = Array(repeating: Int32(0), count: totals.count)
    for (position, unit) in order.enumerated() {
      let isShared =
        position > 0 && totals[order[position - 1]] == totals[unit]
        && own[order[position - 1]] == own[unit]
      ranks[unit] = isShared ? ranks[order[position - 1]] : Int32(clamping: position + 1)
    }
    return ranks
  }

  /// The least of the values that at least so many percent of them do not exceed: definition 1 of
  /// Hyndman and Fan (1996), which always names a rank that came out.
  static func quantile<Rank: BinaryInteger>(_ sorted: [Rank], percent: Int) -> Rank {
    guard !sorted.isEmpty else { return 0 }
    let position = (sorted.count * percent + 99) / 100
    return sorted[max(0, position - 1)]
  }
}
