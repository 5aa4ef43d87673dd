import Spreadsheet

/// Where the parser puts cells: it hands rows on at once, or gathers and sorts them first where
/// the sheet does not store them in order.
struct RowSink {
  private let deliver: (RowView) throws -> Void
  /// All rows by number; nil where rows are handed on at once.
  private var gathered: [Int: RowView]?
  private var current: RowView
  private let sharedText: [UInt8]

  /// A sink that hands rows that are not blank to `deliver`, by ascending number.
  ///
  /// - Parameter sharedText: what the texts of `DecodedCell.sharedText` lie in.
  init(
    gathering: Bool, sharedText: [UInt8] = [], deliver: @escaping (RowView) throws -> Void
  ) {
    self.deliver = deliver
    self.sharedText = sharedText
    gathered = gathering ? [:] : nil
    current = RowView(sharedText: sharedText)
  }

  /// The row `number` begins.
  mutating func beginRow(_ number: Int, isHidden: Bool) throws {
    if gathered != nil {
      let blank = blankRow(number)
      if isHidden { gathered?[number, default: blank].isHidden = true }
    } else {
      guard number > current.number else { throw Self.outOfOrder }
      current.begin(number, isHidden: isHidden)
    }
  }

  /// A cell, which need not be in the row that was begun, with its texts in UTF-8.
  mutating func append(
    _ cell: DecodedCell, text: [UInt8], formula: [UInt8]?, at reference: CellReference
  ) throws {
    if gathered != nil {
      let blank = blankRow(reference.row)
      gathered?[reference.row, default: blank]
        .append(cell, column: reference.column, text: text, formula: formula)
    } else {
      guard reference.row == current.number else { throw Self.outOfOrder }
      current.append(cell, column: reference.column, text: text, formula: formula)
    }
  }

  /// The row that was begun ends.
  mutating func endRow() throws {
    guard gathered == nil else { return }
    try handOn(&current)
  }

  /// The sheet ends.
  mutating func finish() throws {
    guard var rows = gathered else { return }
    gathered = [:]
    for number in rows.keys.sorted() {
      if var row = rows.removeValue(forKey: number) { try handOn(&row) }
    }
  }

  private func handOn(_ row: inout RowView) throws {
    guard !row.cells.isEmpty else { return }
    row.sortCells()
    try deliver(row)
  }

  private func blankRow(_ number: Int) -> RowView {
    RowView(number: number, sharedText: sharedText)
  }

  private static let outOfOrder = PartFault("rows are stored in an order that cannot be followed")
}

extension RowView {
  /// Adds a cell; one that is stored over and over does not pile up.
  fileprivate mutating func append(
    _ cell: DecodedCell, column: Int, text: [UInt8], formula: [UInt8]?
  ) {
    let slice =
      switch cell.content {
      case .text, .error: cell.sharedText ?? appendText(text)
      default: TextSlice()
      }
    let formula = formula.map { appendText($0) }
    cells.append(
      CellView(
        column: column, content: cell.content, text: slice, formula: formula,
        isPercentage: cell.isPercentage))
    if cells.count > 2 * CellReference.lastColumn { sortCells() }
  }

  /// Brings the cells into the order of their columns; of cells stored twice, the last stays.
  fileprivate mutating func sortCells() {
    var previous = 0
    let isOrdered = cells.allSatisfy { cell in
      defer { previous = cell.column }
      return cell.column > previous
    }
    guard !isOrdered else { return }
    var last: [Int: CellView] = [:]
    for cell in cells { last[cell.column] = cell }
    cells = last.values.sorted { $0.column < $1.column }
  }
}
