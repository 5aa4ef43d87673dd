import Normalizer
import Ranking
import Regulation
import Spreadsheet

/// Where appraisal and self scores differ, by unit, and where Phụ lục IV keeps its rows.
struct AppraisalDifferences {
  /// One score that the appraisal changed.
  struct Item {
    var criterion: Criterion
    var score: CountedScore
    var own: Points
    var appraised: Points
    /// Whether the gap that the regulation flags is reached.
    var isFlagged: Bool

    var difference: Points { appraised - own }
  }

  /// One unit's differences.
  struct Line {
    /// The unit's position in the standings.
    var unit: Int
    /// How many of its scores have both points.
    var appraisedCount: Int
    var items: [Item]

    /// How much the appraisal took off, as a negative amount.
    var lowered: Points { sum { $0 < .zero } }
    /// How much the appraisal added.
    var raised: Points { sum { $0 > .zero } }
    var flagged: Int { items.filter(\.isFlagged).count }

    private func sum(_ isCounted: (Points) -> Bool) -> Points {
      items.map(\.difference).filter(isCounted).reduce(.zero, +)
    }
  }

  /// The units with differences, the largest first.
  let lines: [Line]
  /// How many scores of the block have both points.
  let appraisedCount: Int
  private let lineOfUnit: [String: Int]

  init(_ consolidation: Consolidation) {
    let units = consolidation.standings.units
    let criteria = consolidation.regulation.criteria
    var flagged: Set<SourcesLayout.ScoreKey> = []
    for finding in consolidation.findings where finding.code == .selfAppraisedGap {
      guard let unit = finding.unit, let criterion = finding.arguments["criterion"] else {
        continue
      }
      flagged.insert(SourcesLayout.ScoreKey(unit: unit, criterion: criterion))
    }
    var count = 0
    var lines: [Line] = []
    for (index, standing) in units.enumerated() {
      var line = Line(unit: index, appraisedCount: 0, items: [])
      for score in standing.scores {
        guard let own = score.selfPoints, let appraised = score.appraisedPoints,
          let criterion = criteria[score.criterion]
        else { continue }
        line.appraisedCount += 1
        guard own != appraised else { continue }
        let key = SourcesLayout.ScoreKey(unit: standing.unit.code, criterion: score.criterion)
        line.items.append(
          Item(
            criterion: criterion, score: score, own: own, appraised: appraised,
            isFlagged: flagged.contains(key)))
      }
      count += line.appraisedCount
      if !line.items.isEmpty { lines.append(line) }
    }
    appraisedCount = count
    func size(_ line: Line) -> Int64 {
      line.items.reduce(0) { $0 + Int64($1.difference.tenThousandths.magnitude) }
    }
    self.lines = lines.map { (size: size($0), line: $0) }
      .sorted { (-$0.size, $0.line.unit) < (-$1.size, $1.line.unit) }.map(\.line)
    lineOfUnit = Dictionary(
      self.lines.enumerated().map { (units[$1.unit].unit.code, $0) },
      uniquingKeysWith: { first, _ in first })
  }

  static var sectionRow: Int { Annex.appraisal.firstRow }
  /// The header of the table by unit.
  static var headerRow: Int { sectionRow + 1 }

  /// The line of a unit in the table by unit.
  func cell(of unit: String) -> CellReference? {
    lineOfUnit[unit].map { CellReference(row: Self.headerRow + 1 + $0, column: 2) }
  }
}
