public import Regulation

/// How a unit's result stands to its target.
public enum TargetOutcome: Sendable, Hashable, CaseIterable {
  /// Better than the target.
  case exceeded
  /// The target itself.
  case reached
  /// Short of the target.
  case missed

  /// Compares a result with its target; of `tỷ lệ nghịch` the smaller is the better.
  public init(result: Quantity, target: Quantity, method: ScoringMethod) {
    if result == target {
      self = .reached
    } else {
      self = (result > target) == (method != .inverse) ? .exceeded : .missed
    }
  }
}
