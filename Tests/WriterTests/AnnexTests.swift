import Language
import Normalizer
import Ranking
import Regulation
import Spreadsheet
import Testing

@testable import Writer

@Suite struct `The annexes` {
  private static func workbook(
    _ consolidation: Consolidation, _ language: Language = .vi
  ) throws -> WorkbookGrid {
    let folder = try TemporaryFolder()
    try RankingWorkbook.write(consolidation, language: language, to: "\(folder.path)/b.xlsx")
    return try folder.workbook("b.xlsx")
  }

  private static func sheet(_ name: String, of consolidation: Consolidation) throws -> SheetGrid {
    try #require(try workbook(consolidation).sheet(name))
  }

  private static func number(_ row: Row?, _ column: Int) -> Double? {
    if case .number(let number) = row?[column: column]?.value { number } else { nil }
  }

  // MARK: - Heads

  static let heads: [(String, String, String)] = [
    ("I Tổng hợp", "Phụ lục I", "BẢNG TỔNG HỢP ĐIỂM THEO NHÓM TIÊU CHÍ"),
    ("II Xếp hạng", "Phụ lục II", "BẢNG XẾP HẠNG, XẾP LOẠI VÀ ĐỀ NGHỊ KHEN THƯỞNG"),
    (
      "IV Tự chấm, thẩm định", "Phụ lục IV", "CHÊNH LỆCH GIỮA ĐIỂM TỰ CHẤM VÀ ĐIỂM THẨM ĐỊNH"
    ),
    (
      "V Thưởng, cách làm hay", "Phụ lục V",
      "NHIỆM VỤ ĐỘT XUẤT, VƯỢT KHÓ, NHÂN TỐ MỚI, ĐIỂM THƯỞNG VÀ CÁCH LÀM HAY"
    ),
    ("VI Cá nhân", "Phụ lục VI", "CÁ NHÂN ĐƯỢC ĐỀ NGHỊ"),
    ("VII Nộp và tồn tại", "Phụ lục VII", "TÌNH HÌNH NỘP BẢNG ĐIỂM VÀ TỒN TẠI CẦN XEM LẠI"),
  ]

  @Test(arguments: heads)
  func `carry their number, title, block and what they are attached to`(
    name: String, annex: String, title: String
  ) throws {
    let sheet = try Self.sheet(name, of: SampleBlock.standard().consolidation)
    let row = try #require(sheet.row(with: annex, in: 1)).number
    #expect(sheet.row(row + 1)?[column: 1]?.value == .text(title))
    #expect(sheet.row(row + 2)?[column: 1]?.value == .text("Khối Nội chính, năm 2019"))
    let attached = sheet.row(row + 3)?[column: 1]?.value.text
    #expect(attached?.hasPrefix("(Kèm theo văn bản số … ngày … tháng … năm … của ") == true)
  }

  @Test(arguments: ["I Tổng hợp", "II Xếp hạng"])
  func `that are signed name office, State and motto above, and who signs below`(
    name: String
  ) throws {
    let sheet = try Self.sheet(name, of: SampleBlock.standard().consolidation)
    let texts = sheet.texts
    #expect(texts.contains("CÔNG AN TỈNH - KHỐI TRƯỞNG KHỐI THI ĐUA NỘI CHÍNH"))
    #expect(texts.contains("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"))
    #expect(texts.contains("Độc lập - Tự do - Hạnh phúc"))
    #expect(texts.contains("Bà Rịa - Vũng Tàu, ngày … tháng … năm …"))
    let last = try #require(sheet.rows.last { !$0.cells.isEmpty })
    #expect(sheet.rows.contains { $0.cells.contains { $0.value == .text("KHỐI TRƯỞNG") } })
    #expect(last.number > (sheet.row(with: "KHỐI TRƯỞNG", in: 6)?.number ?? 0))
  }

  // MARK: - I

