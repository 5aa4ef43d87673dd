import Regulation

/// The methods that compare a unit with the others of its group: a pass over the block.
enum RelativeMethods {
  /// The points of each result under `so với cao nhất` or `so với dẫn đầu`.
  ///
  /// - Parameters:
  ///   - results: the results of the units of one group that have one, by unit code.
  ///   - ranked: the codes of those that are ranked: the best of them is the measure.
  static func points(
    _ criterion: Criterion, results: [String: Quantity], ranked: Set<String>
  ) -> [String: Points] {
    guard let maximum = criterion.maximum else { return [:] }
    let best = results.filter { ranked.contains($0.key) }.values.max()
    return results.mapValues { result in
      switch criterion.method {
      case .relativeToHighest:
        highest(result, best: best, maximum: maximum)
      case .relativeToLeader:
        leader(result, best: best, target: criterion.target, maximum: maximum)
      default: .zero
      }
    }
  }

  /// M × A ÷ the highest A, never above M.
  private static func highest(_ result: Quantity, best: Quantity?, maximum: Points) -> Points {
    guard let best, best > Quantity(0), result > Quantity(0) else { return .zero }
    guard result < best else { return maximum }
    return Points(rounding: maximum.fraction * result.fraction / best.fraction) ?? .zero
  }

  /// With r = A ÷ T and R the highest r: below the target half of M × r, at it half of M, above it
  /// a share of the other half, and all of M for the leader.
  private static func leader(
    _ result: Quantity, best: Quantity?, target: Quantity?, maximum: Points
  ) -> Points {
    guard let target, target > Quantity(0), result > Quantity(0) else { return .zero }
    let one = Fraction(1)
    let half = maximum.fraction / Fraction(2)
    let ratio = result.fraction / target.fraction
    if ratio < one { return Points(rounding: half * ratio) ?? .zero }
    if ratio == one { return Points(rounding: half) ?? .zero }
    guard let best else { return maximum }
    let highest = best.fraction / target.fraction
    guard ratio < highest else { return maximum }
    return Points(rounding: half + half * (ratio - one) / (highest - one)) ?? .zero
  }
}
