import Regulation
import Spreadsheet
import TestSupport
import Testing

@testable import Normalizer

/// The rules about one score and what each finding does (spec §3).
@Suite struct ScoreRuleTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var name: String
    var criterion = "1.1"
    var score: CellValue
    var findings: [FindingCode] = []
    var severity: Severity?
    var action: String?
    var counted: String?
    var testDescription: String { name }
  }

  static let cases: [Case] = [
    Case(name: "in range", score: 7.25, counted: "7.25"),
    Case(
      name: "text in a workbook", score: "9,5", findings: [.numberAsText], severity: .info,
      action: "9.5", counted: "9.5"),
    Case(
      name: "above the maximum", score: 12, findings: [.overMaximum], severity: .warning,
      action: "10", counted: "10"),
    Case(
      name: "negative", score: -3, findings: [.negativeScore], severity: .warning, action: "0",
      counted: "0"),
    Case(
      name: "two numbers", score: "8-9", findings: [.notANumber, .missingScore], severity: .error),
    Case(
      name: "about", score: "khoảng 8", findings: [.notANumber, .missingScore], severity: .error),
    Case(
      name: "one or thousand", score: "1.000", findings: [.ambiguousNumber, .missingScore],
      severity: .error),
    Case(
      name: "error value", score: .error("#REF!"), findings: [.formulaError, .missingScore],
      severity: .error),
    Case(
      name: "date", score: .day(2019, 5, 9), findings: [.dateInsteadOfScore], severity: .warning,
      action: "9.5", counted: "9.5"),
    Case(
      name: "date that is no valid score", score: .day(2019, 5, 19),
      findings: [.dateInsteadOfScore, .missingScore], severity: .error),
    Case(name: "blank", score: nil, findings: [.missingScore], severity: .error, action: "0"),
    Case(
      name: "yes on points", score: "đạt", findings: [.notANumber, .missingScore], severity: .error),
    Case(name: "positive deduction", criterion: "D1", score: 2, counted: "2"),
    Case(name: "negative deduction", criterion: "D1", score: -2, counted: "2"),
    Case(
      name: "deduction above its maximum", criterion: "D1", score: -7, findings: [.overMaximum],
      severity: .warning, action: "5", counted: "5"),
    Case(
      name: "accountant's minus on a deduction", criterion: "D1", score: "(3)",
      findings: [.numberAsText], severity: .info, action: "-3", counted: "3"),
    Case(
      name: "parentheses on points", score: "(3)", findings: [.ambiguousNumber, .missingScore],
      severity: .error),
  ]

  @Test("Each fault of a score has its code, severity, action and outcome", arguments: cases)
  func rule(_ item: Case) throws {
    let rows = SmallBlock.table(scores: [item.criterion: item.score])
    let file = FileNormalizer(SmallBlock.regulation()).normalize(SheetGrid(rows))
    #expect(file.findings.map(\.code) == item.findings)
    #expect(file.findings.first?.severity == item.severity)
    #expect(file.findings.first?.action == item.action)
    #expect(LayoutTests.counted(file)[item.criterion] == item.counted)
    for finding in file.findings {
      #expect(finding.file == "bai-nop/bang-cham-diem.xlsx")
      #expect(finding.sheet == "Chấm điểm")
      #expect(finding.unit == "CA")
      #expect(finding.cell?.hasPrefix("D") == true)
    }
  }

  @Test("Vượt điểm: không tính counts a score above its maximum as 0")
  func overMaximumZero() {
    let regulation = SmallBlock.regulation { $0.overMaximum = .zero }
    let file = FileNormalizer(regulation).normalize(
      SheetGrid(SmallBlock.table(scores: ["1.1": 12])))
    #expect(LayoutTests.counted(file)["1.1"] == "0")
    #expect(file.findings.first?.action == "0")
  }

  @Test("KPS is neither a score nor a missing one")
  func notApplicable() {
    let file = FileNormalizer(SmallBlock.regulation())
      .normalize(SheetGrid(SmallBlock.table(scores: ["1.1": "KPS"])))
    #expect(file.tables.first?.entries["1.1"]?.isNotApplicable == true)
    #expect(file.findings == [])
  }

  @Test("CSV holds all numbers as text, which is no finding")
  func csv() {
    let file = FileNormalizer(SmallBlock.regulation())
      .normalize(SheetGrid(SmallBlock.table(scores: ["1.1": "9,5"])), isTyped: false)
    #expect(LayoutTests.counted(file)["1.1"] == "9.5")
    #expect(file.findings == [])
  }

  // MARK: - Evidence

  static let evidenceBlock = SmallBlock.criteria.map { criterion in
    var criterion = criterion
    if criterion.code == "T1" { criterion.requiresEvidence = true }
    return criterion
  }

  @Test("Missing evidence is asked for only where points were claimed")
  func missingEvidence() throws {
    let normalizer = FileNormalizer(SmallBlock.regulation(criteria: Self.evidenceBlock))
    let claimed = normalizer.normalize(SheetGrid(SmallBlock.table()))
    let finding = try #require(claimed.findings.first)
    #expect(claimed.findings.map(\.code) == [.missingEvidence])
    #expect((finding.severity, finding.value, finding.action) == (.warning, "2", "2"))
    let zero = normalizer.normalize(SheetGrid(SmallBlock.table(scores: ["T1": 0])))
    #expect(zero.findings == [])
    var rows = SmallBlock.table()
    rows[9] = ["T1", "Mô hình mới, cách làm hay", 5, 2, "QĐ 15"]
    #expect(normalizer.normalize(SheetGrid(rows)).findings == [])
  }

  @Test("Thiếu minh chứng: không tính counts the score as 0")
  func missingEvidenceZero() {
    let regulation = SmallBlock.regulation(criteria: Self.evidenceBlock) {
      $0.missingEvidence = .zero
    }
    let file = FileNormalizer(regulation).normalize(SheetGrid(SmallBlock.table()))
    #expect(LayoutTests.counted(file)["T1"] == "0")
    #expect(file.findings.map(\.severity) == [.error])
  }

  // MARK: - Places

  @Test("A score merged over several criteria belongs to none of them")
  func mergedScore() {
    let rows = SmallBlock.table(scores: ["1.2": nil])
    let file = FileNormalizer(SmallBlock.regulation())
      .normalize(SheetGrid(rows, merges: ["D5:D6"]))
    #expect(
      file.findings.map(\.code) == [.mergedScore, .missingScore, .mergedScore, .missingScore])
    #expect(file.findings.first?.cell == "D5:D6")
    #expect(LayoutTests.counted(file)["1.1"] == nil)
    #expect(LayoutTests.counted(file)["1.2"] == nil)
  }

  @Test("Scores in hidden rows, columns and sheets count and are reported")
  func hiddenContent() {
    let normalizer = FileNormalizer(SmallBlock.regulation())
    let rows = SmallBlock.table()
    let files = [
      normalizer.normalize(SheetGrid(rows, hiddenRows: [5])),
      normalizer.normalize(SheetGrid(rows, hiddenColumns: [4...4])),
      normalizer.normalize(SheetGrid(rows, visibility: .hidden)),
    ]
    for file in files {
      #expect(file.findings.map(\.code) == [.hiddenContent])
      #expect(file.findings.first?.severity == .warning)
      #expect(LayoutTests.counted(file) == LayoutTests.sound)
    }
  }

  @Test("A score on a group row counts for nothing where its criteria have none")
  func scoreOnGroup() {
    var rows = SmallBlock.table(scores: ["1.1": nil, "1.2": nil])
    rows[3][3] = 18
    let file = FileNormalizer(SmallBlock.regulation()).normalize(SheetGrid(rows))
    #expect(file.findings.map(\.code).contains(.scoreOnGroup))
    #expect(file.findings.first { $0.code == .scoreOnGroup }?.cell == "D4")
    #expect(LayoutTests.counted(file)["1.1"] == nil)
  }

  // MARK: - Formulas

  @Test("A formula that was never calculated is calculated here where that can be done")
  func uncalculatedFormula() throws {
    let file = FileNormalizer(SmallBlock.regulation()).normalize(
      SheetGrid(
        SmallBlock.table(scores: ["1.1": nil]), formulas: ["D5": "D6+0.5"]))
    let finding = try #require(file.findings.first)
    #expect(finding.code == .formulaNotCalculated)
    #expect((finding.severity, finding.value, finding.action) == (.info, "=D6+0.5", "9.5"))
    #expect(LayoutTests.counted(file)["1.1"] == "9.5")
  }

  @Test("A stored 0 proves nothing in a workbook that recalculates when it is opened")
  func recalculatedZero() {
    let rows = SmallBlock.table(scores: ["1.1": 0])
    let formulas = ["D5": "SUM(D6,0.25)"]
    let normalizer = FileNormalizer(SmallBlock.regulation())
    let fresh = normalizer.normalize(
      SheetGrid(rows, formulas: formulas), recalculatesOnLoad: true)
    #expect(LayoutTests.counted(fresh)["1.1"] == "9.25")
    let settled = normalizer.normalize(SheetGrid(rows, formulas: formulas))
    #expect(LayoutTests.counted(settled)["1.1"] == "0")
    #expect(settled.findings == [])
  }

  @Test("A formula that cannot be calculated here leaves the score missing")
  func unknownFormula() {
    let file = FileNormalizer(SmallBlock.regulation()).normalize(
      SheetGrid(
        SmallBlock.table(scores: ["1.1": nil]), formulas: ["D5": "VLOOKUP(A5,[1]Sheet1!A:B,2)"]))
    #expect(file.findings.map(\.code) == [.formulaNotCalculated, .missingScore])
    #expect(file.findings.first?.severity == .error)
    #expect(LayoutTests.counted(file)["1.1"] == nil)
  }

  // MARK: - Totals

  static let totals: [(total: CellValue, isSound: Bool)] = [
    (29.5, true), (31.5, true), (30, false), ("29,5", true), (0, false),
  ]

  @Test(
    "A stated total is held against the points entered and the points counted", arguments: totals)
  func total(_ item: (total: CellValue, isSound: Bool)) {
    let rows = SmallBlock.table() + [[nil, "TỔNG CỘNG", nil, item.total]]
    let file = FileNormalizer(SmallBlock.regulation()).normalize(SheetGrid(rows))
    #expect(file.findings.map(\.code) == (item.isSound ? [] : [.totalMismatch]))
    #expect(file.findings.first?.cell == (item.isSound ? nil : "D12"))
    #expect(LayoutTests.counted(file) == LayoutTests.sound)
  }

  @Test("A subtotal on a group's heading is checked")
  func headingSubtotal() {
    for (stated, codes) in [(19.0, []), (18.0, [FindingCode.totalMismatch])] {
      var rows = SmallBlock.table()
      rows[3][3] = .number(stated)
      let file = FileNormalizer(SmallBlock.regulation()).normalize(SheetGrid(rows))
      #expect(file.findings.map(\.code) == codes)
    }
  }

  @Test("A subtotal row behind a group is checked against that group")
  func subtotalRow() {
    for (stated, codes) in [(19.0, []), (18.5, [FindingCode.totalMismatch])] {
      var rows = SmallBlock.table()
      rows.insert([nil, "Cộng nhóm 1", nil, .number(stated)], at: 6)
      let file = FileNormalizer(SmallBlock.regulation()).normalize(SheetGrid(rows))
      #expect(file.findings.map(\.code) == codes)
    }
  }
}
