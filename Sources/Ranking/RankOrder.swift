public import Regulation

/// The order among units of one group: the total, then the keys of Bằng điểm.
public struct RankOrder: Sendable {
  private let chain: TieChain

  /// The order under one regulation.
  public init(_ regulation: Regulation) {
    chain = TieChain(regulation)
  }

  /// The numbers by which a standing is ordered, higher first: the total, then one for each key of
  /// Bằng điểm, in ten-thousandths where they are points.
  public func keys(of standing: UnitStanding) -> [Int64] { chain.key(of: standing) }

  /// The rank of each standing among the others, 1 for the best, in the order in which they are
  /// given; standings that the whole chain leaves equal share a rank, and the next is skipped.
  public func ranks(of standings: [UnitStanding]) -> [Int] {
    Self.ranks(ofKeys: standings.map { chain.key(of: $0) })
  }

  /// The rank of each of some rows of numbers among the others, 1 for the highest, in the order in which
  /// they are given; equal rows share a rank, and the next is skipped.
  package static func ranks(ofKeys keys: [[Int64]]) -> [Int] {
    let order = keys.indices.sorted { one, other in
      // The first number, the total, decides between nearly all units.
      if let a = keys[one].first, let b = keys[other].first, a != b { return a > b }
      return keys[one] == keys[other]
        ? one < other : keys[other].lexicographicallyPrecedes(keys[one])
    }
    var ranks = Array(repeating: 0, count: keys.count)
    var rank = 0
    for (position, index) in order.enumerated() {
      if position == 0 || keys[order[position - 1]] != keys[index] { rank = position + 1 }
      ranks[index] = rank
    }
    return ranks
  }

  /// The key of Bằng điểm that decides between two units of the same total; nil where their totals
  /// differ, or no key tells them apart.
  func decidingKey(_ one: UnitStanding, _ other: UnitStanding) -> TieKey? {
    guard one.total ?? .zero == other.total ?? .zero else { return nil }
    let keys = zip(chain.key(of: one), chain.key(of: other))
    guard let place = keys.enumerated().first(where: { $1.0 != $1.1 })?.offset, place > 0 else {
      return nil
    }
    return chain.keys[place - 1]
  }
}
