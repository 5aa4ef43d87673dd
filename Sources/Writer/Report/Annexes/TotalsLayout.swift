import Ranking
import Regulation
import Spreadsheet

/// The columns and rows of Phụ lục I: a few columns for each group of base criteria, and a row for
/// each unit.
struct TotalsLayout {
  /// A group of criteria at the top of the table.
  struct Part {
    /// Its code and content; nil for the criteria that stand outside of every group.
    var head: Criterion?
    /// The criteria at the top that make it up.
    var roots: [Criterion]
    /// The points that its base criteria can earn together.
    var maximum: Points
  }

  /// A row below the header.
  enum Line {
    /// The name of a group of units.
    case group(String)
    /// A unit, by its position in the standings.
    case unit(Int)
  }

  static let rankColumn = 1
  static let unitColumn = 2
  /// The columns before those of the first part.
  static let labelColumns = 2

  let parts: [Part]
  let hasAppraisals: Bool
  let lines: [Line]
  /// The points of each unit by column.
  let figures: [String: TotalsFigures.Row]
  /// The decimals that each column needs, so that none of its points looks rounded.
  let places: [Int: Int]
  private let rowOfUnit: [String: Int]

  init(_ consolidation: Consolidation) {
    parts = Self.parts(consolidation.regulation)
    let units = consolidation.standings.units
    hasAppraisals = units.contains { $0.scores.contains { $0.appraisedPoints != nil } }
    let regulation = consolidation.regulation
    var figures = TotalsFigures(
      regulation: regulation, parts: parts, hasAppraisals: hasAppraisals)
    var rows: [String: TotalsFigures.Row] = [:]
    var places: [Int: Int] = [:]
    for standing in units where rows[standing.unit.code] == nil {
      let row = figures.row(of: standing)
      for (column, points) in row.columns {
        places[column] = max(places[column] ?? regulation.block.decimals, points.decimals)
      }
      rows[standing.unit.code] = row
    }
    self.figures = rows
    self.places = places
    let groups = regulation.groups
    let members = Dictionary(grouping: units.indices) { units[$0].unit.group }
    var lines: [Line] = []
    for group in groups {
      if groups.count > 1 || !group.isEmpty { lines.append(.group(group)) }
      lines += (members[group] ?? []).map { .unit($0) }
    }
    self.lines = lines
    var rowOfUnit: [String: Int] = [:]
    for (offset, line) in lines.enumerated() {
      guard case .unit(let index) = line else { continue }
      rowOfUnit[units[index].unit.code] = Self.firstRow + offset
    }
    self.rowOfUnit = rowOfUnit
  }

  /// The parts that hold base criteria; bonus and deductions have columns of their own.
  private static func parts(_ regulation: Regulation) -> [Part] {
    let criteria = regulation.criteria
    func holdsBase(_ criterion: Criterion) -> Bool {
      let children = criteria.children(of: criterion)
      return children.isEmpty
        ? criterion.kind == .base : children.contains { holdsBase($0) }
    }
    func maximum(_ roots: [Criterion]) -> Points {
      // What applies to some groups of units alone counts for those: the highest of them.
      let sums = regulation.groups.map { group in
        let sums = CappedSums(criteria: criteria, group: group)
        return roots.reduce(Points.zero) { $0 + sums.sum($1, .base) { $0.maximum ?? .zero } }
      }
      return sums.max() ?? .zero
    }
    let roots = criteria.roots.filter { holdsBase($0) }
    var parts = roots.filter { criteria.isGroup($0) }
      .map { Part(head: $0, roots: [$0], maximum: maximum([$0])) }
    let loose = roots.filter { !criteria.isGroup($0) }
    if !loose.isEmpty { parts.append(Part(head: nil, roots: loose, maximum: maximum(loose))) }
    return parts
  }

  static var headerRow: Int { Annex.totals.firstRow }
  /// The first row below the two rows of the header.
  static var firstRow: Int { headerRow + 2 }

  /// Self, appraised where there are any, and counted.
  var columnsOfPart: Int { hasAppraisals ? 3 : 2 }
  func firstColumn(ofPart part: Int) -> Int { Self.labelColumns + 1 + part * columnsOfPart }
  /// The column with what counts of a part.
  func countedColumn(ofPart part: Int) -> Int { firstColumn(ofPart: part) + columnsOfPart - 1 }
  var baseColumn: Int { firstColumn(ofPart: parts.count) }
  var bonusColumn: Int { baseColumn + 1 }
  var deductionColumn: Int { baseColumn + 2 }
  var totalColumn: Int { baseColumn + 3 }
  var lastRow: Int { Self.firstRow + lines.count - 1 }

  /// The row of a unit.
  func row(of unit: String) -> Int? { rowOfUnit[unit] }
}
