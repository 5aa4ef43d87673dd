import Language
import Spreadsheet

/// One sheet of a regulation as a table: its header row found, its columns known by their titles.
struct RegulationSheet<Column: RegulationColumn> {
  let name: String
  /// The row below the header, and those that follow.
  let rows: [Row]
  private let columns: [Column: Int]

  /// Finds the header among the first rows; reports a missing header or column to `faults`, and
  /// every cell of a known column that holds an error or a formula without its result.
  init?(_ grid: SheetGrid, faults: inout [RegulationFault]) {
    name = grid.name
    let required = Column.allCases.filter(\.isRequired)
    let titles = required.map { $0.titles[0] }.joined(separator: ", ")
    var best: (index: Int, columns: [Column: Int], faults: [RegulationFault])?
    for (index, row) in grid.rows.prefix(30).enumerated() {
      var columns: [Column: Int] = [:]
      var repeats: [RegulationFault] = []
      for cell in row.cells {
        guard case .text(let text) = cell.value, let column = Column(title: text) else { continue }
        if let other = columns[column] {
          repeats.append(
            RegulationFault(
              .repeatedColumn, sheet: grid.name,
              cell: "\(CellReference(row: row.number, column: cell.column))",
              [
                "value": VietnameseText.tidy(text),
                "other": "\(CellReference(row: row.number, column: other))",
              ]))
        } else {
          columns[column] = cell.column
        }
      }
      if columns.count > (best?.columns.count ?? 0) { best = (index, columns, repeats) }
    }
    guard let best, best.columns.count >= Swift.min(2, required.count) else {
      faults.append(RegulationFault(.missingHeader, sheet: grid.name, ["expected": titles]))
      return nil
    }
    columns = best.columns
    rows = Array(grid.rows[(best.index + 1)...])
    faults += best.faults
    let header = grid.rows[best.index]
    // The place to add what is missing: behind the last title.
    var free = header.cells.last?.column ?? 0
    for column in required where best.columns[column] == nil {
      free += 1
      faults.append(
        RegulationFault(
          .missingColumn, sheet: grid.name,
          cell: "\(CellReference(row: header.number, column: free))",
          ["expected": column.titles[0]]))
    }
    for row in rows {
      for column in Column.allCases {
        guard let cell = rawCell(column, row) else { continue }
        if case .error(let token) = cell.value {
          faults.append(fault(.cellError, column, row, ["value": token]))
        } else if Self.lacksResult(cell) {
          faults.append(
            fault(
              .formulaNotCalculated, column, row,
              ["value": column.isSecret ? "=…" : "=" + (cell.formula ?? "")]))
        }
      }
    }
  }

  private func rawCell(_ column: Column, _ row: Row) -> Cell? {
    columns[column].flatMap { row[column: $0] }
  }

  private static func lacksResult(_ cell: Cell) -> Bool {
    cell.formula != nil && cell.value == .empty
  }

  /// Whether the sheet has the column at all.
  func has(_ column: Column) -> Bool { columns[column] != nil }

  /// Whether the cell itself is at fault, which has been reported.
  func isBroken(_ column: Column, _ row: Row) -> Bool {
    guard let cell = rawCell(column, row) else { return false }
    if case .error = cell.value { return true }
    return Self.lacksResult(cell)
  }

  /// The text of a column that every row fills; reports a blank cell.
  func required(_ column: Column, _ row: Row, _ faults: inout [RegulationFault]) -> String? {
    if let text = text(column, row) { return text }
    if has(column), !isBroken(column, row) { faults.append(fault(.missingValue, column, row)) }
    return nil
  }

  /// The A1 reference of a column's cell in `row`; column A stands in where the column is absent.
  func place(_ column: Column, _ row: Row) -> String {
    "\(CellReference(row: row.number, column: columns[column] ?? 1))"
  }

  /// The cell of a column; nil where it is blank, holds only spaces or is broken.
  func cell(_ column: Column, _ row: Row) -> Cell? {
    guard let cell = rawCell(column, row) else { return nil }
    switch cell.value {
    case .empty, .error: return nil
    case .text(let text) where VietnameseText.tidy(text).isEmpty: return nil
    default: return cell
    }
  }

  /// The cell's text in one line.
  func text(_ column: Column, _ row: Row) -> String? {
    cell(column, row).map(RegulationText.line)
  }

  /// The parts of a list written with `;`.
  func list(_ column: Column, _ row: Row) -> [String] {
    RegulationText.list(text(column, row) ?? "")
  }

  /// Whether the row holds nothing in any known column.
  func isBlank(_ row: Row) -> Bool {
    columns.keys.allSatisfy { cell($0, row) == nil && !isBroken($0, row) }
  }

  /// Whether no row below the header holds anything.
  var isEmpty: Bool { rows.allSatisfy(isBlank) }

  func fault(
    _ problem: RegulationProblem, _ column: Column, _ row: Row, _ arguments: [String: String] = [:]
  ) -> RegulationFault {
    RegulationFault(
      problem, sheet: name, cell: place(column, row),
      arguments.merging(["column": column.titles[0]]) { given, _ in given })
  }
}

/// The columns of one sheet of a regulation, known by their titles.
protocol RegulationColumn: Hashable, CaseIterable {
  /// The titles that name the column, the one to print first.
  var titles: [String] { get }
  /// Whether the sheet is of no use without it.
  var isRequired: Bool { get }
  /// Whether what its cells hold must not be shown.
  var isSecret: Bool { get }
}

extension RegulationColumn {
  var isSecret: Bool { false }

  /// The column that a title names, case, accents and spaces aside.
  init?(title: String) {
    guard let match = Self.allCases.first(where: { RegulationText.isTitle(title, of: $0.titles) })
    else { return nil }
    self = match
  }
}
