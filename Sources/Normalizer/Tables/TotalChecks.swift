import Regulation
import Spreadsheet

/// Holds the totals that a table states against the sums of what stands above them.
///
/// A stated total is sound when it is the sum of the points entered, or of the points counted. Clerks
/// enter deductions as positive or negative numbers and add them either way, so both sums are tried.
struct TotalChecks {
  /// The points of one row, as entered and as counted.
  struct Amount {
    /// The criterion's place in the table; nil for a row that belongs to none of the regulation.
    var criterion: Int?
    /// Whether the criterion is a deduction.
    var isDeduction = false
    var row: Int
    var entered: Points?
    var counted: Points?

    fileprivate func points(_ value: Value) -> Points? {
      switch value {
      case .entered: entered
      case .enteredElseCounted: entered ?? counted
      case .counted: counted
      }
    }
  }

  /// Which points of a row are added.
  fileprivate enum Value: CaseIterable {
    case entered, enteredElseCounted, counted
  }

  let rules: Rulebook
  let group: String
  let amounts: [Amount]
  /// The points of the unit's other tables, which a grand total may take in.
  var elsewhere: [Amount] = []

  private var matcher: CriterionMatcher { rules.matcher }

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
    let isFound =
      isSound(stated, Self.sums(of: above))
      || [Value.counted, .enteredElseCounted].contains { isSound(stated, totals(of: above, $0)) }
    return isFound ? nil : Self.plainSum(of: above)
  }

  /// The totals that the regulation makes of some rows, within their bounds and without.
  private func totals(of amounts: [Amount], _ value: Value) -> [Points] {
    var points: [String: Points] = [:]
    for amount in amounts {
      guard let criterion = amount.criterion, let own = amount.points(value) else { continue }
      points[matcher.table.all[criterion].code] = amount.isDeduction ? own.magnitude : own
    }
    let total = ScoreSums(points: points, group: group, regulation: rules.regulation)
    return [total.total, total.base + total.bonus - total.deduction]
  }

  /// The sum that a subtotal in `row` should state, nil when `stated` is the sum of one of
  /// `groups`, or of what stands above the row since the last heading of one of them.
  func mismatch(subtotal stated: Points, row: Int, of groups: [Int]) -> Points? {
    for group in groups where mismatch(heading: stated, of: group) == nil { return nil }
    return groups.first.map { Self.plainSum(of: amounts(of: $0)) }
  }

  /// The sum that the number on a group's heading should state, nil when it is sound.
  func mismatch(heading stated: Points, of group: Int) -> Points? {
    let inside = amounts(of: group)
    // The total of what is deducted throughout may be stated as a negative number.
    let isDeducted = !inside.isEmpty && inside.allSatisfy(\.isDeduction)
    let isFound =
      isSound(stated, Self.sums(of: inside), isNegative: isDeducted)
      || isSound(stated, cappedSums(of: inside, in: group), isNegative: isDeducted)
    return isFound ? nil : Self.plainSum(of: inside)
  }

  /// Whether any criterion of a group has a score.
  func hasScores(_ group: Int) -> Bool {
    amounts.contains { amount in
      (amount.entered != nil || amount.counted != nil) && isBelow(amount, group)
    }
  }

  private func isBelow(_ amount: Amount, _ group: Int) -> Bool {
    amount.criterion.map { matcher.isBelow($0, group) } ?? false
  }

  private func amounts(of group: Int) -> [Amount] { amounts.filter { isBelow($0, group) } }

  /// The sums of each kind of a group's criteria, under its cap.
  private func cappedSums(of inside: [Amount], in group: Int) -> [Points] {
    let all = matcher.table.all
    var counted: [String: Points] = [:]
    var kinds: Set<CriterionKind> = []
    for amount in inside {
      guard let criterion = amount.criterion.map({ all[$0] }) else { continue }
      counted[criterion.code] = amount.counted ?? .zero
      kinds.insert(criterion.kind)
    }
    let capped = CappedSums(criteria: matcher.table, group: self.group)
    return kinds.map { kind in capped.sum(all[group], kind) { counted[$0.code] ?? .zero } }
  }

  /// The plainest sum: of the points entered.
  private static func plainSum(of amounts: [Amount]) -> Points {
    amounts.reduce(.zero) { $0 + ($1.entered ?? .zero) }
  }

  /// The sums that rows may honestly be said to have, the plainest first: of the points entered
  /// and of those counted, deductions added or subtracted, with and without rows of the unit's own.
  ///
  /// Made one by one as they are asked for: nearly every total is the first.
  private static func sums(of amounts: [Amount]) -> some Sequence<Points> {
    [false, true].lazy.flatMap { ofKnownRowsOnly in
      Value.allCases.lazy.flatMap { value in
        [false, true].lazy.map { subtractsDeductions in
          amounts.reduce(Points.zero) { sum, amount in
            guard amount.criterion != nil || !ofKnownRowsOnly, let points = amount.points(value)
            else { return sum }
            return subtractsDeductions && amount.isDeduction
              ? sum - points.magnitude : sum + points
          }
        }
      }
    }
  }

  private func isSound(
    _ stated: Points, _ sums: some Sequence<Points>, isNegative: Bool = false
  ) -> Bool {
    // Computed points carry four decimals; a total is written with as many as the block prints.
    let places = max(2, rules.regulation.block.decimals)
    let rounded = stated.rounded(places: places)
    return sums.contains { sum in
      let sum = sum.rounded(places: places)
      return sum == rounded || isNegative && -sum == rounded
    }
  }
}
