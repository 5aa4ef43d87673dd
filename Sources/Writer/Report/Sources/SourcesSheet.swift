import Language
import Normalizer
import Spreadsheet

/// The sheet Nguồn: every file that came, and for every counted score the cell that it stands in.
struct SourcesSheet {
  let context: ReportContext
  private var layout: SourcesLayout { context.sources }

  private static let widths = SourceColumn.allCases.map(\.width)

  func write(to workbook: WorkbookWriter) throws {
    let sheet = try workbook.addSheet(context.text(.sources), hasOwnRows: true)
    let widths = Self.widths
    let last = widths.count
    try sheet.setLook(tab: 0x7F7F7F)
    try sheet.setWidths(widths)
    _ = try sheet.writeTitle(context, .sourcesTitle, widths: widths)
    try sheet.mergeRow(
      3, 1...last, context.text(.sourcesLegend), ReportStyle.note, widths: widths)
    let header = SourcesLayout.headerRow
    try sheet.writeRow(
      header, SourceColumn.allCases.map { (.text(context.text($0.title)), ReportStyle.header) },
      widths: widths)
    try writeBand(sheet, row: SourcesLayout.fileBandRow, .filesSection)
    try writeFiles(sheet)
    try writeBand(sheet, row: layout.scoreBandRow, .scoresSection)
    var lines = try SourceLines(context, on: sheet, widths: widths)
    try lines.write(from: layout.scoreBandRow + 1)
    try sheet.filter(
      CellRange(
        CellReference(row: header, column: 1),
        CellReference(row: max(layout.lastRow, header + 1), column: last)))
    try sheet.silence(
      codes: CellRange(
        CellReference(row: header, column: 1), CellReference(row: layout.lastRow, column: last)))
    try sheet.freeze(at: CellReference(row: header + 1, column: 4))
    try sheet.setPage(
      context.page(columns: last, rows: layout.lastRow, repeatedRows: header...header))
  }

  /// A band is not merged: a filter would not get across it.
  private func writeBand(_ sheet: SheetWriter, row: Int, _ phrase: ReportPhrase) throws {
    let style = ReportStyle.band
    for column in SourceColumn.allCases.indices {
      try sheet.write(
        column == 0 ? .text(context.text(phrase)) : .blank,
        at: CellReference(row: row, column: column + 1),
        style.with { $0.isBordered = false })
    }
  }

  private func writeFiles(_ sheet: SheetWriter) throws {
    let first = SourcesLayout.fileBandRow + 1
    if context.consolidation.files.isEmpty {
      try sheet.write(
        .text(context.text(.noFiles)), at: CellReference(row: first, column: 3), ReportStyle.plain)
    }
    let small = ReportStyle.text.with { $0.size = 9 }
    for (offset, file) in context.consolidation.files.enumerated() {
      try sheet.writeRow(
        first + offset,
        [
          (.number(Double(offset + 1)), ReportStyle.centered),
          (.text(file.unit ?? ""), ReportStyle.centered),
          (.text(file.path), ReportStyle.text), (.text(file.sheet ?? ""), ReportStyle.text),
          (.blank, ReportStyle.text), (.blank, ReportStyle.text), (.blank, ReportStyle.text),
          (.blank, ReportStyle.text), (.blank, ReportStyle.text), (.blank, ReportStyle.text),
          (
            .text(file.verdict.text(in: context.language)),
            ReportStyle.text.with { $0.fill = fill(of: file.verdict) }
          ),
          (.text(file.sha256 ?? ""), small),
          (.text(file.received.map { context.shownTime($0) } ?? ""), small),
        ], widths: Self.widths)
    }
  }

  private func fill(of verdict: FileVerdict) -> UInt32? {
    switch verdict {
    case .counted: nil
    case .superseded, .duplicate: 0xF2F2F2
    case .waiting: Severity.warning.fill
    case .unusable, .late: Severity.error.fill
    }
  }
}
