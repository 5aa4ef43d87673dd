import Spreadsheet

/// Reads one table of a spreadsheet document (ODF 1.3 Part 3, §9) and hands out its rows one at a
/// time.
final class ODSTableParser: XMLHandler {
  /// What is known of the sheet besides its rows.
  private(set) var layout = SheetLayout()
  /// The cell that was begun last: where a failure is looked for.
  private(set) var lastCell: CellReference?
  /// How many cells were handed out.
  private(set) var cellCount = 0

  /// A row that is repeated brings its merges each time; no one merges more cells than this.
  private static let mergeLimit = 1_000_000

  /// So many cells may come of repetition, however few are stored: sixteen full columns.
  private static let repetitionFloor = 1 << 24

  private let allowance: CellAllowance
  private let ratio: Int
  private var storedCells = 0
  private let nullDate: ODSNullDate
  private let deliver: (Row) throws -> Void
  /// Tables that come before the one to read.
  private var tablesToSkip: Int
  private var depth = 0
  private var place = Place.outside
  private var ignoredDepth = 0
  /// The groups of rows and columns that are open, and whether each is folded.
  private var groups: [Bool] = []
  /// The last column that was described, the last row and the last cell of its row.
  private var describedColumn = 0
  private var row = RowInProgress()
  private var column = 0
  private var cell = ODSStoredCell()
  private var text = ODSCellText()

  private enum Place {
    case outside, table, row, cell
  }

  private struct RowInProgress {
    var row = Row(number: 0)
    var repeated = 1
    var merges: [CellRange] = []
  }

  /// A reader of the table behind `skipping` others.
  ///
  /// - Parameters:
  ///   - allowance: The cells that may be handed out.
  ///   - ratio: The most cells to hand out for each that is stored, if there are very many.
  init(
    skipping: Int, nullDate: ODSNullDate, allowance: CellAllowance, ratio: Int,
    deliver: @escaping (Row) throws -> Void
  ) {
    tablesToSkip = skipping
    self.nullDate = nullDate
    self.allowance = allowance
    self.ratio = ratio
    self.deliver = deliver
  }

  func start(_ element: XMLElement) throws {
    if ignoredDepth > 0 {
      ignoredDepth += 1
      return
    }
    switch place {
    case .cell:
      if cell.needsText { try text.start(element) } else { ignoredDepth = 1 }
    case .row: try startInRow(element)
    case .table: try startInTable(element)
    case .outside: startOutside(element)
    }
  }

  func characters(_ text: XMLText) {
    if place == .cell, ignoredDepth == 0 { self.text.append(text) }
  }

  func end(_ name: XMLText) throws {
    if ignoredDepth > 0 {
      ignoredDepth -= 1
      return
    }
    switch place {
    case .cell:
      if text.isAtTop {
        place = .row
        try endCell()
      } else {
        text.end()
      }
    case .row:
      place = .table
      try endRow()
    case .table:
      guard groups.popLast() == nil else { return }
      throw EndOfInterest()
    case .outside: depth -= 1
    }
  }

  /// The document, its body, the spreadsheet, and in it the tables.
  private func startOutside(_ element: XMLElement) {
    if depth == 3, element.name == "table" {
      if tablesToSkip == 0 {
        place = .table
        return
      }
      tablesToSkip -= 1
    }
    let isOnPath =
      depth == 0 || depth == 1 && element.name == "body"
      || depth == 2 && element.name == "spreadsheet"
    if isOnPath { depth += 1 } else { ignoredDepth = 1 }
  }

  private func startInTable(_ element: XMLElement) throws {
    switch element.name {
    case "table-row": try beginRow(element)
    case "table-column":
      try readColumn(element)
      ignoredDepth = 1
    case "table-row-group", "table-column-group":
      groups.append(element["display", qualified: true].map { $0 == "false" } == true)
    case "table-header-rows", "table-rows", "table-header-columns", "table-columns":
      groups.append(false)
    default: ignoredDepth = 1
    }
  }

  private func startInRow(_ element: XMLElement) throws {
    switch element.name {
    case "table-cell", "covered-table-cell":
      place = .cell
      text.reset()
      lastCell = CellReference(row: row.row.number, column: column + 1)
      try cell.begin(element)
    default: ignoredDepth = 1
    }
  }

