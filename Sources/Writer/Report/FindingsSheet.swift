import Language
import Normalizer
import Ranking
import Regulation
import Spreadsheet

/// Where the sheet Tồn tại keeps its rows: the gravest findings first.
struct FindingsLayout {
  static let headerRow = 4
  /// The findings' positions in the consolidation, in the order of the rows.
  let order: [Int]
  private let rowOfFinding: [Int: Int]

  init(_ consolidation: Consolidation) {
    let findings = consolidation.findings
    order = findings.indices.sorted {
      (findings[$0].severity, $0) < (findings[$1].severity, $1)
    }
    rowOfFinding = Dictionary(
      uniqueKeysWithValues: order.enumerated().map { ($1, Self.headerRow + 1 + $0) })
  }

  /// The cell with the message of a finding, by its position in the consolidation.
  func cell(of finding: Int) -> CellReference? {
    rowOfFinding[finding].map { CellReference(row: $0, column: 10) }
  }
}

/// The sheet Tồn tại: every finding, linked to the unit's points and to the line of its source.
struct FindingsSheet {
  let context: ReportContext

  private static let columns: [(ColumnTitle, Double)] = [
    (.number, 6), (.severity, 11), (.code, 20), (.unit, 21), (.file, 27), (.sheet, 13), (.cell, 8),
    (.value, 15), (.action, 13), (.message, 52), (.pointsPlace, 9), (.sourcePlace, 10),
  ]

  func write(to workbook: WorkbookWriter) throws {
    let sheet = try workbook.addSheet(context.text(.findings))
    let widths = Self.columns.map(\.1)
    let last = widths.count
    let header = FindingsLayout.headerRow
    try sheet.setLook(tab: 0xC55A11)
    try sheet.setWidths(widths)
    _ = try sheet.writeTitle(context, .findingsTitle, widths: widths)
    try sheet.setRow(3, height: 6)
    try sheet.writeRow(
      header, Self.columns.map { (.text(context.text($0.0)), ReportStyle.header) }, widths: widths)
    var row = header + 1
    let names = Dictionary(
      context.units.map { ($0.unit.code, $0.unit.name) }, uniquingKeysWith: { first, _ in first })
    for (offset, index) in context.findings.order.enumerated() {
      let finding = context.consolidation.findings[index]
      try sheet.writeRow(row, cells(of: finding, number: offset + 1, names: names), widths: widths)
      row += 1
    }
    if context.findings.order.isEmpty {
      try sheet.mergeRow(
        row, 1...last, context.text(.noFindings), ReportStyle.text, widths: widths)
      row += 1
    }
    try sheet.filter(
      CellRange(
        CellReference(row: header, column: 1), CellReference(row: row - 1, column: last)))
    try sheet.silence(
      codes: CellRange(
        CellReference(row: header, column: 1), CellReference(row: row - 1, column: last)))
    try sheet.freeze(at: CellReference(row: header + 1, column: 4))
    try sheet.setPage(context.page(columns: last, rows: row - 1, repeatedRows: header...header))
  }

  private func cells(
    of finding: Finding, number: Int, names: [String: String]
  ) -> [(SheetWriter.Content, CellStyle)] {
    let severity = ReportStyle.centered.with { $0.fill = finding.severity.fill }
    let text = ReportStyle.text
    return [
      (.number(Double(number)), ReportStyle.centered),
      (.text(finding.severity.text(in: context.language)), severity),
      (.text(finding.code.rawValue), text.with { $0.size = 10 }),
      (.text(finding.unit.map { names[$0] ?? $0 } ?? ""), text),
      (.text(finding.file ?? ""), text),
      (.text(finding.sheet ?? ""), text),
      (.text(finding.cell ?? ""), ReportStyle.centered),
      (.text(FindingText.shown(finding.value, in: context.language)), text),
      (.text(FindingText.shown(finding.action, in: context.language)), text),
      (.text(finding.message(in: context.language)), text),
      pointer(to: pointsPlace(of: finding), on: .matrix),
      pointer(to: context.sources.cell(of: finding), on: .sources),
    ]
  }

  /// The cell of the matrix that the finding is about; the unit's head where it is about no score.
  private func pointsPlace(of finding: Finding) -> CellReference? {
    finding.unit.flatMap { unit in
      context.matrix.cell(unit: unit, criterion: context.sources.score(of: finding)?.criterion)
    }
  }

  /// A short text that leads to a cell.
  ///
  /// Links stand in cells of their own: not every program wraps the text of one.
  private func pointer(
    to cell: CellReference?, on sheet: ReportPhrase
  ) -> (SheetWriter.Content, CellStyle) {
    guard let cell else { return (.blank, ReportStyle.centered) }
    return (
      .link("→ \(cell)", to: CellLink(sheet: context.text(sheet), cell: cell)),
      ReportStyle.link(ReportStyle.centered)
    )
  }
}
