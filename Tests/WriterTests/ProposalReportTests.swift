import Foundation
import Language
import Normalizer
import Ranking
import Regulation
import Spreadsheet
import Testing
import Writer

@Suite struct `People and practices in the reports` {
  private static func source(_ cell: String) -> SourceCell {
    SourceCell(file: "bai-nop/ca.xlsx", sheet: "Cá nhân", cell: cell)
  }

  /// The standard block with three nominations of one unit and a practice.
  private var consolidation: Consolidation {
    var consolidation = SampleBlock.standard().consolidation
    let unit = consolidation.regulation.units[0].code
    consolidation.regulation.titles = [
      TitleRule(name: "CSTĐCS", subject: .individual, quota: .percent(Quantity(15))),
      TitleRule(name: "LĐTT", subject: .individual, quota: .unlimited),
    ]
    var proposals = IndividualProposals()
    proposals.nominees = [
      Nominee(
        unit: unit,
        nomination: Nomination(
          name: "Nguyễn Văn A", position: "Đội trưởng", title: "LĐTT", achievement: "=1+1",
          source: Self.source("B5")), status: .proposed),
      Nominee(
        unit: unit,
        nomination: Nomination(
          name: "Trần Thị B", title: "CSTĐCS", initiative: "Số hóa", document: "QĐ 1",
          source: Self.source("B6")), status: .proposed),
      Nominee(
        unit: unit,
        nomination: Nomination(name: "Lê Văn C", title: "CSTĐCS", source: Self.source("B7")),
        status: .overQuota),
      Nominee(
        unit: unit,
        nomination: Nomination(name: "", title: "", source: Self.source("B8"), flaw: .incomplete),
        status: .incomplete),
    ]
    proposals.quotas = [
      TitleQuotaUse(
        title: "CSTĐCS", unit: unit, nominated: 2, proposed: 1, over: 1,
        quota: .percent(Quantity(15)), places: 1, base: .staff(9)),
      TitleQuotaUse(
        title: "LĐTT", unit: unit, nominated: 1, proposed: 1, over: 0, quota: .unlimited),
    ]
    proposals.practices = [
      UnitPractice(
        unit: unit,
        practice: GoodPractice(
          name: "@Mô hình", content: "Nội dung", effect: "Tốt", evidence: "QĐ 5",
          source: Self.source("B12"))),
      UnitPractice(
        unit: unit,
        practice: GoodPractice(name: "Tổ tự quản", content: "", source: Self.source("B13"))),
    ]
    consolidation.proposals = proposals
    return consolidation
  }

