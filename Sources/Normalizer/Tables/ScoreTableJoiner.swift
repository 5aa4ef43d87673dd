import Formulas
import Regulation
import Spreadsheet

/// Reads the score tables of one unit in a file into one: parts of a table that stands on several
/// sheets are joined, of several whole tables the fullest visible one counts.
struct ScoreTableJoiner {
  let rules: Rulebook
  /// Whether the workbook's cells are typed, as those of CSV are not.
  let isTyped: Bool
  let evaluator: FormulaEvaluator
  let purpose: TablePurpose
  /// The identity of a form made by this program; nil for any other workbook.
  let form: FormIdentity?

  /// What the tables hold together.
  struct Joined {
    /// The sheet of the table that counts.
    var sheet: String
    /// What was entered, by the criterion's place in the table.
    var entries: [Int: ScoreEntry]
    var findings: [Finding]
  }

  /// Reads and joins the tables of a unit, of which there is at least one.
  func joined(_ bodies: [TableBody], of unit: MemberUnit) -> Joined {
    let criteria = rules.criteria(of: unit)
    let readers = withoutTemplates(bodies.map { reader($0, of: unit, criteria) })
    let order = readers.indices.sorted { one, other in
      let (a, b) = (weight(readers[one]), weight(readers[other]))
      return a == b ? one < other : a > b
    }
    let main = readers[order[0]]
    var entries = main.entries
    var rivals: [Finding] = []
    var used = [main]
    for index in order.dropFirst() {
      let part = readers[index]
      if part.entries.keys.contains(where: { entries[$0] != nil }) {
        rivals.append(rival(part, of: main))
      } else {
        entries.merge(part.entries) { first, _ in first }
        used.append(part)
      }
    }
    for index in used.indices {
      used[index].checkTotals(elsewhere: used.indices.filter { $0 != index }.map { used[$0] })
    }
    var findings = used.flatMap(\.findings) + rivals
    findings += readers.filter { $0.body.sheet.visibility != .visible }.map(hidden)
    // An appraiser need not have looked at everything.
    if purpose == .submission {
      findings += TableReader.missing(
        entries: entries, criteria: criteria, rules: rules, sheet: main.body.sheet.name)
    }
    let year = rules.regulation.block.year
    if let finding = TitleYear.conflict(above: main.body, with: year)
      ?? form.flatMap({ TitleYear.conflict(of: $0, with: year) })
    {
      findings.append(finding)
    }
    return Joined(sheet: main.body.sheet.name, entries: entries, findings: findings)
  }

  /// The tables without those that were left empty beside a filled one of the same criteria: these
  /// are templates, not other tables.
  private func withoutTemplates(_ readers: [TableReader]) -> [TableReader] {
    guard !readers.allSatisfy(\.hasScores) else { return readers }
    let filled = readers.filter(\.hasScores).flatMap(\.entries.keys)
    return readers.filter { $0.hasScores || Set($0.entries.keys).isDisjoint(with: filled) }
  }

  private func reader(
    _ body: TableBody, of unit: MemberUnit, _ criteria: UnitCriteria
  ) -> TableReader {
    let inspector = CellInspector(
      sheet: body.sheet, location: body.location, isTyped: isTyped, evaluator: evaluator,
      isForm: form != nil)
    var reader = TableReader(
      rules: rules, unit: unit, criteria: criteria, body: body, inspector: inspector,
      purpose: purpose)
    reader.read()
    return reader
  }

  /// Visible tables before hidden ones, fuller ones before others.
  private func weight(_ reader: TableReader) -> (Int, Int) {
    let scored = reader.entries.values.filter {
      $0.countedPoints != nil || $0.appraisedPoints != nil || $0.isNotApplicable
    }
    return (reader.body.sheet.visibility == .visible ? 1 : 0, scored.count)
  }

  private func rival(_ part: TableReader, of main: TableReader) -> Finding {
    Finding(
      .severalScoreTables, .warning, sheet: part.body.sheet.name,
      cell: "\(CellReference(row: part.body.location.headerFirst, column: 1))",
      action: main.body.sheet.name,
      arguments: [
        "detail": part.body.sheet.name,
        "other": "\(main.body.sheet.name)!\(main.body.location.headerFirst)",
      ])
  }

  private func hidden(_ reader: TableReader) -> Finding {
    let sheet = reader.body.sheet.name
    return Finding(
      .hiddenContent, .warning, sheet: sheet, cell: "A\(reader.body.location.headerFirst)",
      value: sheet, arguments: ["detail": sheet])
  }
}
