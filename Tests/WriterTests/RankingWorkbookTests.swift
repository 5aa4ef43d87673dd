import Foundation
import Glibc
import Language
import Normalizer
import Ranking
import Regulation
import Spreadsheet
import Testing
import Writer

@Suite struct `The ranking workbook` {
  static let sheetNames: [(Language, [String])] = [
    (
      .vi,
      [
        "Tóm tắt", "I Tổng hợp", "II Xếp hạng", "III Ma trận điểm", "IV Tự chấm, thẩm định",
        "V Thưởng, cách làm hay", "VI Cá nhân", "VII Nộp và tồn tại", "Phân tích",
        "So với năm trước", "Nguồn",
      ]
    ),
    (
      .en,
      [
        "Summary", "I Totals", "II Ranking", "III Score matrix", "IV Self, appraised",
        "V Bonus, practices", "VI People", "VII Submissions", "Analysis", "Last year", "Sources",
      ]
    ),
  ]

  @Test(arguments: sheetNames)
  func `has its annexes in order, in the language of the report`(
    language: Language, names: [String]
  ) throws {
    let folder = try TemporaryFolder()
    var consolidation = SampleBlock.standard().consolidation
    try RankingWorkbook.write(consolidation, language: language, to: "\(folder.path)/a.xlsx")
    let withoutLastYear = try folder.workbook("a.xlsx").sheets.map(\.name)
    #expect(withoutLastYear == names.filter { $0 != "So với năm trước" && $0 != "Last year" })
    consolidation.regulation.units[0].lastYear = Points(80)
    try RankingWorkbook.write(consolidation, language: language, to: "\(folder.path)/b.xlsx")
    #expect(try folder.workbook("b.xlsx").sheets.map(\.name) == names)
  }

  @Test func `is the same, byte for byte, whenever it is written`() throws {
    let folder = try TemporaryFolder()
    let consolidation = SampleBlock.standard().consolidation
    try RankingWorkbook.write(consolidation, language: .vi, to: "\(folder.path)/a.xlsx")
    // Times in a zip directory count in steps of two seconds.
    Thread.sleep(forTimeInterval: 2.1)
    try RankingWorkbook.write(consolidation, language: .vi, to: "\(folder.path)/b.xlsx")
    #expect(try folder.bytes("a.xlsx") == folder.bytes("b.xlsx"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).count == 2)
  }

  @Test(
    .enabled(if: commaLocale != nil, "no locale with a decimal comma is installed"))
  func `is the same under a locale with a decimal comma`() throws {
    let folder = try TemporaryFolder()
    let consolidation = SampleBlock.standard().consolidation
    try RankingWorkbook.write(consolidation, language: .vi, to: "\(folder.path)/a.xlsx")
    let name = try #require(Self.commaLocale)
    let locale = try #require(newlocale(1 << LC_NUMERIC, name, nil))
    let previous = uselocale(locale)
    defer {
      uselocale(previous)
      freelocale(locale)
    }
    try RankingWorkbook.write(consolidation, language: .vi, to: "\(folder.path)/b.xlsx")
    #expect(uselocale(nil) == locale, "the thread's locale is as it was")
    #expect(try folder.bytes("a.xlsx") == folder.bytes("b.xlsx"))
  }

  private static var commaLocale: String? {
    ["vi_VN.UTF-8", "de_DE.UTF-8", "fr_FR.UTF-8"].first { name in
      guard let locale = newlocale(1 << LC_NUMERIC, name, nil) else { return false }
      freelocale(locale)
      return true
    }
  }

