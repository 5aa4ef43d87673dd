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
    (.number, 7), (.unitCode, 11), (.file, 32), (.sheet, 15), (.cell, 7), (.criterion, 10),
    (.value, 12), (.selfScore, 9), (.appraised, 9), (.counted, 9), (.change, 44),
    (.sha256, 38), (.received, 16),
  ]
  /// How many digits of the SHA-256 stand beside a score; all stand in the line of its file.
  private static let shortDigest = 12

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
    let changes = ScoreChanges(context)
    let digests = digests
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
        let source = score.sheet == nil ? nil : standing.source
        let change = changes.text(score, unit: standing.unit.code)
        try writeLine(
          sheet, row: row, number: number, unit: standing.unit.code, file: source?.file,
          sheetName: score.sheet, cell: score.cell,
          [
            (criterion, ReportStyle.link(ReportStyle.centered)),
            changes.submitted(score, unit: standing.unit.code), points(score.enteredPoints),
            points(score.appraisedPoints), points(score.counted),
            (
              .text(change.text),
              ReportStyle.text.with {
                $0.size = 10
                $0.fill = change.severity?.fill
              }
            ),
          ], digest: source?.sha256, received: source?.received)
        for (offset, appraisal) in score.appraisals.enumerated() {
          number += 1
          // What one appraiser gave; the line before it has the mean.
          try writeLine(
            sheet, row: row + 1 + offset, number: number, unit: standing.unit.code,
            file: appraisal.file, sheetName: appraisal.sheet, cell: appraisal.cell,
            [
              (.text(score.criterion), ReportStyle.centered), (.blank, ReportStyle.text),
              (.blank, ReportStyle.text), points(appraisal.points), (.blank, ReportStyle.text),
              (.text(context.text(SourcePhrase.appraiser)), ReportStyle.text.with { $0.size = 10 }),
            ], digest: digests[appraisal.file], received: nil)
        }
      }
    }
  }

  /// The digests of the files that came, by their paths.
  private var digests: [String: String] {
    Dictionary(
      context.consolidation.files.compactMap { file in file.sha256.map { (file.path, $0) } },
      uniquingKeysWith: { first, _ in first })
  }

  /// A line of the second part: where a number stands, the number, and the file that it is in.
  private func writeLine(
    _ sheet: SheetWriter, row: Int, number: Int, unit: String, file: String?, sheetName: String?,
    cell: String?, _ figures: [(SheetWriter.Content, CellStyle)], digest: String?,
    received: String?
  ) throws {
    let small = ReportStyle.text.with { $0.size = 9 }
    try sheet.writeRow(
      row,
      [
        (.number(Double(number)), ReportStyle.centered), (.text(unit), ReportStyle.centered),
        (.text(file ?? ""), ReportStyle.text), (.text(sheetName ?? ""), ReportStyle.text),
        (.text(cell ?? ""), ReportStyle.centered),
      ] + figures + [
        (.text(digest.map { "\($0.prefix(Self.shortDigest))…" } ?? ""), small),
        (.text(received.map { context.shownTime($0) } ?? ""), small),
      ], widths: Self.columns.map(\.1))
  }

  private func points(_ points: Points?) -> (SheetWriter.Content, CellStyle) {
    guard let points else { return (.blank, ReportStyle.text) }
    return (
      .number(points.doubleValue), ReportStyle.points(max(context.block.decimals, points.decimals))
    )
  }
}
