import Regulation
import Spreadsheet
import TestSupport
import Testing

@testable import Normalizer

/// Which criterion a row belongs to (spec §2).
@Suite struct CriterionRowTests {
  /// A table whose rows are given as code, content and score.
  static func table(_ rows: [[CellValue]]) -> SheetGrid {
    SheetGrid(
      [["Đơn vị: Công an tỉnh"], ["Mã", "Nội dung", "Điểm tự chấm"]] + rows)
  }

  static let codes: [(code: CellValue, criterion: String)] = [
    ("1.1", "1.1"), ("1.1.", "1.1"), ("1.1)", "1.1"), ("I.1", "1.1"), ("I.1.", "1.1"),
    (1.1, "1.1"), ("2.2", "2.2"), ("II.2", "2.2"), ("t1", "T1"), (2.1, "2.1"),
  ]

  @Test("A code names its criterion however it is written", arguments: codes)
  func code(_ item: (code: CellValue, criterion: String)) {
    let file = FileNormalizer(SmallBlock.regulation())
      .normalize(Self.table([[item.code, nil, 4]]))
    #expect(LayoutTests.counted(file) == [item.criterion: "4"])
  }

  @Test("A code under its group's heading is relative to it")
  func relativeCode() {
    let file = FileNormalizer(SmallBlock.regulation()).normalize(
      Self.table([
        ["I", "Nhiệm vụ chuyên môn"], ["1", nil, 7], ["2", nil, 8],
        ["II", "Phong trào thi đua"], ["1", nil, 3], ["2", nil, 2],
      ]))
    #expect(LayoutTests.counted(file) == ["1.1": "7", "1.2": "8", "2.1": "3", "2.2": "2"])
  }

  @Test("Letters that recur under several groups belong to the group above them")
  func recurringLetters() {
    let criteria = [
      Criterion("A", "Nhóm một"), Criterion("A-a", "Việc thứ nhất", 5, parent: "A"),
      Criterion("A-b", "Việc thứ hai", 5, parent: "A"),
      Criterion("B", "Nhóm hai"), Criterion("B-a", "Việc thứ ba", 5, parent: "B"),
      Criterion("B-b", "Việc thứ tư", 5, parent: "B"),
    ]
    let file = FileNormalizer(SmallBlock.regulation(criteria: criteria)).normalize(
      Self.table([
        ["A", "Nhóm một"], ["a)", nil, 1], ["b)", nil, 2],
        ["B", "Nhóm hai"], ["a)", nil, 3], ["b)", nil, 4],
      ]))
    #expect(LayoutTests.counted(file) == ["A-a": "1", "A-b": "2", "B-a": "3", "B-b": "4"])
  }

  @Test("A code that Excel turned into a number is recovered from the content")
  func numberCode() {
    let criteria = [
      Criterion("1.1", "Việc thứ nhất", 5), Criterion("1.10", "Việc thứ mười", 5),
    ]
    let file = FileNormalizer(SmallBlock.regulation(criteria: criteria)).normalize(
      Self.table([[1.1, "Việc thứ nhất", 3], [1.1, "Việc thứ mười", 4]]))
    #expect(LayoutTests.counted(file) == ["1.1": "3", "1.10": "4"])
    #expect(file.findings == [])
  }

  @Test("A code that Excel turned into a date is recovered from the content")
  func dateCode() {
    let file = FileNormalizer(SmallBlock.regulation()).normalize(
      Self.table([[.day(2019, 1, 2), "Phát động phong trào thi đua", 3]]))
    #expect(LayoutTests.counted(file) == ["2.1": "3"])
  }

