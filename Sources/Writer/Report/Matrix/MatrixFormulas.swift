import Ranking
import Regulation
import Spreadsheet

/// The formulas of one unit's column: what the regulation says about sums, in a spreadsheet's words.
///
/// They follow `ScoreSums` step by step (criterion, group cap, base, bonus under its cap, deductions,
/// total cap and 0, rounding once), so that a program that recalculates gets the same numbers.
struct MatrixFormulas {
  let regulation: Regulation
  let layout: MatrixLayout
  let standing: UnitStanding
  let column: Int
  private let sums: CappedSums
  private let points: [String: Points]

  init(_ consolidation: Consolidation, layout: MatrixLayout, standing: UnitStanding, column: Int) {
    regulation = consolidation.regulation
    self.layout = layout
    self.standing = standing
    self.column = column
    sums = CappedSums(criteria: regulation.criteria, group: standing.unit.group)
    points = Dictionary(
      standing.scores.map { ($0.criterion, $0.counted) }, uniquingKeysWith: { first, _ in first })
  }

  /// Whether a row counts for the unit's group.
  func applies(_ criterion: Criterion) -> Bool { sums.applies(criterion) }

  /// The subtotal of a group row whose scores are all of one kind; nil where they are not.
  func subtotal(_ line: MatrixLayout.Line) -> (formula: String, value: Points)? {
    guard line.isGroup, line.kinds.count == 1, let kind = line.kinds.first,
      applies(line.criterion)
    else { return nil }
    let value = sums.sum(line.criterion, kind) { points[$0.code] ?? .zero }
    let sum = sum(
      regulation.criteria.children(of: line.criterion).flatMap { terms($0, kind) })
    return (Self.capped(sum, line.criterion.maximum), value)
  }

  /// The sum of one kind over the table, before the cap on the bonus or the rescaling of the base.
  private func total(_ kind: CriterionKind) -> String {
    sum(regulation.criteria.roots.flatMap { terms($0, kind) })
  }

  /// The base sum: rescaled where criteria did not arise and the regulation says so.
  var base: String {
    guard let rows = layout.workings.rescaling else { return total(.base) }
    let (sum, all, leftOut) = (cell(rows.sumRow), cell(rows.allRow), cell(rows.leftOutRow))
    return "IF(\(leftOut)<\(all),ROUND(\(sum)*\(all)/(\(all)-\(leftOut)),\(Points.places)),\(sum))"
  }

  /// The bonus under its cap.
  var bonus: String { Self.capped(total(.bonus), regulation.block.bonusCap) }

  /// The deductions, as a positive amount: those of the table, and for lateness.
  var deduction: String {
    guard let row = layout.workings.latenessRow else { return total(.deduction) }
    return "\(total(.deduction))+\(cell(row))"
  }

  /// The total: base and bonus less deductions, between 0 and the cap, rounded once.
  var grandTotal: String {
    let sum =
      "SUM(\(cell(layout.baseRow)):\(cell(layout.bonusRow)))-\(cell(layout.deductionRow))"
    let bounded = "MAX(0,MIN(\(totalCap),\(sum)))"
    let places = regulation.block.decimals
    // Points have four decimals: what binary sums leave beyond them must not tip the rounding.
    let exact = places < Points.places ? "ROUND(\(bounded),\(Points.places))" : bounded
    return "ROUND(\(exact),\(places))"
  }

  private var totalCap: Points {
    if let cap = regulation.block.totalCap { return cap }
    let base = sums.sum(.base) { $0.maximum ?? .zero }
    let bonus = sums.sum(.bonus) { $0.maximum ?? .zero }
    return base + (regulation.block.bonusCap.map { min($0, bonus) } ?? bonus)
  }

  /// The base sum before it is rescaled.
  var unscaledBase: (formula: String, value: Points) {
    (total(.base), sums.sum(.base) { points[$0.code] ?? .zero })
  }

  /// B of `quy đổi`: the maxima of the base criteria that apply to the unit.
  var allMaxima: (formula: String, value: Points) {
    let applicable = baseLines
    let formula = RowSum(
      rows: applicable.map(\.row),
      column: "$" + CellReference.letters(ofColumn: MatrixLayout.maximumColumn)
    ).formula
    return (formula, applicable.reduce(Points.zero) { $0 + ($1.criterion.maximum ?? .zero) })
  }

  /// N of `quy đổi`: the maxima of those that did not arise for it.
  ///
  /// - Parameters:
  ///   - mark: what stands in the cell of such a criterion.
  ///   - kind: what stands in the column of kinds beside a base criterion.
  func leftOutMaxima(mark: String, kind: String) -> (formula: String, value: Points) {
    func lines(_ column: Int) -> String {
      let letters = "$" + CellReference.letters(ofColumn: column)
      return "\(letters)$\(layout.firstRow):\(letters)$\(layout.lastRow)"
    }
    let own = CellReference.letters(ofColumn: column)
    let formula =
      "SUMIFS(\(lines(MatrixLayout.maximumColumn)),\(own)$\(layout.firstRow):\(own)$\(layout.lastRow),"
      + "\"\(mark)\",\(lines(MatrixLayout.kindColumn)),\"\(kind)\")"
    let leftOut = Set(standing.scores.filter(\.isNotApplicable).map(\.criterion))
    let value = baseLines.filter { leftOut.contains($0.criterion.code) }
      .reduce(Points.zero) { $0 + ($1.criterion.maximum ?? .zero) }
    return (formula, value)
  }

