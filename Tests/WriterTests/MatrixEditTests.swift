import Ranking
import Spreadsheet
import Testing

@testable import Writer

@Suite struct `A score changed in the matrix` {
  @Test(arguments: 0..<150)
  func `moves totals, ranks and classes as the ranking would`(seed: Int) throws {
    let folder = try TemporaryFolder()
    let block = ChangedBlock(seed: seed)
    try RankingWorkbook.write(block.before, language: .vi, to: "\(folder.path)/b.xlsx")
    let context = ReportContext(block.before, .vi)
    let layout = context.matrix
    let name = context.text(.matrix)
    var edits: [CellReference: CellValue] = [:]
    for edit in block.edits {
      let cell = try #require(layout.cell(unit: edit.unit, criterion: edit.criterion))
      edits[cell] =
        edit.points.map { .number($0.doubleValue) }
        ?? .text(context.text(MatrixPhrase.notApplicable))
    }
    let recalculation = Recalculation(
      try folder.workbook("b.xlsx"), sheet: name, edits: edits)
    for standing in block.after.standings.units where standing.rank != nil {
      let column = try #require(layout.column(of: standing.unit.code))
      func value(_ row: Int) -> CellValue? {
        recalculation.value(CellReference(row: row, column: column), on: name)
      }
      let unit = standing.unit.code
      #expect(value(layout.totalRow) == .number(standing.total?.doubleValue ?? .nan), "\(unit)")
      #expect(value(layout.rankRow) == .number(Double(standing.rank ?? 0)), "\(unit)")
      #expect(value(layout.classRow) == .text(standing.className ?? ""), "\(unit)")
    }
  }
}
