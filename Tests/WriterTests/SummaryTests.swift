import Language
import Normalizer
import Ranking
import Regulation
import Spreadsheet
import Testing

@testable import Writer

@Suite struct `The summary` {
  private static func sheet(_ consolidation: Consolidation) throws -> SheetGrid {
    let folder = try TemporaryFolder()
    try RankingWorkbook.write(consolidation, language: .vi, to: "\(folder.path)/b.xlsx")
    return try #require(try folder.workbook("b.xlsx").sheet("Tóm tắt"))
  }

  @Test func `leaves room for the wider columns of LibreOffice`() throws {
    let folder = try TemporaryFolder()
    try RankingWorkbook.write(Self.tied, language: .vi, to: "\(folder.path)/b.xlsx")
    let sheet = try #require(try folder.part("xl/worksheets/sheet1.xml", of: "b.xlsx"))
    let scale = try #require(sheet.firstMatch(of: /<pageSetup [^>]*scale="([0-9]+)"/))
    #expect(try #require(Int(scale.1)) <= 93)
  }

  /// Three ranked units, the last two on one rank.
  private static var tied: Consolidation {
    var block = Block(name: "Khối", year: 2019)
    block.deadline = CivilDateTime(
      year: 2020, month: 2, day: 5, time: CivilTime(hour: 17, minute: 0, second: 0))
    let units = ["A", "B", "C"].map { MemberUnit(code: $0, name: "Đơn vị \($0)") }
    let regulation = Regulation(
      block: block, units: units, criteria: CriteriaTable([]),
      classes: [
        ClassRule(name: "Xuất sắc", floor: Points(90), quotaPercent: Quantity(50)),
        ClassRule(name: "Tốt", floor: Points(0)),
      ],
      titles: [
        TitleRule(
          name: "Cờ", subject: .collective, quota: .count(2),
          decision: .scoreThenVote(percent: Quantity(80)))
      ])
    let standings = [(0, 1), (1, 2), (2, 2)].map { unit, rank in
      var standing = UnitStanding(unit: units[unit], status: .ranked)
      standing.rank = rank
      standing.total = Points(95)
      standing.isTied = rank == 2
      standing.className = unit == 0 ? "Xuất sắc" : "Tốt"
      standing.titles = unit == 0 ? ["Cờ"] : []
      return standing
    }
    return Consolidation(
      regulation: regulation, standings: Standings(units: standings, findings: []), findings: [],
      files: [])
  }

  private static func edge(_ name: String, _ quota: String) -> [Finding] {
    ["B", "C"].map {
      Finding(
        .quotaExceeded, .warning, unit: $0, value: name, arguments: ["expected": quota])
    }
  }

  @Test func `counts what was sent, is eligible, ranked and waits`() throws {
    let consolidation = SampleBlock.standard().consolidation
    let sheet = try Self.sheet(consolidation)
    func number(above label: String) -> CellValue? {
      for row in sheet.rows {
        for cell in row.cells where cell.value == .text(label) {
          return sheet[
            CellReference(row: row.number - 1, column: cell.column)]?.value
        }
      }
      return nil
    }
    let units = consolidation.standings.units
    func count(_ status: UnitStatus) -> Int { units.count { $0.status == status } }
    for (label, expected) in [
      ("Đơn vị trong khối", units.count), ("Đã nộp", units.count - count(.notSubmitted)),
      ("Đủ điều kiện xét", units.count - count(.notEligible)), ("Được xếp hạng", count(.ranked)),
      ("Chờ xử lý", count(.pending)), ("Chưa nộp", count(.notSubmitted)),
      ("Lỗi", consolidation.findings.count { $0.severity == .error }),
      ("Tệp nhận được", consolidation.files.count),
    ] {
      #expect(number(above: label) == .number(Double(expected)), "\(label)")
    }
  }

  @Test func `dates have a leading zero below day 10 and month 3`() throws {
    let texts = try Self.sheet(Self.tied).texts
    #expect(texts.contains { $0.contains("Hạn nộp: 17:00 ngày 05 tháng 02 năm 2020") })
  }

  @Test func `says once what a tie at a quota's edge leaves to the meeting`() throws {
    var consolidation = Self.tied
    consolidation.findings = Self.edge("Cờ", "2") + Self.edge("Xuất sắc", "50%")
    let texts = try Self.sheet(consolidation).texts
    #expect(
      texts.count {
        $0.hasPrefix("Đơn vị B; Đơn vị C cùng hạng 2, nhưng Cờ chỉ còn đủ chỗ cho một phần")
      } == 1)
    #expect(
      texts.count {
        $0.hasPrefix("Đơn vị B; Đơn vị C cùng hạng 2 ở ranh giới số lượng của mức Xuất sắc (50%)")
      } == 1)
    #expect(!texts.contains { $0.contains("sau khi xét hết các tiêu chí phụ") })
    #expect(
      try Self.sheet(Self.tied).texts.contains {
        $0.hasPrefix("Đơn vị B; Đơn vị C cùng hạng 2 sau khi xét hết các tiêu chí phụ")
      })
  }

  @Test func `says who withdrew or was voted down, and who is proposed instead`() throws {
    var consolidation = Self.tied
    var withdrawn = TitleVote(unit: "B", title: "Cờ")
    withdrawn.isWithdrawn = true
    var failed = TitleVote(unit: "C", title: "Cờ")
    failed.ballots = TitleVote.Ballots(cast: 10, inFavour: 7)
    var confirmed = TitleVote(unit: "A", title: "Cờ")
    confirmed.ballots = TitleVote.Ballots(cast: 10, inFavour: 8)
    consolidation.regulation.votes = [withdrawn, failed, confirmed]
    let texts = try Self.sheet(consolidation).texts
    #expect(
      texts.contains(
        "Đơn vị B xin rút khỏi Cờ. Theo thứ hạng, danh hiệu được đề nghị cho Đơn vị A: hội nghị "
          + "xác nhận."))
    #expect(
      texts.contains { $0.hasPrefix("Đơn vị C được 7/10 phiếu đồng ý cho Cờ, chưa đạt 80%.") })
    #expect(!texts.contains { $0.hasPrefix("Đơn vị A được 8/10") })
  }

  @Test func `leads each decision to its place`() throws {
    let consolidation = SampleBlock.standard().consolidation
    let context = ReportContext(consolidation, .vi)
    let names = Set(
      try {
        let folder = try TemporaryFolder()
        try RankingWorkbook.write(consolidation, language: .vi, to: "\(folder.path)/b.xlsx")
        return try folder.workbook("b.xlsx").sheets.map(\.name)
      }())
    let decisions = Decisions(context: context)
    let all = Decision.Subject.allCases.flatMap { decisions.of($0) }
    #expect(all.count >= 3)
    for decision in all { #expect(names.contains(decision.place.sheet), "\(decision.text)") }
  }

  @Test func `shows no more decisions of a subject than fit, and how many are left`() throws {
    var consolidation = Self.tied
    consolidation.regulation.units += (0..<9).map { MemberUnit(code: "X\($0)", name: "X\($0)") }
    consolidation.standings.units += (0..<9).map {
      var standing = UnitStanding(
        unit: consolidation.regulation.units[3 + $0], status: .pending)
      standing.reason = .versionConflict
      return standing
    }
    let texts = try Self.sheet(consolidation).texts
    #expect(texts.count { $0.hasSuffix("hay để ngoài xếp hạng.") } == 5)
    #expect(texts.contains("Còn 4 việc nữa."))
  }
}
