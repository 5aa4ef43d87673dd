import Language
import Normalizer
import Regulation
import Spreadsheet
import Testing
import Writer

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
  }

  @Test func `has the sheets and columns of a regulation, codes as text`() throws {
    let folder = try TemporaryFolder()
    try RegulationTemplate.write(
      blockName: "Khối", year: 2019, to: "\(folder.path)/quy-che.xlsx")
    let workbook = try folder.workbook("quy-che.xlsx")
    #expect(
      workbook.sheets.prefix(6).map(\.name) == [
        "Khối", "Đơn vị", "Tiêu chí", "Xếp loại", "Danh hiệu", "Bỏ phiếu",
      ])
    #expect(workbook.sheets.prefix(6).allSatisfy { $0.rows.count >= 2 })
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
}
