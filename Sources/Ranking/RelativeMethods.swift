import Regulation

/// The methods that compare a unit with the others of its group: a pass over the block.
enum RelativeMethods {
  /// The points of each result under `so với cao nhất` or `so với dẫn đầu`.
  ///
  /// - Parameters:
  ///   - results: the results of the units of one group that have one, by unit code.
  ///   - targets: each unit's target, where there is one.
  ///   - ranked: the codes of those that are ranked: the best of them is the measure.
  static func points(
    _ criterion: Criterion, results: [String: Quantity], targets: [String: Quantity],
    ranked: Set<String>
  ) -> [String: Points] {
    guard let maximum = criterion.maximum else { return [:] }
    switch criterion.method {
    case .relativeToHighest:
      let best = results.filter { ranked.contains($0.key) }.values.max()
      return results.mapValues { highest($0, best: best, maximum: maximum) }
    case .relativeToLeader:
      var ratios: [String: Fraction] = [:]
      for (unit, result) in results {
        guard let target = targets[unit], target > Quantity(0) else { continue }
        ratios[unit] = result.fraction / target.fraction
      }
      let best = ratios.filter { ranked.contains($0.key) }.values.max()
      return results.reduce(into: [:]) { points, result in
        points[result.key] = leader(ratios[result.key], best: best, maximum: maximum)
      }
    default: return [:]
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
  private static func leader(_ ratio: Fraction?, best: Fraction?, maximum: Points) -> Points {
    guard let ratio, ratio > Fraction(0) else { return .zero }
    let one = Fraction(1)
    let half = maximum.fraction / Fraction(2)
    if ratio < one { return Points(rounding: half * ratio) ?? .zero }
    if ratio == one { return Points(rounding: half) ?? .zero }
    guard let best, ratio < best else { return maximum }
    return Points(rounding: half + half * (ratio - one) / (best - one)) ?? .zero
  }
}
