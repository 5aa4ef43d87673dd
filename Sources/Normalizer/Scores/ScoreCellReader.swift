import Regulation
import Spreadsheet

/// Reads the score cells of one criterion's row: what stands in them, what the rules about maxima and
/// signs make of it, and what is to be said about it.
struct ScoreCellReader {
  let table: TableContext
  let criterion: Criterion
  let row: KnownRow
  private(set) var findings: [Finding] = []

  init(table: TableContext, criterion: Criterion, row: KnownRow) {
    self.table = table
    self.criterion = criterion
    self.row = row
  }

  private var inspector: CellInspector { table.inspector }

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

  /// A score cell's content, with what is to be said about formulas, merges and hidden places.
  private mutating func readCell(
    _ role: ColumnRole, maximum: Quantity?, allowsPercent: Bool = false
  ) -> (reading: ScoreReading, found: CellInspector.Found, isFaulty: Bool)? {
    guard let found = inspector.find(role, row: row) else { return nil }
    let (value, state) = inspector.value(of: found)
    if let merge = found.merge, found.cell != nil, value != .empty || state == .unknown {
      let covered = (merge.first.row...merge.last.row).filter { table.scoredRows.contains($0) }
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
      value, isPercentage: found.cell?.cell.isPercentage ?? false, maximum: maximum,
      allowsPercent: allowsPercent, signDoesNotMatter: criterion.kind == .deduction)
    if case .text(let text) = value, inspector.isTyped, case .number(let number) = reading {
      report(.numberAsText, .info, found.reference, value: text, action: "\(number)")
    }
    return (reading, found, false)
  }

  /// Reads the points of a column.
  mutating func readPoints(_ role: ColumnRole) -> CellPoints {
    let maximum = criterion.maximum.map { Quantity($0) }
    guard let (reading, found, isFaulty) = readCell(role, maximum: maximum) else {
      return CellPoints()
    }
    var points = CellPoints(isFaulty: isFaulty, reference: found.reference)
    if isFaulty { return points }
    var submitted: String { found.cell?.value.text ?? "" }
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
      points.counted = bounded(entered, found)
    }
    return points
  }

  /// Points within their bounds: 0 below, the maximum above.
  private mutating func bounded(
    _ entered: Points, _ found: CellInspector.Found
  ) -> Points {
    var submitted: String { found.cell?.value.text ?? "" }
    let amount = criterion.kind == .deduction ? entered.magnitude : entered
    if amount < .zero {
      report(.negativeScore, .warning, found.reference, value: submitted, action: "0")
      return .zero
    }
    guard let maximum = criterion.maximum, amount > maximum else { return amount }
    let counted = table.rules.regulation.block.overMaximum == .maximum ? maximum : .zero
    report(
      .overMaximum, counted == .zero ? .error : .warning, found.reference, value: submitted,
      action: "\(counted)", ["expected": "\(maximum)"])
    return counted
  }

  // MARK: - Results

  /// What the cell of a result gives.
  struct ResultReading {
    var quantity: Quantity?
    /// The points that the method gives for the result.
    var points: Points?
    var isNotApplicable = false
    var isFaulty = false
    var reference: CellReference?
  }

  /// Reads the result, for the methods that take one.
  mutating func readResult() -> ResultReading {
    guard criterion.method != .points else { return ResultReading() }
    // A result may group thousands where its target is that large.
    guard
      let (reading, found, isFaulty) = readCell(
        .result, maximum: criterion.target, allowsPercent: true)
    else { return ResultReading() }
    var result = ResultReading(isFaulty: isFaulty, reference: found.reference)
    if isFaulty { return result }
    var submitted: String { found.cell?.value.text ?? "" }
    var selfIsBlank: Bool { inspector.find(.selfScore, row: row).map { $0.cell == nil } ?? true }
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

  // MARK: - Findings

  /// Takes in a finding about the row as a whole, in its turn.
  mutating func note(_ finding: Finding) { findings.append(finding) }

  mutating func report(
    _ code: FindingCode, _ severity: Severity, _ reference: CellReference?, value: String?,
    action: String?, _ arguments: [String: String] = [:]
  ) {
    report(
      code, severity, reference?.description, value: value, action: action, arguments)
  }

  mutating func report(
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
