import Ranking
import Regulation
import TestSupport

@testable import Analysis
@testable import Normalizer

/// A block of one table: units by criteria, each score as it counts.
struct AnalysedBlock {
  /// The criteria `1`, `2` … of ten points each, or others.
  var criteria: [Criterion]
  /// What each unit has on each criterion; nil where it did not arise.
  var scores: [[Points?]]
  /// The appraised points, where there are any.
  var appraised: [[Points?]] = []
  /// What each unit names as evidence on its first criterion.
  var evidence: [String?] = []
  /// The groups of the units; one for all where there are none.
  var groups: [String] = []
  /// Changes to the block's rules.
  var rules: @Sendable (inout Block) -> Void = { _ in }

  /// A block of criteria of ten points each.
  init(_ scores: [[Points?]]) {
    self.scores = scores
    criteria = (1...max(1, scores.first?.count ?? 1)).map {
      Criterion("\($0)", "Nội dung \($0)", 10)
    }
  }

  /// The regulation; units are `U0`, `U1` ….
  var regulation: Regulation {
    SmallBlock.regulation(
      criteria: criteria,
      units: scores.indices.map {
        MemberUnit("U\($0)", "Đơn vị \($0)", group: groups.isEmpty ? "" : groups[$0])
      }, rules)
  }

  /// The tables, by unit.
  var tables: [String: ScoreTable] {
    var tables: [String: ScoreTable] = [:]
    for (unit, row) in scores.enumerated() {
      var entries: [String: ScoreEntry] = [:]
      for (column, points) in row.enumerated() {
        let appraised = appraised.isEmpty ? nil : appraised[unit][column]
        entries[criteria[column].code] = ScoreEntry(
          selfPoints: points, appraisedPoints: appraised, countedPoints: appraised ?? points,
          isNotApplicable: points == nil, sheet: "Chấm điểm", cell: "D\(column + 4)",
          evidence: column == 0 && !evidence.isEmpty ? evidence[unit] : nil)
      }
      tables["U\(unit)"] = ScoreTable(
        unit: "U\(unit)",
        source: SubmissionSource(file: "bai-nop/U\(unit).xlsx", sha256: "", sheet: "Chấm điểm"),
        entries: entries)
    }
    return tables
  }

  /// The units ranked by the block's own rules.
  var standings: Standings {
    Ranker(regulation).standings(
      SubmissionSelection(tables.values.sorted { $0.unit < $1.unit }, regulation))
  }

  /// The block's analysis.
  func analysis(_ simulation: RankSimulation = RankSimulation()) -> BlockAnalysis {
    BlockAnalyst(regulation, simulation: simulation).analysis(of: standings, tables: tables)
  }
}

extension SubmissionSelection {
  /// Tables that are each the only one of a file.
  init(_ tables: [ScoreTable], _ regulation: Regulation) {
    let files = tables.map { table in
      NormalizedFile(
        path: table.source.file, name: table.source.file, sha256: table.unit, received: nil,
        unit: table.unit, tables: [table], findings: [])
    }
    self.init(files, regulation: regulation)
  }
}
