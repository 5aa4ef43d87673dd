import Normalizer
import Ranking
import Regulation

/// One unit's points at each criterion and group of criteria.
struct CriterionSums {
  /// The criteria that did not arise for the unit.
  let notApplicable: Set<String>
  /// The kinds of the scores at and below each row.
  let kinds: CriterionKinds
  private let regulation: Regulation
  private let sums: CappedSums
  private let scores: [String: CountedScore]

  init(_ regulation: Regulation, kinds: CriterionKinds, scores: [CountedScore], group: String) {
    self.regulation = regulation
    self.kinds = kinds
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

  /// The unit's own points at a row, as it entered them; of a group those of its criteria that have
  /// any.
  func own(_ criterion: Criterion) -> Points? {
    value(of: criterion) { scores[$0.code].flatMap { $0.enteredPoints ?? $0.selfPoints } }
  }

  /// The appraised points at a row; of a group those of its criteria that have any.
  func appraised(_ criterion: Criterion) -> Points? {
    value(of: criterion) { scores[$0.code]?.appraisedPoints }
  }

  /// The most points that a row can give, or, of deductions, take.
  func maximum(_ criterion: Criterion) -> Points? {
    guard regulation.criteria.isGroup(criterion) else { return criterion.maximum }
    if let cap = criterion.maximum { return cap }
    let kinds = kinds[criterion]
    let sum = kinds.reduce(Points.zero) { sum, kind in
      // Deductions beside points to earn lower the sum, not its maximum.
      kind == .deduction && kinds.count > 1
        ? sum : sum + sums.sum(criterion, kind) { $0.maximum ?? .zero }
    }
    return sum > .zero ? sum : nil
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
    let kinds = kinds[criterion]
    let sum = kinds.reduce(Points.zero) { sum, kind in
      let part = sums.sum(criterion, kind, known)
      return kind == .deduction && kinds.count > 1 ? sum - part : sum + part
    }
    return isKnown ? sum : nil
  }
}

/// The kinds of the scores at and below each row of the criteria, in the order in which they add up.
struct CriterionKinds {
  private let byCode: [String: [CriterionKind]]

  init(_ criteria: CriteriaTable) {
    var byCode: [String: [CriterionKind]] = [:]
    func walk(_ criterion: Criterion) -> Set<CriterionKind> {
      let children = criteria.children(of: criterion)
      let found: Set<CriterionKind> =
        children.isEmpty ? [criterion.kind] : children.reduce(into: []) { $0.formUnion(walk($1)) }
      byCode[criterion.code] = CriterionKind.allCases.filter { found.contains($0) }
      return found
    }
    for root in criteria.roots { _ = walk(root) }
    self.byCode = byCode
  }

  /// The kinds of a row.
  subscript(criterion: Criterion) -> [CriterionKind] { byCode[criterion.code] ?? [] }
}
