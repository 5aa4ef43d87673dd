import Spreadsheet

/// A cell of a row that may span several columns.
struct PlacedCell {
  var columns: ClosedRange<Int>
  var content: SheetWriter.Content
  var style: CellStyle

  /// A cell over some columns.
  init(_ columns: ClosedRange<Int>, _ content: SheetWriter.Content, _ style: CellStyle) {
    self.columns = columns
    self.content = content
    self.style = style
  }

  /// A cell in one column.
  init(_ column: Int, _ content: SheetWriter.Content, _ style: CellStyle) {
    self.init(column...column, content, style)
  }
}

extension SheetWriter {
  /// Writes a row whose cells may span columns, as high as its texts need.
  func writeRow(
    _ row: Int, _ cells: [PlacedCell], widths: [Double], atLeast minimum: Double = 0
  ) throws {
    var height = minimum
    for cell in cells {
      let first = CellReference(row: row, column: cell.columns.lowerBound)
      if cell.columns.count > 1 {
        try merge(
          CellRange(first, CellReference(row: row, column: cell.columns.upperBound)), "",
          cell.style)
      }
      // The first cell of a merged range holds what the range shows.
      try write(cell.content, at: first, cell.style)
      let measure = TextMeasure(size: cell.style.size, isBold: cell.style.isBold)
      var lines = 1
      if let text = cell.content.shownText, cell.style.wraps {
        let inside = Array(widths[(cell.columns.lowerBound - 1)..<cell.columns.upperBound])
        lines = measure.lines(
          text, width: TextMeasure.pixels(ofColumns: inside) - Double(cell.style.indent) * 9)
      }
      height = max(height, measure.height(lines: lines))
    }
    try setRow(row, height: height)
  }
}

extension SheetWriter.Content {
  /// The text that a cell shows; nil for numbers and nothing.
  var shownText: String? {
    switch self {
    case .text(let text), .link(let text, _), .textFormula(_, let text): text
    case .number, .formula, .linkedNumber, .blank: nil
    }
  }
}
