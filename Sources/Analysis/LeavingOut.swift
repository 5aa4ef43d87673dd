/// How each unit's rank does when every criterion is left out in turn: one ranking after the other is
/// held against the units' own.
struct LeavingOut {
  private let own: [Int]
  /// The results so far, in the order of the units.
  private(set) var results: [LeaveOneOut]

  /// Nothing is left out yet of units with these ranks.
  init(ranks: [Int], criteria: Int) {
    own = ranks
    results = ranks.map { LeaveOneOut(criteria: criteria, held: 0, best: $0, worst: $0) }
  }

  /// Takes in the ranks that the units have without one criterion.
  mutating func add(_ ranks: [Int]) {
    for (unit, rank) in ranks.enumerated() {
      if rank == own[unit] { results[unit].held += 1 }
      results[unit].best = min(results[unit].best, rank)
      results[unit].worst = max(results[unit].worst, rank)
    }
  }
}