  private func readColumn(_ element: XMLElement) throws {
    let count = try element["number-columns-repeated", qualified: true].map(ODSCount.value) ?? 1
    let first = describedColumn + 1
    describedColumn = min(describedColumn + count, CellReference.lastColumn)
    if isHidden(element), first <= describedColumn {
      layout.hiddenColumns.append(first...describedColumn)
    }
  }

  /// Whether a row or column is folded, filtered out or hidden by hand (§19.749).
  private func isHidden(_ element: XMLElement) -> Bool {
    guard !groups.contains(true) else { return true }
    return element["visibility", qualified: true].map { $0 == "collapse" || $0 == "filter" }
      ?? false
  }

  private func beginRow(_ element: XMLElement) throws {
    place = .row
    let expected = row.row.cells.count
    // Blank rows may be repeated beyond the end of any sheet.
    let number = min(row.row.number + row.repeated, CellReference.lastRow + 1)
    row = RowInProgress()
    row.row.number = max(1, number)
    row.row.isHidden = isHidden(element)
    row.row.cells.reserveCapacity(expected)
    row.repeated = try element["number-rows-repeated", qualified: true].map(ODSCount.value) ?? 1
    column = 0
  }

  private func endCell() throws {
    let first = column + 1
    column = min(column + cell.columnsRepeated, CellReference.lastColumn + 1)
    noteMerge(at: first)
    let formula = cell.formula
    let value = cell.value(text: text.text, isShown: text.hasParagraph, nullDate: nullDate)
    // A formatted cell without content is no cell; nor is an empty text that no formula made.
    guard formula != nil || value != .empty && value != .text("") else { return }
    let last = first - 1 + cell.columnsRepeated
    guard row.row.number <= CellReference.lastRow, last <= CellReference.lastColumn else {
      throw PartFault("a cell lies outside the sheet")
    }
    storedCells += 1
    for column in first...last {
      row.row.cells.append(
        Cell(
          column: column, value: value, formula: formula,
          isPercentage: cell.type == .percentage && value.isNumber))
    }
  }

  private func noteMerge(at column: Int) {
    guard cell.columnsSpanned > 1 || cell.rowsSpanned > 1,
      row.row.number <= CellReference.lastRow, column <= CellReference.lastColumn
    else { return }
    let last = CellReference(
      row: min(row.row.number + cell.rowsSpanned - 1, CellReference.lastRow),
      column: min(column + cell.columnsSpanned - 1, CellReference.lastColumn))
    row.merges.append(CellRange(CellReference(row: row.row.number, column: column), last))
  }

  private func endRow() throws {
    try check(merges: row.merges.count)
    layout.mergedRanges += row.merges
    guard !row.row.cells.isEmpty else { return }
    let first = row.row.number
    for number in first..<(first + row.repeated) {
      guard number <= CellReference.lastRow else {
        throw PartFault("more than \(CellReference.lastRow) rows")
      }
      row.row.number = number
      try count(row.row.cells.count)
      if number > first { try repeatMerges(down: number - first) }
      try deliver(row.row)
    }
    row.repeated = 1
  }

  private func count(_ cells: Int) throws {
    cellCount += cells
    try allowance.check(cellCount)
    guard cellCount <= Self.repetitionFloor || cellCount / max(1, storedCells) <= ratio else {
      throw PartFault(exceeding: .ratio, ratio, met: cellCount / max(1, storedCells))
    }
  }

  private func repeatMerges(down rows: Int) throws {
    try check(merges: row.merges.count)
    for merge in row.merges where merge.first.row == merge.last.row {
      var moved = merge
      moved.first.row += rows
      moved.last.row += rows
      layout.mergedRanges.append(moved)
    }
  }

  private func check(merges: Int) throws {
    guard layout.mergedRanges.count + merges <= Self.mergeLimit else {
      throw PartFault(.limitExceeded, "more than \(Self.mergeLimit) merged ranges")
    }
  }
}

extension CellValue {
  /// Whether it is a number.
  fileprivate var isNumber: Bool {
    if case .number = self { true } else { false }
  }
}
