public import Regulation

/// What a class asks of a unit, apart from the places that its quota leaves.
extension ClassRule {
  /// Whether a unit reaches the floor and meets the condition.
  public func admits(_ standing: UnitStanding) -> Bool {
    isReached(by: standing) && (condition?.holds(for: standing) ?? true)
  }

  /// Whether a unit's total is the floor or more.
  func isReached(by standing: UnitStanding) -> Bool {
    standing.total.map { $0 >= floor } ?? false
  }

  /// The places that the quota allows among so many ranked units; nil without a quota.
  public func places(ofRanked ranked: Int) -> Int? {
    quotaPercent.map { QuotaCut.places(percent: $0, of: ranked) }
  }
}

extension ClassCondition {
  /// Whether a unit meets the condition.
  func holds(for standing: UnitStanding) -> Bool {
    switch self {
    case .noDeduction: standing.deduction == .zero
    case .covenantSigned: standing.unit.covenant != nil
    }
  }
}
