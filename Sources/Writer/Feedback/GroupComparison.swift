import Language
import Normalizer
public import Ranking
public import Regulation

/// What the ranked units of one group reach, as figures that name nobody: median and best.
public struct GroupComparison: Sendable {
  /// The median and the best of one score.
  public struct Figures: Sendable, Hashable {
    /// The middle of the scores; between two of them their mean, to four decimals.
    public var median: Points
    /// The highest of the scores; of deductions the lowest.
    public var best: Points
  }

  /// The fewest scores of which a median tells nobody another's.
  public static let leastUnits = 3

  /// How many units of the group are ranked.
  public let rankedUnits: Int
  /// By the code of a criterion or of a group of criteria.
  private let criteria: [String: Figures]
  /// The sums of the whole table.
  private let kinds: [CriterionKind: Figures]
  /// The totals.
  public let total: Figures?

  /// Compares the ranked units of a group.
  ///
  /// Fewer units than `leastUnits`, ranked or with a score for a criterion, have no figures unless
  /// the block makes its scores public.
  public init(_ regulation: Regulation, _ standings: Standings, group: String) {
    let ranked = standings.units.filter { $0.unit.group == group && $0.rank != nil }
    let least = regulation.block.publishesScores ? 1 : Self.leastUnits
    func figures(_ points: [Points], lowestIsBest: Bool = false) -> Figures? {
      guard points.count >= max(least, 1) else { return nil }
      let sorted = points.sorted()
      let middle = sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]
      guard let median = Points(rounding: middle.fraction / Fraction(2)),
        let best = lowestIsBest ? sorted.first : sorted.last
      else { return nil }
      return Figures(median: median, best: best)
    }
    rankedUnits = ranked.count
    var criteria: [String: Figures] = [:]
    let kindsOfRows = CriterionKinds(regulation.criteria)
    let sums = ranked.map {
      CriterionSums(regulation, kinds: kindsOfRows, scores: $0.scores, group: group)
    }
    for criterion in regulation.criteria.all {
      let isGroup = regulation.criteria.isGroup(criterion)
      let points = zip(ranked, sums).compactMap { standing, sums -> Points? in
        // A criterion that did not arise says nothing about how others did.
        let isLeftOut = !isGroup && sums.notApplicable.contains(criterion.code)
        return isLeftOut ? nil : sums.counted(criterion)
      }
      criteria[criterion.code] = figures(
        points, lowestIsBest: kindsOfRows[criterion] == [.deduction])
    }
    self.criteria = criteria
    kinds = [
      .base: figures(ranked.compactMap(\.base)), .bonus: figures(ranked.compactMap(\.bonus)),
      .deduction: figures(ranked.compactMap(\.deduction), lowestIsBest: true),
    ].compactMapValues { $0 }
    total = figures(ranked.compactMap(\.total))
  }

  /// Whether there are too few ranked units to compare with.
  public var isTooSmall: Bool { total == nil }

  /// The figures of a criterion or of a group of them; nil where they would tell on somebody.
  public func figures(of criterion: String) -> Figures? { criteria[criterion] }

  /// The figures of the sum of one kind over the whole table.
  public func figures(of kind: CriterionKind) -> Figures? { kinds[kind] }
}
