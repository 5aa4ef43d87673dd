/// Descriptive statistics by their textbook formulae, for figures that are shown and for the
/// thresholds of findings; points and ranks never come from here.
///
/// The values are whole numbers of ten-thousandths of a point wherever points are meant: quantiles
/// and fences of them are then exact in a double.
enum Statistics {
  /// The arithmetic mean; nil of nothing.
  static func mean(_ values: [Double]) -> Double? {
    values.isEmpty ? nil : values.reduce(0, +) / Double(values.count)
  }

  /// The sample standard deviation, √(Σ(x − x̄)² ÷ (n − 1)); nil of fewer than two values.
  static func standardDeviation(_ values: [Double]) -> Double? {
    guard values.count > 1, let mean = mean(values) else { return nil }
    let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    return (squares / Double(values.count - 1)).squareRoot()
  }

  /// The quantile, linear between the order statistics around (n − 1)p; nil of nothing.
  ///
  /// Definition 7 of Hyndman and Fan, “Sample Quantiles in Statistical Packages”, The American
  /// Statistician 50 (1996), which spreadsheets' QUARTILE.INC follows.
  ///
  /// - Parameter share: p, in 0…1.
  static func quantile(_ values: [Double], _ share: Double) -> Double? {
    quantile(ofSorted: values.sorted(), share)
  }

  /// The quantile of values that are sorted already, for those of which several are asked for.
  static func quantile(ofSorted sorted: [Double], _ share: Double) -> Double? {
    guard let last = sorted.indices.last else { return nil }
    let position = Double(last) * share
    let lower = Int(position)
    guard lower < last else { return sorted[last] }
    return sorted[lower] + (position - Double(lower)) * (sorted[lower + 1] - sorted[lower])
  }

  /// The interquartile range, Q3 − Q1; nil of nothing.
  static func interquartileRange(_ values: [Double]) -> Double? {
    interquartileRange(ofSorted: values.sorted())
  }

  /// The interquartile range of values that are sorted already.
  static func interquartileRange(ofSorted sorted: [Double]) -> Double? {
    guard let first = quantile(ofSorted: sorted, 0.25),
      let third = quantile(ofSorted: sorted, 0.75)
    else { return nil }
    return third - first
  }

  /// Pearson's product-moment correlation of pairs, −1…1; nil of fewer than three pairs, or where
  /// either side does not vary.
  static func correlation(_ pairs: [(Double, Double)]) -> Double? {
    guard pairs.count > 2, let one = mean(pairs.map(\.0)), let other = mean(pairs.map(\.1)) else {
      return nil
    }
    var products = 0.0
    var squares = (0.0, 0.0)
    for pair in pairs {
      let (a, b) = (pair.0 - one, pair.1 - other)
      products += a * b
      squares = (squares.0 + a * a, squares.1 + b * b)
    }
    guard squares.0 > 0, squares.1 > 0 else { return nil }
    return max(-1, min(1, products / (squares.0.squareRoot() * squares.1.squareRoot())))
  }
}
