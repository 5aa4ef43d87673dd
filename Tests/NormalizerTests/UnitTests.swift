import Regulation
import Spreadsheet
import TestSupport
import Testing

@testable import Normalizer

/// Whose file it is (spec §2): the first that answers, and never a guess.
@Suite struct UnitTests {
  let normalizer = FileNormalizer(SmallBlock.regulation())

  /// A sound table with the given rows above its header.
  static func table(_ titles: [[CellValue]]) -> SheetGrid {
    SheetGrid(titles + SmallBlock.table().dropFirst(2))
  }

  static let cells: [(cell: String, unit: String)] = [
    ("Đơn vị: Công an tỉnh", "CA"), ("ĐƠN VỊ: CÔNG AN TỈNH", "CA"),
    ("Tên đơn vị: VKSND tỉnh", "VKS"), ("Đơn vị:   Viện  kiểm sát nhân dân\u{A0}tỉnh", "VKS"),
    ("Đơn vị: Toà án nhân dân tỉnh", "TA"), ("Don vi: Toa an nhan dan tinh", "TA"),
    ("Đơn vị: To\u{300}a a\u{301}n nha\u{302}n da\u{302}n ti\u{309}nh", "TA"),
    ("TÒA ÁN NHÂN DÂN TỈNH", "TA"),
    ("Bảng tự chấm điểm của Công an tỉnh năm 2019", "CA"),
  ]

  @Test(
    "A cell or a title names the unit, accents' placement, case and spaces aside", arguments: cells)
  func named(_ item: (cell: String, unit: String)) {
    let file = normalizer.normalize(Self.table([[.text(item.cell)]]))
    #expect(file.unit == item.unit)
    #expect(file.findings == [])
  }

  @Test("The label may stand in a cell of its own")
  func labelBeside() {
    #expect(normalizer.normalize(Self.table([["Đơn vị:", nil, "Công an tỉnh"]])).unit == "CA")
    #expect(normalizer.normalize(Self.table([["Tên đơn vị", "VKSND tỉnh"]])).unit == "VKS")
  }

  static let paths = [
    "bai-nop/Công an tỉnh.xlsx", "bai-nop/Công an tỉnh/bang.xlsx",
    "bai-nop/cong an tinh lan 2.xlsx",
    "bai-nop/CA.xlsx", "bai-nop/CA_bang-cham.xlsx",
    "bai-nop/Co\u{302}ng an ti\u{309}nh.xlsx",
  ]

  @Test("Where no cell answers, the file's name or folder does", arguments: paths)
  func fileName(_ path: String) {
    let file = normalizer.normalize(Self.table([["BẢNG TỰ CHẤM ĐIỂM"]]), path: path)
    #expect(file.unit == "CA")
    #expect(file.findings == [])
  }

  @Test("Nobody's name is never assumed: the nearest is suggested and the file waits")
  func unknown() throws {
    let file = normalizer.normalize(Self.table([["Đơn vị: Công an tịnh"]]))
    let finding = try #require(file.findings.first)
    #expect(file.unit == nil)
    #expect(file.tables.isEmpty)
    #expect(finding.code == .unitUnknown)
    #expect((finding.severity, finding.cell, finding.value) == (.error, "A1", "Công an tịnh"))
    #expect(finding.arguments["other"] == "Công an tỉnh")
  }

  @Test("Nothing that answers is a finding, too")
  func silent() {
    let file = normalizer.normalize(Self.table([["BẢNG TỰ CHẤM ĐIỂM"]]))
    #expect(file.findings.map(\.code) == [.unitUnknown])
  }

  @Test("Two answers that disagree are reported; the first one counts")
  func conflict() {
    let file = normalizer.normalize(
      Self.table([["Đơn vị: Công an tỉnh"]]), path: "bai-nop/Tòa án nhân dân tỉnh.xlsx")
    #expect(file.unit == "CA")
    #expect(Set(file.findings.map(\.code)) == [.unitConflict, .copiedSubmission])
    #expect(file.findings.allSatisfy { $0.severity == .warning })
  }

  @Test("A title that names two units leaves the file waiting")
  func ambiguous() {
    let file = normalizer.normalize(Self.table([["Công an tỉnh và Tòa án nhân dân tỉnh"]]))
    #expect(file.unit == nil)
    #expect(file.findings.map(\.code) == [.unitAmbiguous])
  }