  private var baseLines: [(row: Int, criterion: Criterion)] {
    layout.lines.enumerated().compactMap { offset, line in
      guard !line.isGroup, line.criterion.kind == .base, applies(line.criterion) else { return nil }
      return (layout.firstRow + offset, line.criterion)
    }
  }

  /// What the criteria of a run have beyond the points that count: above the maximum, and below 0.
  func excess(_ run: MatrixWorkings.Run) -> String? {
    guard applies(layout.lines[run.rows.lowerBound - layout.firstRow].criterion) else { return nil }
    let letters = CellReference.letters(ofColumn: column)
    let points = "\(letters)\(run.rows.lowerBound):\(letters)\(run.rows.upperBound)"
    let maximum = "$" + CellReference.letters(ofColumn: MatrixLayout.maximumColumn)
    let cap = "\(maximum)\(run.rows.lowerBound):\(maximum)\(run.rows.upperBound)"
    // A deduction subtracts whichever sign it is given.
    let below =
      (run.kind == .deduction ? "2*" : "") + "SUMIF(\(points),\"<0\")"
    guard run.isCapped else { return below }
    // Text, which says that a criterion did not arise, is larger than any number.
    var parts = [below, "SUMPRODUCT(--(\(points)>\(cap)),\(points))"]
    let keepsMaximum = regulation.block.overMaximum == .maximum
    if keepsMaximum { parts.append("-SUMPRODUCT((\(points)>\(cap))*ISNUMBER(\(points)),\(cap))") }
    if run.kind == .deduction {
      parts.append("-SUMPRODUCT(--(\(points)<-\(cap)),\(points))")
      if keepsMaximum { parts.append("-SUMPRODUCT(--(\(points)<-\(cap)),\(cap))") }
    }
    return parts.reduce("") { $0.isEmpty || $1.hasPrefix("-") ? $0 + $1 : "\($0)+\($1)" }
  }

  /// A unit's number for a key of the tie chain, higher first.
  func tieKey(_ key: TieKey) -> String {
    switch key {
    case .criterion(let code):
      guard let criterion = regulation.criteria[code] else { return "0" }
      let parts = CriterionKind.allCases.compactMap { kind -> String? in
        let terms = terms(criterion, kind)
        guard !terms.isEmpty else { return nil }
        return (kind == .deduction ? "-" : "+") + sum(terms, isTerm: true)
      }
      return Self.exact(parts.joined())
    case .aspect(let aspect):
      let parts = CriterionKind.allCases.compactMap { kind -> String? in
        let terms = layout.lines.enumerated().compactMap { offset, line -> Term? in
          let criterion = line.criterion
          guard !line.isGroup, criterion.kind == kind, criterion.aspect == aspect,
            applies(criterion)
          else { return nil }
          return .score(layout.firstRow + offset)
        }
        guard !terms.isEmpty else { return nil }
        return (kind == .deduction ? "-" : "+") + sum(terms, isTerm: true)
      }
      return Self.exact(parts.joined())
    case .base: return Self.exact(cell(layout.baseRow))
    case .bonus: return Self.exact(cell(layout.bonusRow))
    case .fewerDeductions: return Self.exact("-\(cell(layout.deductionRow))")
    case .lastYear, .signedEarlier: return ""
    }
  }

  /// What binary sums leave beyond the four decimals of points must not decide between units.
  private static func exact(_ sum: String) -> String {
    guard !sum.isEmpty else { return "0" }
    return "ROUND(\(sum.hasPrefix("+") ? String(sum.dropFirst()) : sum),\(Points.places))"
  }

  // MARK: - Terms

  /// A part of a sum.
  private enum Term {
    /// The score of a criterion, which may lie beyond its bounds.
    case score(Int)
    /// The subtotal of a group.
    case subtotal(Int)
    /// A sum of its own.
    case expression(String)
  }

  /// What a row adds to the sum of a kind.
  private func terms(_ criterion: Criterion, _ kind: CriterionKind) -> [Term] {
    guard applies(criterion), let row = layout.row(of: criterion.code) else { return [] }
    let line = layout.lines[row - layout.firstRow]
    guard line.kinds.contains(kind) else { return [] }
    if line.kinds.count == 1 { return [line.isGroup ? .subtotal(row) : .score(row)] }
    let inside = regulation.criteria.children(of: criterion).flatMap { terms($0, kind) }
    guard let cap = criterion.maximum, !inside.isEmpty else { return inside }
    return [.expression(Self.capped(sum(inside), cap))]
  }

  private static func capped(_ sum: String, _ cap: Points?) -> String {
    cap.map { "MIN(\($0),\(sum))" } ?? sum
  }

  /// The cell of a row in the unit's column.
  private func cell(_ row: Int) -> String { "\(CellReference.letters(ofColumn: column))\(row)" }

  /// `SUM(E7:E9,E12)-E80`: the rows, less what lies beyond the bounds of the scores among them.
  ///
  /// - Parameter isTerm: whether a sign stands before it.
  private func sum(_ terms: [Term], isTerm: Bool = false) -> String {
    var sum = RowSum(rows: [], column: CellReference.letters(ofColumn: column))
    var excess = sum
    for term in terms {
      switch term {
      case .score(let row):
        sum.add(row)
        if let run = layout.workings.run(of: row) { excess.add(run) }
      case .subtotal(let row): sum.add(row)
      case .expression(let text): sum.add(text)
      }
    }
    guard !excess.isEmpty else { return sum.formula }
    let formula = "\(sum.formula)-\(excess.shortFormula)"
    return isTerm ? "(\(formula))" : formula
  }
}
