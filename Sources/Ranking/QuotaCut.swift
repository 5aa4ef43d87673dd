import BigInt
public import Regulation

/// Who gets the places of a quota: the best by rank, and nobody of those who tie at its edge.
public enum QuotaCut {
  /// The places that a percentage of the ranked units allows, rounded down.
  public static func places(percent: Quantity, of ranked: Int) -> Int {
    let share = percent.fraction * Fraction(ranked) / Fraction(100)
    return Int(share.numerator / share.denominator)
  }

  /// The first units of `fit` (ordered by rank) that fit into the places; units of one rank go in
  /// together or not at all, and nobody below them passes them.
  static func within(_ fit: [Int], places: Int, rank: (Int) -> Int) -> [Int] {
    guard fit.count > places else { return fit }
    guard places > 0 else { return [] }
    var cut = places
    while cut > 0, rank(fit[cut - 1]) == rank(fit[places]) { cut -= 1 }
    return Array(fit[..<cut])
  }

  /// The units of one rank of which only some would fit.
  static func tiedAtEdge(_ fit: [Int], places: Int, rank: (Int) -> Int) -> [Int] {
    guard places > 0, fit.count > places, rank(fit[places - 1]) == rank(fit[places]) else {
      return []
    }
    return fit.filter { rank($0) == rank(fit[places]) }
  }
}
