import Analysis
import Language
import Normalizer
import Ranking
import Regulation
import Spreadsheet
import Testing
import Writer

@Suite struct `The sheet of the analysis` {
  private static func sheets(_ consolidation: Consolidation) throws -> WorkbookGrid {
    let folder = try TemporaryFolder()
    try RankingWorkbook.write(consolidation, language: .vi, to: "\(folder.path)/b.xlsx")
    return try folder.workbook("b.xlsx")
  }

  @Test func `has a line a criterion and group of units, with its figures as numbers`() throws {
    let consolidation = SampleBlock.standard().consolidation
    let sheet = try #require(try Self.sheets(consolidation).sheet("Phân tích"))
    let groups = consolidation.analysis.groups
    #expect(groups.count == 2)
    let first = try #require(
      sheet.rows.firstIndex { $0[column: 1]?.value == .text("III. Từng tiêu chí") })
    let last = try #require(
      sheet.rows.firstIndex { $0[column: 1]?.value == .text("IV. Độ vững của thứ hạng") })
    let lines = sheet.rows[(first + 2)..<last].filter { $0[column: 4] != nil }
    let criteria = groups.flatMap(\.criteria)
    #expect(lines.count == criteria.count && criteria.count > 40)
    for (line, figures) in zip(lines, criteria) {
      #expect(line[column: 1]?.value == .text(figures.criterion))
      #expect(line[column: 4]?.value == .number(Double(figures.scores.count)))
      #expect(line[column: 5]?.value == figures.atMaximum.map { .number(Double($0)) })
      #expect(line[column: 7]?.value == figures.scores.mean.map { .number($0) })
      #expect(line[column: 10]?.value == figures.discrimination.map { .number($0) })
      #expect(line[column: 11]?.value == figures.inflation.map { .number($0) })
    }
  }

  @Test func `has a line a ranked unit, with its rank and the interval of ranks`() throws {
    let consolidation = SampleBlock.standard().consolidation
    let sheet = try #require(try Self.sheets(consolidation).sheet("Phân tích"))
    let first = try #require(
      sheet.rows.firstIndex { $0[column: 1]?.value == .text("IV. Độ vững của thứ hạng") })
    let lines = sheet.rows[(first + 2)...].filter { $0[column: 3] != nil }
    let units = consolidation.analysis.groups.flatMap(\.units)
    #expect(lines.count == units.count && units.count > 2)
    for (line, figures) in zip(lines, units) {
      #expect(line[column: 1]?.value == .text(figures.unit))
      #expect(line[column: 3]?.value == .number(Double(figures.rank)))
      #expect(line[column: 8]?.value == .number(Double(figures.moving.low)))
      #expect(line[column: 9]?.value == .number(Double(figures.moving.high)))
      #expect(line[column: 10]?.value == .number(figures.moving.heldShare))
    }
  }

  @Test func `shows how scores lie against their maxima, in figures that make up the whole`() throws
  {
    let consolidation = SampleBlock.standard().consolidation
    let sheet = try #require(try Self.sheets(consolidation).sheet("Phân tích"))
    let first = try #require(
      sheet.rows.firstIndex { $0[column: 2]?.value == .text("Điểm / tối đa") })
    let bins = sheet.rows[(first + 1)...(first + ScoreShares.bounds.count)]
    let shares = bins.compactMap { row -> Double? in
      if case .number(let share) = row[column: 4]?.value { share } else { nil }
    }
    #expect(shares.count == ScoreShares.bounds.count)
    #expect(abs(shares.reduce(0, +) - 1) < 1e-12)
    #expect(bins.first?[column: 2]?.value == .text("0 – dưới 20%"))
    #expect(bins.last?[column: 2]?.value == .text("tối đa"))
  }

  @Test func `says that there is nothing to analyse where no unit is ranked`() throws {
    var consolidation = SampleBlock.standard().consolidation
    consolidation.analysis = BlockAnalysis()
    let sheet = try #require(try Self.sheets(consolidation).sheet("Phân tích"))
    #expect(sheet.texts.contains { $0.hasPrefix("Chưa có đơn vị nào được xếp hạng") })
  }

  @Test func `is named in the summary where there are signs of levelling, and only there`() throws {
    var consolidation = SampleBlock.standard().consolidation
    consolidation.findings.removeAll { $0.code == .levelling }
    let without = try #require(try Self.sheets(consolidation).sheet("Tóm tắt"))
    #expect(without.row(with: "Cào bằng", in: 1)?[column: 4]?.value == .text("Không có."))
    consolidation.findings += [
      Finding(.levelling, .warning, arguments: ["criterion": "1.2"]), Finding(.levelling, .info),
    ]
    let with = try #require(try Self.sheets(consolidation).sheet("Tóm tắt"))
    #expect(
      with.row(with: "Cào bằng", in: 1)?[column: 4]?.value.text.hasPrefix(
        "2 dấu hiệu cào bằng (tiêu chí 1.2)") == true)
  }
}