  @Test func `I: the groups of base criteria, bonus and deductions add up to each total`() throws {
    let block = SampleBlock(units: 8, criteriaPerGroup: 6) { $0.block.notApplicable = .zero }
    let consolidation = block.consolidation
    let sheet = try Self.sheet("I Tổng hợp", of: consolidation)
    let layout = TotalsLayout(consolidation)
    #expect(layout.hasAppraisals && layout.parts.count == 4)
    for standing in consolidation.standings.units where standing.total != nil {
      let row = sheet.row(try #require(layout.row(of: standing.unit.code)))
      let parts = layout.parts.indices.compactMap {
        Self.number(row, layout.countedColumn(ofPart: $0))
      }
      let base = try #require(standing.base?.doubleValue)
      #expect(abs(parts.reduce(0, +) - base) < 1e-9)
      #expect(Self.number(row, layout.baseColumn) == base)
      #expect(Self.number(row, layout.bonusColumn) == standing.bonus?.doubleValue)
      #expect(Self.number(row, layout.deductionColumn) == standing.deduction?.doubleValue)
      #expect(Self.number(row, layout.totalColumn) == standing.total?.doubleValue)
    }
  }

  @Test func `I: the appraised sum takes the self score where nothing was appraised`() throws {
    let regulation = Regulation(
      block: Block(name: "Khối", year: 2019),
      units: [MemberUnit(code: "A", name: "A"), MemberUnit(code: "B", name: "B")],
      criteria: CriteriaTable(
        [("I", nil), ("1", "I"), ("2", "I"), ("3", nil)].map { code, parent in
          var criterion = Criterion(
            code: code, content: "C\(code)", maximum: code == "I" ? nil : Points(10))
          criterion.parent = parent
          return criterion
        }))
    func standing(_ unit: Int, _ scores: [(String, Int, Int?)]) -> UnitStanding {
      var standing = UnitStanding(unit: regulation.units[unit], status: .ranked)
      standing.rank = unit + 1
      standing.scores = scores.map { code, own, appraised in
        CountedScore(
          criterion: code, selfPoints: Points(own), appraisedPoints: appraised.map { Points($0) },
          counted: Points(appraised ?? own))
      }
      return standing
    }
    let consolidation = Consolidation(
      regulation: regulation,
      standings: Standings(
        units: [
          standing(0, [("1", 9, 7), ("2", 5, nil), ("3", 4, nil)]),
          standing(1, [("1", 8, nil), ("2", 6, nil), ("3", 3, 2)]),
        ], findings: []), findings: [], files: [])
    let sheet = try Self.sheet("I Tổng hợp", of: consolidation)
    let layout = TotalsLayout(consolidation)
    let rows = ["A", "B"].map { layout.row(of: $0).flatMap { sheet.row($0) } }
    // Group I, then the criterion outside of every group: self, appraised, counted.
    #expect((3...8).map { Self.number(rows[0], $0) } == [14, 12, 12, 4, nil, 4])
    #expect((3...8).map { Self.number(rows[1], $0) } == [14, nil, 14, 3, 2, 2])
    #expect(sheet.texts.contains("Tiêu chí ngoài nhóm (tối đa 10)"))
  }

  // MARK: - II

  @Test func `II: each quota says what it is taken of and what is left`() throws {
    let consolidation = SampleBlock.standard().consolidation
    let sheet = try Self.sheet("II Xếp hạng", of: consolidation)
    let ranked = Dictionary(grouping: consolidation.standings.units.filter { $0.rank != nil }) {
      $0.unit.group
    }
    let units = try #require(ranked["Tư pháp"])
    let taken = units.count { $0.className == "Xuất sắc" }
    let places = units.count * 40 / 100
    #expect(
      sheet.texts.contains {
        $0.hasPrefix("– Mức Xuất sắc, tối đa 40% số đơn vị được xếp hạng: ")
          && $0.contains(
            "Nhóm: Tư pháp: căn cứ \(units.count) đơn vị được xếp hạng, được \(places), đề nghị "
              + "\(taken), còn \(places - taken)")
      })
    #expect(sheet.texts.contains { $0.hasPrefix("– Cờ thi đua của tỉnh, số lượng 1: ") })
  }

  // MARK: - IV

