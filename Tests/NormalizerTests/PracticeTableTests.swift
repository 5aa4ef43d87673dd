import Regulation
import Spreadsheet
import TestSupport
import Testing

@testable import Normalizer

/// The table of good practices and the number of a unit's staff.
@Suite struct PracticeTableTests {
  let normalizer = FileNormalizer(SmallBlock.regulation())

  static let practices: [[CellValue]] = [
    ["STT", "Tên mô hình", "Nội dung", "Hiệu quả", "Phạm vi", "Minh chứng"],
    [1, "Camera an ninh", "Lắp camera khu dân cư", "Giảm vi phạm", "Toàn tỉnh", "QĐ 5"],
    [2, "Tổ tự quản", "Lập tổ tự quản", nil, nil, nil],
  ]

  static func outline(_ file: NormalizedFile) -> [String] {
    (file.dossiers["CA"]?.practices ?? []).map {
      [$0.name, $0.content, $0.effect, $0.scope, $0.evidence].map { $0 ?? "" }
        .joined(separator: "/")
    }
  }

  static let sound = [
    "Camera an ninh/Lắp camera khu dân cư/Giảm vi phạm/Toàn tỉnh/QĐ 5",
    "Tổ tự quản/Lập tổ tự quản///",
  ]

  static let places: [[SheetGrid]] = [
    [SheetGrid(NominationTableTests.scores + [[]] + practices)],
    [SheetGrid(SmallBlock.table() + practices)],
    [SheetGrid(practices + [[]] + NominationTableTests.scores)],
    [
      SheetGrid(NominationTableTests.scores),
      SheetGrid(practices, name: "Mô hình", top: 7, left: 2),
    ],
    [
      SheetGrid(
        NominationTableTests.scores + [[]] + NominationTableTests.people + [[]] + practices)
    ],
    [
      SheetGrid(
        practices + [[]] + NominationTableTests.people + [[]] + NominationTableTests.scores)
    ],
  ]

  @Test("The table is found wherever it stands, beside people and scores", arguments: places)
  func place(_ sheets: [SheetGrid]) {
    let file = normalizer.normalize(
      SubmittedFile(
        path: "bai-nop/a.xlsx", name: "a.xlsx", sha256: "1", workbook: WorkbookGrid(sheets: sheets))
    )
    #expect(Self.outline(file) == Self.sound)
    #expect(LayoutTests.counted(file) == LayoutTests.sound)
    #expect(file.findings == [])
  }

  static let synonyms: [(column: Int, title: String)] =
    ["Mô hình", "Tên mô hình, cách làm hay", "TÊN MÔ HÌNH", "Tên cách làm hay", "Cách làm hay"]
    .map { (1, $0) }
    + ["Nội dung chính", "Tóm tắt nội dung", "Nội dung mô hình, cách làm hay"].map { (2, $0) }
    + ["Kết quả", "Kết quả đạt được", "Hiệu quả mang lại"].map { (3, $0) }
    + ["Phạm vi áp dụng", "Phạm vi ảnh hưởng"].map { (4, $0) }
    + ["Tài liệu kiểm chứng", "Quyết định công nhận"].map { (5, $0) }

  @Test("A column goes by any of its titles", arguments: synonyms)
  func synonym(_ title: (column: Int, title: String)) {
    var rows = Self.practices
    rows[0][title.column] = .text(title.title)
    let file = normalizer.normalize(
      SheetGrid(NominationTableTests.scores), SheetGrid(rows, name: "Mô hình"))
    #expect(Self.outline(file) == Self.sound)
    #expect(file.findings == [])
  }

  static let missing: [(column: Int, cell: String, detail: String)] = [
    (1, "B3", "practice-name"), (2, "C3", "practice-content"),
  ]

  @Test("A practice without name or content is listed, with a warning", arguments: missing)
  func incomplete(_ lack: (column: Int, cell: String, detail: String)) {
    var rows = Self.practices
    rows[2][lack.column] = nil
    let file = normalizer.normalize(
      SheetGrid(NominationTableTests.scores), SheetGrid(rows, name: "Mô hình"))
    #expect(file.findings.map(\.code) == [.practiceIncomplete])
    #expect(file.findings.first?.cell == lack.cell && file.findings.first?.severity == .warning)
    #expect(file.findings.first?.arguments["detail"] == lack.detail)
    #expect(file.dossiers["CA"]?.practices.map(\.isComplete) == [true, false])
  }

  @Test("Running numbers that are criteria's codes do not make the table one of scores")
  func runningNumbers() {
    let regulation = SmallBlock.regulation(criteria: [
      Criterion("1", "Tham mưu", 10), Criterion("2", "Mô hình mới, cách làm hay", 10),
    ])
    var rows = Self.practices
    rows[0][3] = "Kết quả"
    rows[1][3] = 12
    rows[2][3] = "7"
    let file = FileNormalizer(regulation).normalize(
      SheetGrid(rows, name: "Mô hình"),
      SheetGrid([
        ["Đơn vị: Công an tỉnh"], ["STT", "Nội dung", "Điểm tự chấm"], [1, "Tham mưu", 9],
        [2, "Mô hình mới, cách làm hay", 8],
      ]))
    #expect(LayoutTests.counted(file) == ["1": "9", "2": "8"])
    #expect(file.dossiers["CA"]?.practices.count == 2)
    #expect(file.findings == [])
  }

  static let staff: [(rows: [[CellValue]], number: Int?)] = [
    ([["Tổng số cán bộ, chiến sĩ: 120"]], 120), ([["Biên chế: 45"]], 45),
    ([["Biên chế:", 45]], 45), ([["- Tổng số CBCS:", nil, "1.250 người"]], 1250),
    ([["TỔNG SỐ CÁN BỘ, CÔNG CHỨC, VIÊN CHỨC: 88 người (nữ 30)"]], 88),
    ([["Biên chế được giao: 50; có mặt: 45"]], 45),
    ([["Biên chế được giao: 50"], ["Biên chế hiện có: 45"]], 45),
    ([["Quân số: 300."]], 300), ([["Biên chế 45 người"]], 45),
    ([["Tổng số cán bộ được đề nghị khen thưởng: 7"]], nil), ([["Biên chế: chưa rõ"]], nil),
    ([["Tổng số: 120"]], nil), ([["Biên chế: 45,5"]], nil),
  ]

  @Test("The staff is read where the unit states it", arguments: staff)
  func statedStaff(_ statement: (rows: [[CellValue]], number: Int?)) {
    let file = normalizer.normalize(
      SheetGrid(NominationTableTests.scores),
      SheetGrid(statement.rows + [[]] + NominationTableTests.people, name: "Cá nhân"))
    #expect(file.dossiers["CA"]?.staff == statement.number)
    #expect(file.dossiers["CA"]?.nominations.count == 2)
  }
}
