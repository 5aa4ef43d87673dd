import Normalizer
import Pipeline
import Ranking
import Regulation
import TestSupport
import Testing
import Writer

/// Appraisal tables in `tham-dinh/` (spec §1, Điểm xét).
@Suite struct AppraisalTests {
  /// A block whose police scored 9.5 and 9, with the given files of appraisers.
  static func block(rules: String, appraisals: [String: String]) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try CSVBlock.writeRegulation(to: folder, rules: rules)
    try folder.write(
      CSVBlock.submission(unit: "Công an tỉnh", "9,5", "9"), to: "bai-nop/ca.csv")
    for (name, text) in appraisals { try folder.write(text, to: "tham-dinh/\(name)") }
    return folder
  }

  /// An appraiser's table of the police.
  static func table(_ first: String, _ second: String, column: String = "Điểm thẩm định") -> String
  {
    """
    Đơn vị chấm: Tòa án nhân dân tỉnh;;
    Đơn vị được chấm: Công an tỉnh;;
    Mã;Nội dung;\(column)
    1.1;Tham mưu cấp ủy, chính quyền;\(first)
    1.2;Giải quyết công việc đúng hạn;\(second)

    """
  }

  static func police(_ folder: TemporaryFolder) async throws -> (UnitStanding, Consolidation) {
    let consolidation = try await ConsolidationTests.consolidate(folder)
    return (
      try #require(consolidation.standings.units.first { $0.unit.code == "CA" }), consolidation
    )
  }

  static let policies: [(rule: String, total: Points)] = [
    // Self 9.5 and 9; appraised 8 and none.
    ("", 17), ("Điểm xét;thẩm định, thiếu thì tự chấm\n", 17), ("Điểm xét;tự chấm\n", 18.5),
    ("Điểm xét;thẩm định\n", 8), ("Điểm xét;tự chấm 40%, thẩm định 60%\n", 17.6),
  ]

  @Test("Điểm xét decides between the unit's score and the appraiser's", arguments: policies)
  func policy(_ item: (rule: String, total: Points)) async throws {
    let (police, _) = try await Self.police(
      try Self.block(rules: item.rule, appraisals: ["toa.csv": Self.table("8", "")]))
    #expect(police.total == item.total)
    #expect(police.scores.first?.selfPoints == 9.5)
    #expect(police.scores.first?.appraisedPoints == 8)
    #expect(police.status == .ranked)
  }

  @Test("Of several appraisers the mean counts, to four decimals, and each is kept")
  func mean() async throws {
    let (police, consolidation) = try await Self.police(
      try Self.block(
        rules: "",
        appraisals: [
          "a.csv": Self.table("8", "9"), "b.csv": Self.table("8,5", "9"),
          "c.csv": Self.table("9", "8"),
        ]))
    #expect(police.scores.first?.appraisedPoints == 8.5)
    #expect(police.scores[1].appraisedPoints == 8.6667)
    #expect(police.total == 17.17)
    #expect(
      police.scores.first?.appraisals.map { "\($0.file) \($0.cell) \($0.points)" }
        == ["tham-dinh/a.csv C4 8", "tham-dinh/b.csv C4 8.5", "tham-dinh/c.csv C4 9"])
    #expect(
      consolidation.files.map(\.path)
        == ["bai-nop/ca.csv", "tham-dinh/a.csv", "tham-dinh/b.csv", "tham-dinh/c.csv"])
    #expect(consolidation.files.allSatisfy { $0.verdict == .counted })
  }

  @Test("Under thẩm định only what nobody appraised is missing")
  func missing() async throws {
    let (_, consolidation) = try await Self.police(
      try Self.block(rules: "Điểm xét;thẩm định\n", appraisals: ["toa.csv": Self.table("8", "")]))
    let missing = consolidation.findings.filter { $0.code == .missingScore }
    #expect(missing.compactMap { $0.arguments["criterion"] } == ["1.2", "2.1"])
  }

  @Test("A gap at the threshold is flagged, and no gap below it")
  func gap() async throws {
    for (appraised, isFlagged) in [("8,55", true), ("8,56", false)] {
      let (_, consolidation) = try await Self.police(
        try Self.block(rules: "", appraisals: ["toa.csv": Self.table(appraised, "9")]))
      #expect(
        consolidation.findings.contains { $0.code == .selfAppraisedGap } == isFlagged)
    }
  }

  @Test("A column of points is the appraiser's where no other is")
  func pointsColumn() async throws {
    let (police, _) = try await Self.police(
      try Self.block(rules: "", appraisals: ["toa.csv": Self.table("7", "7", column: "Điểm")]))
    #expect(police.total == 14)
  }

  @Test("The rules about a score hold for the appraiser's, too")
  func rules() async throws {
    let (police, consolidation) = try await Self.police(
      try Self.block(rules: "", appraisals: ["toa.csv": Self.table("12", "8-9")]))
    #expect(police.total == 19)
    let findings = consolidation.findings.filter { $0.file == "tham-dinh/toa.csv" }
    #expect(findings.map(\.code) == [.overMaximum, .notANumber])
    #expect(findings.first?.unit == "CA")
  }

  @Test("The same bytes twice are one appraiser, and a file of nobody waits")
  func filesOfAppraisers() async throws {
    let (police, consolidation) = try await Self.police(
      try Self.block(
        rules: "",
        appraisals: [
          "a.csv": Self.table("8", "8"), "b.csv": Self.table("8", "8"),
          "c.csv": Self.table("1", "1").replacing(
            "được chấm: Công an tỉnh", with: "được chấm: Ai đó"),
        ]))
    #expect(police.total == 16)
    #expect(
      consolidation.files.dropFirst().map(\.verdict) == [.counted, .duplicate, .waiting])
    #expect(consolidation.findings.contains { $0.code == .unitUnknown })
  }
}
