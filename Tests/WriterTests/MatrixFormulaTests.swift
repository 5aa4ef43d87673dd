import Language
import Ranking
import Regulation
import Spreadsheet
import Testing

@testable import Writer

/// A way in which the rules of a block differ from those of the sample.
struct RuleVariant: CustomTestStringConvertible, Sendable {
  var testDescription: String
  var change: @Sendable (inout Regulation) -> Void

  static let all = [
    RuleVariant(testDescription: "caps and rescaling") { _ in },
    RuleVariant(testDescription: "no caps") { regulation in
      regulation.block.bonusCap = nil
      regulation.block.notApplicable = .zero
      regulation.criteria = CriteriaTable(
        regulation.criteria.all.map { criterion in
          var criterion = criterion
          if regulation.criteria.isGroup(criterion) { criterion.maximum = nil }
          return criterion
        })
    },
    RuleVariant(testDescription: "full points where nothing arose") {
      $0.block.notApplicable = .full
    },
    RuleVariant(testDescription: "a total cap that binds") { $0.block.totalCap = Points(70) },
    RuleVariant(testDescription: "a cap of 0 on the bonus") { $0.block.bonusCap = .zero },
    RuleVariant(testDescription: "no decimals") { $0.block.decimals = 0 },
    RuleVariant(testDescription: "one decimal") { $0.block.decimals = 1 },
    RuleVariant(testDescription: "points off for each day late") { regulation in
      regulation.block.deadline = CivilDateTime(year: 2019, month: 11, day: 18)
      regulation.block.late = .deductPerDay(Points(tenThousandths: 2_500))
    },
    RuleVariant(testDescription: "four decimals") { $0.block.decimals = 4 },
    RuleVariant(testDescription: "a cap on the group of mixed kinds") { regulation in
      regulation.criteria = CriteriaTable(
        regulation.criteria.all.map { criterion in
          var criterion = criterion
          if criterion.code == "V" { criterion.maximum = Points(1) }
          return criterion
        })
    },
    RuleVariant(testDescription: "deductions above everything") { regulation in
      regulation.criteria = CriteriaTable(
        regulation.criteria.all.map { criterion in
          var criterion = criterion
          if criterion.code != "1.1", !regulation.criteria.isGroup(criterion) {
            criterion.kind = .deduction
          }
          return criterion
        })
    },
  ]
}

@Suite struct `The formulas of the matrix` {
  private func matrix(
    units: Int, perGroup: Int, _ variant: RuleVariant
  ) throws -> (SheetGrid, Consolidation) {
    let folder = try TemporaryFolder()
    let block = SampleBlock(units: units, criteriaPerGroup: perGroup, change: variant.change)
    try RankingWorkbook.write(
      block.consolidation, language: .vi, to: "\(folder.path)/b.xlsx")
    let sheet = try #require(try folder.workbook("b.xlsx").sheet("III Ma trận điểm"))
    return (sheet, block.consolidation)
  }

  /// Every formula of the sheet against what is stored beside it; the number of formulas.
  private func recalculate(_ sheet: SheetGrid) throws -> Int {
    let recalculation = Recalculation(WorkbookGrid(sheets: [sheet]))
    var count = 0
    for row in sheet.rows {
      for cell in row.cells {
        guard let formula = cell.formula else { continue }
        count += 1
        let place = CellReference(row: row.number, column: cell.column)
        let value = recalculation.value(place, on: sheet.name)
        switch (value, cell.value) {
        case (.number(let value), .number(let stored)):
          #expect(abs(value - stored) < 1e-9, "\(place) =\(formula)")
        default: #expect(value == cell.value, "\(place) =\(formula)")
        }
      }
    }
    return count
  }

  @Test(arguments: RuleVariant.all)
  func `give the values that are stored with them`(variant: RuleVariant) throws {
    let (sheet, consolidation) = try matrix(units: 8, perGroup: 6, variant)
    let count = try recalculate(sheet)
    // Six outcomes for each of the units with a table, and their groups.
    #expect(count >= consolidation.standings.units.filter { $0.rank != nil }.count * 6)
  }

  @Test(arguments: RuleVariant.all)
  func `end in the totals of the standings`(variant: RuleVariant) throws {
    let (sheet, consolidation) = try matrix(units: 8, perGroup: 6, variant)
    let codes = try #require(sheet.row(MatrixLayout.unitCodeRow))
    let sums: [(String, KeyPath<UnitStanding, Points?>)] = [
      ("Điểm thường", \.base), ("Điểm thưởng", \.bonus), ("Điểm trừ", \.deduction),
      ("TỔNG ĐIỂM", \.total),
    ]
    for standing in consolidation.standings.units {
      let column = try #require(
        codes.cells.first { $0.value == .text(standing.unit.code) }?.column)
      for (label, path) in sums {
        let row = try #require(sheet.row(with: label, in: 1))
        let value = standing[keyPath: path]
        #expect(row[column: column]?.value == value.map { .number($0.doubleValue) })
        #expect((row[column: column]?.formula != nil) == (value != nil))
      }
    }
  }

  @Test func `are plain sums where the regulation has no caps`() throws {
    let (sheet, _) = try matrix(units: 8, perGroup: 6, RuleVariant.all[1])
    for label in ["I", "II", "Điểm thường", "Điểm thưởng", "Điểm trừ"] {
      let row = try #require(sheet.row(with: label, in: 1))
      let formulas = row.cells.compactMap(\.formula)
      #expect(!formulas.isEmpty)
      #expect(formulas.allSatisfy { $0.hasPrefix("SUM(") && !$0.contains("MIN") })
    }
  }

  @Test func `hold for forty units and a hundred and eighty criteria`() throws {
    let (sheet, consolidation) = try matrix(units: 40, perGroup: 36, RuleVariant.all[0])
    #expect(try recalculate(sheet) > consolidation.standings.units.count * 10)
  }
}
