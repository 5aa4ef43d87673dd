/// Merged ranges, to be asked for the one that covers a cell.
///
/// A sheet may hold very many, and every cell of a table is asked about: only ranges that begin at or
/// above the cell's row and can still reach down to it are looked at.
struct MergeIndex: Sendable {
  /// The ranges by ascending first row, in file order within one.
  private let ranges: [CellRange]
  /// The lowest row that any range up to this one reaches.
  private let reach: [Int]

  init(_ ranges: [CellRange]) {
    self.ranges = ranges.enumerated()
      .sorted { ($0.element.first.row, $0.offset) < ($1.element.first.row, $1.offset) }
      .map(\.element)
    var lowest = 0
    reach = self.ranges.map { range in
      lowest = max(lowest, range.last.row)
      return lowest
    }
  }

  /// The merged range that covers `cell`, if there is one.
  func range(covering cell: CellReference) -> CellRange? {
    var index = ranges.partitioningIndex { $0.first.row > cell.row } - 1
    while index >= 0, reach[index] >= cell.row {
      if ranges[index].contains(cell) { return ranges[index] }
      index -= 1
    }
    return nil
  }
}
