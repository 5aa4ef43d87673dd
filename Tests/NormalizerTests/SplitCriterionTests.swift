import Regulation
import Spreadsheet
import TestSupport
import Testing

@testable import Normalizer

/// A criterion that a clerk wrote into several rows, none of them merged.
@Suite struct SplitCriterionTests {
  static let splits: [(rows: [[CellValue]], cell: String?)] = [
    // The content goes on below, the score stands beside its first or its last line.
    ([["1.1", "Tham mưu cấp ủy,", 9], [nil, "chính quyền", nil]], "C3"),
    ([["1.1", "Tham mưu cấp ủy,", nil], [nil, "chính quyền", 9]], "C4"),
    ([["1.1", "Tham mưu", nil], [nil, "cấp ủy,", nil], [nil, "chính quyền", 9]], "C5"),
    // The content is whole, the score stands alone below it.
    ([["1.1", "Tham mưu cấp ủy, chính quyền", nil], [nil, nil, 9]], "C4"),
    // There is no code at all.
    ([[nil, "Tham mưu cấp ủy,", nil], [nil, "chính quyền", 9]], "C4"),
    ([[nil, "1.1. Tham mưu cấp ủy,", nil], [nil, "chính quyền", 9]], "C4"),
  ]

  @Test("Its rows are one, and the score counts wherever it stands", arguments: splits)
  func joined(_ item: (rows: [[CellValue]], cell: String?)) {
    let file = FileNormalizer(SmallBlock.regulation()).normalize(
      CriterionRowTests.table(item.rows))
    #expect(LayoutTests.counted(file) == ["1.1": "9"])
    #expect(file.tables.first?.entries["1.1"]?.cell == item.cell)
    #expect(Set(file.findings.map(\.code)) == [.missingCriterion])
  }

  static let others: [[[CellValue]]] = [
    // A remark of the unit's own; a number that the criterion cannot have; one that is apart.
    [["1.1", "Tham mưu cấp ủy, chính quyền", nil], [nil, "Việc khác của đơn vị", 9]],
    [["1.1", "Tham mưu cấp ủy, chính quyền", nil], [nil, nil, 95]],
    [["1.1", "Tham mưu cấp ủy, chính quyền", nil], [], [nil, nil, 9]],
  ]

  @Test("What does not go on with it is not its own", arguments: others)
  func apart(_ rows: [[CellValue]]) {
    let file = FileNormalizer(SmallBlock.regulation()).normalize(CriterionRowTests.table(rows))
    #expect(LayoutTests.counted(file) == [:])
  }

  @Test("Evidence beside the first line is that of the score below")
  func evidence() {
    var criteria = SmallBlock.criteria
    criteria[1].requiresEvidence = true
    let file = FileNormalizer(SmallBlock.regulation(criteria: criteria)).normalize(
      SheetGrid([
        ["Đơn vị: Công an tỉnh"], ["Mã", "Nội dung", "Điểm tự chấm", "Minh chứng"],
        ["1.1", "Tham mưu cấp ủy,", nil, "BC 12"], [nil, "chính quyền", 9, nil],
      ]))
    #expect(file.tables.first?.entries["1.1"]?.evidence == "BC 12")
    #expect(!file.findings.contains { $0.code == .missingEvidence })
  }

  @Test("Two scores of one criterion are a repetition, named by its first row")
  func twoScores() throws {
    let file = FileNormalizer(SmallBlock.regulation()).normalize(
      CriterionRowTests.table([["1.1", "Tham mưu cấp ủy,", 9], [nil, "chính quyền", 8]]))
    #expect(LayoutTests.counted(file) == ["1.1": "9"])
    let finding = try #require(file.findings.first { $0.code == .duplicateCriterion })
    #expect(finding.cell == "C4")
    #expect(finding.arguments["other"] == "3")
  }
}
