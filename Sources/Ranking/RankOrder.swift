public import Regulation

/// The order among units of one group: the total, then the keys of Bằng điểm.
public struct RankOrder: Sendable {
  private let chain: TieChain

  /// The order under one regulation.
  public init(_ regulation: Regulation) {
    chain = TieChain(regulation)
  }

  /// The rank of each standing among the others, 1 for the best, in the order in which they are
  /// given; standings that the whole chain leaves equal share a rank, and the next is skipped.
  public func ranks(of standings: [UnitStanding]) -> [Int] {
    let keys = standings.map { chain.key(of: $0) }
    let order = keys.indices.sorted { one, other in
      keys[one] == keys[other] ? one < other : keys[other].lexicographicallyPrecedes(keys[one])
    }
    var ranks = Array(repeating: 0, count: standings.count)
    var rank = 0
    for (position, index) in order.enumerated() {
      if position == 0 || keys[order[position - 1]] != keys[index] { rank = position + 1 }
      ranks[index] = rank
    }
    return ranks
  }
}
