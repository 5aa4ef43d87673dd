import Language
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
    #expect(regulation.titles.count == 2)
  }

  @Test func `has the sheets and columns of a regulation, codes as text`() throws {
    let folder = try TemporaryFolder()
    try RegulationTemplate.write(
      blockName: "Khối", year: 2019, to: "\(folder.path)/quy-che.xlsx")
    let workbook = try folder.workbook("quy-che.xlsx")
    #expect(
      workbook.sheets.prefix(5).map(\.name) == [
        "Khối", "Đơn vị", "Tiêu chí", "Xếp loại", "Danh hiệu",
      ])
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
}
