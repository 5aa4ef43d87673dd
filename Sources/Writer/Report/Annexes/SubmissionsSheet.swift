import Language
import Normalizer
import Ranking
import Regulation
import Spreadsheet

/// Phụ lục VII, the sheet Nộp và tồn tại: what each unit sent and which file counts, then every
/// finding, linked to the score and to the cell that it came from.
struct SubmissionsSheet {
  let context: ReportContext
  private var layout: FindingsLayout { context.findings }

  private static let widths: [Double] = [5, 10, 22, 27, 16, 12, 12, 47, 16, 8, 9]
  private static let last = widths.count

  func write(to workbook: WorkbookWriter) throws {
    let sheet = try workbook.addSheet(context.text(.findings))
    try sheet.setLook(tab: 0xC55A11)
    try sheet.setWidths(Self.widths)
    try OfficialHead(context: context, widths: Self.widths)
      .write(.submissions, title: context.text(.findingsTitle), to: sheet)
    try writeUnits(sheet)
    let last = try writeFindings(sheet)
    try sheet.mergeRow(
      last + 1, 1...Self.last, context.text(AnnexPhrase.submissionsLegend), ReportStyle.note,
      widths: Self.widths)
    let table = CellRange(
      CellReference(row: layout.headerRow, column: 1),
      CellReference(row: last, column: Self.last))
    try sheet.filter(table)
    try sheet.silence(codes: table)
    // The findings are the long part: their header is the one that pages repeat.
    var page = context.page(
      columns: Self.last, rows: last + 1, repeatedRows: layout.headerRow...layout.headerRow)
    page.keptTogether = [layout.findingsRow...layout.headerRow + 1, last...last + 1]
    try sheet.setPage(page)
  }

  // MARK: - Submissions

  private func writeUnits(_ sheet: SheetWriter) throws {
    let row = FindingsLayout.unitsRow
    try sheet.writeSection(row, context.text(AnnexPhrase.unitsSection))
    let header = ReportStyle.header
    try sheet.writeRow(
      row + 1,
      [
        PlacedCell(1, .text(context.text(ColumnTitle.number)), header),
        PlacedCell(2...3, .text(context.text(ColumnTitle.unit)), header),
        PlacedCell(4, .text(context.text(AnnexPhrase.countedFile)), header),
        PlacedCell(5, .text(context.text(ColumnTitle.sheet)), header),
        PlacedCell(6...7, .text(context.text(ColumnTitle.received)), header),
        PlacedCell(8, .text(context.text(AnnexPhrase.otherVersions)), header),
        PlacedCell(9, .text(context.text(ColumnTitle.status)), header),
        PlacedCell(10, .text(context.text(AnnexPhrase.versions)), header),
        PlacedCell(11, .text(context.text(ColumnTitle.pointsPlace)), header),
      ], widths: Self.widths)
    let files = Dictionary(grouping: context.consolidation.files) { $0.unit ?? "" }
    var number = 0
    for (offset, line) in layout.lines.enumerated() {
      let row = row + 2 + offset
      switch line {
      case .group(let group):
        try sheet.mergeRow(
          row, 1...Self.last, context.title(ofGroup: group), ReportStyle.band,
          widths: Self.widths)
      case .otherFiles:
        try sheet.mergeRow(
          row, 1...Self.last, context.text(AnnexPhrase.otherFilesSection), ReportStyle.band,
          widths: Self.widths)
      case .unit(let index):
        number += 1
        let standing = context.units[index]
        try sheet.writeRow(
          row, cells(of: standing, number: number, files: files[standing.unit.code] ?? []),
          widths: Self.widths)
      case .file(let index):
        let file = context.consolidation.files[index]
        try sheet.writeRow(row, cells(of: file), widths: Self.widths)
      }
    }
  }

