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
    let sums = ranked.map { CriterionSums(regulation, scores: $0.scores, group: group) }
    for criterion in regulation.criteria.all {
      let isGroup = regulation.criteria.isGroup(criterion)
      let points = zip(ranked, sums).compactMap { standing, sums -> Points? in
        // A criterion that did not arise says nothing about how others did.
        let isLeftOut = !isGroup && sums.notApplicable.contains(criterion.code)
        return isLeftOut ? nil : sums.counted(criterion)
      }
      criteria[criterion.code] = figures(
        points, lowestIsBest: CriterionSums.kinds(of: criterion, in: regulation) == [.deduction])
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

/// One unit's points at each criterion and group of criteria.
struct CriterionSums {
  /// The criteria that did not arise for the unit.
  let notApplicable: Set<String>
  private let regulation: Regulation
  private let sums: CappedSums
  private let scores: [String: CountedScore]

  init(_ regulation: Regulation, scores: [CountedScore], group: String) {
    self.regulation = regulation
    sums = CappedSums(criteria: regulation.criteria, group: group)
    self.scores = Dictionary(
      scores.map { ($0.criterion, $0) }, uniquingKeysWith: { first, _ in first })
    notApplicable = Set(scores.filter(\.isNotApplicable).map(\.criterion))
  }

  /// Whether the criterion is one of the unit's.
  func applies(_ criterion: Criterion) -> Bool { sums.applies(criterion) }

  /// The score of a criterion.
  func score(_ criterion: Criterion) -> CountedScore? { scores[criterion.code] }

  /// What counts at a row; nil where it does not apply to the unit.
  func counted(_ criterion: Criterion) -> Points? {
    value(of: criterion) { scores[$0.code]?.counted }
  }

  /// The unit's own points at a row; of a group those of its criteria that have any.
  func own(_ criterion: Criterion) -> Points? {
    value(of: criterion) { scores[$0.code]?.selfPoints }
  }

  /// The appraised points at a row; of a group those of its criteria that have any.
  func appraised(_ criterion: Criterion) -> Points? {
    value(of: criterion) { scores[$0.code]?.appraisedPoints }
  }

  /// The most points that a row can give, or, of deductions, take.
  func maximum(_ criterion: Criterion) -> Points? {
    guard regulation.criteria.isGroup(criterion) else { return criterion.maximum }
    if let cap = criterion.maximum { return cap }
    let sum = kinds(of: criterion).reduce(Points.zero) { sum, kind in
      // Deductions beside points to earn lower the sum, not its maximum.
      kind == .deduction && kinds(of: criterion).count > 1
        ? sum : sum + sums.sum(criterion, kind) { $0.maximum ?? .zero }
    }
    return sum > .zero ? sum : nil
  }

  /// The kinds of the scores at and below a row, in the order in which they add up.
  func kinds(of criterion: Criterion) -> [CriterionKind] {
    Self.kinds(of: criterion, in: regulation)
  }

  static func kinds(of criterion: Criterion, in regulation: Regulation) -> [CriterionKind] {
    var found: Set<CriterionKind> = []
    func walk(_ criterion: Criterion) {
      let children = regulation.criteria.children(of: criterion)
      if children.isEmpty { found.insert(criterion.kind) }
      for child in children { walk(child) }
    }
    walk(criterion)
    return CriterionKind.allCases.filter { found.contains($0) }
  }

  /// Of a criterion its points; of a group the capped sum, what is deducted beside points to earn
  /// taken away; nil where there are none at all.
  private func value(of criterion: Criterion, _ points: (Criterion) -> Points?) -> Points? {
    guard applies(criterion) else { return nil }
    guard regulation.criteria.isGroup(criterion) else { return points(criterion) }
    var isKnown = false
    func known(_ criterion: Criterion) -> Points {
      guard let points = points(criterion) else { return .zero }
      isKnown = true
      return points
    }
    let kinds = kinds(of: criterion)
    let sum = kinds.reduce(Points.zero) { sum, kind in
      let part = sums.sum(criterion, kind, known)
      return kind == .deduction && kinds.count > 1 ? sum - part : sum + part
    }
    return isKnown ? sum : nil
  }
}
