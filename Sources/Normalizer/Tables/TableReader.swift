import Regulation
import Spreadsheet

/// Reads a table whose place and unit are known: every criterion's entry, and the findings.
struct TableReader {
  let rules: Rulebook
  let unit: MemberUnit
  let criteria: UnitCriteria
  let body: TableBody
  private let context: TableContext

  /// What was entered, by the criterion's place in the table.
  private(set) var entries: [Int: ScoreEntry] = [:]
  private(set) var findings: [Finding] = []
  /// Whether anything was entered in the row of any criterion.
  private(set) var hasScores = false
  /// What was entered in the score columns, row by row.
  private(set) var amounts: [ColumnRole: [TotalChecks.Amount]] = [.selfScore: [], .appraised: []]

  init(
    rules: Rulebook, unit: MemberUnit, criteria: UnitCriteria, body: TableBody,
    inspector: CellInspector, purpose: TablePurpose
  ) {
    self.rules = rules
    self.unit = unit
    self.criteria = criteria
    self.body = body
    context = TableContext(rules: rules, inspector: inspector, purpose: purpose, body: body)
  }

  private var sheet: KnownSheet { body.sheet }
  private var location: TableLocation { body.location }
  private var inspector: CellInspector { context.inspector }

  /// Reads all rows and holds their maxima against the regulation.
  ///
  /// Totals are checked by `checkTotals(elsewhere:)`, once the unit's other tables are known.
  mutating func read() {
    let checks = TableChecks(body: body, inspector: inspector)
    var firstRow: [Int: Int] = [:]
    for line in body.lines {
      switch line.kind {
      case .criterion(let index):
        let criterion = criteria.all[index]
        if let finding = checks.maximum(criterion, row: line.row) { findings.append(finding) }
        if let finding = checks.target(criterion, row: line.row) { findings.append(finding) }
        if let first = firstRow[index] {
          readRepeated(index, line, first: first)
        } else {
          firstRow[index] = line.number
          if criteria.applies(index) {
            readCriterion(index, line)
          } else {
            reportForeign(criterion, line)
          }
        }
      case .continuation(let index):
        guard let first = firstRow[index] else { continue }
        readContinuation(index, line, first: first)
      case .group(let index):
        if let finding = checks.maximum(rules.matcher.table.all[index], row: line.row) {
          findings.append(finding)
        }
      case .unknown(let label):
        readUnknown(label, line)
      case .total: break
      }
    }
    findings += checks.columns
  }

  // MARK: - Rows

  private mutating func readCriterion(
    _ index: Int, _ line: TableBody.Line, above: ArraySlice<KnownRow> = []
  ) {
    let criterion = criteria.all[index]
    var reader = ScoreRowReader(table: context, criterion: criterion, row: line.row)
    reader.rowsAbove = above
    let reading = reader.read()
    findings += reader.findings
    hasScores = hasScores || reading.hasScore || reading.entry.isNotApplicable
    entries[index] = reading.entry
    let isDeduction = criterion.kind == .deduction
    // Relative methods are counted later; here nothing is known that a total could be held against.
    let counted = reading.entry.selfPoints
    amounts[.selfScore]?.append(
      .init(
        criterion: index, isDeduction: isDeduction, row: line.number,
        entered: reading.enteredSelf, counted: counted))
    amounts[.appraised]?.append(
      .init(
        criterion: index, isDeduction: isDeduction, row: line.number,
        entered: reading.enteredAppraised, counted: reading.entry.appraisedPoints))
    if line.row.isHidden, reading.hasScore {
      report(
        .hiddenContent, .warning, cell: reading.entry.cell,
        value: reading.entry.countedPoints?.description,
        action: reading.entry.countedPoints?.description,
        ["criterion": criterion.code, "detail": "\(line.number)"])
    }
  }

  /// A second row of a criterion: the first counts, and only a row that has a score is worth a word.
  private mutating func readRepeated(_ index: Int, _ line: TableBody.Line, first: Int) {
    let criterion = criteria.all[index]
    var reader = ScoreRowReader(table: context, criterion: criterion, row: line.row)
    let reading = reader.read()
    guard reading.hasScore else { return }
    amounts[.selfScore]?.append(
      .init(criterion: nil, row: line.number, entered: reading.enteredSelf))
    report(
      .duplicateCriterion, .warning, cell: reading.entry.cell,
      value: reading.enteredSelf?.description ?? reading.entry.result?.description,
      action: entries[index]?.countedPoints?.description,
      ["criterion": criterion.code, "other": "\(first)"])
  }

