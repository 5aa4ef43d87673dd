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

  static let headerRow = 4
  static let fileBandRow = 5
  /// The column of the file's path.
  static let fileColumn = 3

  let scoreBandRow: Int
  let lastRow: Int
  private let rowOfFile: [String: Int]
  private let units: [UnitStanding]
  /// The rows of the scores, by unit and then in the order of its scores.
  private let rows: [[Int32]]
  private let positionOfUnit: [String: Int]
  /// The units whose scores come from a file, by its path.
  private let positionsOfFile: [String: [Int]]
  /// Where a criterion's score stands among those of most units.
  private let usualPlaces: [String: Int]

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
    let units = consolidation.standings.units
    self.units = units
    positionOfUnit = Dictionary(
      units.enumerated().map { ($1.unit.code, $0) }, uniquingKeysWith: { _, last in last })
    positionsOfFile = Dictionary(grouping: units.indices.filter { units[$0].source != nil }) {
      units[$0].source?.file ?? ""
    }
    usualPlaces = Dictionary(
      (units.first { !$0.scores.isEmpty }?.scores ?? []).enumerated().map { ($1.criterion, $0) },
      uniquingKeysWith: { _, last in last })
    rows = units.map { standing in
      standing.scores.map { score in
        // Each appraiser's points have a line of their own behind it.
        defer { row += 1 + score.appraisals.count }
        return Int32(clamping: row)
      }
    }
    lastRow = row - 1
    self.rowOfFile = rowOfFile
  }

  /// The row of a score, or nil where nothing was counted.
  func row(ofScore key: ScoreKey) -> Int? {
    guard let position = positionOfUnit[key.unit] else { return nil }
    let scores = units[position].scores
    if let place = usualPlaces[key.criterion], place < scores.count,
      scores[place].criterion == key.criterion
    {
      return Int(rows[position][place])
    }
    return scores.lastIndex { $0.criterion == key.criterion }.map { Int(rows[position][$0]) }
  }

  /// The row of a file.
  func row(ofFile path: String) -> Int? { rowOfFile[path] }

  /// The score that a finding is about: by its criterion, else by its cell.
  func score(of finding: Finding) -> ScoreKey? {
    if let unit = finding.unit, let criterion = finding.arguments["criterion"] {
      let key = ScoreKey(unit: unit, criterion: criterion)
      if row(ofScore: key) != nil { return key }
    }
    guard let file = finding.file, let cell = finding.cell else { return nil }
    for position in (positionsOfFile[file] ?? []).reversed() {
      let standing = units[position]
      if let score = standing.scores.last(where: { $0.cell == cell && $0.sheet == finding.sheet }) {
        return ScoreKey(unit: standing.unit.code, criterion: score.criterion)
      }
    }
    return nil
  }

  /// The cell that a finding leads to: the line of its score, else of its file.
  func cell(of finding: Finding) -> CellReference? {
    let row =
      score(of: finding).flatMap { self.row(ofScore: $0) }
      ?? finding.file.flatMap { rowOfFile[$0] }
    return row.map { CellReference(row: $0, column: Self.fileColumn) }
  }
}
