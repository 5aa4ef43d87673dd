/// The sums of `ScoreSums` for one group of units, laid out once and worked out many times.
///
/// Ranking a block, leaving out every criterion and moving every score a thousand times asks for
/// millions of sums; this does in whole ten-thousandths and flat arrays what `ScoreSums` does along the
/// tree. The
/// results are the same, to the last digit: a test holds them against each other.
package struct TotalArithmetic: Sendable {
  /// A group row that applies to the units; groups stand before the groups in them.
  private struct Group: Sendable {
    /// The position of the group above; that behind all groups stands for the whole table.
    var parent: Int
    var cap: Int64
  }

  /// The sums of a unit, in ten-thousandths; the total is not rounded.
  package struct Sums: Sendable, Hashable {
    /// The base sum after group caps and rescaling.
    package var base: Int64
    /// The bonus under its cap.
    package var bonus: Int64
    /// The deductions, those for lateness included.
    package var deduction: Int64
    /// The total, not rounded.
    package var total: Int64
  }

  /// The criteria that carry a score, in the regulation's order.
  package let leaves: [Criterion]
  private let groups: [Group]
  /// For each of `leaves` the position of its sum: three kinds a group.
  private let places: [Int]
  private let maxima: [Int64]
  private let isBase: [Bool]
  private let block: Block

  /// The arithmetic for the units of one group.
  package init(_ regulation: Regulation, group: String) {
    let sums = CappedSums(criteria: regulation.criteria, group: group)
    let criteria = regulation.criteria
    let members = criteria.all.filter { criteria.isGroup($0) && sums.applies($0) }
      .sorted { criteria.ancestors(of: $0).count < criteria.ancestors(of: $1).count }
    let positions = Dictionary(
      uniqueKeysWithValues: members.enumerated().map { ($1.code, $0) })
    func position(above criterion: Criterion) -> Int {
      criterion.parent.flatMap { positions[$0] } ?? members.count
    }
    leaves = criteria.scored.filter { sums.applies($0) }
    groups = members.map {
      Group(parent: position(above: $0), cap: $0.maximum?.tenThousandths ?? .max)
    }
    places = leaves.map { position(above: $0) * 3 + $0.kind.position }
    maxima = leaves.map { $0.maximum?.tenThousandths ?? 0 }
    isBase = leaves.map { $0.kind == .base }
    block = regulation.block
  }

  /// The most that the base criteria give together.
  package var baseMaximum: Int64 { sums(ofKinds: maxima.span, without: nil).base }

  /// What no total exceeds when one criterion is left out.
  package func totalCap(without left: Int? = nil) -> Int64 {
    if let cap = block.totalCap { return cap.tenThousandths }
    let sums = sums(ofKinds: maxima.span, without: left)
    return sums.base + (block.bonusCap.map { min($0.tenThousandths, sums.bonus) } ?? sums.bonus)
  }

  /// The sums of a unit.
  ///
  /// - Parameters:
  ///   - points: what each of `leaves` counts, deductions as positive amounts.
  ///   - notApplicable: for which of `leaves` the criterion did not arise.
  ///   - lateness: what sending late costs the unit.
  ///   - left: the criterion to leave out.
  ///   - cap: what `totalCap(without:)` gives for it.
  package func sums(
    _ points: Span<Int64>, notApplicable: Span<Bool>, lateness: Int64 = 0,
    without left: Int? = nil, cap: Int64
  ) -> Sums {
    let kinds = sums(ofKinds: points, without: left)
    let base = rescaled(kinds.base, notApplicable: notApplicable, without: left)
    let bonus = block.bonusCap.map { min($0.tenThousandths, kinds.bonus) } ?? kinds.bonus
    let deduction = kinds.deduction + lateness
    return Sums(
      base: base, bonus: bonus, deduction: deduction,
      total: max(0, min(cap, base + bonus - deduction)))
  }

  /// The sums of each kind, each group of criteria under its cap.
  private func sums(
    ofKinds points: Span<Int64>, without left: Int?
  ) -> (base: Int64, bonus: Int64, deduction: Int64) {
    let root = groups.count
    return withUnsafeTemporaryAllocation(of: Int64.self, capacity: (root + 1) * 3) { sums in
      sums.initialize(repeating: 0)
      for leaf in points.indices { sums[places[leaf]] += points[leaf] }
      if let left { sums[places[left]] -= points[left] }
      for index in groups.indices.reversed() {
        let group = groups[index]
        for kind in 0..<3 {
          sums[group.parent * 3 + kind] += min(group.cap, sums[index * 3 + kind])
        }
      }
      return (sums[root * 3], sums[root * 3 + 1], sums[root * 3 + 2])
    }
  }

  /// The base sum × B ÷ (B − N), to four decimals, half away from zero, under `quy đổi`.
  private func rescaled(_ base: Int64, notApplicable: Span<Bool>, without left: Int?) -> Int64 {
    guard block.notApplicable == .rescale else { return base }
    var all: Int64 = 0
    var applicable: Int64 = 0
    for index in leaves.indices where isBase[index] && index != left {
      all += maxima[index]
      if !notApplicable[index] { applicable += maxima[index] }
    }
    guard applicable > 0, applicable != all else { return base }
    let product = Int128(base) * Int128(all)
    let (quotient, remainder) = product.magnitude.quotientAndRemainder(
      dividingBy: UInt128(applicable))
    let rounded = Int64(quotient) + (remainder * 2 >= UInt128(applicable) ? 1 : 0)
    return base < 0 ? -rounded : rounded
  }
}

extension CriterionKind {
  /// The kind's position among all kinds.
  fileprivate var position: Int {
    switch self {
    case .base: 0
    case .bonus: 1
    case .deduction: 2
    }
  }
}