  @Test("Where a sentence names several units, the file's name tells whose it is")
  func ambiguousTitleAndFileName() {
    let file = normalizer.normalize(
      Self.table([["Khối: Công an tỉnh, Tòa án nhân dân tỉnh"]]),
      path: "bai-nop/Công an tỉnh.xlsx")
    #expect(file.unit == "CA")
  }

  @Test("Two units in one workbook are two tables")
  func twoUnits() {
    let file = normalizer.normalize(
      SheetGrid(SmallBlock.table(unit: "Công an tỉnh"), name: "CA"),
      SheetGrid(SmallBlock.table(unit: "Tòa án nhân dân tỉnh"), name: "TA"))
    #expect(Set(file.tables.map(\.unit)) == ["CA", "TA"])
  }

  static let years: [(title: String, isWrong: Bool)] = [
    ("BẢNG TỰ CHẤM ĐIỂM NĂM 2019", false), ("BẢNG TỰ CHẤM ĐIỂM NĂM 2018", true),
    ("Bảng chấm điểm thi đua 2018", true), ("Bảng chấm điểm thi đua 2019", false),
    ("Ngày 20 tháng 11 năm 2018", false), ("Kèm theo Quyết định số 15/2018/QĐ-UBND", false),
    ("Năm học 2018 - 2019", false),
  ]

  @Test("A title of another year is reported and the scores count", arguments: years)
  func year(_ item: (title: String, isWrong: Bool)) {
    let file = normalizer.normalize(
      Self.table([["Đơn vị: Công an tỉnh"], [.text(item.title)]]))
    #expect(file.findings.map(\.code) == (item.isWrong ? [.wrongYear] : []))
    #expect(LayoutTests.counted(file) == LayoutTests.sound)
  }

  // MARK: - Near misses

  static let parts = [
    "Đơn vị: Trung tâm Kiểm soát thuộc Công an tỉnh", "Phòng PC06 - Công an tỉnh",
    "Đơn vị: Công an tỉnh Bình Dương", "CHI CỤC THỐNG KÊ - CÔNG AN TỈNH",
  ]

  @Test("A part of a unit, or a longer name, is not the unit", arguments: parts)
  func part(_ title: String) {
    let file = normalizer.normalize(Self.table([[.text(title)], []]))
    #expect(file.unit == nil)
    #expect(file.findings.map(\.code) == [.unitUnknown])
  }

  static let surrounded = [
    "Đơn vị: Công an tỉnh Bà Rịa - Vũng Tàu", "Đơn vị: Công an tỉnh (khối Nội chính)",
    "CÔNG AN TỈNH BÀ RỊA - VŨNG TÀU", "BẢNG TỰ CHẤM ĐIỂM CỦA CÔNG AN TỈNH NĂM 2019",
    "Công an tỉnh - Bảng chấm điểm thi đua",
  ]

  @Test("The block's place and ordinary words may follow a name", arguments: surrounded)
  func surroundings(_ title: String) {
    let regulation = SmallBlock.regulation { $0.place = "Bà Rịa - Vũng Tàu" }
    let file = FileNormalizer(regulation).normalize(Self.table([[.text(title)], []]))
    #expect(file.unit == "CA")
    #expect(file.findings == [])
  }

  @Test("A cell that says another name than the title is a conflict")
  func unknownLabel() {
    let file = normalizer.normalize(
      Self.table([["CÔNG AN TỈNH"], ["Đơn vị: Phòng Tham mưu"], []]))
    #expect(file.unit == "CA")
    #expect(file.findings.map(\.code) == [.unitConflict])
  }

  @Test("Two units on one sheet, one below the other, are two tables")
  func twoUnitsOnOneSheet() {
    let file = normalizer.normalize(
      SheetGrid(
        SmallBlock.table(unit: "Công an tỉnh") + [[]]
          + SmallBlock.table(unit: "Tòa án nhân dân tỉnh", scores: ["1.1": 3])))
    #expect(file.tables.map(\.unit) == ["CA", "TA"])
    #expect(file.tables.map { $0.entries["1.1"]?.countedPoints } == [10, 3])
    #expect(file.findings == [])
  }
}
