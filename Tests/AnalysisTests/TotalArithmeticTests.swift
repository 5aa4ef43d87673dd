import Normalizer
import Ranking
import Regulation
import TestSupport
import Testing

@testable import Analysis

/// The flat arithmetic of the analysis against the arithmetic of the regulation.
@Suite struct TotalArithmeticTests {
  static func compare(
    _ regulation: Regulation, group: String, points: [String: Points],
    notApplicable: Set<String>
  ) {
    let arithmetic = TotalArithmetic(regulation, group: group)
    let counted = arithmetic.leaves.map { points[$0.code]?.tenThousandths ?? 0 }
    let missing = arithmetic.leaves.map { notApplicable.contains($0.code) }
    for leaf in [nil] + arithmetic.leaves.indices.map(Optional.some) {
      var left = regulation
      if let leaf { left.criteria = left.criteria.without(arithmetic.leaves[leaf].code) }
      let expected = ScoreSums(
        points: points, notApplicable: notApplicable, group: group, regulation: left)
      let sums = arithmetic.sums(
        counted.span, notApplicable: missing.span, without: leaf,
        cap: arithmetic.totalCap(without: leaf))
      #expect(sums.base == expected.base.tenThousandths)
      #expect(sums.bonus == expected.bonus.tenThousandths)
      #expect(sums.deduction == expected.deduction.tenThousandths)
      let total = Points(tenThousandths: sums.total).rounded(places: regulation.block.decimals)
      #expect(total == expected.total)
    }
  }

  @Test("The sums are those of the regulation, whichever criterion is left out", arguments: 0..<30)
  func drawn(seed: Int) {
    let block = RandomBlock(seed: seed)
    let standings = Ranker(block.regulation).standings(
      SubmissionSelection(block.tables, block.regulation))
    for unit in standings.units where unit.total != nil {
      Self.compare(
        block.regulation, group: unit.unit.group,
        points: Dictionary(uniqueKeysWithValues: unit.scores.map { ($0.criterion, $0.counted) }),
        notApplicable: Set(unit.scores.filter(\.isNotApplicable).map(\.criterion)))
    }
  }

  @Test("Caps hold at every depth", arguments: [0, 1, 2.5, 4] as [Points])
  func depth(points: Points) {
    let criteria = [
      Criterion("A", "Nhóm", 6), Criterion("B", "Nhóm con", 3, parent: "A"),
      Criterion("b1", "Một", 4, parent: "B"), Criterion("b2", "Hai", 4, parent: "B"),
      Criterion("b3", "Thưởng trong nhóm", 4, parent: "B", kind: .bonus),
      Criterion("a1", "Ba", 4, parent: "A"), Criterion("c", "Bốn", 4),
      Criterion("d", "Trừ", 4, parent: "A", kind: .deduction),
    ]
    let codes = ["b1", "b2", "b3", "a1", "c", "d"]
    for policy in [NotApplicablePolicy.zero, .rescale] {
      Self.compare(
        SmallBlock.regulation(criteria: criteria) { $0.notApplicable = policy }, group: "",
        points: Dictionary(uniqueKeysWithValues: codes.map { ($0, points) }),
        notApplicable: ["c"])
    }
  }
}

extension CriteriaTable {
  /// The table without a criterion, and without the groups that it leaves empty.
  fileprivate func without(_ code: String) -> CriteriaTable {
    var gone: Set<String> = [code]
    if let criterion = self[code] {
      for group in ancestors(of: criterion) {
        guard children(of: group).allSatisfy({ gone.contains($0.code) }) else { break }
        gone.insert(group.code)
      }
    }
    return CriteriaTable(all.filter { !gone.contains($0.code) })
  }
}
