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
    let sum = total(.base)
    guard let (all, left) = rescaling else { return sum }
    return "ROUND(\(sum)*\(all)/\(left),\(Points.places))"
  }

  /// The bonus under its cap.
  var bonus: String { Self.capped(total(.bonus), regulation.block.bonusCap) }

  /// The deductions, as a positive amount; what lateness costs stands in no row.
  var deduction: String {
    let sum = total(.deduction)
    return standing.lateness == .zero ? sum : "\(sum)+\(standing.lateness)"
  }

  /// The total: base and bonus less deductions, between 0 and the cap, rounded once.
  var grandTotal: String {
    let letters = CellReference.letters(ofColumn: column)
    let sum =
      "SUM(\(letters)\(layout.baseRow):\(letters)\(layout.bonusRow))"
      + "-\(letters)\(layout.deductionRow)"
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

  /// B and B − N of `quy đổi`; nil where nothing is rescaled.
  private var rescaling: (all: Points, left: Points)? {
    guard regulation.block.notApplicable == .rescale else { return nil }
    let leftOut = Set(standing.scores.filter(\.isNotApplicable).map(\.criterion))
    let counted = regulation.criteria.scored.filter { $0.kind == .base && applies($0) }
    let all = counted.reduce(Points.zero) { $0 + ($1.maximum ?? .zero) }
    let left = counted.filter { !leftOut.contains($0.code) }
      .reduce(Points.zero) { $0 + ($1.maximum ?? .zero) }
    return left > .zero && left != all ? (all, left) : nil
  }

  // MARK: - Terms

  /// A part of a sum.
  private enum Term {
    /// A cell of the unit's column.
    case row(Int)
    /// A sum of its own.
    case expression(String)
  }

  /// What a row adds to the sum of a kind.
  private func terms(_ criterion: Criterion, _ kind: CriterionKind) -> [Term] {
    guard applies(criterion), let row = layout.row(of: criterion.code) else { return [] }
    let line = layout.lines[row - layout.firstRow]
    guard line.kinds.contains(kind) else { return [] }
    if line.kinds.count == 1 { return [.row(row)] }
    let inside = regulation.criteria.children(of: criterion).flatMap { terms($0, kind) }
    guard let cap = criterion.maximum, !inside.isEmpty else { return inside }
    return [.expression(sumWithCap(inside, cap))]
  }

  private func sumWithCap(_ terms: [Term], _ cap: Points) -> String {
    Self.capped(sum(terms), cap)
  }

  private static func capped(_ sum: String, _ cap: Points?) -> String {
    cap.map { "MIN(\($0),\(sum))" } ?? sum
  }

  /// `SUM(E7:E9,E12)`: rows that follow each other as one range.
  private func sum(_ terms: [Term]) -> String {
    let letters = CellReference.letters(ofColumn: column)
    var parts: [String] = []
    var open: ClosedRange<Int>?
    func close() {
      guard let range = open else { return }
      parts.append(
        range.count == 1
          ? "\(letters)\(range.lowerBound)"
          : "\(letters)\(range.lowerBound):\(letters)\(range.upperBound)")
      open = nil
    }
    for term in terms {
      switch term {
      case .row(let row):
        if let range = open, range.upperBound + 1 == row {
          open = range.lowerBound...row
        } else {
          close()
          open = row...row
        }
      case .expression(let text):
        close()
        parts.append(text)
      }
    }
    close()
    // A function takes 255 arguments: more are summed in parts.
    while parts.count > 255 {
      parts = stride(from: 0, to: parts.count, by: 255).map {
        "SUM(\(parts[$0..<min($0 + 255, parts.count)].joined(separator: ",")))"
      }
    }
    return "SUM(\(parts.isEmpty ? "0" : parts.joined(separator: ",")))"
  }
}
