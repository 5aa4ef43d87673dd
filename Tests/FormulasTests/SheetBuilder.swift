import Spreadsheet

/// What a test writes into a cell.
enum Content: Sendable {
  case value(CellValue)
  /// A formula without a result.
  case formula(String)
  /// A formula with the result that the file holds.
  case calculated(String, CellValue)
}

extension Content: ExpressibleByFloatLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByStringLiteral, ExpressibleByBooleanLiteral
{
  init(floatLiteral value: Double) { self = .value(.number(value)) }
  init(integerLiteral value: Int) { self = .value(.number(Double(value))) }
  init(booleanLiteral value: Bool) { self = .value(.boolean(value)) }
  /// Text, or a formula where it begins with `=`.
  init(stringLiteral value: String) {
    self = value.hasPrefix("=") ? .formula(String(value.dropFirst())) : .value(.text(value))
  }
}

/// A sheet with the given cells.
func sheet(_ contents: [String: Content], hiddenRows: Set<Int> = []) -> SheetGrid {
  sheet("Sheet1", contents, hiddenRows: hiddenRows)
}

/// A sheet of some name with the given cells.
func sheet(
  _ name: String, _ contents: [String: Content], hiddenRows: Set<Int> = []
) -> SheetGrid {
  var rows: [Int: [Cell]] = [:]
  for (text, content) in contents {
    guard let reference = CellReference(text) else { continue }
    let cell =
      switch content {
      case .value(let value): Cell(column: reference.column, value: value)
      case .formula(let formula):
        Cell(column: reference.column, value: .empty, formula: formula)
      case .calculated(let formula, let value):
        Cell(column: reference.column, value: value, formula: formula)
      }
    rows[reference.row, default: []].append(cell)
  }
  return SheetGrid(
    name: name,
    rows: rows.sorted { $0.key < $1.key }.map { number, cells in
      Row(
        number: number, isHidden: hiddenRows.contains(number),
        cells: cells.sorted { $0.column < $1.column })
    })
}
