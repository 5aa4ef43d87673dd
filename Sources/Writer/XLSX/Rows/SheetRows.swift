import Spreadsheet

/// The rows of a sheet whose cells do not go through the library.
///
/// Rows are open until they are finished, and may be written in any order as long as they are; then they
/// are packed, and no more than a block of their XML is kept.
final class SheetRows {
  /// The rows from the first that is open, in order.
  private var open: [RowXML] = []
  private var block: [UInt8] = []
  private var packed = PackedBytes()
  private let stream = DeflateStream()
  /// The links of cells to others (ECMA-376 Part 1, §18.3.1.47), as XML.
  private(set) var links: [UInt8] = []
  /// Where cells stand; nil as long as there are none.
  private(set) var area: CellRange?

  private static let blockSize = 1 << 18

  /// The first row that can still be written.
  private(set) var firstOpen = 1
  /// The first row behind all that were written.
  var firstFree: Int { firstOpen + open.count }

  /// Changes a row that is open.
  func change(_ row: Int, _ body: (inout RowXML) -> Void) {
    let index = row - firstOpen
    while open.count <= index { open.append(RowXML(firstOpen + open.count)) }
    body(&open[index])
  }

  /// Finishes the rows up to one; false where they cannot be packed.
  func finish(through row: Int) -> Bool {
    var isPacked = true
    for finished in open.prefix(max(0, row + 1 - firstOpen)) where isPacked {
      isPacked = pack(finished)
    }
    open.removeFirst(min(open.count, max(0, row + 1 - firstOpen)))
    firstOpen = max(firstOpen, row + 1)
    return isPacked
  }

  /// Appends a whole row behind all that were written, which are finished with it; false where they
  /// cannot be packed.
  func append(_ row: RowXML) -> Bool {
    finish(through: row.row) && pack(row)
  }

  /// Makes a cell lead to another.
  func link(_ cell: CellReference, to target: CellLink) {
    links.append(contentsOf: "<hyperlink ref=\"\(cell)\" location=\"".utf8)
    XMLText.append("\(target)", to: &links)
    links.append(contentsOf: "\"/>".utf8)
  }

  private func pack(_ row: RowXML) -> Bool {
    if let columns = row.columns {
      let first = area?.first ?? CellReference(row: row.row, column: columns.lowerBound)
      let last = area?.last ?? first
      area = CellRange(
        CellReference(row: first.row, column: min(first.column, columns.lowerBound)),
        CellReference(row: row.row, column: max(last.column, columns.upperBound)))
    }
    row.append(to: &block)
    return block.count < Self.blockSize || packBlock(isLast: false)
  }

  private func packBlock(isLast: Bool) -> Bool {
    defer { block.removeAll(keepingCapacity: true) }
    return packed.append(block, through: stream, isLast: isLast)
  }

  /// All rows, packed; nil where they cannot be.
  func close() -> PackedBytes? {
    finish(through: firstOpen + open.count - 1) && packBlock(isLast: true) ? packed : nil
  }
}
