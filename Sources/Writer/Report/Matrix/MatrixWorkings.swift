import Ranking
import Regulation

/// The rows below the matrix that show how rank and class come about, step by step: a formula that
/// did it all in one cell could not be read.
struct MatrixWorkings {
  /// Criteria in consecutive rows that are bounded in the same way: one row of the workings holds
  /// what they have beyond their bounds.
  struct Run {
    /// The rows of the matrix.
    var rows: ClosedRange<Int>
    var kind: CriterionKind
    var isCapped: Bool
    /// The row of the workings.
    var row: Int
  }

  /// A key of the tie chain with its rows.
  struct Tie {
    var key: TieKey
    /// The row with the rank as the keys before this one leave it.
    var rankBefore: Int
    /// The row with each unit's number.
    var row: Int
  }

  /// A class with its rows.
  struct Grade {
    var rule: ClassRule
    /// The row that says who reaches it; nil where nothing but floor and condition decides.
    var admittedRow: Int?
    /// The row with the number of the best class so far, 0 while there is none.
    var row: Int
  }

  /// The rows of `quy đổi`: the base sum as it is, B and N.
  struct Rescaling {
    var sumRow: Int
    var allRow: Int
    var leftOutRow: Int
  }

  /// The row of the heading.
  let headingRow: Int
  let rescaling: Rescaling?
  /// The row with what sending late costs each unit; nil where it costs nothing.
  let latenessRow: Int?
  let runs: [Run]
  let ties: [Tie]
  let grades: [Grade]
  let lastRow: Int
  private let runOfRow: [Int: Int]

  /// The rows from `headingRow` on.
  init(_ regulation: Regulation, lines: [MatrixLayout.Line], firstLine: Int, headingRow: Int) {
    self.headingRow = headingRow
    var row = headingRow
    func next() -> Int {
      row += 1
      return row
    }
    rescaling =
      regulation.block.notApplicable == .rescale
      ? Rescaling(sumRow: next(), allRow: next(), leftOutRow: next()) : nil

    if case .deductPerDay = regulation.block.late {
      latenessRow = next()
    } else {
      latenessRow = nil
    }

    let keys = Set(
      regulation.block.ties.compactMap { key -> String? in
        if case .criterion(let code) = key { code } else { nil }
      })
    var runs: [Run] = []
    var runOfRow: [Int: Int] = [:]
    var previous: Criterion?
    for (offset, line) in lines.enumerated() {
      guard !line.isGroup else {
        previous = nil
        continue
      }
      let place = firstLine + offset
      let isAlone = keys.contains(line.criterion.code)
      if let previous, !isAlone, Self.isBounded(previous, like: line.criterion) {
        let rows = runs[runs.count - 1].rows
        runs[runs.count - 1].rows = rows.lowerBound...place
      } else {
        runs.append(
          Run(
            rows: place...place, kind: line.criterion.kind,
            isCapped: line.criterion.maximum != nil, row: next()))
      }
      runOfRow[place] = runs[runs.count - 1].row
      previous = isAlone ? nil : line.criterion
    }
    self.runs = runs
    self.runOfRow = runOfRow
    ties = regulation.block.ties.map { Tie(key: $0, rankBefore: next(), row: next()) }
    grades = regulation.classes.map { rule in
      Grade(
        rule: rule, admittedRow: rule.quotaPercent == nil ? nil : next(), row: next())
    }
    lastRow = row
  }

  /// The row with what the criterion of a row, and those bounded like it, have beyond their bounds.
  func run(of row: Int) -> Int? { runOfRow[row] }

  private static func isBounded(_ one: Criterion, like other: Criterion) -> Bool {
    one.parent == other.parent && one.kind == other.kind && one.aspect == other.aspect
      && one.appliesTo == other.appliesTo && (one.maximum == nil) == (other.maximum == nil)
  }
}