  @Test func `IV: lists the scores that differ and no other, flagged where the gap is reached`()
    throws
  {
    var consolidation = SampleBlock.standard().consolidation
    let index = try #require(
      consolidation.standings.units.firstIndex { unit in
        unit.scores.contains { $0.appraisedPoints != nil }
      })
    let unit = consolidation.standings.units[index].unit
    let flagged = try #require(
      consolidation.standings.units[index].scores.first {
        $0.appraisedPoints != nil && $0.appraisedPoints != $0.selfPoints
      })
    consolidation.findings.append(
      Finding(
        .selfAppraisedGap, .warning, unit: unit.code,
        arguments: ["criterion": flagged.criterion]))
    let sheet = try Self.sheet("IV Tự chấm, thẩm định", of: consolidation)
    let header = try #require(sheet.row(with: "Chênh lệch", in: 8))
    let rows = sheet.rows.filter { $0.number > header.number && $0[column: 8] != nil }
    let expected = consolidation.standings.units.flatMap(\.scores).filter {
      $0.selfPoints != nil && $0.appraisedPoints != nil && $0.selfPoints != $0.appraisedPoints
    }
    #expect(rows.count == expected.count && rows.count > 10)
    for row in rows {
      let own = try #require(Self.number(row, 6))
      let appraised = try #require(Self.number(row, 7))
      #expect(own != appraised)
      #expect(abs(try #require(Self.number(row, 8)) - (appraised - own)) < 1e-9)
    }
    let marked = rows.filter { $0[column: 11]?.value == .text("✓") }
    #expect(marked.count == 1)
    #expect(marked.first?[column: 2]?.value == .text(unit.name))
    #expect(marked.first?[column: 3]?.value == .text(flagged.criterion))
    // The table by unit adds up what the table by score lists.
    let units = AppraisalDifferences(consolidation).lines
    let net = units.map { ($0.lowered + $0.raised).doubleValue }.reduce(0, +)
    let listed = rows.compactMap { Self.number($0, 8) }.reduce(0, +)
    #expect(abs(net - listed) < 1e-9)
  }

  @Test func `IV: says so where nothing was appraised, and where nothing differs`() throws {
    var consolidation = SampleBlock.standard().consolidation
    func change(_ body: (inout CountedScore) -> Void) {
      for unit in consolidation.standings.units.indices {
        for score in consolidation.standings.units[unit].scores.indices {
          body(&consolidation.standings.units[unit].scores[score])
        }
      }
    }
    change { $0.appraisedPoints = $0.selfPoints }
    let same = try Self.sheet("IV Tự chấm, thẩm định", of: consolidation)
    #expect(same.texts.contains { $0.contains("tất cả đều bằng điểm tự chấm") })
    change { $0.appraisedPoints = nil }
    let none = try Self.sheet("IV Tự chấm, thẩm định", of: consolidation)
    #expect(none.texts.contains { $0.hasPrefix("Chưa có điểm thẩm định nào") })
  }

  // MARK: - V

  @Test func `V: registers each aspect and bonus once, with its evidence as submitted`() throws {
    var regulation = Regulation(
      block: Block(name: "Khối", year: 2019), units: [MemberUnit(code: "A", name: "Đơn vị A")],
      criteria: CriteriaTable([]))
    let rows: [(String, Aspect?, CriterionKind)] = [
      ("1", .unexpectedTask, .base), ("2", .hardship, .base), ("3", .newFactor, .bonus),
      ("4", nil, .bonus), ("5", nil, .base), ("6", nil, .bonus), ("7", .hardship, .base),
    ]
    regulation.criteria = CriteriaTable(
      rows.map { code, aspect, kind in
        var criterion = Criterion(code: code, content: "C\(code)", maximum: Points(10))
        criterion.aspect = aspect
        criterion.kind = kind
        criterion.requiresEvidence = code == "2"
        return criterion
      })
    var standing = UnitStanding(unit: regulation.units[0], status: .ranked)
    standing.scores = rows.map { code, _, _ in
      var score = CountedScore(
        criterion: code, selfPoints: Points(2), counted: code == "6" ? .zero : Points(2),
        isNotApplicable: code == "7")
      if code == "1" { score.evidence = "=QĐ 12/QĐ-UBND" }
      return score
    }
    let sheet = try Self.sheet(
      "V Thưởng, cách làm hay",
      of: Consolidation(
        regulation: regulation, standings: Standings(units: [standing], findings: []),
        findings: [], files: []))
    func section(of code: String) -> String? {
      guard let row = sheet.row(with: code, in: 3)?.number else { return nil }
      return sheet.rows.last { row1 in
        row1.number < row && (row1[column: 1]?.value.text.contains(". ") ?? false)
      }?[column: 1]?.value.text
    }
    #expect(section(of: "1") == "I. Nhiệm vụ đột xuất")
    #expect(section(of: "2") == "II. Nỗ lực vượt khó")
    #expect(section(of: "3") == "III. Nhân tố mới")
    #expect(section(of: "4") == "IV. Điểm thưởng")
    // A plain criterion, a bonus without points or evidence, and one that did not arise.
    for code in ["5", "6", "7"] { #expect(sheet.row(with: code, in: 3) == nil) }
    let evidence = sheet.row(with: "1", in: 3)?[column: 7]
    #expect(evidence?.value == .text("=QĐ 12/QĐ-UBND") && evidence?.formula == nil)
    #expect(sheet.row(with: "2", in: 3)?[column: 7]?.value == .text("(chưa ghi)"))
  }

  // MARK: - VII

  @Test func `VII: names each unit's counted file, its versions and the files of nobody`() throws {
    let consolidation = SampleBlock.standard().consolidation
    let sheet = try Self.sheet("VII Nộp và tồn tại", of: consolidation)
    let layout = FindingsLayout(consolidation)
    for standing in consolidation.standings.units {
      let code = standing.unit.code
      let row = sheet.row(try #require(layout.cell(ofUnit: code)).row)
      let files = consolidation.files.filter { $0.unit == code }
      #expect(row?[column: 2]?.value == .text(standing.unit.name))
      #expect(
        row?[column: 4]?.value
          == files.first { $0.verdict == .counted }.map { .text($0.path) })
      #expect(Self.number(row, 10) == Double(files.count))
      for file in files where file.verdict != .counted {
        #expect(row?[column: 8]?.value.text.contains(file.path) == true)
      }
    }
    let others = consolidation.files.filter { $0.unit == nil }
    #expect(!others.isEmpty)
    for file in others { #expect(sheet.texts.contains(file.path)) }
    #expect(sheet.texts.contains("09:00 ngày 20/11/2019"))
    for (offset, index) in layout.order.enumerated() {
      let cell = try #require(layout.cell(of: index))
      #expect(cell.row == layout.headerRow + 1 + offset)
      #expect(
        sheet[cell]?.value == .text(consolidation.findings[index].message(in: .vi)))
    }
  }

  // MARK: - Last year

  @Test func `last year: ranks both years among the units that have both`() throws {
    var units = ["A", "B", "C", "D", "E"].map { MemberUnit(code: $0, name: "Đơn vị \($0)") }
    for (index, points) in [90, 95, 90, nil, 99].enumerated() {
      units[index].lastYear = points.map { Points($0) }
    }
    let regulation = Regulation(
      block: Block(name: "Khối", year: 2019), units: units, criteria: CriteriaTable([]))
    // D has no points of last year; E is not ranked now.
    let standings = [(0, 1, 97), (3, 2, 96), (1, 3, 94), (2, 3, 94)].map { unit, rank, total in
      var standing = UnitStanding(unit: units[unit], status: .ranked)
      standing.rank = rank
      standing.total = Points(total)
      return standing
    }
    var pending = UnitStanding(unit: units[4], status: .pending)
    pending.total = Points(99)
    let sheet = try Self.sheet(
      "So với năm trước",
      of: Consolidation(
        regulation: regulation,
        standings: Standings(units: standings + [pending], findings: []), findings: [], files: []))
    func line(_ name: String) -> [Double?] {
      let row = sheet.row(with: "Đơn vị \(name)", in: 2)
      return [3, 4, 5, 6, 7].map { Self.number(row, $0) }
    }
    #expect(line("A") == [90, 97, 7, 2, 1])
    #expect(line("B") == [95, 94, -1, 1, 2])
    #expect(line("C") == [90, 94, 4, 2, 2])
    #expect(sheet.row(with: "Đơn vị A", in: 2)?[column: 8]?.value == .text("▲ 1"))
    #expect(sheet.row(with: "Đơn vị B", in: 2)?[column: 8]?.value == .text("▼ 1"))
    #expect(
      sheet.row(with: "Đơn vị D", in: 2)?[column: 3]?.value == .text("không có điểm năm 2018"))
    #expect(
      sheet.row(with: "Đơn vị E", in: 2)?[column: 3]?.value
        == .text("chưa được xếp hạng năm 2019"))
  }
}
