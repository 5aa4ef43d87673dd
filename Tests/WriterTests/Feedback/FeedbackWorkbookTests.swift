import Foundation
import Language
import Normalizer
import Ranking
import Regulation
import Spreadsheet
import Testing

@testable import Writer

@Suite struct `The workbook that a unit gets back` {
  /// The findings of a unit that wrote 12 where 10 is the maximum, and copied its table.
  private static func block(
    change: (inout Regulation) -> Void = { _ in }
  ) -> FeedbackBlock {
    var block = FeedbackBlock.three(change: change)
    block.findings += [
      Finding(
        .overMaximum, .warning, unit: "WVK", file: "bai-nop/WVK.xlsx", sheet: "Chấm điểm",
        cell: "D4", value: "12", action: "10", arguments: ["criterion": "1.1", "expected": "10"]),
      Finding(
        .missingEvidence, .error, unit: "WVK", file: "bai-nop/WVK.xlsx", sheet: "Chấm điểm",
        cell: "E5", value: "9", action: "0", arguments: ["criterion": "1.2"]),
      Finding(
        .copiedSubmission, .warning, unit: "WVK", file: "bai-nop/WVK.xlsx",
        value: "Ban Quản lý Hồ Tràm", arguments: ["other": "Ban Quản lý Hồ Tràm"]),
    ]
    return block
  }

  private static func write(
    _ feedback: UnitFeedback, sheets: [SubmittedSheet]? = nil, unshown: [UnshownFile] = [],
    to path: String
  ) throws {
    let own = FeedbackBlock.submitted(
      unit: feedback.unit.name, code: feedback.unit.code,
      findings: feedback.findings(in: "bai-nop/\(feedback.unit.code).xlsx"))
    try FeedbackWorkbook.write(feedback, submitted: sheets ?? own, unshown: unshown, to: path)
  }

  static let languages: [(Language, [String])] = [
    (.vi, ["Kết quả", "Điểm từng tiêu chí", "Biểu đồ", "Chấm điểm"]),
    (.en, ["Result", "Score by score", "Charts", "Chấm điểm"]),
  ]