  @Test func `show each title's quota and everyone by title, with the cell of the name`() throws {
    let folder = try TemporaryFolder()
    let consolidation = consolidation
    try RankingWorkbook.write(consolidation, language: .vi, to: "\(folder.path)/b.xlsx")
    let sheet = try #require(try folder.workbook("b.xlsx").sheet("VI Cá nhân"))
    let quota = try #require(sheet.row(with: "15%", in: 4))
    #expect(quota[column: 2]?.value == .text("CSTĐCS"))
    #expect(quota[column: 6]?.value == .text("biên chế: 9"))
    #expect(
      [5, 7, 8, 9, 10].map { quota[column: $0]?.value } == [1, 2, 1, 1, 0].map { .number($0) })
    let free = try #require(sheet.row(with: "không giới hạn", in: 4))
    #expect(free[column: 5] == nil && free[column: 10] == nil)
    let header = try #require(sheet.row(with: "Họ và tên", in: 4))
    let people = sheet.rows.filter { $0.number > header.number }
    #expect(
      people.map { $0[column: 4]?.value.text ?? "" } == [
        "Trần Thị B", "Lê Văn C", "Nguyễn Văn A", "",
      ])
    #expect(
      people.map { $0[column: 9]?.value.text } == [
        "Đề nghị", "Vượt số lượng", "Đề nghị", "Thiếu thông tin",
      ])
    #expect(people[0][column: 10]?.value == .text("bai-nop/ca.xlsx, Cá nhân!B6"))
    #expect(people[2][column: 6]?.value == .text("=1+1"))
    #expect(sheet.rows.flatMap(\.cells).allSatisfy { $0.formula == nil })
  }

  @Test func `register the practices with their evidence and mark what is missing`() throws {
    let folder = try TemporaryFolder()
    let consolidation = consolidation
    try RankingWorkbook.write(consolidation, language: .vi, to: "\(folder.path)/b.xlsx")
    let sheet = try #require(
      try folder.workbook("b.xlsx").sheet("V Thưởng, cách làm hay"))
    let first = try #require(
      sheet.row(
        with: "Tên: @Mô hình\nNội dung: Nội dung\nHiệu quả: Tốt\n"
          + "(bai-nop/ca.xlsx, Cá nhân!B12)", in: 3))
    #expect(first[column: 2]?.value == .text(consolidation.regulation.units[0].name))
    #expect(first[column: 7]?.value == .text("QĐ 5"))
    #expect(
      sheet.row(
        with: "Tên: Tổ tự quản\nNội dung: (chưa ghi)\n(bai-nop/ca.xlsx, Cá nhân!B13)", in: 3)
        != nil)
  }

  @Test func `leave a sentence where there are none`() throws {
    let folder = try TemporaryFolder()
    try RankingWorkbook.write(
      SampleBlock.standard().consolidation, language: .vi, to: "\(folder.path)/b.xlsx")
    let workbook = try folder.workbook("b.xlsx")
    #expect(
      workbook.sheet("VI Cá nhân")?.texts.contains(
        "Không có đơn vị nào đề nghị danh hiệu cho cá nhân.") == true)
    #expect(
      workbook.sheet("V Thưởng, cách làm hay")?.texts.contains(
        "Không có đơn vị nào đăng ký mô hình, cách làm hay.") == true)
  }

  @Test func `are counted on the summary and named nowhere else`() throws {
    let folder = try TemporaryFolder()
    try RankingWorkbook.write(consolidation, language: .vi, to: "\(folder.path)/b.xlsx")
    let workbook = try folder.workbook("b.xlsx")
    let summary = try #require(workbook.sheet("Tóm tắt"))
    // The number stands above what it counts.
    for (label, count) in [("Đề nghị cá nhân", 4.0), ("Cách làm hay", 2)] {
      let row = try #require(summary.rows.first { $0.cells.contains { $0.value == .text(label) } })
      let cell = try #require(row.cells.first { $0.value == .text(label) })
      let above = CellReference(row: row.number - 1, column: cell.column)
      #expect(summary[above]?.value == .number(count))
    }
    #expect(summary.texts.contains { $0.contains("CSTĐCS vượt số lượng 1 người") })
    for sheet in workbook.sheets where sheet.name != "VI Cá nhân" {
      #expect(!sheet.texts.contains { $0.contains("Nguyễn Văn A") })
    }
  }

  @Test func `stand in the result for programs with their keys in order`() throws {
    let text = String(decoding: ResultJSON.bytes(consolidation, language: .vi), as: UTF8.self)
    let unit = consolidation.regulation.units[0].code
    let end = try #require(text.range(of: "],\n\"people\":["))
    #expect(
      text[end.lowerBound...] == #"""
        ],
        "people":[
        {"unit":"\#(unit)","name":"Nguyễn Văn A","position":"Đội trưởng","title":"LĐTT","achievement":"=1+1","initiative":null,"document":null,"status":"proposed","quota":null,"file":"bai-nop/ca.xlsx","sheet":"Cá nhân","cell":"B5"},
        {"unit":"\#(unit)","name":"Trần Thị B","position":null,"title":"CSTĐCS","achievement":null,"initiative":"Số hóa","document":"QĐ 1","status":"proposed","quota":{"places":1,"rule":"15%","of":"staff","base":9},"file":"bai-nop/ca.xlsx","sheet":"Cá nhân","cell":"B6"},
        {"unit":"\#(unit)","name":"Lê Văn C","position":null,"title":"CSTĐCS","achievement":null,"initiative":null,"document":null,"status":"over-quota","quota":{"places":1,"rule":"15%","of":"staff","base":9},"file":"bai-nop/ca.xlsx","sheet":"Cá nhân","cell":"B7"},
        {"unit":"\#(unit)","name":null,"position":null,"title":null,"achievement":null,"initiative":null,"document":null,"status":"incomplete","quota":null,"file":"bai-nop/ca.xlsx","sheet":"Cá nhân","cell":"B8"}],
        "practices":[
        {"unit":"\#(unit)","name":"@Mô hình","content":"Nội dung","effect":"Tốt","scope":null,"evidence":"QĐ 5","complete":true,"file":"bai-nop/ca.xlsx","sheet":"Cá nhân","cell":"B12"},
        {"unit":"\#(unit)","name":"Tổ tự quản","content":null,"effect":null,"scope":null,"evidence":null,"complete":false,"file":"bai-nop/ca.xlsx","sheet":"Cá nhân","cell":"B13"}]}

        """#)
  }
}
