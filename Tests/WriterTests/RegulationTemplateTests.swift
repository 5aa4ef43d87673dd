import Language
import Normalizer
import Regulation
import Spreadsheet
import Testing

@testable import Readers
@testable import Writer

@Suite struct `The regulation to fill in` {
  @Test func `loads without a fault as it is`() throws {
    let folder = try TemporaryFolder()
    try RegulationTemplate.write(
      blockName: "Khối Nội chính", year: 2019, to: "\(folder.path)/quy-che.xlsx")
    let regulation: Regulation
    do {
      regulation = try Regulation(folder.workbook("quy-che.xlsx"))
    } catch let error as RegulationError {
      Issue.record("\(error.faults.map { $0.message(in: .en) })")
      return
    }
    #expect(regulation.block.name == "Khối Nội chính")
    #expect(regulation.block.year == 2019)
    #expect(regulation.block.deadline?.description.hasPrefix("2019-11-20") == true)
    #expect(regulation.units.count == 8)
    let base = CappedSums(criteria: regulation.criteria, group: "").sum(.base) {
      $0.maximum ?? .zero
    }
    #expect(base == Points(100))
    #expect(Set(regulation.criteria.all.map(\.kind)) == Set(CriterionKind.allCases))
    #expect(regulation.criteria["1.2"]?.parent == "I")
    #expect(regulation.classes.count == 4)
    #expect(regulation.titles.count == 4)
    #expect(Set(regulation.titles.map(\.subject)) == [.collective, .individual])
    #expect(regulation.votes.count == 1)
    #expect(
      regulation.titles.first { $0.name == "Chiến sĩ thi đua cơ sở" }?.quotaBase == .staff)
    #expect(
      regulation.titles.filter { $0.subject == .individual }.map(\.conditions)
        == [[.initiative, .document], [.achievement]])
    // The example of a signed target is the common one: left in by mistake, it changes nothing.
    for target in regulation.covenant {
      #expect(regulation.criteria[target.criterion]?.target == target.target)
    }
    #expect(!regulation.covenant.isEmpty)
  }

  @Test func `has the sheets and columns of a regulation, codes as text`() throws {
    let folder = try TemporaryFolder()
    try RegulationTemplate.write(
      blockName: "Khối", year: 2019, to: "\(folder.path)/quy-che.xlsx")
    let workbook = try folder.workbook("quy-che.xlsx")
    #expect(
      workbook.sheets.prefix(7).map(\.name) == RegulationSheetKind.allCases.map { $0.titles[0] })
    #expect(workbook.sheets.prefix(7).allSatisfy { $0.rows.count >= 2 })
    let criteria = try #require(workbook.sheet("Tiêu chí"))
    for row in criteria.rows {
      for column in [1, 10] {
        guard let value = row[column: column]?.value else { continue }
        if case .text = value { continue }
        Issue.record("a code is no text in row \(row.number)")
      }
    }
  }

  @Test func `is the same whenever it is written`() throws {
    let folder = try TemporaryFolder()
    for name in ["a.xlsx", "b.xlsx"] {
      try RegulationTemplate.write(blockName: "Khối", year: 2019, to: "\(folder.path)/\(name)")
    }
    #expect(try folder.bytes("a.xlsx") == folder.bytes("b.xlsx"))
  }

  @Test func `takes its criteria from a draft, with what is to be confirmed beside them`() throws {
    let folder = try TemporaryFolder()
    let rows: [[CellValue]] = [
      [.text("STT"), .text("Nội dung"), .text("Điểm tối đa")],
      [.text("I"), .text("Chuyên môn"), .number(200)],
      [.text("1"), .text("Kế hoạch"), .number(120)],
      [.text("2"), .text("Báo cáo"), .text("tối đa 80 điểm")],
      [.text("II"), .text("Điểm thưởng"), .empty],
      [.text("1"), .text("Mô hình mới"), .number(10)],
    ]
    let grid = SheetGrid(
      name: "Tiêu chí",
      rows: rows.enumerated().map { index, values in
        Row(
          number: index + 1,
          cells: values.enumerated().map { Cell(column: $0.offset + 1, value: $0.element) })
      })
    let draft = try #require(CriteriaDraft(WorkbookGrid(sheets: [grid])))
    try RegulationTemplate.write(
      draft, blockName: "Khối", year: 2020, to: "\(folder.path)/quy-che.xlsx")
    let workbook = try folder.workbook("quy-che.xlsx")
    let regulation = try Regulation(workbook)
    #expect(regulation.criteria.all.map(\.code) == ["I", "I.1", "2", "II", "II.1"])
    #expect(regulation.criteria.all.map(\.kind) == [.base, .base, .base, .bonus, .bonus])
    #expect(regulation.criteria["2"]?.maximum == Points(80))
    #expect(regulation.block.bonusCap == nil)
    #expect(regulation.classes.first?.floor == Points(180))
    let sheet = try #require(workbook.sheet("Tiêu chí"))
    let doubtful = try #require(sheet.row(with: "2", in: 1))
    #expect(doubtful[column: 11]?.value.text.contains("tối đa 80 điểm") == true)
    #expect(doubtful[column: 12]?.value == .text("Tiêu chí!A4"))
    #expect(sheet.row(with: "I.1", in: 1)?[column: 11] == nil)
  }

  @Test func `has a comment in every header cell and a list for every closed choice`() throws {
    let folder = try TemporaryFolder()
    try RegulationTemplate.write(
      blockName: "Khối", year: 2019, to: "\(folder.path)/quy-che.xlsx")
    let workbook = try folder.workbook("quy-che.xlsx")
    let package = try OPCPackage(
      bytes: [UInt8](folder.bytes("quy-che.xlsx")), file: "quy-che.xlsx", limits: Limits())
    func part(_ name: String) throws -> String {
      String(decoding: try package.bytes(of: name) ?? [], as: UTF8.self)
    }
    for (number, kind) in RegulationSheetKind.allCases.enumerated() {
      let sheet = try #require(workbook.sheet(kind.titles[0]))
      let comments = try part("xl/comments\(number + 1).xml")
      for cell in try #require(sheet.row(1)).cells {
        let reference = "\(CellReference(row: 1, column: cell.column))"
        #expect(comments.contains("<comment ref=\"\(reference)\""), "\(kind) \(reference)")
      }
      let template = try #require(
        TemplateContents.sheets(blockName: "Khối", year: 2019).first { $0.kind == kind })
      let xml = try part("xl/worksheets/sheet\(number + 1).xml")
      let lists = xml.components(separatedBy: "<dataValidation type=\"list\"").count - 1
      let offered =
        template.columns.filter { $0.choices != .any }.count
        + template.choicesOfRow.values.filter { $0 != .any }.count
      #expect(lists == offered, "\(kind)")
    }
  }

  @Test func `of a draft has the sheets of votes and targets without examples`() throws {
    let folder = try TemporaryFolder()
    let rows: [[CellValue]] = [
      [.text("STT"), .text("Nội dung"), .text("Điểm tối đa")],
      [.text("1"), .text("Kế hoạch"), .number(100)],
    ]
    let grid = SheetGrid(
      name: "Tiêu chí",
      rows: rows.enumerated().map { index, values in
        Row(
          number: index + 1,
          cells: values.enumerated().map { Cell(column: $0.offset + 1, value: $0.element) })
      })
    let draft = try #require(CriteriaDraft(WorkbookGrid(sheets: [grid])))
    try RegulationTemplate.write(
      draft, blockName: "Khối", year: 2020, to: "\(folder.path)/quy-che.xlsx")
    let workbook = try folder.workbook("quy-che.xlsx")
    #expect(workbook.sheet("Giao ước")?.rows.count == 1)
    #expect(workbook.sheet("Bỏ phiếu")?.rows.count == 1)
    #expect(try Regulation(workbook).covenant == [])
  }
}
