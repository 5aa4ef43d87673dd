public import Regulation

/// How a ranked unit came to its rank, class and titles where its points alone do not say it.
public enum OutcomeRemark: Sendable, Hashable {
  /// Units have the same total, and a key of Bằng điểm decided: this unit stands above or below them.
  case tieDecided(key: TieKey, isAbove: Bool, units: [String])
  /// The unit reaches a class's floor and fails its condition.
  case conditionFailed(className: String, condition: ClassCondition)
  /// The unit is fit for a class whose quota is full.
  case quotaFull(className: String, quota: UnitQuota)
  /// The unit's place for a title passed on: to the unit given, or to none that is fit.
  case titleForgone(title: String, cause: ForgoneCause, passedTo: String?)
  /// The unit has the place for a title that another one had before it.
  case titlePassedOn(title: String, from: String)
}

/// Why a title's place does not go to the unit whose turn it is (sheet Bỏ phiếu).
public enum ForgoneCause: Sendable, Hashable {
  /// Xin rút.
  case withdrawn
  /// The vote did not confirm it.
  case notConfirmed(inFavour: Int, cast: Int, percent: Quantity)
}
