import Regulation
import Spreadsheet

/// Reads a table whose place and unit are known: every criterion's entry, and the findings.
struct TableReader {
  let regulation: Regulation
  let unit: MemberUnit
  let body: TableBody
  let inspector: CellInspector
  let matcher: CriterionMatcher
  let purpose: TablePurpose

  private(set) var entries: [String: ScoreEntry] = [:]
  private(set) var findings: [Finding] = []
  /// Whether anything was entered in the row of any criterion.
  private(set) var hasScores = false
  /// What was entered in the score columns, row by row.
  private(set) var amounts: [ColumnRole: [TotalChecks.Amount]] = [.selfScore: [], .appraised: []]

  init(
    regulation: Regulation, unit: MemberUnit, body: TableBody, inspector: CellInspector,
    matcher: CriterionMatcher, purpose: TablePurpose = .submission
  ) {
    self.regulation = regulation
    self.unit = unit
    self.body = body
    self.inspector = inspector
    self.matcher = matcher
    self.purpose = purpose
  }

  private var sheet: SheetGrid { body.sheet }
  private var location: TableLocation { body.location }

  /// Reads all rows and holds their maxima against the regulation.
  ///
  /// Totals are checked by `checkTotals(elsewhere:)`, once the unit's other tables are known.
  mutating func read() {
    let sums = CappedSums(criteria: regulation.criteria, group: unit.group)
    let checks = TableChecks(body: body, inspector: inspector)
    var firstRow: [String: Int] = [:]
    let scoredRows = Set(
      body.lines.compactMap { line -> Int? in
        switch line.kind {
        case .criterion: line.number
        default: nil
        }
      })
    for line in body.lines {
      switch line.kind {
      case .criterion(let common):
        let criterion = regulation.criterion(common, for: unit.code)
        findings += [
          checks.maximum(criterion, row: line.number), checks.target(criterion, row: line.number),
        ].compactMap { $0 }
        if let first = firstRow[criterion.code] {
          readRepeated(criterion, line, first: first, scoredRows)
        } else {
          firstRow[criterion.code] = line.number
          if sums.applies(criterion) {
            readCriterion(criterion, line, scoredRows)
          } else {
            reportForeign(criterion, line)
          }
        }
      case .continuation(let criterion):
        guard let first = firstRow[criterion.code] else { continue }
        readContinuation(
          regulation.criterion(criterion, for: unit.code), line, first: first, scoredRows)
      case .group(let group):
        findings += [checks.maximum(group, row: line.number)].compactMap { $0 }
      case .unknown(let label):
        readUnknown(label, line)
      case .total: break
      }
    }
    findings += checks.columns
  }

  // MARK: - Rows

  private mutating func readCriterion(
    _ criterion: Criterion, _ line: TableBody.Line, _ scoredRows: Set<Int>,
    above: Range<Int> = 0..<0
  ) {
    var reader = ScoreRowReader(
      regulation: regulation, criterion: criterion, row: line.number, inspector: inspector,
      scoredRows: scoredRows, purpose: purpose)
    reader.rowsAbove = above
    let reading = reader.read()
    findings += reader.findings
    hasScores = hasScores || reading.hasScore || reading.entry.isNotApplicable
    entries[criterion.code] = reading.entry
    // Relative methods are counted later; here nothing is known that a total could be held against.
    let counted = reading.entry.selfPoints
    amounts[.selfScore]?.append(
      .init(
        criterion: criterion, row: line.number, entered: reading.enteredSelf, counted: counted))
    amounts[.appraised]?.append(
      .init(
        criterion: criterion, row: line.number, entered: reading.enteredAppraised,
        counted: reading.entry.appraisedPoints))
    if line.row.isHidden, reading.hasScore {
      report(
        .hiddenContent, .warning, cell: reading.entry.cell,
        value: reading.entry.countedPoints?.description,
        action: reading.entry.countedPoints?.description,
        ["criterion": criterion.code, "detail": "\(line.number)"])
    }
  }

  /// A second row of a criterion: the first counts, and only a row that has a score is worth a word.
  private mutating func readRepeated(
    _ criterion: Criterion, _ line: TableBody.Line, first: Int, _ scoredRows: Set<Int>
  ) {
    var reader = ScoreRowReader(
      regulation: regulation, criterion: criterion, row: line.number, inspector: inspector,
      scoredRows: scoredRows, purpose: purpose)
    let reading = reader.read()
    guard reading.hasScore else { return }
    amounts[.selfScore]?.append(
      .init(criterion: nil, row: line.number, entered: reading.enteredSelf))
    report(
      .duplicateCriterion, .warning, cell: reading.entry.cell,
      value: reading.enteredSelf?.description ?? reading.entry.result?.description,
      action: entries[criterion.code]?.countedPoints?.description,
      ["criterion": criterion.code, "other": "\(first)"])
  }

  /// A row below the first of a criterion that is split over several: its score counts where the
  /// first row has none.
  private mutating func readContinuation(
    _ criterion: Criterion, _ line: TableBody.Line, first: Int, _ scoredRows: Set<Int>
  ) {
    let hasOwn = [ColumnRole.selfScore, .appraised, .result].contains { role in
      guard let found = inspector.find(role, row: line.number) else { return false }
      return found.merge == nil && found.cell != nil
    }
    guard hasOwn, let entry = entries[criterion.code] else { return }
    guard entry.selfPoints == nil, entry.result == nil, entry.appraisedPoints == nil,
      !entry.isNotApplicable
    else {
      readRepeated(criterion, line, first: first, scoredRows)
      return
    }
    findings.removeAll {
      $0.code == .missingScore && $0.arguments["criterion"] == criterion.code
    }
    amounts[.selfScore]?.removeAll { $0.criterion?.code == criterion.code }
    amounts[.appraised]?.removeAll { $0.criterion?.code == criterion.code }
    readCriterion(criterion, line, scoredRows, above: first..<line.number)
  }

  private mutating func reportForeign(_ criterion: Criterion, _ line: TableBody.Line) {
    guard let found = inspector.find(.selfScore, row: line.number), found.cell != nil else {
      return
    }
    report(
      .unknownCriterion, .warning, cell: found.reference.description,
      value: inspector.value(of: found).value.text, action: nil,
      ["criterion": criterion.code, "content": criterion.content, "detail": unit.group])
  }

  private mutating func readUnknown(_ label: String, _ line: TableBody.Line) {
    for role in [ColumnRole.selfScore, .appraised, .result] {
      guard let found = inspector.find(role, row: line.number), found.merge == nil else { continue }
      let value = inspector.value(of: found).value
      guard case .number(let quantity) = ScoreText.read(value, maximum: nil) else { continue }
      amounts[.selfScore]?.append(
        .init(
          criterion: nil, row: line.number, entered: role == .selfScore ? Points(quantity) : nil))
      var arguments = ["criterion": label, "content": label]
      if let suggestion = matcher.suggestion(for: label) {
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
    entries: [String: ScoreEntry], unit: MemberUnit, regulation: Regulation, sheet: String
  ) -> [Finding] {
    let sums = CappedSums(criteria: regulation.criteria, group: unit.group)
    let action = regulation.block.missingScore == .zero ? "0" : FindingWord.pending.rawValue
    return regulation.criteria.scored.filter { entries[$0.code] == nil && sums.applies($0) }
      .map { criterion in
        Finding(
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
        regulation: regulation, group: unit.group, amounts: amounts[role] ?? [],
        elsewhere: elsewhere.flatMap { $0.amounts[role] ?? [] })
      findings +=
        StatedTotals(
          body: body, inspector: inspector, criteria: regulation.criteria, role: role,
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
