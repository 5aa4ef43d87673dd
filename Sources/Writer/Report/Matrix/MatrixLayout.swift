import Ranking
import Regulation
import Spreadsheet

/// Where the matrix of points keeps its rows and columns: criteria from top to bottom, each group
/// above its criteria, and units from left to right.
struct MatrixLayout {
  /// A row of the matrix.
  struct Line {
    var criterion: Criterion
    var isGroup: Bool
    /// How many groups stand above it.
    var depth: Int
    /// The kinds of the scores at and below it.
    var kinds: Set<CriterionKind>
  }

  /// The row of the groups of units, the first below the annex's head.
  static let groupRow = Annex.matrix.firstRow
  static let nameRow = groupRow + 1
  static let unitCodeRow = groupRow + 2
  /// The rows above the criteria.
  static let headRows = unitCodeRow
  static let codeColumn = 1
  static let contentColumn = 2
  static let kindColumn = 3
  static let maximumColumn = 4
  /// The columns before those of the units.
  static let labelColumns = 4

  /// The criteria in the order of their rows.
  let lines: [Line]
  private let rowOfCode: [String: Int]
  private let columnOfUnit: [String: Int]
  private let unitCount: Int
  private let rankedColumns: [String: ClosedRange<Int>]
  /// The rows below that lead to rank and class.
  let workings: MatrixWorkings

  init(_ consolidation: Consolidation) {
    let criteria = consolidation.regulation.criteria
    var lines: [Line] = []
    func walk(_ criterion: Criterion, depth: Int) -> Set<CriterionKind> {
      let children = criteria.children(of: criterion)
      let place = lines.count
      lines.append(Line(criterion: criterion, isGroup: !children.isEmpty, depth: depth, kinds: []))
      var kinds: Set<CriterionKind> = children.isEmpty ? [criterion.kind] : []
      for child in children { kinds.formUnion(walk(child, depth: depth + 1)) }
      lines[place].kinds = kinds
      return kinds
    }
    for root in criteria.roots { _ = walk(root, depth: 0) }
    self.lines = lines
    rowOfCode = Dictionary(
      lines.enumerated().map { ($1.criterion.code, Self.headRows + 1 + $0) },
      uniquingKeysWith: { first, _ in first })
    let units = consolidation.standings.units
    unitCount = units.count
    columnOfUnit = Dictionary(
      units.enumerated().map { ($1.unit.code, Self.labelColumns + 1 + $0) },
      uniquingKeysWith: { first, _ in first })
    // The ranked units stand side by side, before the others of their group.
    var rankedColumns: [String: ClosedRange<Int>] = [:]
    for (offset, standing) in units.enumerated() where standing.status == .ranked {
      let column = Self.labelColumns + 1 + offset
      let first = rankedColumns[standing.unit.group]?.lowerBound ?? column
      rankedColumns[standing.unit.group] = first...column
    }
    self.rankedColumns = rankedColumns
    let lastRow = Self.headRows + lines.count
    workings = MatrixWorkings(
      consolidation.regulation, lines: lines, firstLine: Self.headRows + 1,
      // Six sums, the legend and a free row stand between.
      headingRow: lastRow + 9)
  }

  var firstRow: Int { Self.headRows + 1 }
  /// The last row of the criteria.
  var lastRow: Int { Self.headRows + lines.count }
  var baseRow: Int { lastRow + 1 }
  var bonusRow: Int { lastRow + 2 }
  var deductionRow: Int { lastRow + 3 }
  var totalRow: Int { lastRow + 4 }
  var rankRow: Int { lastRow + 5 }
  var classRow: Int { lastRow + 6 }
  var legendRow: Int { lastRow + 7 }
  var lastColumn: Int { Self.labelColumns + unitCount }

  func row(of criterion: String) -> Int? { rowOfCode[criterion] }
  func column(of unit: String) -> Int? { columnOfUnit[unit] }

  /// The columns of a group's ranked units; nil where it has none.
  func rankedColumns(ofGroup group: String) -> ClosedRange<Int>? { rankedColumns[group] }

  /// The cell of a unit's score, or the unit's name where there is no such criterion.
  func cell(unit: String, criterion: String?) -> CellReference? {
    guard let column = columnOfUnit[unit] else { return nil }
    let row = criterion.flatMap { rowOfCode[$0] } ?? Self.nameRow
    return CellReference(row: row, column: column)
  }
}
