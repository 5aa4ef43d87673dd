import Normalizer
import Ranking
import Regulation
import Spreadsheet

/// The sheet Cách làm hay: the register of models and good practices, with their evidence.
struct PracticesSheet {
  let context: ReportContext

  private static let columns: [(ProposalPhrase, Double)] = [
    (.practiceName, 34), (.content, 44), (.effect, 36), (.scope, 24), (.evidence, 30),
    (.source, 30),
  ]
  private static let headerRow = 4

  func write(to workbook: WorkbookWriter) throws {
    let sheet = try workbook.addSheet(context.text(.practices))
    let widths = [6, 28] + Self.columns.map(\.1)
    let last = widths.count
    let header = Self.headerRow
    try sheet.setLook(tab: 0x7030A0)
    try sheet.setWidths(widths)
    try sheet.mergeRow(
      1, 1...last, context.text(.practicesTitle), ReportStyle.title, widths: widths)
    try sheet.mergeRow(2, 1...last, context.subtitle, ReportStyle.subtitle, widths: widths)
    try sheet.setRow(3, height: 6)
    let titles =
      [context.text(.number), context.text(.unit)] + Self.columns.map { context.text($0.0) }
    try sheet.writeRow(
      header, titles.map { (.text($0), ReportStyle.header) }, widths: widths)
    let names = Dictionary(
      context.regulation.units.map { ($0.code, $0.name) }, uniquingKeysWith: { first, _ in first })
    var row = header
    for entry in context.consolidation.proposals.practices {
      row += 1
      let practice = entry.practice
      try sheet.writeRow(
        row,
        [
          (.number(Double(row - header)), ReportStyle.centered),
          field(names[entry.unit] ?? entry.unit), required(practice.name),
          required(practice.content), field(practice.effect), field(practice.scope),
          field(practice.evidence),
          (.text(practice.source.shown), ReportStyle.text.with { $0.size = 9 }),
        ], widths: widths)
    }
    let table = CellRange(
      CellReference(row: header, column: 1), CellReference(row: row, column: last))
    try sheet.filter(table)
    try sheet.silence(codes: table)
    try sheet.freeze(at: CellReference(row: header + 1, column: 3))
    try sheet.setPage(context.page(columns: last, rows: row, repeatedRows: header...header))
  }

  private func field(_ text: String?) -> (SheetWriter.Content, CellStyle) {
    (.text(text ?? ""), ReportStyle.text)
  }

  /// A required field, marked where it is blank.
  private func required(_ text: String) -> (SheetWriter.Content, CellStyle) {
    guard text.isEmpty else { return field(text) }
    return (
      .text(context.text(.missing)), ReportStyle.text.with { $0.fill = Severity.warning.fill }
    )
  }
}

extension SourceCell {
  /// `bai-nop/a.xlsx, Chấm điểm!B12`.
  var shown: String { "\(file), \(sheet)!\(cell)" }
}
