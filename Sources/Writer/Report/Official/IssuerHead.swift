import Language
import Regulation
import Spreadsheet

/// The first rows of an official sheet: whose it is on the left, the State and its motto on the right
/// (Nghị định 30/2020/NĐ-CP, Phụ lục I).
struct IssuerHead {
  let block: Block
  let language: Language
  /// The widths of the sheet's columns.
  let widths: [Double]

  /// Writes rows 1 to 3: the office and a rule below it, the State, and its motto with a rule as
  /// long as the line.
  func write(to sheet: SheetWriter) throws {
    let last = widths.count
    // The columns are divided where the office has two fifths of the width.
    var split = 1
    let whole = TextMeasure.pixels(ofColumns: widths)
    while split + 1 < last,
      TextMeasure.pixels(ofColumns: Array(widths[...split])) <= whole * 0.42
    {
      split += 1
    }
    let office = (block.office.isEmpty ? block.name : block.office).uppercased()
    let inside = TextMeasure.pixels(ofColumns: Array(widths[..<split]))
    let measure = TextMeasure(size: ReportStyle.office.size, isBold: true)
    let lines = measure.lines(office, width: inside)
    func range(_ row: Int, _ rows: Int, _ columns: ClosedRange<Int>) -> CellRange {
      CellRange(
        CellReference(row: row, column: columns.lowerBound),
        CellReference(row: row + rows - 1, column: columns.upperBound))
    }
    // A name of one line stands beside the State, its rule beside the motto.
    let rows = lines > 1 ? 2 : 1
    try sheet.merge(range(1, rows, 1...split), office, ReportStyle.office)
    let rule = rule(below: office, lines: lines, inside: inside)
    try sheet.merge(range(1 + rows, 1, 1...split), rule, ReportStyle.rule)
    try sheet.merge(
      range(1, 1, split + 1...last), ReportPhrase.motto.text(in: language), ReportStyle.motto)
    try sheet.merge(
      range(2, 1, split + 1...last), ReportPhrase.mottoLine.text(in: language),
      ReportStyle.mottoLine)
    let height = max(measure.height(lines: 1), measure.height(lines: lines) / Double(rows))
    try sheet.setRow(1, height: height)
    try sheet.setRow(2, height: max(height, 22))
    try sheet.setRow(3, height: 8)
  }

  /// A rule two fifths as long as the line above it: underlined spaces that cannot be trimmed.
  private func rule(below office: String, lines: Int, inside: Double) -> String {
    let measure = TextMeasure(size: ReportStyle.office.size, isBold: true)
    let length = lines > 1 ? inside : measure.width(office)
    let space = TextMeasure(size: ReportStyle.rule.size).width("\u{A0}")
    return String(repeating: "\u{A0}", count: max(4, Int(length * 0.4 / space)))
  }
}
