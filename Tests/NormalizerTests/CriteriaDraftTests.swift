import Regulation
import Spreadsheet
import TestSupport
import Testing

@testable import Normalizer

/// Existing criteria tables, read into a draft.
@Suite struct CriteriaDraftTests {
  static func draft(_ rows: [[CellValue]], merges: [String] = []) throws -> CriteriaDraft {
    try #require(
      CriteriaDraft(WorkbookGrid(sheets: [SheetGrid(rows, name: "Tiêu chí", merges: merges)])))
  }

  /// `code < parent: maximum kind` of each row.
  static func outline(_ draft: CriteriaDraft) -> [String] {
    draft.rows.map { row in
      let kind =
        switch row.kind {
        case .base: ""
        case .bonus: " thưởng"
        case .deduction: " trừ"
        }
      return "\(row.code) < \(row.parent ?? "–"): \(row.maximum?.description ?? "–")\(kind)"
    }
  }

  static let tables: [(rows: [[CellValue]], outline: [String])] = [
    // Roman groups, dotted criteria, bonus and deductions behind the total.
    (
      [
        ["BẢNG TIÊU CHÍ THI ĐUA NĂM 2020"], [],
        ["STT", "Nội dung", "Điểm chuẩn"],
        ["(1)", "(2)", "(3)"],
        ["I", "Nhiệm vụ chuyên môn", 30], ["1.1", "Tham mưu", 20], ["1.2", "Báo cáo", 10],
        ["II", "Phong trào thi đua", 10], ["2.1", "Phát động", 10],
        [nil, "TỔNG CỘNG", 40],
        ["III", "Điểm thưởng", 5], ["3.1", "Mô hình mới", 5],
        ["IV", "Điểm trừ"], ["4.1", "Chậm báo cáo", -2],
        [nil, "Người lập biểu"],
      ],
      [
        "I < –: 30", "1.1 < I: 20", "1.2 < I: 10", "II < –: 10", "2.1 < II: 10",
        "III < –: 5 thưởng", "3.1 < III: 5 thưởng", "IV < –: – trừ", "4.1 < IV: 2 trừ",
      ]
    ),
    // Codes that recur take their path; a numbering that only goes on needs none.
    (
      [
        ["TT", "Tiêu chí", "Điểm tối đa"],
        ["A", "Công tác chuyên môn"], ["1", "Kế hoạch", 10], ["a)", "Có kế hoạch", 6],
        ["b)", "Gửi đúng hạn", 4], ["2", "Báo cáo", 5], ["a)", "Đủ", 5],
        ["B", "Phong trào"], ["3", "Phát động", 7],
      ],
      [
        "A < –: –", "1 < A: 10", "1.a < 1: 6", "1.b < 1: 4", "2 < A: 5", "2.a < 2: 5", "B < –: –",
        "3 < B: 7",
      ]
    ),
    // No codes at all: points that are the sum of those below make a group.
    (
      [
        ["Nội dung chấm điểm", "Thang điểm"],
        ["Nhiệm vụ chuyên môn", 40], ["Hoàn thành chỉ tiêu", 25], ["Giải quyết hồ sơ", 15],
        ["Xây dựng Đảng", 20], ["Nghị quyết", 12], ["Học tập và làm theo Bác", 8],
        ["Điểm trừ"], ["- Chậm báo cáo", 2],
      ],
      [
        "N1 < –: 40", "N1.1 < N1: 25", "N1.2 < N1: 15", "N2 < –: 20", "N2.1 < N2: 12",
        "N2.2 < N2: 8", "N3 < –: – trừ", "N3.1 < N3: 2 trừ",
      ]
    ),
    // Excel made numbers and dates of codes: 1.10 and 1.2.
    (
      [
        ["STT", "Nội dung", "Điểm tối đa"],
        ["I", "Chuyên môn"], [1.1, "Một", 1], [.day(2019, 2, 1), "Hai", 1],
        [1.9, "Chín", 1], [1.1, "Mười", 1],
      ],
      [
        "I < –: –", "1.1 < I: 1", "1.2 < I: 1", "1.9 < I: 1", "1.10 < I: 1",
      ]
    ),
    // A row of a criterion's own that has points carries its remarks, which have none.
    (
      [
        ["STT", "Nội dung", "Điểm tối đa"],
        ["1", "Kế hoạch", 10], [nil, "- Có kế hoạch năm"], [nil, "- Gửi đúng hạn"],
        ["2", "Báo cáo", 5], [nil, "(Mỗi báo cáo chậm trừ 0,5 điểm)"], ["3", "Họp", 5],
      ],
      ["1 < –: 10", "2 < –: 5", "3 < –: 5"]
    ),
  ]

  @Test("The hierarchy is rebuilt from numbering, sums and headings", arguments: tables)
  func hierarchy(_ item: (rows: [[CellValue]], outline: [String])) throws {
    #expect(try Self.outline(Self.draft(item.rows)) == item.outline)
  }

  @Test("Whatever was guessed is said on its row")
  func doubts() throws {
    let draft = try Self.draft([
      ["STT", "Nội dung", "Điểm tối đa", "Cách chấm", "Chỉ tiêu", "Minh chứng"],
      ["I", "Chuyên môn", 30], ["1", "Chỉ tiêu", 15, "tỷ lệ", 98],
      ["2", "Hồ sơ", "tối đa 10 điểm", "theo thực tế", "cao nhất", "Quyết định"],
      ["3", "Sáng kiến, mỗi sáng kiến 1 điểm", nil, nil, nil, "x"],
      [nil, "Điểm thưởng"], ["1", "Mô hình mới", 5],
    ])
    func phrases(_ index: Int) -> [DraftPhrase] { draft.rows[index].doubts.map(\.phrase) }
    #expect(phrases(0) == [.groupDiffers])
    #expect(phrases(1) == [])
    #expect(draft.rows[1].method == "tỷ lệ" && draft.rows[1].target == Quantity(98))
    #expect(phrases(2) == [.maximumGuessed, .methodUnknown, .targetUnknown, .evidenceGuessed])
    #expect(draft.rows[2].maximum == 10 && draft.rows[2].method == nil)
    #expect(phrases(3) == [.methodSuggested, .maximumMissing])
    #expect(draft.rows[3].requiresEvidence)
    #expect(phrases(4) == [.kindFromHeading])
    #expect(draft.doubts.map(\.phrase) == [.codesMade, .codesByPath])
  }

  @Test("A total that is not the sum, another table and the year are noted")
  func table() throws {
    let other = SheetGrid(
      [
        ["STT", "Nội dung", "Điểm tối đa"], ["1", "A a a", 1], ["2", "B b b", 1],
        ["3", "C c c", 1],
      ],
      name: "Khác")
    let main = SheetGrid(
      [
        ["TIÊU CHÍ CHẤM ĐIỂM NĂM 2021"], ["STT", "Nội dung", "Điểm tối đa"],
        ["1", "Kế hoạch", 10], ["2", "Báo cáo", 10], ["3", "Họp", 10], ["4", "Học tập", 10],
        [nil, "TỔNG CỘNG", 50],
      ], name: "Chính")
    let draft = try #require(CriteriaDraft(WorkbookGrid(sheets: [other, main])))
    #expect(draft.sheet == "Chính")
    #expect(draft.year == 2021)
    #expect(draft.baseTotal == 40)
    #expect(draft.doubts.map(\.phrase) == [.otherTable, .totalDiffers])
  }

  @Test("A table that a unit filled in gives its criteria, not the unit's evidence")
  func filledIn() throws {
    let draft = try Self.draft([
      ["STT", "Nội dung", "Điểm tối đa", "Điểm tự chấm", "Minh chứng"],
      ["1", "Kế hoạch", 10, 9, "Quyết định số 5"], ["2", "Báo cáo", 10, 8, nil],
    ])
    #expect(draft.rows.allSatisfy { !$0.requiresEvidence })
    #expect(draft.doubts.map(\.phrase) == [.filledIn])
  }

  @Test("A workbook without contents and maxima gives no draft")
  func none() {
    let sheet = SheetGrid([["STT", "Họ và tên", "Chức vụ"], [1, "A", "B"]])
    #expect(CriteriaDraft(WorkbookGrid(sheets: [sheet])) == nil)
  }
}
