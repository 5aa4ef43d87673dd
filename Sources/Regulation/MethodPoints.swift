extension Criterion {
  /// The points that the method gives for a result, rounded half away from zero to four decimals.
  ///
  /// Nil for `điểm` and `có/không`, which know no numeric result, and for the relative methods,
  /// which need the whole block; nil too for a result out of range.
  public func points(forResult result: Quantity) -> Points? {
    let zero = Quantity(0)
    guard result >= zero else { return .zero }
    switch method {
    case .points, .passFail, .relativeToHighest, .relativeToLeader:
      return nil
    case .perCount(let each):
      guard let points = Points(rounding: each.fraction * result.fraction) else { return maximum }
      return maximum.map { min($0, points) } ?? points
    case .proportional:
      guard let maximum, let target, target > zero else { return nil }
      guard result < target else { return maximum }
      return Points(rounding: maximum.fraction * result.fraction / target.fraction)
    case .inverse:
      guard let maximum, let target else { return nil }
      guard result > target else { return maximum }
      return Points(rounding: maximum.fraction * target.fraction / result.fraction)
    case .steps(let steps):
      guard let maximum else { return nil }
      let hundred = Fraction(100)
      var reached = result.fraction
      if let target, target > zero { reached = reached * hundred / target.fraction }
      guard let step = steps.first(where: { $0.threshold.fraction <= reached }) else {
        return .zero
      }
      return Points(rounding: maximum.fraction * step.share.fraction / hundred)
    }
  }
}
