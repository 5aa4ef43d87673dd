import Language
import Normalizer
import Ranking
import Spreadsheet
import Testing

@testable import Writer

@Suite struct `The links of the reports` {
  @Test func `lead a finding to the line of its score, else of its file`() throws {
    let folder = try TemporaryFolder()
    let consolidation = SampleBlock.standard().consolidation
    try RankingWorkbook.write(consolidation, language: .vi, to: "\(folder.path)/b.xlsx")
    let sources = try #require(try folder.workbook("b.xlsx").sheet("Nguồn"))
    let layout = SourcesLayout(consolidation)
    var toScores = 0
    var toFiles = 0
    for finding in consolidation.findings {
      guard let cell = layout.cell(of: finding) else {
        #expect(finding.file == nil, "only findings without a file have no source")
        continue
      }
      let row = try #require(sources.row(cell.row))
      if let criterion = finding.arguments["criterion"], row[column: 6] != nil {
        toScores += 1
        #expect(row[column: 6]?.value == .text(criterion))
        #expect(row[column: 2]?.value == finding.unit.map { .text($0) })
      } else {
        toFiles += 1
        #expect(row[column: 3]?.value == finding.file.map { .text($0) })
      }
    }
    #expect(toScores > 5 && toFiles > 5)
  }

  @Test func `lead to the points of a unit and criterion in the matrix`() throws {
    let folder = try TemporaryFolder()
    let consolidation = SampleBlock.standard().consolidation
    try RankingWorkbook.write(consolidation, language: .vi, to: "\(folder.path)/b.xlsx")
    let matrix = try #require(try folder.workbook("b.xlsx").sheet("III Ma trận điểm"))
    let layout = MatrixLayout(consolidation)
    for standing in consolidation.standings.units {
      let head = try #require(layout.cell(unit: standing.unit.code, criterion: nil))
      #expect(matrix[head]?.value == .text(standing.unit.name))
      for score in standing.scores {
        let cell = try #require(
          layout.cell(unit: standing.unit.code, criterion: score.criterion))
        let shown: CellValue =
          score.isNotApplicable ? .text("KPS") : .number(score.counted.doubleValue)
        #expect(matrix[cell]?.value == shown)
        #expect(matrix.row(cell.row)?[column: 1]?.value == .text(score.criterion))
      }
    }
  }

  @Test func `give way to plain text beyond what a sheet can hold`() throws {
    let folder = try TemporaryFolder()
    let count = 65_600
    try WorkbookWriter.write(to: "\(folder.path)/t.xlsx", title: "t") { workbook in
      let sheet = try workbook.addSheet("T")
      let target = CellLink(sheet: "T", cell: CellReference(row: 1, column: 1))
      for row in 1...count {
        try sheet.write(
          .link("x", to: target), at: CellReference(row: row, column: 1), CellStyle())
      }
    }
    #expect(try folder.workbook("t.xlsx").sheet("T")?.texts.count == count)
  }
}
