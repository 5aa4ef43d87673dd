import Spreadsheet

/// The shape of the copy of a submitted sheet: what is merged, how wide columns and how high rows are.
struct SubmittedCopyShape {
  /// The cells from the first to the last row and column in use; nil for a blank sheet.
  let used: CellRange?
  /// The merges that can be written: within the cells in use, none over another.
  let merges: [CellRange]
  /// The widths of the columns in characters.
  let widths: [Int: Double]
  /// The first cell of each hidden row and column, with what to say there.
  let hiddenMarks: [(CellReference, FeedbackPhrase)]
  private let tables: [ClosedRange<Int>]
  private let tableColumns: ClosedRange<Int>?
  private let mergeAt: [CellReference: CellRange]

  /// All merged cells together that are written out, so that no file makes a workbook of millions.
  private static let mergedCellLimit = 200_000
  /// Tables of people are not wider.
  private static let tableWidthLimit = 60
  private static let widest = 46.0
  private static let narrowest = 5.0
  private static let measure = TextMeasure(size: CellStyle().size)

  init(_ sheet: SubmittedSheet) {
    let grid = sheet.grid
    tables = sheet.tables
    let columns = grid.rows.flatMap { [$0.cells.first?.column, $0.cells.last?.column] }
      .compactMap { $0 }
    guard let top = grid.rows.first?.number, let bottom = grid.rows.last?.number,
      let left = columns.min(), let right = columns.max()
    else {
      (used, merges, widths, hiddenMarks, tableColumns, mergeAt) = (nil, [], [:], [], nil, [:])
      return
    }
    let used = CellRange(
      CellReference(row: top, column: left), CellReference(row: bottom, column: right))
    self.used = used
    let tableRows = grid.rows.filter { row in
      sheet.tables.contains { $0.contains(row.number) }
    }
    let first = tableRows.compactMap { $0.cells.first?.column }.min()
    let last = tableRows.compactMap { $0.cells.last?.column }.max()
    tableColumns = first.flatMap { first in last.map { first...max(first, $0) } }
    merges = Self.merges(of: grid, within: used)
    mergeAt = Dictionary(merges.map { ($0.first, $0) }, uniquingKeysWith: { one, _ in one })
    widths = Self.widths(of: grid, tableRows: tableRows, merges: mergeAt)
    hiddenMarks = Self.hiddenMarks(of: grid)
  }

  /// Whether a cell lies in the score table.
  func isInTable(_ cell: CellReference) -> Bool {
    (tableColumns?.contains(cell.column) ?? false) && tables.contains { $0.contains(cell.row) }
  }

  /// Whether a cell lies in the first row of a score table.
  func isHeader(_ cell: CellReference) -> Bool {
    isInTable(cell) && tables.contains { $0.lowerBound == cell.row }
  }

  /// The blank cells of the score tables that no merge covers, which have lines like the others.
  func blankTableCells(of grid: SheetGrid) -> [CellReference] {
    guard let columns = tableColumns, columns.count <= Self.tableWidthLimit else { return [] }
    return grid.rows.filter { row in tables.contains { $0.contains(row.number) } }
      .flatMap { row in
        columns.map { CellReference(row: row.number, column: $0) }
          .filter { grid[$0] == nil && grid.mergedRange(covering: $0) == nil }
      }
  }

  // MARK: - Merges

  private static func merges(of grid: SheetGrid, within used: CellRange) -> [CellRange] {
    var merges: [CellRange] = []
    var covered: Set<CellReference> = []
    for range in grid.layout.mergedRanges {
      let last = CellReference(
        row: min(range.last.row, used.last.row),
        column: min(range.last.column, used.last.column))
      guard range.first.row <= last.row, range.first.column <= last.column, range.first != last
      else { continue }
      let height = last.row - range.first.row + 1
      let width = last.column - range.first.column + 1
      guard covered.count + height * width <= mergedCellLimit else { continue }
      let cells = (range.first.row...last.row).flatMap { row in
        (range.first.column...last.column).map { CellReference(row: row, column: $0) }
      }
      // A workbook with one merge over another is no sound one.
      guard covered.isDisjoint(with: cells) else { continue }
      covered.formUnion(cells)
      merges.append(CellRange(range.first, last))
    }
    return merges
  }

  // MARK: - Sizes

  /// Columns as wide as the table asks, and where there is none as the cells with a neighbour ask:
  /// a title may run over the blank cells beside it.
  private static func widths(
    of grid: SheetGrid, tableRows: [Row], merges: [CellReference: CellRange]
  ) -> [Int: Double] {
    var widths: [Int: Double] = [:]
    for row in tableRows.isEmpty ? grid.rows : tableRows {
      for cell in row.cells {
        let place = CellReference(row: row.number, column: cell.column)
        if let merge = merges[place], merge.first.column != merge.last.column { continue }
        if tableRows.isEmpty, isFree(cell, in: row) { continue }
        let pixels = measure.width(ofLongestLine: cell.value.shownText)
        let width = min(widest, max(narrowest, pixels / 7 + 2))
        widths[cell.column] = max(widths[cell.column] ?? narrowest, width)
      }
    }
    for row in grid.rows {
      for cell in row.cells where widths[cell.column] == nil { widths[cell.column] = 10 }
    }
    return widths
  }

  /// Whether nothing stands beside a cell, so that its text may run on.
  private static func isFree(_ cell: Cell, in row: Row) -> Bool {
    row[column: cell.column + 1].map { $0.value == .empty } ?? true
  }

  /// Whether a cell's text is broken into lines: in the table, in merges, and where the neighbour is
  /// in the way.
  func wraps(_ cell: Cell, in row: Row) -> Bool {
    guard case .text(let text) = cell.value else { return false }
    let place = CellReference(row: row.number, column: cell.column)
    return text.contains(where: \.isNewline) || isInTable(place) || mergeAt[place] != nil
      || !Self.isFree(cell, in: row)
  }

  /// How high a row has to be for its texts.
  func height(of row: Row) -> Double? {
    var height = Self.measure.height(lines: 1)
    for cell in row.cells where wraps(cell, in: row) {
      let place = CellReference(row: row.number, column: cell.column)
      let merge = mergeAt[place]
      let columns = cell.column...(merge?.last.column ?? cell.column)
      let inside = columns.map { widths[$0] ?? 10 }
      let lines = Self.measure.lines(
        cell.value.shownText, width: TextMeasure.pixels(ofColumns: inside))
      let rows = merge.map { $0.last.row - $0.first.row + 1 } ?? 1
      height = max(height, Self.measure.height(lines: lines) / Double(rows))
    }
    return min(height, CellSizes.greatestHeight)
  }

  // MARK: - Hidden content

  private static func hiddenMarks(of grid: SheetGrid) -> [(CellReference, FeedbackPhrase)] {
    var marks: [(CellReference, FeedbackPhrase)] = grid.rows.filter(\.isHidden).compactMap { row in
      row.cells.first.map {
        (CellReference(row: row.number, column: $0.column), .hiddenRow)
      }
    }
    var marked: Set<Int> = []
    for row in grid.rows {
      for cell in row.cells
      where grid.layout.isHidden(column: cell.column) && marked.insert(cell.column).inserted {
        marks.append((CellReference(row: row.number, column: cell.column), .hiddenColumn))
      }
    }
    return marks
  }
}

extension CellValue {
  /// The value about as a program shows it, to reckon its room.
  fileprivate var shownText: String {
    switch self {
    case .date(let date): date.time.milliseconds == 0 ? "00/00/0000" : "00/00/0000 00:00"
    default: text
    }
  }
}