  private func cells(
    of standing: UnitStanding, number: Int, files: [ReceivedFile]
  ) -> [PlacedCell] {
    let counted = files.first { $0.verdict == .counted }
    let others = files.filter { $0.verdict != .counted }.map {
      "\($0.path) (\($0.verdict.text(in: context.language)))"
    }
    let text = ReportStyle.text
    let isWaiting = standing.status == .pending || standing.status == .notSubmitted
    let (points, pointsStyle) = context.pointer(
      to: context.matrix.cell(unit: standing.unit.code, criterion: nil), on: .matrix)
    return [
      PlacedCell(1, .number(Double(number)), ReportStyle.centered),
      PlacedCell(2...3, .text(standing.unit.name), text),
      PlacedCell(4, .text(counted?.path ?? ""), text),
      PlacedCell(5, .text(counted?.sheet ?? ""), text),
      PlacedCell(6...7, .text(counted?.received.map(context.shownTime) ?? ""), text),
      PlacedCell(
        8,
        .text(
          others.isEmpty ? context.text(AnnexPhrase.noOtherVersion) : others.joined(separator: "\n")
        ),
        text),
      PlacedCell(
        9, .text(standing.status.text(in: context.language)),
        ReportStyle.centered.with { $0.fill = isWaiting ? Severity.warning.fill : nil }),
      PlacedCell(10, .number(Double(files.count)), ReportStyle.centered),
      PlacedCell(11, points, pointsStyle),
    ]
  }

  private func cells(of file: ReceivedFile) -> [PlacedCell] {
    let text = ReportStyle.text
    return [
      PlacedCell(1, .blank, text), PlacedCell(2...3, .text("–"), text),
      PlacedCell(4...5, .text(file.path), text),
      PlacedCell(6...7, .text(file.received.map(context.shownTime) ?? ""), text),
      PlacedCell(8, .text(file.sheet ?? ""), text),
      PlacedCell(
        9...11, .text(file.verdict.text(in: context.language)),
        ReportStyle.centered.with { $0.fill = Severity.warning.fill }),
    ]
  }

  // MARK: - Findings

  /// Writes the findings; returns the last row.
  private func writeFindings(_ sheet: SheetWriter) throws -> Int {
    try sheet.writeSection(layout.findingsRow, context.text(AnnexPhrase.findingsSection))
    let titles: [ColumnTitle] = [
      .number, .severity, .unit, .file, .place, .value, .action, .message, .code, .pointsPlace,
      .sourcePlace,
    ]
    try sheet.writeRow(
      layout.headerRow, titles.map { (.text(context.text($0)), ReportStyle.header) },
      widths: Self.widths)
    var row = layout.headerRow
    for (offset, index) in layout.order.enumerated() {
      row += 1
      let finding = context.consolidation.findings[index]
      try sheet.writeRow(row, cells(of: finding, number: offset + 1), widths: Self.widths)
    }
    guard layout.order.isEmpty else { return row }
    try sheet.mergeRow(
      row + 1, 1...Self.last, context.text(.noFindings), ReportStyle.text, widths: Self.widths)
    return row + 1
  }

  private func cells(of finding: Finding, number: Int) -> [(SheetWriter.Content, CellStyle)] {
    let severity = ReportStyle.centered.with { $0.fill = finding.severity.fill }
    let text = ReportStyle.text
    let place = [finding.sheet, finding.cell].compactMap { $0 }.joined(separator: "!")
    return [
      (.number(Double(number)), ReportStyle.centered),
      (.text(finding.severity.text(in: context.language)), severity),
      (.text(finding.unit.map { context.name(ofUnit: $0) } ?? ""), text),
      (.text(finding.file ?? ""), text), (.text(place), text),
      (.text(FindingText.shown(finding.value, in: context.language)), text),
      (.text(FindingText.shown(finding.action, in: context.language)), text),
      (.text(finding.message(in: context.language)), text),
      (.text(finding.code.rawValue), text.with { $0.size = 9 }),
      context.pointer(to: pointsPlace(of: finding), on: .matrix),
      context.pointer(to: context.sources.cell(of: finding), on: .sources),
    ]
  }

  /// The cell of the matrix that the finding is about; the unit's head where it is about no score.
  private func pointsPlace(of finding: Finding) -> CellReference? {
    finding.unit.flatMap { unit in
      context.matrix.cell(unit: unit, criterion: context.sources.score(of: finding)?.criterion)
    }
  }
}
