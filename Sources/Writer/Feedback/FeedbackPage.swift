import Language
import Spreadsheet

/// Writes the first sheet of a feedback row by row, its sections numbered, and remembers what should
/// not be torn apart by the end of a page.
final class FeedbackPage {
  let sheet: SheetWriter
  let widths: [Double]
  /// The next free row.
  private(set) var row: Int
  private let firstRow: Int
  private var keptTogether: [ClosedRange<Int>] = []
  private var sections = 0

  private static let numerals = ["I", "II", "III", "IV", "V", "VI"]

  /// Goes on below the head of the sheet.
  init(_ sheet: SheetWriter, widths: [Double], row: Int) {
    self.sheet = sheet
    self.widths = widths
    self.row = row
    firstRow = row
  }

  /// The rows up to the last one that was written in blocks of at least two that stay on one page:
  /// so every page ends where it is said to, and none is reckoned from an end that a program moved.
  var blocks: [ClosedRange<Int>] {
    let kept = Dictionary(
      keptTogether.map { ($0.lowerBound, $0.upperBound) }, uniquingKeysWith: { max($0, $1) })
    var blocks: [ClosedRange<Int>] = []
    var first = firstRow
    while first < row {
      // A row alone before others that stay together goes with them.
      let end = kept[first] ?? kept[first + 1] ?? first + 1
      blocks.append(first...min(end, row - 1))
      first = end + 1
    }
    return blocks
  }

  /// Writes a row, as high as its texts need.
  func write(_ cells: [PlacedCell]) throws {
    try sheet.writeRow(row, cells, widths: widths)
    row += 1
  }

  /// Writes a text across the page.
  func write(_ text: String, _ style: CellStyle) throws {
    try write([PlacedCell(1...widths.count, .text(text), style)])
  }

  /// Writes the head of a table.
  func header(_ titles: [(ClosedRange<Int>, String)]) throws {
    try write(titles.map { PlacedCell($0.0, .text($0.1), ReportStyle.header) })
  }

  /// Leaves a row blank.
  func skip(height: Double) throws {
    try sheet.setRow(row, height: height)
    row += 1
  }

  /// Writes a numbered heading, which stays with the two rows below it.
  func section(_ text: String) throws {
    try skip(height: 10)
    keptTogether.append(row...row + 2)
    let numeral = Self.numerals[min(sections, Self.numerals.count - 1)]
    sections += 1
    try write("\(numeral). \(text)", ReportStyle.section)
  }

  /// Writes rows that stay on one page.
  func together(_ body: () throws -> Void) throws {
    let first = row
    try body()
    guard row > first + 1 else { return }
    // Of what was to stay together inside, the whole is enough.
    keptTogether.removeAll { $0.lowerBound >= first }
    keptTogether.append(first...row - 1)
  }

  /// Leaves rows blank below a drawing of so many pixels.
  func draw(height pixels: Double, _ body: (CellReference) throws -> Void) throws {
    try body(CellReference(row: row, column: 1))
    // Rows of 15 points are 20 pixels high.
    for _ in 0...Int((pixels / 20).rounded(.up)) { try skip(height: 15) }
  }
}
