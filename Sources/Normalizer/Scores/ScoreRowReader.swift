import Language
import Regulation
import Spreadsheet

/// Reads the row of one criterion: what was entered, what counts, and what is to be said about it.
struct ScoreRowReader {
  let regulation: Regulation
  let criterion: Criterion
  let row: Int
  let inspector: CellInspector
  /// The rows of other criteria, to know a score that is merged over several.
  let scoredRows: Set<Int>
  /// Who filled the table in.
  let purpose: TablePurpose
  /// The rows of the same criterion above this one, in which evidence and notes may stand.
  var rowsAbove = 0..<0
  private(set) var findings: [Finding] = []

  init(
    regulation: Regulation, criterion: Criterion, row: Int, inspector: CellInspector,
    scoredRows: Set<Int>, purpose: TablePurpose = .submission
  ) {
    self.regulation = regulation
    self.criterion = criterion
    self.row = row
    self.inspector = inspector
    self.scoredRows = scoredRows
    self.purpose = purpose
  }

  /// What one score cell gives.
  struct CellPoints {
    /// The points as entered, for sums.
    var entered: Points?
    /// The points after the rules about maxima and signs.
    var counted: Points?
    var isNotApplicable = false
    /// Whether something stands in the cell that could not be read.
    var isFaulty = false
    var reference: CellReference?
  }

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
    switch purpose {
    case .submission: readSubmission()
    case .appraisal: readAppraisal()
    }
  }

  /// An appraiser's row: the appraised column, or where the table has none the column of points.
  private mutating func readAppraisal() -> Reading {
    let isOwnColumn = inspector.location.columns[.appraised] != nil
    let given = readPoints(isOwnColumn ? .appraised : .selfScore)
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
    var own = readPoints(.selfScore)
    let appraised = readPoints(.appraised)
    let result = readResult()
    // What a form computes follows from the result: without one there is no score, whatever the
    // program that saved the form kept in the cell.
    let isFormsOwn =
      inspector.isForm && inspector.find(.selfScore, row: row)?.cell?.formula != nil
    if isFormsOwn, criterion.method != .points, result.points == nil {
      own = CellPoints(reference: own.reference)
    }
    if let computed = result.points {
      if let entered = own.entered, entered.magnitude != computed, own.counted != nil,
        !isFormsOwn
      {
        report(
          .computedMismatch, .warning, own.reference, value: "\(entered)", action: "\(computed)",
          ["expected": "\(computed)"])
      }
      own.counted = computed
    }
    checkEvidence(&own)
    if let gap = SelfAppraisedGap(
      own: own.counted, appraised: appraised.counted, threshold: regulation.block.gapThreshold)
    {
      findings.append(
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
      ? nil : regulation.block.scoreUsed.points(own: own.counted, appraised: appraised.counted)
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
    _ own: CellPoints, _ appraised: CellPoints, _ result: ResultReading, _ entry: ScoreEntry
  ) -> CellReference? {
    switch regulation.block.scoreUsed {
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

  // MARK: - Cells

  /// A score cell's content, with what is to be said about formulas, merges and hidden places.
  private mutating func readCell(
    _ role: ColumnRole, maximum: Quantity?, allowsPercent: Bool = false
  ) -> (reading: ScoreReading, found: CellInspector.Found, isFaulty: Bool)? {
    guard let found = inspector.find(role, row: row) else { return nil }
    let (value, state) = inspector.value(of: found)
    if let merge = found.merge, found.cell != nil, value != .empty || state == .unknown {
      let covered = (merge.first.row...merge.last.row).filter { scoredRows.contains($0) }
      if covered.count > 1 {
        report(.mergedScore, .error, merge.description, value: value.text, action: nil)
        return (.blank, found, true)
      }
    }
    switch state {
    case .settled: break
    case .computed where inspector.isForm: break
    case .computed:
      report(
        .formulaNotCalculated, .info, found.reference,
        value: "=" + (found.cell?.formula ?? ""), action: value.text)
    case .unknown:
      report(
        .formulaNotCalculated, .error, found.reference,
        value: "=" + (found.cell?.formula ?? ""), action: nil)
      return (.blank, found, true)
    }
    if case .error(let token) = value {
      report(.formulaError, .error, found.reference, value: token, action: nil)
      return (.blank, found, true)
    }
    let reading = ScoreText.read(
      value, isPercentage: found.cell?.isPercentage ?? false, maximum: maximum,
      allowsPercent: allowsPercent, signDoesNotMatter: criterion.kind == .deduction)
    if case .text(let text) = value, inspector.workbook.isTyped, case .number(let number) = reading
    {
      report(.numberAsText, .info, found.reference, value: text, action: "\(number)")
    }
    return (reading, found, false)
  }

  private mutating func readPoints(_ role: ColumnRole) -> CellPoints {
    let maximum = criterion.maximum.map { Quantity($0) }
    guard let (reading, found, isFaulty) = readCell(role, maximum: maximum) else {
      return CellPoints()
    }
    var points = CellPoints(isFaulty: isFaulty, reference: found.reference)
    if isFaulty { return points }
    let submitted = found.cell.map { $0.value.text } ?? ""
    func refuse(_ code: FindingCode) {
      report(code, .error, found.reference, value: submitted, action: nil)
      points.isFaulty = true
    }
    switch reading {
    case .blank: break
    case .notApplicable: points.isNotApplicable = true
    case .yes where criterion.method == .passFail:
      points.entered = criterion.maximum
      points.counted = criterion.maximum
    case .no where criterion.method == .passFail:
      points.entered = .zero
      points.counted = .zero
    case .yes, .no, .notANumber: refuse(.notANumber)
    case .ambiguous: refuse(.ambiguousNumber)
    case .date(let dayMonth):
      guard let entered = dayMonth.flatMap({ Points($0) }),
        criterion.maximum.map({ entered <= $0 }) ?? true
      else {
        refuse(.dateInsteadOfScore)
        break
      }
      report(
        .dateInsteadOfScore, .warning, found.reference, value: submitted, action: "\(entered)")
      points.entered = entered
      points.counted = entered
    case .number(let number):
      guard let entered = Points(number) else {
        refuse(.notANumber)
        break
      }
      if criterion.method == .passFail, let maximum = criterion.maximum,
        entered > .zero, entered < maximum
      {
        refuse(.ambiguousNumber)
        break
      }
      points.entered = entered
      points.counted = bounded(entered, found.reference, submitted)
    }
    return points
  }

  /// Points within their bounds: 0 below, the maximum above.
  private mutating func bounded(
    _ entered: Points, _ reference: CellReference, _ submitted: String
  ) -> Points {
    let amount = criterion.kind == .deduction ? entered.magnitude : entered
    if amount < .zero {
      report(.negativeScore, .warning, reference, value: submitted, action: "0")
      return .zero
    }
    guard let maximum = criterion.maximum, amount > maximum else { return amount }
    let counted = regulation.block.overMaximum == .maximum ? maximum : .zero
    report(
      .overMaximum, counted == .zero ? .error : .warning, reference, value: submitted,
      action: "\(counted)", ["expected": "\(maximum)"])
    return counted
  }

  // MARK: - Results

  struct ResultReading {
    var quantity: Quantity?
    /// The points that the method gives for the result.
    var points: Points?
    var isNotApplicable = false
    var isFaulty = false
    var reference: CellReference?
  }

  private mutating func readResult() -> ResultReading {
    guard criterion.method != .points else { return ResultReading() }
    // A result may group thousands where its target is that large.
    guard
      let (reading, found, isFaulty) = readCell(
        .result, maximum: criterion.target, allowsPercent: true)
    else { return ResultReading() }
    var result = ResultReading(isFaulty: isFaulty, reference: found.reference)
    if isFaulty { return result }
    let submitted = found.cell.map { $0.value.text } ?? ""
    let selfIsBlank = inspector.find(.selfScore, row: row).map { $0.cell == nil } ?? true
    func refuse(_ code: FindingCode) {
      // Where points were entered beside it, those count and a person should look.
      report(code, selfIsBlank ? .error : .warning, found.reference, value: submitted, action: nil)
      result.isFaulty = selfIsBlank
    }
    switch (reading, criterion.method) {
    case (.blank, _): break
    case (.notApplicable, _): result.isNotApplicable = true
    case (.yes, .passFail): result.points = criterion.maximum
    case (.no, .passFail): result.points = .zero
    case (.number(let number), .passFail):
      if number.isZero {
        result.points = .zero
      } else if Points(number) == criterion.maximum {
        result.points = criterion.maximum
      } else {
        refuse(.ambiguousNumber)
      }
    case (.number(let number), _):
      if number < Quantity(0) {
        report(.negativeScore, .warning, found.reference, value: submitted, action: "0")
      }
      let counted = max(number, Quantity(0))
      result.quantity = counted
      result.points = number < Quantity(0) ? .zero : criterion.points(forResult: counted)
    case (.ambiguous, _): refuse(.ambiguousNumber)
    case (.date, _): refuse(.dateInsteadOfScore)
    case (.yes, _), (.no, _), (.notANumber, _): refuse(.notANumber)
    }
    return result
  }

  // MARK: - Rules about the row

  private mutating func checkEvidence(_ own: inout CellPoints) {
    guard criterion.requiresEvidence, criterion.kind != .deduction,
      let points = own.counted, points > .zero,
      text(.evidence) == nil
    else { return }
    let isCounted = regulation.block.missingEvidence == .warn
    let reference =
      inspector.find(.evidence, row: row)?.reference ?? own.reference
    report(
      .missingEvidence, isCounted ? .warning : .error, reference, value: "\(points)",
      action: isCounted ? "\(points)" : "0")
    if !isCounted { own.counted = .zero }
  }

  private mutating func reportMissing(_ cell: String?, isConsequence: Bool) {
    // The cause was reported as the error that it is; a blank bonus or deduction claims nothing.
    let severity: Severity =
      isConsequence ? .warning : criterion.kind == .base ? .error : .info
    report(
      .missingScore, severity, cell, value: nil,
      action: regulation.block.missingScore == .zero ? "0" : FindingWord.pending.rawValue)
  }

  // MARK: - Findings

  private mutating func report(
    _ code: FindingCode, _ severity: Severity, _ reference: CellReference?, value: String?,
    action: String?, _ arguments: [String: String] = [:]
  ) {
    report(
      code, severity, reference?.description, value: value, action: action, arguments)
  }

  private mutating func report(
    _ code: FindingCode, _ severity: Severity, _ cell: String?, value: String?, action: String?,
    _ arguments: [String: String] = [:]
  ) {
    findings.append(
      Finding(
        code, severity, sheet: inspector.sheet.name, cell: cell, value: value, action: action,
        arguments: arguments.merging([
          "criterion": criterion.code, "content": criterion.content,
          "maximum": criterion.maximum?.description ?? "—",
        ]) { given, _ in given }))
  }
}
