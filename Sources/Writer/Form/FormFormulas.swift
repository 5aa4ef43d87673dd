import Regulation
import Spreadsheet

/// The formulas of a form: points from results, subtotals and the total, as the regulation has them.
struct FormFormulas {
  let form: UnitForm
  let layout: FormLayout
  private let sums: CappedSums

  init(_ form: UnitForm, layout: FormLayout) {
    self.form = form
    self.layout = layout
    sums = CappedSums(criteria: form.regulation.criteria, group: form.unit.group)
  }

  /// The points that follow from the result in the row; nil where they are entered, or need the
  /// results of other units.
  func points(_ line: FormLayout.Line) -> String? {
    let (maximum, target, result) = (
      "\(FormColumn.maximum.letters)\(line.row)", "\(FormColumn.target.letters)\(line.row)",
      "\(FormColumn.result.letters)\(line.row)"
    )
    func whenNumber(_ points: String) -> String { "IF(ISNUMBER(\(result)),\(points),\"\")" }
    func rounded(_ points: String) -> String { "ROUND(\(points),\(Points.places))" }
    let criterion = line.criterion
    switch criterion.method {
    case .points, .relativeToHighest, .relativeToLeader: return nil
    case .passFail:
      return "IF(\(result)=\"có\",\(maximum),IF(\(result)=\"không\",0,\"\"))"
    case .perCount(let each):
      let points = "\(each)*\(result)"
      return whenNumber(
        rounded(criterion.maximum == nil ? points : "MIN(\(maximum),\(points))"))
    case .proportional:
      return whenNumber(rounded("MIN(\(maximum),\(maximum)*\(result)/\(target))"))
    case .inverse:
      return whenNumber(
        "IF(\(result)<=0,\(maximum),"
          + rounded("MIN(\(maximum),\(maximum)*\(target)/\(result))") + ")")
    case .steps(let steps):
      // With a target the steps are percent of it: multiplied out, no division is rounded.
      let reached = criterion.target == nil ? result : "\(result)*100"
      let scale = criterion.target == nil ? "" : "*\(target)"
      let points = steps.reversed().reduce("0") { rest, step in
        let share = rounded("\(maximum)*\(step.share)/100")
        return "IF(\(reached)>=\(step.threshold)\(scale),\(share),\(rest))"
      }
      return whenNumber(points)
    }
  }

  /// The subtotal of a group row whose criteria are all of one kind; nil where they are not.
  func subtotal(_ line: FormLayout.Line) -> String? {
    guard line.isGroup, line.kinds.count == 1, let kind = line.kinds.first else { return nil }
    let inside = form.regulation.criteria.children(of: line.criterion).flatMap { terms($0, kind) }
    return Self.capped(Self.sum(inside), line.criterion.maximum)
  }

  /// The total: base and bonus under its cap less deductions, between 0 and the cap, rounded once.
  var total: String {
    let block = form.regulation.block
    let parts =
      "\(sum(.base))+\(Self.capped(sum(.bonus), block.bonusCap))-ABS(\(sum(.deduction)))"
    let bounded = "MAX(0,MIN(\(highestTotal),\(parts)))"
    // Points have four decimals: what binary sums leave beyond them must not tip the rounding.
    let exact =
      block.decimals < Points.places ? "ROUND(\(bounded),\(Points.places))" : bounded
    return "ROUND(\(exact),\(block.decimals))"
  }

  /// What no total exceeds.
  var highestTotal: Points {
    let block = form.regulation.block
    if let cap = block.totalCap { return cap }
    let base = sums.sum(.base) { $0.maximum ?? .zero }
    let bonus = sums.sum(.bonus) { $0.maximum ?? .zero }
    return base + (block.bonusCap.map { min($0, bonus) } ?? bonus)
  }

  /// What the criteria of a group come to when all are at their maximum; nil for open ones.
  func maximum(of line: FormLayout.Line) -> Points? {
    if let maximum = line.criterion.maximum { return maximum }
    guard line.isGroup, line.kinds.count == 1, let kind = line.kinds.first else { return nil }
    let sum = sums.sum(line.criterion, kind) { $0.maximum ?? .zero }
    return sum == .zero ? nil : sum
  }

  private func sum(_ kind: CriterionKind) -> String {
    Self.sum(form.regulation.criteria.roots.flatMap { terms($0, kind) })
  }

  /// What a row adds to the sum of a kind: its cell, or its parts where it mixes kinds.
  private func terms(_ criterion: Criterion, _ kind: CriterionKind) -> [String] {
    guard let line = layout.line(of: criterion.code), line.kinds.contains(kind) else { return [] }
    if line.kinds.count == 1 { return ["\(FormColumn.selfScore.letters)\(line.row)"] }
    let inside = form.regulation.criteria.children(of: criterion).flatMap { terms($0, kind) }
    return criterion.maximum.map { [Self.capped(Self.sum(inside), $0)] } ?? inside
  }

  private static func capped(_ sum: String, _ cap: Points?) -> String {
    cap.map { "MIN(\($0),\(sum))" } ?? sum
  }

  /// `SUM(F9,F12)`; a function takes 255 arguments, more are summed in parts.
  private static func sum(_ terms: [String]) -> String {
    var terms = terms
    while terms.count > 255 {
      terms = stride(from: 0, to: terms.count, by: 255).map {
        "SUM(\(terms[$0..<min($0 + 255, terms.count)].joined(separator: ",")))"
      }
    }
    return "SUM(\(terms.isEmpty ? "0" : terms.joined(separator: ",")))"
  }
}
