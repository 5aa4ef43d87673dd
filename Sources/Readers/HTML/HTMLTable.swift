import Spreadsheet

/// A table of a page while it is read: its cells find their places as the page's spans tell (HTML,
/// §4.9.12).
struct HTMLTable {
  /// Most columns that a cell can span, and most rows (HTML, §4.9.11).
  private static let mostColumns = 1000
  private static let mostRows = 65_534

  /// What the page calls the table: its caption, else nil.
  var caption: String?
  /// Whether `display:none` hides it.
  let isHidden: Bool
  /// Whether any cell says of what type it is.
  private(set) var isTyped = false
  /// The rows that hold something.
  private(set) var rows: [Row] = []
  private(set) var layout = SheetLayout()
  /// How many rows were begun, blank ones too.
  var rowCount: Int { row.number }
  /// The cell that was begun last.
  private(set) var lastCell: CellReference?
  /// Groups of rows that are open and hidden.
  var hiddenGroups = 0
  /// Whether a row is open.
  private(set) var isInRow = false

  private var row = Row(number: 0)
  private var column = 0
  private var describedColumn = 0
  /// By column, the last row down to which a cell from above reaches.
  private var reach: [Int] = []

  /// A table that begins.
  init(isHidden: Bool) {
    self.isHidden = isHidden
  }

  /// Columns are described.
  mutating func describeColumns(_ count: Int, areHidden: Bool) {
    let first = describedColumn + 1
    describedColumn = min(describedColumn + max(1, count), CellReference.lastColumn)
    if areHidden, first <= describedColumn { layout.hiddenColumns.append(first...describedColumn) }
  }

  /// A row begins.
  ///
  /// - Throws: `PartFault` where no sheet has that many.
  mutating func beginRow(isHidden: Bool) throws {
    endRow()
    guard row.number < CellReference.lastRow else {
      throw PartFault("more than \(CellReference.lastRow) rows")
    }
    row = Row(number: row.number + 1, isHidden: isHidden || hiddenGroups > 0)
    column = 0
    isInRow = true
  }

  /// The row that is open ends.
  mutating func endRow() {
    if isInRow, !row.cells.isEmpty { rows.append(row) }
    isInRow = false
  }

  /// A cell begins that spans so many columns and rows; it stands at `lastCell`.
  ///
  /// - Throws: `PartFault` where no sheet has that many columns.
  mutating func beginCell(columns: Int?, rows: Int?) throws {
    column += 1
    while column <= reach.count, reach[column - 1] >= row.number { column += 1 }
    let reference = CellReference(row: row.number, column: column)
    lastCell = reference
    guard column <= CellReference.lastColumn else {
      throw PartFault("cell \(reference) lies outside the sheet")
    }
    let columns = min(max(1, columns ?? 1), Self.mostColumns)
    // A span of no rows reaches to the end of the table.
    let rows = rows == 0 ? Self.mostRows : min(max(1, rows ?? 1), Self.mostRows)
    let last = CellReference(
      row: row.number + rows - 1, column: min(column + columns - 1, CellReference.lastColumn))
    if rows > 1 {
      if reach.count < last.column {
        reach += [Int](repeating: 0, count: last.column - reach.count)
      }
      for index in column...last.column { reach[index - 1] = max(reach[index - 1], last.row) }
    }
    if last != reference { layout.mergedRanges.append(CellRange(reference, last)) }
    column = last.column
  }

  /// The cell at `reference` holds something.
  mutating func set(_ cell: Cell, isTyped: Bool) {
    row.cells.append(cell)
    if isTyped { self.isTyped = true }
  }

  /// The table ends: spans that reach beyond it are cut off.
  mutating func finish() {
    endRow()
    let last = row.number
    layout.mergedRanges = layout.mergedRanges.compactMap { range in
      var range = range
      range.last.row = min(range.last.row, last)
      return range.first == range.last ? nil : range
    }
    reach = []
  }
}
