import Regulation
import Spreadsheet

/// Reads the row of one criterion: what was entered, what counts, and what is to be said about it.
struct ScoreRowReader {
  let table: TableContext
  let criterion: Criterion
  let row: KnownRow
  /// The rows of the same criterion above this one, in which evidence and notes may stand.
  var rowsAbove: ArraySlice<KnownRow> = []
  private var cells: ScoreCellReader

  init(table: TableContext, criterion: Criterion, row: KnownRow) {
    self.table = table
    self.criterion = criterion
    self.row = row
    cells = ScoreCellReader(table: table, criterion: criterion, row: row)
  }

  private var inspector: CellInspector { table.inspector }
  private var block: Block { table.rules.regulation.block }

  /// What is to be said about the row.
  var findings: [Finding] { cells.findings }

  /// A row, read.
  struct Reading {
    var entry: ScoreEntry
    /// The points entered in the self column.
    var enteredSelf: Points?
    /// The points entered in the appraised column.
    var enteredAppraised: Points?
    /// Whether anything stands in the row's score cells, readable or not.
    var hasScore: Bool
  }

  /// Reads the row.
  mutating func read() -> Reading {
    switch table.purpose {
    case .submission: readSubmission()
    case .appraisal: readAppraisal()
    }
  }

  /// An appraiser's row: the appraised column, or where the table has none the column of points.
  private mutating func readAppraisal() -> Reading {
    let isOwnColumn = inspector.location.columns[.appraised] != nil
    let given = cells.readPoints(isOwnColumn ? .appraised : .selfScore)
    var entry = ScoreEntry(sheet: inspector.sheet.name)
    entry.appraisedPoints = given.counted
    entry.note = text(.note)
    entry.cell = given.reference?.description
    return Reading(
      entry: entry, enteredSelf: isOwnColumn ? nil : given.entered,
      enteredAppraised: isOwnColumn ? given.entered : nil,
      hasScore: given.entered != nil || given.isFaulty)
  }

  private mutating func readSubmission() -> Reading {
    var own = cells.readPoints(.selfScore)
    let appraised = cells.readPoints(.appraised)
    let result = cells.readResult()
    // What a form computes follows from the result: without one there is no score, whatever the
    // program that saved the form kept in the cell.
    let isFormsOwn =
      inspector.isForm && inspector.find(.selfScore, row: row)?.cell?.formula != nil
    if isFormsOwn, criterion.method != .points, result.points == nil {
      own = ScoreCellReader.CellPoints(reference: own.reference)
    }
    if let computed = result.points {
      if let entered = own.entered, entered.magnitude != computed, own.counted != nil,
        !isFormsOwn
      {
        cells.report(
          .computedMismatch, .warning, own.reference, value: "\(entered)", action: "\(computed)",
          ["expected": "\(computed)"])
      }
      own.counted = computed
    }
    checkEvidence(&own)
    if let gap = SelfAppraisedGap(
      own: own.counted, appraised: appraised.counted, threshold: block.gapThreshold)
    {
      cells.note(
        gap.finding(
          criterion: criterion, sheet: inspector.sheet.name,
          cell: appraised.reference?.description))
    }

    var entry = ScoreEntry(sheet: inspector.sheet.name)
    entry.selfPoints = own.counted
    entry.enteredPoints = own.entered
    entry.appraisedPoints = appraised.counted
    entry.result = result.quantity
    entry.evidence = text(.evidence)
    entry.note = text(.note)
    entry.isNotApplicable =
      own.isNotApplicable && result.points == nil && result.quantity == nil
      || result.isNotApplicable && own.counted == nil
    let isRelativeResult = criterion.method.isRelative && result.quantity != nil
    entry.countedPoints =
      entry.isNotApplicable || isRelativeResult
      ? nil : block.scoreUsed.points(own: own.counted, appraised: appraised.counted)
    entry.cell = place(own, appraised, result, entry)?.description
    let isFaulty = own.isFaulty || appraised.isFaulty || result.isFaulty
    if entry.countedPoints == nil, !entry.isNotApplicable, !isRelativeResult {
      reportMissing(entry.cell, isConsequence: isFaulty)
    }
    return Reading(
      entry: entry, enteredSelf: own.entered, enteredAppraised: appraised.entered,
      hasScore: own.entered != nil || own.isFaulty || result.quantity != nil
        || result.points != nil || appraised.entered != nil)
  }

  private func place(
    _ own: ScoreCellReader.CellPoints, _ appraised: ScoreCellReader.CellPoints,
    _ result: ScoreCellReader.ResultReading, _ entry: ScoreEntry
  ) -> CellReference? {
    switch block.scoreUsed {
    case .appraised, .appraisedElseSelf:
      if appraised.counted != nil { return appraised.reference }
    case .selfScore, .weighted: break
    }
    if result.points != nil || (criterion.method.isRelative && result.quantity != nil) {
      return result.reference
    }
    return own.reference ?? result.reference ?? appraised.reference
  }

  /// The text of a column in the row, or in those above it of the same criterion.
  private func text(_ role: ColumnRole) -> String? {
    inspector.text(role, row: row)
      ?? rowsAbove.lazy.compactMap { inspector.text(role, row: $0) }.first
  }

  // MARK: - Rules about the row

  private mutating func checkEvidence(_ own: inout ScoreCellReader.CellPoints) {
    guard criterion.requiresEvidence, criterion.kind != .deduction,
      let points = own.counted, points > .zero,
      text(.evidence) == nil
    else { return }
    let isCounted = block.missingEvidence == .warn
    let reference =
      inspector.find(.evidence, row: row)?.reference ?? own.reference
    cells.report(
      .missingEvidence, isCounted ? .warning : .error, reference, value: "\(points)",
      action: isCounted ? "\(points)" : "0")
    if !isCounted { own.counted = .zero }
  }

  private mutating func reportMissing(_ cell: String?, isConsequence: Bool) {
    // The cause was reported as the error that it is; a blank bonus or deduction claims nothing.
    let severity: Severity =
      isConsequence ? .warning : criterion.kind == .base ? .error : .info
    cells.report(
      .missingScore, severity, cell, value: nil,
      action: block.missingScore == .zero ? "0" : FindingWord.pending.rawValue)
  }
}