  /// A row below the first of a criterion that is split over several: its score counts where the
  /// first row has none.
  private mutating func readContinuation(_ index: Int, _ line: TableBody.Line, first: Int) {
    let hasOwn = [ColumnRole.selfScore, .appraised, .result].contains { role in
      guard let found = inspector.find(role, row: line.row) else { return false }
      return found.merge == nil && found.cell != nil
    }
    guard hasOwn, let entry = entries[index] else { return }
    guard entry.selfPoints == nil, entry.result == nil, entry.appraisedPoints == nil,
      !entry.isNotApplicable
    else {
      readRepeated(index, line, first: first)
      return
    }
    let code = criteria.all[index].code
    findings.removeAll { $0.code == .missingScore && $0.arguments["criterion"] == code }
    amounts[.selfScore]?.removeAll { $0.criterion == index }
    amounts[.appraised]?.removeAll { $0.criterion == index }
    readCriterion(index, line, above: sheet.rows(first...line.number - 1))
  }

  private mutating func reportForeign(_ criterion: Criterion, _ line: TableBody.Line) {
    guard let found = inspector.find(.selfScore, row: line.row), found.cell != nil else {
      return
    }
    report(
      .unknownCriterion, .warning, cell: found.reference.description,
      value: inspector.value(of: found).value.text, action: nil,
      ["criterion": criterion.code, "content": criterion.content, "detail": unit.group])
  }

  private mutating func readUnknown(_ label: String, _ line: TableBody.Line) {
    for role in [ColumnRole.selfScore, .appraised, .result] {
      guard let found = inspector.find(role, row: line.row), found.merge == nil else { continue }
      let value = inspector.value(of: found).value
      guard case .number(let quantity) = ScoreText.read(value, maximum: nil) else { continue }
      amounts[.selfScore]?.append(
        .init(
          criterion: nil, row: line.number, entered: role == .selfScore ? Points(quantity) : nil))
      var arguments = ["criterion": label, "content": label]
      if let suggestion = rules.matcher.suggestion(for: label) {
        arguments["other"] = "\(suggestion.code) \(suggestion.content)"
      }
      report(
        .unknownCriterion, .warning, cell: found.reference.description, value: value.text,
        action: nil, arguments)
      return
    }
  }

  /// The regulation's criteria that the table has no row for.
  ///
  /// Called once all tables of a unit are joined, for a criterion may stand on another sheet.
  static func missing(
    entries: [Int: ScoreEntry], criteria: UnitCriteria, rules: Rulebook, sheet: String
  ) -> [Finding] {
    let isZero = rules.regulation.block.missingScore == .zero
    let action = isZero ? "0" : FindingWord.pending.rawValue
    return criteria.all.indices.filter {
      entries[$0] == nil && !rules.matcher.isGroup[$0] && criteria.applies($0)
    }.map { index in
      let criterion = criteria.all[index]
      return Finding(
        .missingCriterion, criterion.kind == .base ? .error : .warning, sheet: sheet,
        action: action, arguments: ["criterion": criterion.code, "content": criterion.content])
    }
  }

  // MARK: - Totals

  /// Holds the totals that the table states against its rows, and against those of the unit's other
  /// tables as well where a grand total may take them in.
  mutating func checkTotals(elsewhere: [TableReader] = []) {
    for role in [ColumnRole.selfScore, .appraised] where location.columns[role] != nil {
      let checks = TotalChecks(
        rules: rules, group: unit.group, amounts: amounts[role] ?? [],
        elsewhere: elsewhere.flatMap { $0.amounts[role] ?? [] })
      findings +=
        StatedTotals(
          body: body, inspector: inspector, matcher: rules.matcher, role: role,
          checks: checks
        ).findings
    }
  }

  private mutating func report(
    _ code: FindingCode, _ severity: Severity, cell: String?, value: String?, action: String?,
    _ arguments: [String: String] = [:]
  ) {
    findings.append(
      Finding(
        code, severity, sheet: sheet.name, cell: cell, value: value, action: action,
        arguments: arguments))
  }
}
