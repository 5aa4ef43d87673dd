import Spreadsheet

/// A row under way that becomes as high as its texts need, for sheets of very many rows.
///
/// What stands in row after row is measured and looked up among the shared strings once.
struct FittedRow {
  private var xml = RowXML(1)
  /// The inside of the columns in pixels, from the first on.
  private let insides: [Double]

  /// How the cells of a column look.
  struct Look {
    /// Their format.
    let format: CellFormat
    fileprivate let wraps: Bool
    fileprivate let measure: TextMeasure
    fileprivate let lineHeight: Double
  }

  /// A text with what its cell needs.
  struct Text {
    fileprivate let index: Int?
    fileprivate let height: Double
  }

  /// Rows of a sheet whose columns have these widths, in characters.
  init(widths: [Double]) {
    insides = widths.map { TextMeasure.pixels(ofColumns: [$0]) }
  }

  /// Begins another row.
  mutating func restart(as row: Int) { xml.restart(as: row) }

  /// Writes a text that was looked up.
  mutating func write(_ text: Text, _ column: Int, _ look: Look) {
    if let index = text.index {
      xml.text(index, column, look.format)
    } else {
      xml.blank(column, look.format)
    }
    grow(to: text.height)
  }

  /// Writes a number.
  mutating func write(_ number: Double, _ column: Int, _ look: Look) {
    xml.number(number, column, look.format)
    grow(to: look.lineHeight)
  }

  /// Writes a cell without a value.
  mutating func writeBlank(_ column: Int, _ look: Look) {
    xml.blank(column, look.format)
    grow(to: look.lineHeight)
  }

  private mutating func grow(to height: Double) {
    xml.height = min(max(xml.height ?? 0, height), CellSizes.greatestHeight)
  }

  /// What the cell of a text in a column needs.
  func text(
    _ text: String, _ column: Int, _ look: Look, on sheet: SheetWriter
  ) throws -> Text {
    guard !text.isEmpty else { return Text(index: nil, height: look.lineHeight) }
    let lines = look.wraps ? look.measure.lines(text, width: insides[column - 1]) : 1
    return Text(
      index: try sheet.textIndex(of: text),
      height: lines == 1 ? look.lineHeight : look.measure.height(lines: lines))
  }

  /// Appends the row to a sheet, behind all that were written.
  func append(to sheet: SheetWriter) throws { try sheet.append(xml) }
}

extension SheetWriter {
  /// The look of cells of a style.
  func look(_ style: CellStyle) throws -> FittedRow.Look {
    let measure = TextMeasure(size: style.size, isBold: style.isBold)
    return FittedRow.Look(
      format: try workbook.format(style), wraps: style.wraps, measure: measure,
      lineHeight: measure.height(lines: 1))
  }

  /// Makes a cell lead to another, as long as the sheet can have links.
  func link(_ cell: CellReference, to target: @autoclosure () -> CellLink) {
    guard let rows, workbook.takeLink(index) else { return }
    rows.link(cell, to: target())
  }
}
