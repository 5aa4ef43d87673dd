import Regulation
import Spreadsheet

/// Holds the totals that a table states against the sums of what stands above them.
///
/// A stated total is sound when it is the sum of the points entered, or of the points counted. Clerks
/// enter deductions as positive or negative numbers and add them either way, so both sums are tried.
struct TotalChecks {
  /// The points of one row, as entered and as counted.
  struct Amount {
    /// Nil for a row that belongs to no criterion of the regulation.
    var criterion: Criterion?
    var row: Int
    var entered: Points?
    var counted: Points?
  }

  let regulation: Regulation
  let group: String
  let amounts: [Amount]
  /// The points of the unit's other tables, which a grand total may take in.
  var elsewhere: [Amount] = []

  /// The sum that a grand total in `row` should state, nil when `stated` is sound.
  func mismatch(grandTotal stated: Points, row: Int) -> Points? {
    // A total may also stand above its rows, right below the header.
    let before = amounts.filter { $0.row < row }
    let above = before.isEmpty ? amounts : before
    let own = mismatch(stated, grandTotalOf: above)
    guard own != nil, !elsewhere.isEmpty else { return own }
    return mismatch(stated, grandTotalOf: above + elsewhere) == nil ? nil : own
  }

  private func mismatch(_ stated: Points, grandTotalOf above: [Amount]) -> Points? {
    var sums = self.sums(of: above)
    for value in [\Amount.counted, \.enteredElseCounted] {
      var points: [String: Points] = [:]
      for amount in above {
        guard let criterion = amount.criterion, let own = amount[keyPath: value] else { continue }
        points[criterion.code] = criterion.kind == .deduction ? own.magnitude : own
      }
      let total = ScoreSums(points: points, group: group, regulation: regulation)
      sums += [total.total, total.base + total.bonus - total.deduction]
    }
    return isSound(stated, sums) ? nil : sums[0]
  }

  /// The sum that a subtotal in `row` should state, nil when `stated` is the sum of one of
  /// `groups`, or of what stands above the row since the last heading of one of them.
  func mismatch(subtotal stated: Points, row: Int, of groups: [Criterion]) -> Points? {
    var sums: [Points] = []
    for group in groups {
      let own = self.sums(ofGroup: group)
      if isSound(stated, own, isNegative: isDeducted(group)) { return nil }
      sums += own
    }
    return sums.first
  }

  /// The sum that the number on a group's heading should state, nil when it is sound.
  func mismatch(heading stated: Points, of group: Criterion) -> Points? {
    let sums = self.sums(ofGroup: group)
    return isSound(stated, sums, isNegative: isDeducted(group)) ? nil : sums[0]
  }

  /// Whether all that a group sums up is deducted: its total may then be stated as a negative number.
  private func isDeducted(_ group: Criterion) -> Bool {
    let inside = amounts.filter { isBelow($0, group) }
    return !inside.isEmpty && inside.allSatisfy { $0.criterion?.kind == .deduction }
  }

  /// Whether any criterion of a group has a score.
  func hasScores(_ group: Criterion) -> Bool {
    amounts.contains { amount in
      (amount.entered != nil || amount.counted != nil) && isBelow(amount, group)
    }
  }

  private func isBelow(_ amount: Amount, _ group: Criterion) -> Bool {
    guard let criterion = amount.criterion else { return false }
    return regulation.criteria.ancestors(of: criterion).contains { $0.code == group.code }
  }

  private func sums(ofGroup group: Criterion) -> [Points] {
    let inside = amounts.filter { isBelow($0, group) }
    var counted: [String: Points] = [:]
    for amount in inside {
      if let criterion = amount.criterion { counted[criterion.code] = amount.counted ?? .zero }
    }
    let capped = CappedSums(criteria: regulation.criteria, group: self.group)
    return sums(of: inside)
      + CriterionKind.allCases.filter { kind in
        inside.contains { $0.criterion?.kind == kind }
      }.map { kind in
        capped.sum(group, kind) { counted[$0.code] ?? .zero }
      }
  }

  /// The sums that rows may honestly be said to have, the plainest first: of the points entered
  /// and of those counted, deductions added or subtracted, with and without rows of the unit's own.
  private func sums(of amounts: [Amount]) -> [Points] {
    let known = amounts.filter { $0.criterion != nil }
    return [amounts, known].flatMap { rows in
      [\Amount.entered, \.enteredElseCounted, \.counted].flatMap { value in
        [
          rows.reduce(Points.zero) { $0 + ($1[keyPath: value] ?? .zero) },
          rows.reduce(Points.zero) { sum, amount in
            let points = amount[keyPath: value] ?? .zero
            return amount.criterion?.kind == .deduction ? sum - points.magnitude : sum + points
          },
        ]
      }
    }
  }

  private func isSound(_ stated: Points, _ sums: [Points], isNegative: Bool = false) -> Bool {
    // Computed points carry four decimals; a total is written with as many as the block prints.
    let places = max(2, regulation.block.decimals)
    let rounded = stated.rounded(places: places)
    return sums.contains { sum in
      let sum = sum.rounded(places: places)
      return sum == rounded || isNegative && -sum == rounded
    }
  }
}

extension TotalChecks.Amount {
  fileprivate var enteredElseCounted: Points? { entered ?? counted }
}
