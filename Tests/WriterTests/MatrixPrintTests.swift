import Ranking
import Spreadsheet
import Testing

@testable import Writer

@Suite struct `The sheet of the matrix` {
  /// The XML of the sheet of a block, and its layout.
  private func sheet(
    units: Int, perGroup: Int
  ) throws -> (xml: String, layout: MatrixLayout, Consolidation) {
    let folder = try TemporaryFolder()
    let consolidation = SampleBlock(units: units, criteriaPerGroup: perGroup).consolidation
    try RankingWorkbook.write(consolidation, language: .vi, to: "\(folder.path)/b.xlsx")
    let xml = try #require(try folder.part("xl/worksheets/sheet4.xml", of: "b.xlsx"))
    return (xml, MatrixLayout(consolidation), consolidation)
  }

  /// The numbers of the breaks of one direction.
  private func breaks(_ element: String, _ xml: String) -> [Int] {
    guard let start = xml.range(of: "<\(element) "), let end = xml.range(of: "</\(element)>") else {
      return []
    }
    return xml[start.upperBound..<end.lowerBound].matches(of: /<brk id="(\d+)"/)
      .compactMap { Int($0.1) }
  }

  @Test func `is one page wide as long as the figures stay legible`() throws {
    let (xml, _, _) = try sheet(units: 8, perGroup: 6)
    #expect(breaks("colBreaks", xml).isEmpty)
    #expect(xml.contains("fitToPage=\"1\""))
  }

  @Test func `is split between units and before each group of criteria where it is wider`() throws {
    let (xml, layout, _) = try sheet(units: 100, perGroup: 36)
    let columns = breaks("colBreaks", xml)
    #expect(columns.count > 3)
    // No page has more units than can be read, and all have about as many.
    let edges = [MatrixLayout.labelColumns] + columns + [layout.lastColumn]
    let widths = zip(edges, edges.dropFirst()).map { $1 - $0 }
    #expect(widths.allSatisfy { (6...20).contains($0) })
    #expect(xml.contains("scale=\"65\""))
    // A break stands below the row that it names.
    let rows = Set(breaks("rowBreaks", xml).map { $0 + 1 })
    let groups = layout.lines.enumerated().filter { $1.depth == 0 }
      .map { layout.firstRow + $0.offset }
    #expect(Set(groups.dropFirst()).isSubset(of: rows))
  }

  @Test func `leads from each score to its line among the sources`() throws {
    let (xml, layout, consolidation) = try sheet(units: 8, perGroup: 6)
    let sources = SourcesLayout(consolidation)
    var count = 0
    for standing in consolidation.standings.units {
      for score in standing.scores {
        let cell = try #require(
          layout.cell(unit: standing.unit.code, criterion: score.criterion))
        let row = try #require(
          sources.row(
            ofScore: SourcesLayout.ScoreKey(
              unit: standing.unit.code, criterion: score.criterion)))
        count += 1
        #expect(xml.contains("<hyperlink ref=\"\(cell)\" location=\"'Nguồn'!C\(row)\""))
      }
    }
    #expect(count > 100)
  }
}
