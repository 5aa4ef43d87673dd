import Spreadsheet

/// A row of a sheet as XML (ECMA-376 Part 1, §18.3.1.73 and §18.3.1.4).
///
/// The library keeps every cell in a tree until the workbook closes: for 10,000 units and 40 criteria,
/// whose sheets have 7 million cells, that took most of 1.3 GB. Here a cell is the bytes that it has in
/// the file.
struct RowXML {
  /// The row, counted from 1.
  private(set) var row: Int
  /// The row's height in points, where it does not fit its text.
  var height: Double?
  /// The elements of the cells, in the order in which they were written.
  private(set) var cells: [UInt8] = []
  /// Where each of them begins.
  private var places: [Place] = []

  private struct Place {
    var column: Int32
    var start: Int32
  }

  /// A row without cells.
  init(_ row: Int) { self.row = row }

  /// Becomes another row without cells, in the same room.
  mutating func restart(as row: Int) {
    self.row = row
    height = nil
    cells.removeAll(keepingCapacity: true)
    places.removeAll(keepingCapacity: true)
  }

  /// The columns of the leftmost and the rightmost cell; nil where there are none.
  var columns: ClosedRange<Int>? {
    guard let first = places.map(\.column).min(), let last = places.map(\.column).max() else {
      return nil
    }
    return Int(first)...Int(last)
  }

  /// Writes a number.
  mutating func number(_ number: Double, _ column: Int, _ format: CellFormat) {
    open(column, format)
    cells.append(contentsOf: "><v>".utf8)
    DecimalText.append(number, to: &cells)
    cells.append(contentsOf: "</v></c>".utf8)
  }

  /// Writes a truth value.
  mutating func boolean(_ flag: Bool, _ column: Int, _ format: CellFormat) {
    open(column, format)
    cells.append(contentsOf: " t=\"b\"><v>".utf8)
    cells.append(UInt8(ascii: flag ? "1" : "0"))
    cells.append(contentsOf: "</v></c>".utf8)
  }

  /// Writes a text by its position in the table of shared strings.
  mutating func text(_ index: Int, _ column: Int, _ format: CellFormat) {
    open(column, format)
    cells.append(contentsOf: " t=\"s\"><v>".utf8)
    DecimalText.append(index, to: &cells)
    cells.append(contentsOf: "</v></c>".utf8)
  }

  /// Writes a formula without its `=`, with its result.
  mutating func formula(_ formula: String, cached: Double, _ column: Int, _ format: CellFormat) {
    open(column, format)
    open(formula)
    DecimalText.append(cached, to: &cells)
    cells.append(contentsOf: "</v></c>".utf8)
  }

  /// Writes a formula whose result is a text.
  mutating func formula(_ formula: String, cached: String, _ column: Int, _ format: CellFormat) {
    open(column, format)
    cells.append(contentsOf: " t=\"str\"".utf8)
    open(formula)
    XMLText.append(cached, to: &cells)
    cells.append(contentsOf: "</v></c>".utf8)
  }

  /// Writes a cell that has nothing but its format.
  mutating func blank(_ column: Int, _ format: CellFormat) {
    open(column, format)
    cells.append(contentsOf: "/>".utf8)
  }

  /// Writes a formula up to its result.
  private mutating func open(_ formula: String) {
    cells.append(contentsOf: "><f>".utf8)
    XMLText.append(formula, to: &cells)
    cells.append(contentsOf: "</f><v>".utf8)
  }

  private mutating func open(_ column: Int, _ format: CellFormat) {
    places.append(Place(column: Int32(truncatingIfNeeded: column), start: Int32(cells.count)))
    cells.append(contentsOf: "<c r=\"".utf8)
    CellReference.appendLetters(ofColumn: column, to: &cells)
    DecimalText.append(row, to: &cells)
    cells.append(contentsOf: "\" s=\"".utf8)
    DecimalText.append(format.index, to: &cells)
    cells.append(UInt8(ascii: "\""))
  }

  /// Writes the whole row; nothing where it has neither cells nor a height.
  func append(to bytes: inout [UInt8]) {
    guard !places.isEmpty || height != nil else { return }
    bytes.append(contentsOf: "<row r=\"".utf8)
    DecimalText.append(row, to: &bytes)
    if let height {
      bytes.append(contentsOf: "\" ht=\"".utf8)
      DecimalText.append(height, to: &bytes)
      bytes.append(contentsOf: "\" customHeight=\"1".utf8)
    }
    bytes.append(contentsOf: "\">".utf8)
    appendCells(to: &bytes)
    bytes.append(contentsOf: "</row>".utf8)
  }

  /// Writes the cells from left to right; of those of one column the one that was written last.
  private func appendCells(to bytes: inout [UInt8]) {
    let isOrdered = zip(places, places.dropFirst()).allSatisfy { $0.column < $1.column }
    guard !isOrdered else {
      bytes.append(contentsOf: cells)
      return
    }
    let order = places.indices.sorted {
      (places[$0].column, $0) < (places[$1].column, $1)
    }
    for (index, next) in zip(order, order.dropFirst().map { Optional($0) } + [nil]) {
      if let next, places[next].column == places[index].column { continue }
      let end = index + 1 < places.count ? Int(places[index + 1].start) : cells.count
      bytes.append(contentsOf: cells[Int(places[index].start)..<end])
    }
  }
}