  @Test(arguments: languages)
  func `has result, scores, charts and the unit's own sheet`(
    language: Language, names: [String]
  ) throws {
    let folder = try TemporaryFolder()
    try Self.write(
      Self.block().feedback(to: "WVK", language: language), to: "\(folder.path)/b.xlsx")
    let workbook = try folder.workbook("b.xlsx")
    #expect(workbook.sheets.map(\.name) == names)
    let scores = try #require(workbook.sheet(names[1])?.row(with: "1.1", in: 1))
    #expect(
      (3...9).map { scores[column: $0]?.value } == [
        .number(10), .number(8), nil, .number(8), .number(0.8), .number(8), .number(10),
      ])
  }

  @Test func `holds the name, code and score of no other unit, in any part of the package`() throws
  {
    let folder = try TemporaryFolder()
    for code in ["ZQX", "WVK", "JPY"] {
      try Self.write(Self.block().feedback(to: code), to: "\(folder.path)/\(code).xlsx")
      let others = Self.block().regulation.units.filter { $0.code != code }
      for part in try folder.parts(of: "\(code).xlsx") {
        let text = try #require(try folder.part(part, of: "\(code).xlsx"))
        for unit in others {
          #expect(!text.contains(unit.code), "\(code): \(part)")
          #expect(!text.contains(unit.name), "\(code): \(part)")
        }
      }
    }
    // The lowest total is neither median nor best.
    let result = try folder.workbook("WVK.xlsx").sheets[0]
    #expect(!result.rows.flatMap(\.cells).map(\.value).contains(.number(21)))
  }

  @Test func `has the ranking of the group where the scores are public`() throws {
    let folder = try TemporaryFolder()
    let block = Self.block { $0.block.publishesScores = true }
    try Self.write(block.feedback(to: "WVK"), to: "\(folder.path)/b.xlsx")
    let workbook = try folder.workbook("b.xlsx")
    #expect(workbook.sheets.map(\.name).contains("Xếp hạng công khai"))
    let ranking = try #require(workbook.sheet("Xếp hạng công khai"))
    #expect(ranking.row(with: "Đội Cảnh vệ Sông Dinh", in: 2)?[column: 3]?.value == .number(21))
    // What was found still names nobody.
    #expect(!workbook.sheets[0].texts.contains { $0.contains("Hồ Tràm") })
  }

  @Test
  func
    `shows the table cell for cell, with a coloured ground and a note where something was found`()
    throws
  {
    let folder = try TemporaryFolder()
    let feedback = try Self.block().feedback(to: "WVK")
    try Self.write(feedback, to: "\(folder.path)/b.xlsx")
    let copy = try #require(try folder.workbook("b.xlsx").sheet("Chấm điểm"))
    let sent = FeedbackBlock.sheet(unit: "Chi cục Kiểm ngư")
    for row in sent.rows {
      for cell in row.cells {
        #expect(copy.row(row.number)?[column: cell.column]?.value == cell.value)
      }
    }
    let comments = try #require(try folder.part("xl/comments1.xml", of: "b.xlsx"))
    #expect(comments.contains("<comment ref=\"D4\"") && comments.contains("<comment ref=\"E5\""))
    #expect(comments.contains("Điểm 12 của 1.1 vượt tối đa 10; tính 10."))
    #expect(comments.contains("Cần làm: Sửa điểm không quá tối đa."))
    #expect(comments.components(separatedBy: "<comment ").count == 3)
    let part = try #require(try folder.part("xl/worksheets/sheet4.xml", of: "b.xlsx"))
    func style(of cell: String) throws -> Substring? {
      let style = try Regex("<c r=\"\(cell)\" s=\"(\\d+)\"")
      return part.firstMatch(of: style)?.output[1].substring
    }
    let plain = try style(of: "D6")
    #expect(try plain != nil && style(of: "D4") != plain && style(of: "E5") != plain)
  }

  @Test func `links each finding to its cell, and lists those without one`() throws {
    let folder = try TemporaryFolder()
    try Self.write(Self.block().feedback(to: "WVK"), to: "\(folder.path)/b.xlsx")
    let part = try #require(try folder.part("xl/worksheets/sheet1.xml", of: "b.xlsx"))
    #expect(part.contains("location=\"'Chấm điểm'!D4\"") && part.contains("'Chấm điểm'!E5"))
    let texts = try folder.workbook("b.xlsx").sheets[0].texts
    #expect(texts.contains("Bảng điểm có thể chép từ đơn vị khác: một đơn vị khác."))
    #expect(texts.contains("III. Cần chỉnh sửa"))
    #expect(texts.contains("Ghi số, ký hiệu, ngày của văn bản vào cột minh chứng."))
  }

  @Test func `says why there is no median where it would tell another's score`() throws {
    let folder = try TemporaryFolder()
    let block = FeedbackBlock([
      ("ZQX", "Ban Quản lý Hồ Tràm", [10, 10, 4, 4, 2, 0]),
      ("WVK", "Chi cục Kiểm ngư", [8, 9, 4, 4, 1, 1]),
    ])
    try Self.write(block.feedback(to: "WVK"), to: "\(folder.path)/b.xlsx")
    let workbook = try folder.workbook("b.xlsx")
    #expect(workbook.sheets.map(\.name) == ["Kết quả", "Điểm từng tiêu chí", "Chấm điểm"])
    #expect(workbook.sheets[0].texts.contains { $0.hasPrefix("Nhóm có dưới 3 đơn vị") })
    #expect(!workbook.sheets[0].rows.flatMap(\.cells).map(\.value).contains(.number(30)))
  }

  @Test func `keeps what was typed, hidden and merged, and no text becomes a formula`() throws {
    let folder = try TemporaryFolder()
    let values: [CellValue] = [
      .boolean(true), .error("#DIV/0!"), .text("=1+1"), .text("@SUM"), .number(0.5),
      .date(CivilDateTime(year: 2019, month: 3, day: 18)),
      .time(CivilTime(hour: 7, minute: 30)),
      .date(CivilDateTime(year: 1900, month: 1, day: 5)),
    ]
    var cells = values.enumerated().map { Cell(column: $0 + 1, value: $1) }
    cells[4].isPercentage = true
    cells.append(Cell(column: 9, value: .number(17), formula: "SUM(D4:D9)"))
    cells.append(Cell(column: 10, value: .empty, formula: "A1*2"))
    let grid = SheetGrid(
      name: "Kết quả", visibility: .hidden,
      rows: [
        Row(number: 2, cells: [Cell(column: 1, value: .text("Tên"))]),
        Row(number: 5, isHidden: true, cells: cells),
      ],
      layout: SheetLayout(
        mergedRanges: ["A2:D3", "C3:E4", "H5:XFD1048576"].compactMap { CellRange($0) },
        hiddenColumns: [3...3]))
    let feedback = try Self.block().feedback(to: "WVK")
    let sheets = SubmittedSheet.sheets(
      of: WorkbookGrid(sheets: [grid]), places: [], unit: "WVK", file: "f.xlsx", findings: [])
    try Self.write(feedback, sheets: sheets, to: "\(folder.path)/b.xlsx")
    let workbook = try folder.workbook("b.xlsx")
    let copy = try #require(workbook.sheet("Kết quả (2)"))
    let row = try #require(copy.row(5))
    #expect(copy.visibility == .visible && !row.isHidden && copy.layout.hiddenColumns.isEmpty)
    for (offset, value) in values.enumerated() where ![1, 7].contains(offset) {
      #expect(row[column: offset + 1]?.value == value)
      #expect(row[column: offset + 1]?.formula == nil)
    }
    #expect(row[column: 2]?.value == .text("#DIV/0!"))
    #expect(row[column: 8]?.value == .text("1900-01-05"))
    #expect(row[column: 9]?.value == .number(17) && row[column: 9]?.formula == nil)
    #expect(
      copy.layout.mergedRanges.map(\.description) == ["A2:D3", "H5:J5"],
      "one over another is left out, one beyond the cells is cut")
    let comments = try #require(try folder.part("xl/comments1.xml", of: "b.xlsx"))
    for text in [
      "Công thức: =SUM(D4:D9)", "Tệp không lưu kết quả của công thức.",
      "Dòng này bị ẩn trong tệp.", "Cột này bị ẩn trong tệp.", "Trang này bị ẩn trong tệp.",
    ] {
      #expect(comments.contains(text), "\(text)")
    }
  }

  @Test func `says so where nothing came or a file cannot be shown`() throws {
    let folder = try TemporaryFolder()
    let none = FeedbackBlock([("ZQX", "Ban Quản lý Hồ Tràm", [])])
    try Self.write(none.feedback(to: "ZQX"), sheets: [], to: "\(folder.path)/a.xlsx")
    let empty = try folder.workbook("a.xlsx")
    #expect(empty.sheets.map(\.name) == ["Kết quả", "Bài nộp"])
    #expect(empty.sheets[1].texts.contains("Chưa nhận được tệp nào của đơn vị."))

    var block = Self.block()
    block.findings.append(
      Finding(
        .unreadableFile, .error, unit: "WVK", file: "bai-nop/WVK.xlsx",
        arguments: ["detail": "trống"]))
    try Self.write(
      block.feedback(to: "WVK"), sheets: [],
      unshown: [UnshownFile(file: "bai-nop/WVK.xlsx", reason: .unreadable)],
      to: "\(folder.path)/b.xlsx")
    let sheet = try #require(try folder.workbook("b.xlsx").sheet("Bài nộp"))
    #expect(sheet.texts.contains("bai-nop/WVK.xlsx: không hiển thị lại được."))
    #expect(sheet.texts.contains { $0.contains("Không đọc được tệp: trống.") })
  }

  @Test func `is the same, byte for byte, whenever it is written`() throws {
    let folder = try TemporaryFolder()
    let feedback = try Self.block().feedback(to: "WVK")
    try Self.write(feedback, to: "\(folder.path)/a.xlsx")
    Thread.sleep(forTimeInterval: 2.1)
    try Self.write(feedback, to: "\(folder.path)/b.xlsx")
    #expect(try folder.bytes("a.xlsx") == folder.bytes("b.xlsx"))
  }
}
