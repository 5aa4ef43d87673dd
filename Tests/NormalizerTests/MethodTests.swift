import Regulation
import Spreadsheet
import TestSupport
import Testing

@testable import Normalizer

/// Points computed from results (spec §1, Methods).
@Suite struct MethodTests {
  static let criteria = [
    Criterion("1", "Đạt chuẩn", 4, method: .passFail),
    Criterion("2", "Số mô hình", 5, method: .perCount(1.5)),
    Criterion("3", "Tỷ lệ giải quyết án", 10, method: .proportional, target: Quantity(98)),
  ]

  static func file(
    _ rows: [[CellValue]], percentages: Set<String> = []
  ) -> NormalizedFile {
    let header: [[CellValue]] = [
      ["Đơn vị: Công an tỉnh"], ["Mã", "Nội dung", "Kết quả", "Điểm tự chấm"],
    ]
    return FileNormalizer(SmallBlock.regulation(criteria: criteria))
      .normalize(SheetGrid(header + rows, percentages: percentages))
  }

  static let cases: [(code: String, result: CellValue, counted: String)] = [
    ("1", "Có", "4"), ("1", "x", "4"), ("1", "Không", "0"), ("1", true, "4"),
    ("2", 2, "3"), ("2", 4, "5"), ("2", 0, "0"), ("2", "3", "4.5"),
    ("3", 49, "5"), ("3", 98, "10"), ("3", 120, "10"), ("3", 97.5, "9.949"),
    ("3", "97,5%", "9.949"), ("3", 95, "9.6939"), ("3", 0, "0"),
  ]

  @Test("A method gives the points of a result, to four decimals", arguments: cases)
  func points(_ item: (code: String, result: CellValue, counted: String)) {
    let file = Self.file([[.text(item.code), nil, item.result]])
    #expect(LayoutTests.counted(file) == [item.code: item.counted])
  }

  @Test("Entered points that differ from the method's are reported; the computed count")
  func mismatch() throws {
    let file = Self.file([["2", nil, 2, 4]])
    let finding = try #require(file.findings.first)
    #expect(finding.code == .computedMismatch)
    #expect(
      (finding.severity, finding.cell, finding.value, finding.action) == (.warning, "D3", "4", "3"))
    #expect(LayoutTests.counted(file) == ["2": "3"])
  }

  @Test("Entered points count where no result is given")
  func pointsAlone() {
    #expect(LayoutTests.counted(Self.file([["2", nil, nil, 3]])) == ["2": "3"])
    #expect(LayoutTests.counted(Self.file([["1", nil, nil, "Đạt"]])) == ["1": "4"])
    #expect(LayoutTests.counted(Self.file([["1", nil, nil, "không"]])) == ["1": "0"])
  }

  @Test("A result shown as percent is a percentage")
  func percent() {
    let file = Self.file([["3", nil, 0.49]], percentages: ["C3"])
    #expect(LayoutTests.counted(file) == ["3": "5"])
  }

  @Test("A target that the unit signed stands in the place of the common one")
  func covenant() {
    let regulation = SmallBlock.regulation(
      criteria: Self.criteria,
      covenant: [CovenantTarget(unit: "CA", criterion: "3", target: Quantity(80))])
    let file = FileNormalizer(regulation).normalize(
      SheetGrid([
        ["Đơn vị: Công an tỉnh"], ["Mã", "Nội dung", "Kết quả", "Điểm tự chấm"], ["3", nil, 40],
      ]))
    #expect(LayoutTests.counted(file) == ["3": "5"])
  }

  static let targets: [(stated: CellValue, isChanged: Bool)] = [
    (98, false), ("98%", false), (95, true), ("95", true), ("từ 98 trở lên", false), (nil, false),
  ]

  @Test("A target that the file changed is reported; the regulation's counts", arguments: targets)
  func changedTarget(_ item: (stated: CellValue, isChanged: Bool)) {
    let file = FileNormalizer(SmallBlock.regulation(criteria: Self.criteria)).normalize(
      SheetGrid([
        ["Đơn vị: Công an tỉnh"], ["Mã", "Nội dung", "Chỉ tiêu", "Kết quả", "Điểm tự chấm"],
        ["1", nil, nil, "có"], ["2", nil, nil, 1], ["3", nil, item.stated, 49],
      ]))
    #expect(LayoutTests.counted(file)["3"] == "5")
    #expect(file.findings.map(\.code) == (item.isChanged ? [.targetChanged] : []))
  }
}
