import Normalizer
import Ranking
import Regulation
import Spreadsheet

/// Where the sheet Nguồn keeps its rows: the files, then every counted score.
struct SourcesLayout {
  /// A unit's score by the unit's and the criterion's code.
  struct ScoreKey: Hashable {
    var unit: String
    var criterion: String
  }

  /// A cell of a submitted file.
  private struct Place: Hashable {
    var file: String
    var sheet: String?
    var cell: String
  }

  static let headerRow = 4
  static let fileBandRow = 5
  /// The column of the file's path.
  static let fileColumn = 3

  let scoreBandRow: Int
  let lastRow: Int
  private let rowOfFile: [String: Int]
  private let rowOfScore: [ScoreKey: Int]
  private let scoreAt: [Place: ScoreKey]

  init(_ consolidation: Consolidation) {
    var row = Self.fileBandRow + 1
    var rowOfFile: [String: Int] = [:]
    for file in consolidation.files {
      rowOfFile[file.path] = row
      row += 1
    }
    // Without files a sentence says so.
    if consolidation.files.isEmpty { row += 1 }
    scoreBandRow = row
    row += 1
    var rowOfScore: [ScoreKey: Int] = [:]
    var scoreAt: [Place: ScoreKey] = [:]
    for standing in consolidation.standings.units {
      for score in standing.scores {
        let key = ScoreKey(unit: standing.unit.code, criterion: score.criterion)
        rowOfScore[key] = row
        if let file = standing.source?.file, let cell = score.cell {
          scoreAt[Place(file: file, sheet: score.sheet, cell: cell)] = key
        }
        // Each appraiser's points have a line of their own behind it.
        row += 1 + score.appraisals.count
      }
    }
    lastRow = row - 1
    self.rowOfFile = rowOfFile
    self.rowOfScore = rowOfScore
    self.scoreAt = scoreAt
  }

  /// The row of a score, or nil where nothing was counted.
  func row(ofScore key: ScoreKey) -> Int? { rowOfScore[key] }

  /// The row of a file.
  func row(ofFile path: String) -> Int? { rowOfFile[path] }

  /// The score that a finding is about: by its criterion, else by its cell.
  func score(of finding: Finding) -> ScoreKey? {
    if let unit = finding.unit, let criterion = finding.arguments["criterion"] {
      let key = ScoreKey(unit: unit, criterion: criterion)
      if rowOfScore[key] != nil { return key }
    }
    guard let file = finding.file, let cell = finding.cell else { return nil }
    return scoreAt[Place(file: file, sheet: finding.sheet, cell: cell)]
  }

  /// The cell that a finding leads to: the line of its score, else of its file.
  func cell(of finding: Finding) -> CellReference? {
    let row =
      score(of: finding).flatMap { rowOfScore[$0] } ?? finding.file.flatMap { rowOfFile[$0] }
    return row.map { CellReference(row: $0, column: Self.fileColumn) }
  }
}
