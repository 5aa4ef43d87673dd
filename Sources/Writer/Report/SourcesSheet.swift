import Language
import Normalizer
import Ranking
import Regulation
import Spreadsheet

/// The sheet Nguồn: every file that came, and for every counted score the cell that it stands in.
struct SourcesSheet {
  let context: ReportContext
  private var layout: SourcesLayout { context.sources }

  private static let columns: [(ColumnTitle, Double)] = [
    (.number, 7), (.unitCode, 11), (.file, 40), (.sheet, 18), (.cell, 8), (.criterion, 10),
    (.selfScore, 9), (.appraised, 9), (.counted, 9), (.received, 18), (.verdict, 15),
    (.sha256, 35),
  ]

  func write(to workbook: WorkbookWriter) throws {
    let sheet = try workbook.addSheet(context.text(.sources))
    let widths = Self.columns.map(\.1)
    let last = widths.count
    try sheet.setLook(tab: 0x7F7F7F)
    try sheet.setWidths(widths)
    _ = try sheet.writeTitle(context, .sourcesTitle, widths: widths)
    try sheet.mergeRow(
      3, 1...last, context.text(.sourcesLegend), ReportStyle.note, widths: widths)
    let header = SourcesLayout.headerRow
    try sheet.writeRow(
      header, Self.columns.map { (.text(context.text($0.0)), ReportStyle.header) }, widths: widths)
    try writeBand(sheet, row: SourcesLayout.fileBandRow, .filesSection)
    try writeFiles(sheet)
    try writeBand(sheet, row: layout.scoreBandRow, .scoresSection)
    try writeScores(sheet)
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
    for column in Self.columns.indices {
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
      let row = first + offset
      try sheet.writeRow(
        row,
        [
          (.number(Double(offset + 1)), ReportStyle.centered),
          (.text(file.unit ?? ""), ReportStyle.centered),
          (.text(file.path), ReportStyle.text),
          (.text(file.sheet ?? ""), ReportStyle.text),
          (.blank, ReportStyle.text), (.blank, ReportStyle.text), (.blank, ReportStyle.text),
          (.blank, ReportStyle.text), (.blank, ReportStyle.text),
          (.text(file.received ?? ""), small),
          (
            .text(file.verdict.text(in: context.language)),
            ReportStyle.centered.with { $0.fill = fill(of: file.verdict) }
          ),
          (.text(file.sha256 ?? ""), small),
        ], widths: Self.columns.map(\.1))
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

  private func writeScores(_ sheet: SheetWriter) throws {
    let widths = Self.columns.map(\.1)
    var number = 0
    for standing in context.units {
      for score in standing.scores {
        let key = SourcesLayout.ScoreKey(unit: standing.unit.code, criterion: score.criterion)
        guard let row = layout.row(ofScore: key) else { continue }
        number += 1
        let matrix = context.matrix.cell(unit: standing.unit.code, criterion: score.criterion)
        let criterion: SheetWriter.Content =
          matrix.map {
            .link(score.criterion, to: CellLink(sheet: context.text(.matrix), cell: $0))
          }
          ?? .text(score.criterion)
        let isPlaced = score.sheet != nil
        try sheet.writeRow(
          row,
          [
            (.number(Double(number)), ReportStyle.centered),
            (.text(standing.unit.code), ReportStyle.centered),
            (.text(isPlaced ? standing.source?.file ?? "" : ""), ReportStyle.text),
            (.text(score.sheet ?? ""), ReportStyle.text),
            (.text(score.cell ?? ""), ReportStyle.centered),
            (criterion, ReportStyle.link(ReportStyle.centered)),
            points(score.enteredPoints), points(score.appraisedPoints), points(score.counted),
            (.blank, ReportStyle.text),
            (
              .text(score.isNotApplicable ? context.text(.notApplicable) : ""),
              ReportStyle.centered.with { $0.size = 10 }
            ),
            (.blank, ReportStyle.text),
          ], widths: widths)
        for (offset, appraisal) in score.appraisals.enumerated() {
          number += 1
          try writeAppraisal(
            sheet, row: row + 1 + offset, number: number, unit: standing.unit.code,
            criterion: score.criterion, appraisal)
        }
      }
    }
  }

  /// What one appraiser gave; the line before it has the mean.
  private func writeAppraisal(
    _ sheet: SheetWriter, row: Int, number: Int, unit: String, criterion: String,
    _ appraisal: Appraisal
  ) throws {
    try sheet.writeRow(
      row,
      [
        (.number(Double(number)), ReportStyle.centered), (.text(unit), ReportStyle.centered),
        (.text(appraisal.file), ReportStyle.text), (.text(appraisal.sheet), ReportStyle.text),
        (.text(appraisal.cell), ReportStyle.centered), (.text(criterion), ReportStyle.centered),
        (.blank, ReportStyle.text), points(appraisal.points), (.blank, ReportStyle.text),
        (.blank, ReportStyle.text), (.blank, ReportStyle.text), (.blank, ReportStyle.text),
      ], widths: Self.columns.map(\.1))
  }

  private func points(_ points: Points?) -> (SheetWriter.Content, CellStyle) {
    guard let points else { return (.blank, ReportStyle.text) }
    return (
      .number(points.doubleValue), ReportStyle.points(max(context.block.decimals, points.decimals))
    )
  }
}
