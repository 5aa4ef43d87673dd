import Ranking
import Regulation
import Spreadsheet
import TestSupport
import Writer

@testable import Normalizer

/// A random block, and the same block after somebody typed over some scores of the matrix.
struct ChangedBlock {
  let regulation: Regulation
  let before: Consolidation
  let after: Consolidation
  /// What was typed, by unit and criterion.
  let edits: [Edit]

  struct Edit {
    var unit: String
    var criterion: String
    /// Nil where it says that the criterion did not arise.
    var points: Points?
  }

  init(seed: Int) {
    let block = RandomBlock(seed: seed)
    var generator = SeededGenerator(seed: seed + 7_000)
    let regulation = Self.varied(block.regulation, &generator)
    let tables = block.tables.filter { _ in generator.happens(95) }
    var changed = tables
    var edits: [Edit] = []
    for _ in 0..<(1 + generator.below(6)) where !tables.isEmpty {
      let index = generator.below(tables.count)
      let codes = tables[index].entries.codes
      let code = codes[generator.below(codes.count)]
      guard let criterion = regulation.criteria[code],
        !edits.contains(where: { $0.unit == tables[index].unit && $0.criterion == code })
      else { continue }
      let points = Self.typed(criterion, regulation, &generator)
      edits.append(Edit(unit: tables[index].unit, criterion: code, points: points))
      var entry = ScoreEntry(isNotApplicable: points == nil, sheet: "Chấm điểm", cell: "D5")
      if let points {
        entry.selfPoints = points
        entry.countedPoints = Self.counted(points, criterion, regulation.block)
      }
      changed[index].entries[code] = entry
    }
    self.regulation = regulation
    self.edits = edits
    before = Consolidation(regulation, tables)
    after = Consolidation(regulation, changed)
  }

  /// The rules of a random block that it leaves as they are, drawn too.
  private static func varied(
    _ regulation: Regulation, _ generator: inout SeededGenerator
  ) -> Regulation {
    var regulation = regulation
    if generator.happens(30) { regulation.block.overMaximum = .zero }
    if generator.happens(40) {
      for index in regulation.units.indices {
        let day = CivilDateTime(year: 2019, month: 3, day: 1 + generator.below(4))
        regulation.units[index].covenant =
          generator.happens(20) ? .signedUndated : .signed(on: day)
      }
      regulation.block.ties.insert(
        .signedEarlier, at: generator.below(regulation.block.ties.count + 1))
    }
    if generator.happens(20) { regulation.classes[0].condition = .covenantSigned }
    return regulation
  }

  /// A score that somebody types: also above the maximum, below 0, or none because nothing arose.
  private static func typed(
    _ criterion: Criterion, _ regulation: Regulation, _ generator: inout SeededGenerator
  ) -> Points? {
    // Full points are not a word's to give.
    let full = regulation.block.notApplicable == .full && criterion.kind == .base
    if !full, generator.happens(15) { return nil }
    let highest = Int(criterion.maximum?.tenThousandths ?? 30_000)
    let steps = [2_500, 1_000, 10_000][generator.below(3)]
    let points = generator.below(highest * 13 / 10 / steps + 1) * steps
    return Points(tenThousandths: Int64(generator.happens(15) ? -points : points))
  }

  /// What the points count, as the regulation bounds them.
  private static func counted(_ points: Points, _ criterion: Criterion, _ block: Block) -> Points {
    let amount = criterion.kind == .deduction ? points.magnitude : max(points, .zero)
    guard let maximum = criterion.maximum, amount > maximum else { return amount }
    return block.overMaximum == .maximum ? maximum : .zero
  }
}

extension Consolidation {
  /// The consolidation of tables, each from a file of its own.
  init(_ regulation: Regulation, _ tables: [ScoreTable]) {
    let files = tables.map { table in
      NormalizedFile(
        path: table.source.file, name: table.source.file, sha256: table.source.sha256,
        received: nil, unit: table.unit, tables: [table], findings: [])
    }
    let selection = SubmissionSelection(files, regulation: regulation)
    let standings = Ranker(regulation).standings(selection)
    self.init(
      regulation: regulation, standings: standings,
      findings: selection.findings + standings.findings,
      files: [])
  }
}
