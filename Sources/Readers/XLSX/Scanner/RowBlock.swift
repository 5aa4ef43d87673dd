import Spreadsheet

/// The rows that a scanner found in a block, in memory that serves block after block.
final class RowBlock {
  /// The rows; the first `count` are those of the block.
  private(set) var rows: [RowView] = []
  private(set) var count = 0
  private(set) var cellCount = 0
  /// The cells whose formula belongs to a shared group, in order.
  private(set) var groupedFormulas: [GroupedFormula] = []
  /// Whether nothing was met that only libxml2 can tell.
  var isKnown = true
  private let sharedText: [UInt8]

  /// A formula of a shared group (ECMA-376 Part 1, §18.3.1.40).
  struct GroupedFormula {
    /// The index of its row in the block, and of its cell in the row.
    let row: Int
    let cell: Int
    let group: Int
  }

  /// No rows; the shared texts of cells lie in `sharedText`.
  init(sharedText: [UInt8]) {
    self.sharedText = sharedText
  }

  /// Forgets the rows, but for their memory.
  func reset() {
    count = 0
    cellCount = 0
    groupedFormulas.removeAll(keepingCapacity: true)
    isKnown = true
  }

  /// Adds a row that is not blank and takes its cells and texts for it; gives back what they may be
  /// gathered in next.
  @inline(__always)
  func append(_ number: Int, isHidden: Bool, cells: inout [CellView], text: inout [UInt8]) {
    cellCount += cells.count
    if count == rows.count { rows.append(RowView(sharedText: sharedText)) }
    rows[count].exchange(number: number, isHidden: isHidden, cells: &cells, text: &text)
    count += 1
    cells.removeAll(keepingCapacity: true)
    text.removeAll(keepingCapacity: true)
    // Rows of a table are of one width: room for all of the next at once.
    cells.reserveCapacity(rows[count - 1].cells.count)
  }

  /// Adds that the cell `cell` of the row that comes next has a formula of a shared group.
  func appendFormula(ofCell cell: Int, group: Int) {
    groupedFormulas.append(GroupedFormula(row: count, cell: cell, group: group))
  }

  /// Writes out the formula of a cell that holds none of its own.
  func setFormula(_ formula: GroupedFormula, text: String) {
    rows[formula.row].setFormula(text, ofCell: formula.cell)
  }
}
