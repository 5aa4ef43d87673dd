import Normalizer
import Regulation
import TestSupport
import Testing

@testable import Analysis

/// When scores are a finding, and what it says.
@Suite struct AnalysisFindingTests {
  /// Each finding as `code severity unit detail value`.
  static func shown(_ block: AnalysedBlock) -> [String] {
    block.analysis(RankSimulation(runs: 1)).findings.map { finding in
      [
        finding.code.rawValue, finding.severity.rawValue, finding.unit ?? "-",
        finding.arguments["detail"] ?? "", finding.arguments["criterion"] ?? "-",
        finding.value ?? "-",
      ].joined(separator: " ")
    }
  }

  /// Units with these scores on the first criterion, and scores on a second that keep totals apart.
  static func block(_ scores: [Points]) -> AnalysedBlock {
    AnalysedBlock(scores.enumerated().map { [$1, Points($0 % 5 + 2)] })
  }

  static let levelled: [(atMaximum: Int, units: Int, isLevelled: Bool)] = [
    (9, 10, true), (8, 10, false), (10, 10, true), (5, 5, true), (4, 5, false), (4, 4, false),
  ]

  @Test(
    "A criterion with nine tenths of five units or more at its maximum levels them",
    arguments: levelled)
  func levelling(_ item: (atMaximum: Int, units: Int, isLevelled: Bool)) {
    let block = Self.block((0..<item.units).map { $0 < item.atMaximum ? 10 : 9.5 })
    let share = "\(item.atMaximum)/\(item.units)"
    #expect(
      Self.shown(block)
        == (item.isLevelled ? ["levelling warning - criterion-at-maximum 1 \(share)"] : []))
  }

  static let severities: [(method: ScoringMethod, severity: Severity)] = [
    (.points, .warning), (.passFail, .info), (.proportional, .info), (.perCount(1), .info),
  ]

  @Test(
    "Where a method computes the points, a full criterion is for the record", arguments: severities)
  func severity(_ item: (method: ScoringMethod, severity: Severity)) {
    var block = Self.block([10, 10, 10, 10, 10])
    block.criteria[0].method = item.method
    #expect(block.analysis().findings.map(\.severity) == [item.severity])
  }

  @Test("A bonus that all units have in full levels them, a deduction never does")
  func kinds() {
    var block = Self.block([10, 10, 10, 10, 10])
    block.criteria[0].kind = .bonus
    #expect(Self.shown(block) == ["levelling warning - criterion-at-maximum 1 5/5"])
    block.criteria[0].kind = .deduction
    #expect(!Self.shown(block).contains { $0.contains("criterion-at-maximum") })
  }

  static let spreads: [(totals: [Points], spread: String?)] = [
    // Quartiles are the second and the fourth; 2 percent of 30 are 0.6.
    ([8, 8.2, 8.5, 8.7, 9], "0.5"), ([8, 8.2, 8.5, 8.8, 9], nil), ([8.5, 8.5, 8.5, 8.5, 1], "0"),
    ([8, 8.2, 8.5, 8.7], nil),
  ]

  @Test(
    "Totals whose middle half spans under 2 percent of the maximum lie too close",
    arguments: spreads)
  func spread(_ item: (totals: [Points], spread: String?)) {
    let block = AnalysedBlock(item.totals.map { [$0, 5, 5] })
    #expect(
      Self.shown(block).filter { $0.contains("totals-too-close") }
        == (item.spread.map { ["levelling warning - totals-too-close - \($0)"] } ?? []))
  }

  static let claims: [(scores: [Points], evidence: String?, isFinding: Bool)] = [
    ([10, 10, 10, 10, 10], nil, true), ([10, 10, 10, 10, 10], "  ", true),
    ([10, 10, 10, 10, 10], "Báo cáo số 12/BC", false), ([10, 10, 10, 10, 9.9], nil, false),
    ([10, 10, 10, 10], nil, false),
  ]

  @Test("A unit with every maximum and no evidence is named", arguments: claims)
  func fullClaims(_ item: (scores: [Points], evidence: String?, isFinding: Bool)) {
    var block = AnalysedBlock([item.scores, item.scores.map { _ in 5 }])
    block.evidence = [item.evidence, nil]
    #expect(
      Self.shown(block)
        == (item.isFinding ? ["levelling warning U0 full-without-evidence - 5/5"] : []))
    #expect(
      block.analysis().findings.allSatisfy { $0.file == "bai-nop/U0.xlsx" && $0.sheet != nil })
  }

  @Test("An appraisal that takes points away does not hide that every maximum was claimed")
  func appraisedClaims() {
    var block = AnalysedBlock([[10, 10, 10, 10, 10], [5, 5, 5, 5, 5]])
    block.appraised = [[7, 7, 7, 7, 7], [5, 5, 5, 5, 5]]
    #expect(Self.shown(block).contains("levelling warning U0 full-without-evidence - 5/5"))
  }

  static let outlying: [(scores: [Points], expected: [String])] = [
    // Quartiles 8 and 9, fences 6.5 and 10.5, median 9.
    ([9, 9, 8, 9, 10, 8, 9, 2], ["outlier info U7 scores-far-off 1 2"]),
    ([9, 9, 8, 9, 10, 8, 9, 6.4], ["outlier info U7 scores-far-off 1 6.4"]),
    ([9, 9, 8, 9, 10, 8, 9, 6.5], []),
    // Seven are too few.
    ([9, 9, 8, 9, 10, 8, 2], []),
    // Beyond the fences, which fall together, but not far enough from the median.
    ([9, 9, 9, 9, 9, 9, 9, 7.5], []),
    ([9, 9, 9, 9, 9, 9, 9, 7], ["outlier info U7 scores-far-off 1 7"]),
    // One finding a criterion, however many are outlying.
    ([9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 1, 2], ["outlier info - scores-far-off 1 -"]),
  ]

  @Test("A score beyond the fences and far from the median is outlying", arguments: outlying)
  func outliers(_ item: (scores: [Points], expected: [String])) {
    #expect(Self.shown(Self.block(item.scores)) == item.expected)
  }

  @Test("Yes or no, bonuses and deductions have no outliers")
  func kindsWithoutOutliers() {
    var block = Self.block([10, 10, 10, 10, 10, 10, 10, 0, 0])
    block.criteria[0].method = .passFail
    #expect(Self.shown(block) == [])
    block.criteria[0].method = .points
    block.criteria[0].kind = .bonus
    #expect(Self.shown(block) == [])
  }

  static let inflated: [(appraised: Points, expected: [String])] = [
    (6, ["outlier warning U7 inflation-far-off - 15%"]), (8.7, []),
  ]

  @Test(
    "A unit whose self scores exceed the appraisal by far more than the others' is named",
    arguments: inflated)
  func inflation(_ item: (appraised: Points, expected: [String])) {
    var block = Self.block([9, 9, 9, 9, 9, 9, 9, 9])
    block.appraised = block.scores
    // 3 of the 20 points of both criteria, or 0.3: the others have no difference.
    block.appraised[7][0] = item.appraised
    #expect(Self.shown(block).filter { $0.contains("inflation") } == item.expected)
  }

  @Test("The message names criterion, figures and units in both languages")
  func messages() throws {
    let finding = try #require(
      Self.block([9.5, 9, 8, 9, 10, 8, 9, 2.5]).analysis().findings.first)
    #expect(
      finding.message(in: .vi)
        == "Khác xa số còn lại: tiêu chí 1 (Nội dung 1), cả khối: Đơn vị 7 được 2,5 điểm; trung vị 9, "
        + "khoảng thường gặp từ 6,31 đến 10.")
    #expect(
      finding.message(in: .en)
        == "Far from the others: criterion 1 (Nội dung 1), whole block: Đơn vị 7 with 2.5; median 9, "
        + "usual from 6.31 to 10.")
    #expect(finding.cell == "D4")
    var block = Self.block([10, 10, 10, 10, 10])
    block.groups = Array(repeating: "Tư pháp", count: 5)
    let levelling = try #require(block.analysis().findings.first)
    #expect(
      levelling.message(in: .vi)
        == "Có dấu hiệu cào bằng: tiêu chí 1 (Nội dung 1), Tư pháp: 5/5 đơn vị (100%) đạt điểm tối "
        + "đa 10 nên không phân hóa được các đơn vị. Đề nghị xem lại cách chấm.")
  }
}
