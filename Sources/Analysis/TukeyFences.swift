/// The inner fences of Tukey's box plot: 1.5 interquartile ranges below the first and above the
/// third quartile.
///
/// John Tukey, Exploratory Data Analysis, 1977.
public struct TukeyFences: Sendable, Hashable {
  /// The middle of the values.
  public var median: Double
  /// The lower fence.
  public var low: Double
  /// The upper fence.
  public var high: Double

  /// The fences around values; nil of nothing.
  init?(_ values: [Double]) {
    let sorted = values.sorted()
    guard let first = Statistics.quantile(ofSorted: sorted, 0.25),
      let median = Statistics.quantile(ofSorted: sorted, 0.5),
      let third = Statistics.quantile(ofSorted: sorted, 0.75)
    else { return nil }
    self.median = median
    low = first - 1.5 * (third - first)
    high = third + 1.5 * (third - first)
  }

  /// The fences in units that are so many times as large.
  func divided(by divisor: Double) -> TukeyFences {
    var fences = self
    fences.median /= divisor
    fences.low /= divisor
    fences.high /= divisor
    return fences
  }

  /// Whether a value lies beyond a fence, and at least `distance` from the median.
  ///
  /// Where most values are equal the fences fall together on them: the distance keeps small
  /// differences from being called outlying.
  func excludes(_ value: Double, distance: Double) -> Bool {
    (value < low || value > high) && abs(value - median) >= distance
  }
}