  @Test func `ranks every unit with numbers, and names the reason of those without a rank`() throws
  {
    let folder = try TemporaryFolder()
    let consolidation = SampleBlock.standard().consolidation
    try RankingWorkbook.write(consolidation, language: .vi, to: "\(folder.path)/b.xlsx")
    let sheet = try #require(try folder.workbook("b.xlsx").sheet("II Xếp hạng"))
    var statuses: Set<UnitStatus> = []
    for standing in consolidation.standings.units {
      statuses.insert(standing.status)
      let row = try #require(sheet.row(with: standing.unit.code, in: 2))
      #expect(row[column: 3]?.value == .text(standing.unit.name))
      let rank = standing.rank.map { CellValue.number(Double($0)) } ?? .text("–")
      #expect(row[column: 1]?.value == rank)
      #expect(row[column: 4]?.value == standing.total.map { .number($0.doubleValue) })
      #expect(row[column: 5]?.value == standing.className.map { .text($0) })
      let isExplained =
        standing.reason != nil || standing.isTied || !standing.remarks.isEmpty
      #expect((row[column: 7] != nil) == isExplained)
    }
    #expect(statuses == Set(UnitStatus.allCases))
    #expect(consolidation.standings.units.contains { $0.isTied })
    for text in [
      "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "KHỐI TRƯỞNG",
    ] {
      #expect(sheet.texts.contains(text))
    }
  }

