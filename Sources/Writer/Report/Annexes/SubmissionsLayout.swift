import Normalizer
import Ranking
import Regulation
import Spreadsheet

/// Where Phụ lục VII keeps its rows: what each unit sent, then every finding, the gravest first.
struct FindingsLayout {
  /// A row of the submissions.
  enum Line {
    /// The name of a group of units.
    case group(String)
    /// A unit, by its position in the standings.
    case unit(Int)
    /// The heading of the files of no known unit.
    case otherFiles
    /// A file of no known unit, by its position in the consolidation.
    case file(Int)
  }

  static var unitsRow: Int { Annex.submissions.firstRow }
  /// The rows of the submissions, below their header.
  let lines: [Line]
  /// The findings' positions in the consolidation, in the order of the rows.
  let order: [Int]
  private let rowOfFinding: [Int: Int]
  private let rowOfUnit: [String: Int]

  init(_ consolidation: Consolidation) {
    let units = consolidation.standings.units
    let groups = consolidation.regulation.groups
    let members = Dictionary(grouping: units.indices) { units[$0].unit.group }
    var lines: [Line] = []
    for group in groups {
      if groups.count > 1 || !group.isEmpty { lines.append(.group(group)) }
      lines += (members[group] ?? []).map { .unit($0) }
    }
    let files = consolidation.files
    let others = files.indices.filter { files[$0].unit == nil }
    if !others.isEmpty { lines += [.otherFiles] + others.map { .file($0) } }
    self.lines = lines
    let first = Self.unitsRow + 2
    var rowOfUnit: [String: Int] = [:]
    for (offset, line) in lines.enumerated() {
      if case .unit(let index) = line { rowOfUnit[units[index].unit.code] = first + offset }
    }
    self.rowOfUnit = rowOfUnit
    let findings = consolidation.findings
    order = findings.indices.sorted {
      (findings[$0].severity, $0) < (findings[$1].severity, $1)
    }
    let firstFinding = first + lines.count + 3
    rowOfFinding = Dictionary(
      uniqueKeysWithValues: order.enumerated().map { ($1, firstFinding + $0) })
  }

  /// The title of the findings, a row below the submissions.
  var findingsRow: Int { Self.unitsRow + 2 + lines.count + 1 }
  /// The header of the findings.
  var headerRow: Int { findingsRow + 1 }

  /// The cell with the message of a finding, by its position in the consolidation.
  func cell(of finding: Int) -> CellReference? {
    rowOfFinding[finding].map { CellReference(row: $0, column: Self.messageColumn) }
  }

  /// The line of what a unit sent.
  func cell(ofUnit unit: String) -> CellReference? {
    rowOfUnit[unit].map { CellReference(row: $0, column: 2) }
  }

  static let messageColumn = 8
}
