import Language
import Regulation
import Spreadsheet

/// Writes the first sheet of a feedback row by row over ranges of columns, and keeps count of the
/// height, so that no heading stands alone at the foot of a page.
final class FeedbackPage {
  /// Cells over a range of columns.
  typealias Cell = (columns: ClosedRange<Int>, content: SheetWriter.Content, style: CellStyle)

  let sheet: SheetWriter
  let widths: [Double]
  /// The next free row.
  private(set) var row: Int
  /// The rows above which a new page begins.
  private(set) var pageBreaks: [Int] = []
  private var sections = 0
  private var used: Double

  /// What fits on a page of A4 landscape, in points, a little less than what there is.
  private static let pageHeight = 508.0
  /// The room that a heading asks for together with the head of its table and a first row.
  private static let sectionHeight = 90.0
  /// The height of the head of an official sheet, which is written before.
  private static let headHeight = 105.0

  /// Goes on below the head of an official sheet.
  init(_ sheet: SheetWriter, widths: [Double], row: Int) {
    self.sheet = sheet
    self.widths = widths
    self.row = row
    used = Self.headHeight
  }

  var all: ClosedRange<Int> { 1...widths.count }

  /// Writes texts over ranges of columns, and makes the row as high as they need.
  func write(_ cells: [Cell]) throws {
    var height = 0.0
    for cell in cells {
      let range = CellRange(
        CellReference(row: row, column: cell.columns.lowerBound),
        CellReference(row: row, column: cell.columns.upperBound))
      try sheet.merge(range, "", cell.style)
      try sheet.write(cell.content, at: range.first, cell.style)
      let measure = TextMeasure(size: cell.style.size, isBold: cell.style.isBold)
      var lines = 1
      if case .text(let text) = cell.content, cell.style.wraps {
        let inside = Array(widths[(cell.columns.lowerBound - 1)..<cell.columns.upperBound])
        lines = measure.lines(text, width: TextMeasure.pixels(ofColumns: inside))
      }
      height = max(height, measure.height(lines: lines))
    }
    try close(height: min(height, 409))
  }

  /// Writes a text across the page.
  func write(_ text: String, _ style: CellStyle) throws {
    try write([(all, .text(text), style)])
  }

  /// Writes the head of a table.
  func header(_ titles: [(ClosedRange<Int>, String)]) throws {
    try write(titles.map { ($0.0, .text($0.1), ReportStyle.header) })
  }

  /// Writes a numbered heading with a blank row above it, on the next page where too little of what
  /// follows would stand below.
  ///
  /// - Parameter height: the room that what follows asks for.
  func section(_ text: String, keeping height: Double = 0) throws {
    try keep(height: max(Self.sectionHeight, height))
    sections += 1
    try write("\(Self.roman[min(sections, Self.roman.count) - 1]). \(text)", ReportStyle.section)
  }

  /// Leaves a narrow row blank, and begins a new page where less than so much room is left.
  func keep(height: Double) throws {
    try skip(height: 10)
    if used + height > Self.pageHeight { breakPage() }
  }

  /// Leaves a row blank.
  func skip(height: Double) throws { try close(height: height) }

  /// Leaves rows of 15 points blank below a drawing of so many pixels, and keeps it on one page.
  func draw(height pixels: Double, _ body: (CellReference) throws -> Void) throws {
    let rows = Int((pixels / 20).rounded(.up)) + 1
    if used + Double(rows) * 15 > Self.pageHeight { breakPage() }
    try body(CellReference(row: row, column: 1))
    for _ in 0..<rows { try skip(height: 15) }
  }

  private static let roman = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII"]

  private func breakPage() {
    pageBreaks.append(row)
    used = 0
  }

  private func close(height: Double) throws {
    try sheet.setRow(row, height: height)
    used = used + height > Self.pageHeight ? height : used + height
    row += 1
  }
}
