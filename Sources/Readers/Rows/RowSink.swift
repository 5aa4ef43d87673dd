import Spreadsheet

/// Where the parser puts cells: it hands rows on at once, or gathers and sorts them first where
/// the sheet does not store them in order.
struct RowSink {
  private let deliver: (Row) throws -> Void
  /// All rows by number; nil where rows are handed on at once.
  private var gathered: [Int: Row]?
  private var current = Row(number: 0)

  /// A sink that hands rows that are not blank to `deliver`, by ascending number.
  init(gathering: Bool, deliver: @escaping (Row) throws -> Void) {
    self.deliver = deliver
    gathered = gathering ? [:] : nil
  }

  /// The row `number` begins.
  mutating func beginRow(_ number: Int, isHidden: Bool) throws {
    if gathered != nil {
      if isHidden { gathered?[number, default: Row(number: number)].isHidden = true }
    } else {
      guard number > current.number else { throw Self.outOfOrder }
      let expected = current.cells.count
      current = Row(number: number, isHidden: isHidden)
      current.cells.reserveCapacity(expected)
    }
  }

  /// A cell of `row`, which need not be the row that was begun.
  mutating func append(_ cell: Cell, row: Int) throws {
    if gathered != nil {
      gathered?[row, default: Row(number: row)].append(cell)
    } else {
      guard row == current.number else { throw Self.outOfOrder }
      current.append(cell)
    }
  }

  /// The row that was begun ends.
  mutating func endRow() throws {
    guard gathered == nil else { return }
    try hand(on: current)
  }

  /// The sheet ends.
  mutating func finish() throws {
    guard let gathered else { return }
    self.gathered = [:]
    for number in gathered.keys.sorted() {
      if let row = gathered[number] { try hand(on: row) }
    }
  }

  private func hand(on row: Row) throws {
    guard !row.cells.isEmpty else { return }
    try deliver(row.inColumnOrder)
  }

  private static let outOfOrder = PartFault("rows are stored in an order that cannot be followed")
}

extension Row {
  /// Adds a cell; one that is stored over and over does not pile up.
  fileprivate mutating func append(_ cell: Cell) {
    cells.append(cell)
    if cells.count > 2 * CellReference.lastColumn { self = inColumnOrder }
  }

  /// The row with its cells by ascending column; of cells stored twice, the last.
  fileprivate var inColumnOrder: Row {
    var previous = 0
    let isOrdered = cells.allSatisfy { cell in
      defer { previous = cell.column }
      return cell.column > previous
    }
    guard !isOrdered else { return self }
    var last: [Int: Cell] = [:]
    for cell in cells { last[cell.column] = cell }
    var row = self
    row.cells = last.values.sorted { $0.column < $1.column }
    return row
  }
}