  @Test("Content decides where there is no column of codes, whatever its accents and spaces")
  func contentOnly() {
    let file = FileNormalizer(SmallBlock.regulation()).normalize(
      SheetGrid([
        ["Đơn vị: Công an tỉnh"], ["Nội dung", "Điểm tự chấm"],
        ["THAM MƯU  cấp uỷ,\nchính quyền", 9], ["giai quyet cong viec dung han", 8],
        ["2.1. Phát động phong trào thi đua", 4],
      ]))
    #expect(LayoutTests.counted(file) == ["1.1": "9", "1.2": "8", "2.1": "4"])
  }

  @Test("A row that is no criterion of the regulation is not counted, and the nearest is named")
  func unknownCriterion() throws {
    var rows = SmallBlock.table()
    rows.append(["9.9", "Tham mưu cấp uỷ, chính quyềm", 10, 8])
    let file = FileNormalizer(SmallBlock.regulation()).normalize(SheetGrid(rows))
    let finding = try #require(file.findings.first { $0.code == .unknownCriterion })
    #expect(finding.severity == .warning)
    #expect(finding.cell == "D12")
    #expect(finding.value == "8")
    #expect(finding.arguments["other"]?.contains("Tham mưu") == true)
    #expect(LayoutTests.counted(file) == LayoutTests.sound)
  }

  @Test("A score whose code, right of it, is white space alone is named as one of no criterion")
  func blankCode() throws {
    // The code stands last.
    let rows = SmallBlock.table().enumerated().map { index, row -> [CellValue] in
      index < 2 || row.isEmpty ? row : Array(row.dropFirst()) + [row[0]]
    }
    let width = try #require(rows.map(\.count).max())
    let row: [CellValue] = [nil, 10, 7] + Array(repeating: nil, count: width - 4) + ["  "]
    let file = FileNormalizer(SmallBlock.regulation()).normalize(SheetGrid(rows + [row]))
    let finding = try #require(file.findings.first { $0.code == .unknownCriterion })
    #expect(finding.value == "7")
  }

  @Test("Of a criterion with two rows the first counts")
  func duplicateCriterion() throws {
    var rows = SmallBlock.table()
    rows.append(["1.1", "Tham mưu cấp ủy, chính quyền", 10, 3])
    let file = FileNormalizer(SmallBlock.regulation()).normalize(SheetGrid(rows))
    let finding = try #require(file.findings.first)
    #expect(file.findings.map(\.code) == [.duplicateCriterion])
    #expect(
      (finding.severity, finding.cell, finding.value, finding.action) == (
        .warning, "D12", "3", "10"
      ))
    #expect(LayoutTests.counted(file)["1.1"] == "10")
  }

  @Test("A criterion without a row is reported and counts 0")
  func missingCriterion() throws {
    var rows = SmallBlock.table()
    rows.remove(at: 5)
    let file = FileNormalizer(SmallBlock.regulation()).normalize(SheetGrid(rows))
    let finding = try #require(file.findings.first)
    #expect(file.findings.map(\.code) == [.missingCriterion])
    #expect(
      (finding.severity, finding.action, finding.arguments["criterion"]) == (.error, "0", "1.2"))
  }

  @Test("A changed maximum is reported; the regulation's counts")
  func maximumChanged() throws {
    var rows = SmallBlock.table(scores: ["1.1": 12])
    rows[4][2] = 15
    let file = FileNormalizer(SmallBlock.regulation()).normalize(SheetGrid(rows))
    #expect(file.findings.map(\.code) == [.maximumChanged, .overMaximum])
    #expect(file.findings.first?.cell == "C5")
    #expect(LayoutTests.counted(file)["1.1"] == "10")
  }

  @Test("A content split over merged rows is one criterion")
  func splitRows() {
    var rows = SmallBlock.table()
    rows.insert([nil, nil, nil, nil, "tiếp"], at: 5)
    let file = FileNormalizer(SmallBlock.regulation()).normalize(
      SheetGrid(rows, merges: ["A5:A6", "B5:B6", "C5:C6", "D5:D6"]))
    #expect(LayoutTests.counted(file) == LayoutTests.sound)
    #expect(file.findings == [])
  }
}
