import Regulation

/// The rows of a form's score table: the criteria that apply to the unit, each group above its own.
struct FormLayout {
  /// One row.
  struct Line {
    /// The criterion as it holds for the unit, with the target that it signed.
    var criterion: Criterion
    /// How many groups stand above it.
    var depth: Int
    var isGroup: Bool
    /// The kinds of the criteria at and below it.
    var kinds: Set<CriterionKind>
    /// The row on the sheet, counted from 1.
    var row: Int
  }

  /// Where the header stands.
  static let headerRow = 8
  let lines: [Line]
  private let indexOfCode: [String: Int]

  init(_ regulation: Regulation, unit: MemberUnit) {
    let criteria = regulation.criteria
    let sums = CappedSums(criteria: criteria, group: unit.group)
    var lines: [Line] = []
    func kinds(_ criterion: Criterion) -> Set<CriterionKind> {
      guard sums.applies(criterion) else { return [] }
      guard criteria.isGroup(criterion) else { return [criterion.kind] }
      return criteria.children(of: criterion).reduce(into: []) { $0.formUnion(kinds($1)) }
    }
    func add(_ criterion: Criterion, _ depth: Int) {
      // A group whose criteria are all other units' is no row of this form.
      let kinds = kinds(criterion)
      guard !kinds.isEmpty else { return }
      lines.append(
        Line(
          criterion: regulation.criterion(criterion, for: unit.code), depth: depth,
          isGroup: criteria.isGroup(criterion), kinds: kinds,
          row: Self.headerRow + 1 + lines.count))
      for child in criteria.children(of: criterion) { add(child, depth + 1) }
    }
    for root in criteria.roots { add(root, 0) }
    self.lines = lines
    indexOfCode = Dictionary(
      lines.enumerated().map { ($1.criterion.code, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The row of a criterion; nil where it does not apply to the unit.
  func line(of code: String) -> Line? { indexOfCode[code].map { lines[$0] } }

  /// The row of the total.
  var totalRow: Int { Self.headerRow + 1 + lines.count }
}

extension ScoringMethod {
  /// Whether the unit enters a result, from which its points follow.
  var takesResult: Bool { self != .points }
}
