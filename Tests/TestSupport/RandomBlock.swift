public import Normalizer
public import Regulation

/// A block with any of the rules of a regulation, drawn from a seed: groups of units and criteria,
/// caps, bonuses, deductions, tie chains, classes and titles with quotas.
public struct RandomBlock: Sendable {
  /// The block's regulation.
  public var regulation: Regulation
  /// The tables that came, in the order of the units; some units sent none.
  public var tables: [ScoreTable] = []

  /// The block of a seed.
  public init(seed: Int) {
    var generator = SeededGenerator(seed: seed)
    let criteria = Self.criteria(&generator)
    var block = Block(name: "Khối Nội chính", year: 2019)
    block.decimals = [0, 0, 0, 1, 2, 4][generator.below(6)]
    if generator.happens(40) { block.bonusCap = Points(1 + generator.below(4)) }
    if generator.happens(30) { block.totalCap = Points(12 + generator.below(30)) }
    block.notApplicable = [.full, .zero, .rescale][generator.below(3)]
    let keys: [TieKey] = [
      .criterion("1.1"), .criterion("1"), .fewerDeductions, .aspect(.newFactor), .base, .bonus,
      .lastYear,
    ]
    block.ties = keys.filter { _ in generator.happens(40) }.shuffled(using: &generator)
    let groups = generator.happens(50) ? [""] : ["A", "B"]
    let units = (0..<(3 + generator.below(9))).map { index in
      MemberUnit(
        "U\(index)", "Đơn vị \(Self.names[index])", group: groups[index % groups.count],
        lastYear: generator.happens(70) ? Points(generator.below(5)) : nil)
    }
    regulation = Regulation(
      block: block, units: units, criteria: CriteriaTable(criteria),
      classes: Self.classes(&generator), titles: Self.titles(&generator))
    for unit in units where generator.happens(95) {
      let sums = CappedSums(criteria: regulation.criteria, group: unit.group)
      let source = SubmissionSource(
        file: "bai-nop/\(unit.code).xlsx", sha256: unit.code, sheet: "Chấm điểm")
      var entries: [String: ScoreEntry] = [:]
      for criterion in regulation.criteria.scored where sums.applies(criterion) {
        entries[criterion.code] = Self.entry(criterion, &generator)
      }
      tables.append(ScoreTable(unit: unit.code, source: source, entries: entries))
    }
  }

  private static let names = [
    "Một", "Hai", "Ba", "Bốn", "Năm", "Sáu", "Bảy", "Tám", "Chín", "Mười", "Mười một", "Mười hai",
  ]

  private static func criteria(_ generator: inout SeededGenerator) -> [Criterion] {
    var criteria: [Criterion] = []
    for group in 1...(2 + generator.below(2)) {
      let cap = generator.happens(40) ? Points(3 + generator.below(9)) : nil
      criteria.append(Criterion("\(group)", "Nhóm \(group)", cap))
      for index in 1...(2 + generator.below(3)) {
        criteria.append(
          Criterion(
            "\(group).\(index)", "Nội dung \(names[group]) \(names[index])",
            Points(1 + generator.below(5)), parent: "\(group)",
            appliesTo: index > 2 && generator.happens(20) ? ["A"] : nil))
      }
    }
    criteria.append(
      Criterion("T1", "Mô hình mới, cách làm hay", 3, kind: .bonus, aspect: .newFactor))
    criteria.append(Criterion("T2", "Được khen thưởng đột xuất", 2, kind: .bonus))
    criteria.append(Criterion("D1", "Chậm báo cáo", 3, kind: .deduction))
    return criteria
  }

  private static func classes(_ generator: inout SeededGenerator) -> [ClassRule] {
    [
      ClassRule(
        name: "Xuất sắc", floor: Points(8), quotaPercent: Quantity(10 + generator.below(60)),
        condition: generator.happens(30) ? .noDeduction : nil),
      ClassRule(
        name: "Tốt", floor: Points(5),
        quotaPercent: generator.happens(50) ? Quantity(20 + generator.below(60)) : nil),
      ClassRule(name: "Khá", floor: .zero),
    ]
  }

  private static func titles(_ generator: inout SeededGenerator) -> [TitleRule] {
    [
      TitleRule(
        name: "Cờ thi đua", subject: .collective, quota: .count(1 + generator.below(3)),
        minimumClass: generator.happens(50) ? "Tốt" : nil),
      TitleRule(
        name: "Bằng khen", subject: .collective,
        quota: .percent(Quantity(generator.below(101)))),
    ]
  }

  /// Coarse steps and many maxima, so that units tie; some criteria did not arise.
  private static func entry(
    _ criterion: Criterion, _ generator: inout SeededGenerator
  ) -> ScoreEntry {
    let highest = Int((criterion.maximum ?? .zero).tenThousandths / 10_000)
    let points = Points(generator.happens(60) ? highest : generator.below(highest + 1))
    var entry = ScoreEntry(
      selfPoints: points, countedPoints: points, sheet: "Chấm điểm", cell: "D5")
    if criterion.kind == .base, generator.happens(6) {
      entry = ScoreEntry(isNotApplicable: true, sheet: "Chấm điểm", cell: "D5")
    } else if generator.happens(20) {
      entry.countedPoints = Points(tenThousandths: points.tenThousandths * 3 / 4)
      entry.appraisedPoints = entry.countedPoints
    }
    return entry
  }
}
