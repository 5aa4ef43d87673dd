import BigInt

/// The sums of one unit: from points per criterion to a total.
///
/// The order is: criterion → group cap → base sum; plus bonus under its cap; minus deductions; total
/// cap and 0; rounding, once, half away from zero.
public struct ScoreSums: Sendable, Hashable {
  /// The base sum after group caps and rescaling.
  public var base: Points
  /// The bonus after group caps and its own cap.
  public var bonus: Points
  /// The deductions after group caps and for lateness, as a positive amount.
  public var deduction: Points
  /// The total, rounded to the block's decimals.
  public var total: Points

  /// Adds up the points of a unit.
  ///
  /// - Parameters:
  ///   - points: the points that count, by criterion code; deductions as positive amounts.
  ///   - notApplicable: the criteria that did not arise for the unit.
  ///   - lateness: what sending late costs the unit (Nộp muộn), as a positive amount.
  ///   - group: the unit's group, which decides what applies to it.
  public init(
    points: [String: Points], notApplicable: Set<String> = [], lateness: Points = .zero,
    group: String, regulation: Regulation
  ) {
    let block = regulation.block
    let tree = CappedSums(criteria: regulation.criteria, group: group)
    var base = tree.sum(.base) { points[$0.code] ?? .zero }
    if block.notApplicable == .rescale, !notApplicable.isEmpty {
      base = tree.rescaled(base, leavingOut: notApplicable)
    }
    let uncappedBonus = tree.sum(.bonus) { points[$0.code] ?? .zero }
    let bonus = block.bonusCap.map { min($0, uncappedBonus) } ?? uncappedBonus
    let deduction = tree.sum(.deduction) { points[$0.code] ?? .zero } + lateness
    let cap = block.totalCap ?? tree.highestTotal(bonusCap: block.bonusCap)
    self.base = base
    self.bonus = bonus
    self.deduction = deduction
    total = max(.zero, min(cap, base + bonus - deduction)).rounded(places: block.decimals)
  }
}

/// Sums over the criteria that apply to one group of units, each group of criteria under its cap.
public struct CappedSums: Sendable {
  private let criteria: CriteriaTable
  private let group: String

  /// Sums for the units of `group`.
  public init(criteria: CriteriaTable, group: String) {
    self.criteria = criteria
    self.group = group
  }

  /// The sum of one kind of criteria over the whole table.
  public func sum(_ kind: CriterionKind, of points: (Criterion) -> Points) -> Points {
    criteria.roots.reduce(.zero) { $0 + sum($1, kind, points) }
  }

  /// The sum of one kind of criteria at and below `criterion`, under its cap.
  public func sum(
    _ criterion: Criterion, _ kind: CriterionKind, _ points: (Criterion) -> Points
  ) -> Points {
    guard criterion.applies(toGroup: group) else { return .zero }
    guard criteria.isGroup(criterion) else {
      return criterion.kind == kind ? points(criterion) : .zero
    }
    let sum = criteria.children(of: criterion).reduce(Points.zero) {
      $0 + self.sum($1, kind, points)
    }
    return criterion.maximum.map { min($0, sum) } ?? sum
  }

  /// Whether a criterion and all groups above it apply to the units.
  public func applies(_ criterion: Criterion) -> Bool {
    criterion.applies(toGroup: group)
      && criteria.ancestors(of: criterion).allSatisfy { $0.applies(toGroup: group) }
  }

  /// The base sum × B ÷ (B − N), to four decimals: B the base criteria's maxima, N those left out.
  func rescaled(_ base: Points, leavingOut notApplicable: Set<String>) -> Points {
    let counted = criteria.scored.filter { $0.kind == .base && applies($0) }
    let all = counted.reduce(Points.zero) { $0 + ($1.maximum ?? .zero) }
    let left = counted.filter { !notApplicable.contains($0.code) }
      .reduce(Points.zero) { $0 + ($1.maximum ?? .zero) }
    guard left > .zero, left != all else { return base }
    return Points(rounding: base.fraction * all.fraction / left.fraction) ?? base
  }

  /// The base maximum plus the bonus: what no total exceeds unless the regulation says otherwise.
  func highestTotal(bonusCap: Points?) -> Points {
    let base = sum(.base) { $0.maximum ?? .zero }
    let bonus = sum(.bonus) { $0.maximum ?? .zero }
    return base + (bonusCap.map { min($0, bonus) } ?? bonus)
  }
}
