import Normalizer
import Regulation

/// How far an appraiser's points lie from those of the others, over the scores that they share.
struct AppraiserGap {
  /// One score that the appraiser gave, and the middle of what the others gave for it.
  struct Score {
    var unit: String
    var criterion: Criterion
    var given: Appraisal
    /// The median of the others' points, in ten-thousandths.
    var middle: Double
    /// How many others there are.
    var others: Int

    /// The points given beyond the middle, in ten-thousandths.
    var difference: Double { Double(given.points.tenThousandths) - middle }

    /// The criterion's maximum, in ten-thousandths.
    var maximum: Double { Double((criterion.maximum ?? .zero).tenThousandths) }
  }

  /// The scores compared; never empty.
  let scores: [Score]

  /// The points given beyond the middle, in points.
  var points: Double { scores.reduce(0) { $0 + $1.difference } / 10_000 }

  /// The same in percent of the criteria's maxima.
  var percent: Double {
    let maxima = scores.reduce(0) { $0 + $1.maximum }
    return maxima > 0 ? points * 10_000 * 100 / maxima : 0
  }

  /// The score that lies farthest off in percent of its maximum; the first of several.
  var farthest: Score {
    scores.dropFirst().reduce(scores[0]) { best, score in
      abs(score.difference) * best.maximum > abs(best.difference) * score.maximum ? score : best
    }
  }
}

/// The rule by which a value lies apart from a few others.
///
/// The modified z-score, 0.6745 × (x − median) ÷ MAD, beyond 3.5: Boris Iglewicz and David Hoaglin,
/// How to Detect and Handle Outliers, ASQC 1993. It rests on medians, so that it holds for as few
/// values as appraisers are; MAD is the median of the distances from the median.
struct ModifiedScore {
  private let median: Double
  private let spread: Double

  /// The rule among values; nil of fewer than three, where nobody can say who is apart.
  init?(_ values: [Double]) {
    guard values.count >= AnalysisThresholds.appraisers,
      let median = Statistics.quantile(values, 0.5),
      let spread = Statistics.quantile(values.map { abs($0 - median) }, 0.5)
    else { return nil }
    self.median = median
    self.spread = spread
  }

  /// Whether a value lies apart, and at least `distance` from the median.
  ///
  /// Where most values are equal any other is apart: the distance keeps small differences from
  /// being called so.
  func excludes(_ value: Double, distance: Double) -> Bool {
    let gap = abs(value - median)
    return gap >= distance && 0.6745 * gap > AnalysisThresholds.modifiedScore * spread
  }
}