  @Test func `holds results against targets where there is a register of what units signed`()
    throws
  {
    let folder = try TemporaryFolder()
    var consolidation = SampleBlock.standard().consolidation
    let index = try #require(consolidation.standings.units.firstIndex { !$0.scores.isEmpty })
    let unit = consolidation.standings.units[index].unit
    consolidation.standings.units[index].scores[0].target = Quantity(98)
    consolidation.standings.units[index].scores[0].result = Quantity(coefficient: 975, scale: 1)
    let criterion = consolidation.standings.units[index].scores[0].criterion
    try RankingWorkbook.write(consolidation, language: .vi, to: "\(folder.path)/a.xlsx")
    #expect(try folder.workbook("a.xlsx").sheet("Giao ước") == nil)
    consolidation.regulation.covenant = [
      CovenantTarget(unit: unit.code, criterion: criterion, target: Quantity(98))
    ]
    try RankingWorkbook.write(consolidation, language: .vi, to: "\(folder.path)/b.xlsx")
    let sheet = try #require(try folder.workbook("b.xlsx").sheet("Giao ước"))
    let row = try #require(
      sheet.rows.first { $0[column: 2]?.value == .text(unit.name) && $0[column: 6] != nil })
    #expect(row[column: 3]?.value == .text(criterion))
    #expect(row[column: 5]?.value == .number(98))
    #expect(row[column: 6]?.value == .number(97.5))
    #expect(row[column: 8]?.value == .text("Chưa đạt"))
  }

  @Test func `lists every finding, the gravest first`() throws {
    let folder = try TemporaryFolder()
    let consolidation = SampleBlock.standard().consolidation
    try RankingWorkbook.write(consolidation, language: .vi, to: "\(folder.path)/b.xlsx")
    let sheet = try #require(try folder.workbook("b.xlsx").sheet("VII Nộp và tồn tại"))
    let header = try #require(sheet.row(with: "Mức độ", in: 2))
    let rows = sheet.rows.filter { $0.number > header.number && $0[column: 2] != nil }
    #expect(rows.count == consolidation.findings.count)
    let grades = ["Lỗi", "Cảnh báo", "Ghi nhận"]
    let shown = rows.compactMap { row in grades.firstIndex(of: row[column: 2]?.value.text ?? "") }
    #expect(shown == shown.sorted() && shown.count == rows.count)
    for finding in consolidation.findings {
      let place = [finding.sheet, finding.cell].compactMap { $0 }.joined(separator: "!")
      #expect(
        rows.contains { row in
          row[column: 9]?.value == .text(finding.code.rawValue)
            && row[column: 5]?.value.text ?? "" == place
            && row[column: 8]?.value == .text(finding.message(in: .vi))
        })
    }
  }

  @Test func `names every file with its digest, and the cell of every counted score`() throws {
    let folder = try TemporaryFolder()
    let consolidation = SampleBlock.standard().consolidation
    try RankingWorkbook.write(consolidation, language: .vi, to: "\(folder.path)/b.xlsx")
    let sheet = try #require(try folder.workbook("b.xlsx").sheet("Nguồn"))
    for file in consolidation.files {
      let row = try #require(
        sheet.rows.first {
          $0[column: 3]?.value == .text(file.path) && $0[column: 11] != nil
        })
      #expect(row[column: 12]?.value == file.sha256.map { .text($0) })
    }
    let scores = sheet.rows.filter { $0[column: 6] != nil && $0.number > 4 }
    let expected = consolidation.standings.units.flatMap(\.scores)
    #expect(scores.count == expected.count)
    for (row, score) in zip(scores, expected) {
      #expect(row[column: 6]?.value == .text(score.criterion))
      #expect(row[column: 5]?.value == score.cell.map { .text($0) })
      #expect(row[column: 10]?.value == .number(score.counted.doubleValue))
    }
  }

  @Test func `never writes text from a submission as a formula`() throws {
    let folder = try TemporaryFolder()
    let hostile = ["=1+1", "+A1", "-A1", "@SUM(1)", "http://example.org", "=HYPERLINK(\"x\")"]
    var consolidation = SampleBlock.standard().consolidation
    consolidation.findings = hostile.map {
      Finding(.notANumber, .error, unit: $0, file: $0, sheet: $0, cell: $0, value: $0, action: $0)
    }
    consolidation.files = hostile.map {
      ReceivedFile(path: $0, sha256: $0, unit: $0, sheet: $0, received: $0, verdict: .waiting)
    }
    for index in consolidation.standings.units.indices {
      consolidation.standings.units[index].unit.name = hostile[index % hostile.count]
    }
    try RankingWorkbook.write(consolidation, language: .vi, to: "\(folder.path)/b.xlsx")
    for sheet in try folder.workbook("b.xlsx").sheets where sheet.name != "III Ma trận điểm" {
      #expect(sheet.rows.flatMap(\.cells).allSatisfy { $0.formula == nil })
      for text in hostile where ["VII Nộp và tồn tại", "Nguồn"].contains(sheet.name) {
        #expect(sheet.texts.contains(text) || sheet.texts.contains("\(text)!\(text)"))
      }
    }
  }

  @Test func `of a block without files, findings, classes and groups is whole`() throws {
    let folder = try TemporaryFolder()
    let regulation = Regulation(
      block: Block(name: "Khối", year: 2019), units: [MemberUnit(code: "A", name: "Đơn vị A")],
      criteria: CriteriaTable([Criterion(code: "1", content: "Một", maximum: Points(10))]))
    let unit = UnitStanding(unit: regulation.units[0], status: .notSubmitted)
    try RankingWorkbook.write(
      Consolidation(
        regulation: regulation, standings: Standings(units: [unit], findings: []), findings: [],
        files: []), language: .vi, to: "\(folder.path)/b.xlsx")
    let workbook = try folder.workbook("b.xlsx")
    #expect(workbook.sheet("VII Nộp và tồn tại")?.texts.contains("Không có tồn tại nào.") == true)
    #expect(workbook.sheet("Nguồn")?.texts.contains("Chưa nhận được tệp nào.") == true)
    let summary = try #require(workbook.sheet("Tóm tắt"))
    #expect(summary.texts.count { $0 == "Không có." } == 5)
    #expect(summary.texts.contains { $0.hasPrefix("Chưa xếp hạng được đơn vị nào: 1 chưa nộp") })
  }

  @Test func `that cannot be written says which file and why`() throws {
    let consolidation = SampleBlock.standard().consolidation
    let error = #expect(throws: WritingError.self) {
      try RankingWorkbook.write(consolidation, language: .vi, to: "/nowhere/at/all.xlsx")
    }
    #expect(error?.file == "/nowhere/at/all.xlsx")
    #expect(error?.detail.isEmpty == false)
  }
}
