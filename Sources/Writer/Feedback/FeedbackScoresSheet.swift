import Language
import Ranking
import Regulation
import Spreadsheet

/// The sheet with every criterion of the unit: self, appraised, counted, maximum, and the group.
struct FeedbackScoresSheet {
  let layout: FeedbackLayout
  private var feedback: UnitFeedback { layout.feedback }

  private static let widths: [Double] = [10, 52, 9, 9, 10, 10, 9, 11, 11, 9]
  static let headerRow = 4
  /// The first of the three columns with the shares that the charts draw: own, median, best.
  static let shareColumn = widths.count + 2

  /// The row of a line of the table.
  static func row(ofLine index: Int) -> Int { headerRow + 1 + index }

  func write(to workbook: WorkbookWriter) throws {
    let sheet = try workbook.addSheet(feedback.text(.scoresSheet))
    let last = Self.widths.count
    let header = Self.headerRow
    try sheet.setLook(tab: 0x2E75B6)
    try sheet.setWidths(Self.widths)
    try sheet.mergeRow(
      1, 1...last, feedback.text(.scoresTitle), ReportStyle.title, widths: Self.widths)
    try sheet.mergeRow(
      2, 1...last, "\(feedback.unit.name) – \(feedback.subtitle)", ReportStyle.subtitle,
      widths: Self.widths)
    try sheet.mergeRow(
      3, 1...last, feedback.text(.scoresLegend), ReportStyle.note, widths: Self.widths)
    let titles: [String] =
      [ColumnTitle.criterion, .content, .maximum, .selfScore, .appraised, .counted]
      .map { feedback.text($0) }
      + [feedback.text(.shareOfMaximum), feedback.text(.medianColumn), feedback.text(.bestColumn)]
      + [feedback.text(ColumnTitle.cell)]
    try sheet.writeRow(
      header, titles.map { (.text($0), ReportStyle.header) }, widths: Self.widths)
    for (index, line) in feedback.lines.enumerated() {
      try sheet.writeRow(Self.row(ofLine: index), cells(of: line), widths: Self.widths)
    }
    let end = try writeTotals(sheet, row: Self.row(ofLine: feedback.lines.count))
    if layout.hasCharts { try writeShares(sheet) }
    try sheet.silence(
      codes: CellRange(
        CellReference(row: header, column: 1), CellReference(row: end, column: 1)))
    try sheet.freeze(at: CellReference(row: header + 1, column: 3))
    try sheet.setPage(feedback.page(columns: last, rows: end, repeatedRows: header...header))
  }

  private func points(
    _ points: Points?, _ style: CellStyle
  ) -> (SheetWriter.Content, CellStyle) {
    let places = max(feedback.block.decimals, points?.decimals ?? 0)
    return (
      points.map { .number($0.doubleValue) } ?? .blank,
      style.with {
        $0.horizontal = .right
        $0.numberFormat = NumberFormat.points(places: places)
      }
    )
  }

  private func cells(of line: UnitFeedback.Line) -> [(SheetWriter.Content, CellStyle)] {
    var style = ReportStyle.text
    if line.isGroup { style = ReportStyle.band.with { $0.wraps = true } }
    if line.isNotApplicable {
      style = style.with {
        $0.isItalic = true
        $0.color = 0x7F7F7F
      }
    }
    let isMissing =
      !line.isGroup && !line.isNotApplicable && line.own == nil && line.appraised == nil
    let counted = style.with {
      if isMissing { $0.color = 0xC00000 }
      $0.isBold = true
    }
    let link = line.isGroup ? nil : layout.copy(ofScore: line.criterion.code)
    return [
      (.text(line.criterion.code), style),
      (
        .text(line.criterion.content),
        style.with { $0.indent = UInt8(clamping: min(line.depth, 4)) }
      ),
      points(line.maximum, style), points(line.own, style), points(line.appraised, style),
      points(line.counted, counted), share(line.counted, of: line, style),
      points(line.group?.median, style), points(line.group?.best, style),
      (
        link.map { .link("\($0.range.first)", to: $0) } ?? .blank,
        link == nil
          ? style : ReportStyle.link(style.with { $0.horizontal = .center })
      ),
    ]
  }

  /// The share of the maximum that an amount is; nothing for deductions.
  private func share(
    _ points: Points?, of line: UnitFeedback.Line, _ style: CellStyle
  ) -> (SheetWriter.Content, CellStyle) {
    (
      FeedbackChart.share(points, of: line).map { .number($0) } ?? .blank,
      style.with {
        $0.horizontal = .right
        $0.numberFormat = "0%"
      }
    )
  }

  private func writeTotals(_ sheet: SheetWriter, row: Int) throws -> Int {
    let standing = feedback.standing
    let comparison = feedback.comparison
    let sums: [(ReportPhrase, Points?, GroupComparison.Figures?)] = [
      (.base, standing.base, comparison.figures(of: .base)),
      (.bonus, standing.bonus, comparison.figures(of: .bonus)),
      (.deduction, standing.deduction, comparison.figures(of: .deduction)),
      (.total, standing.total, comparison.total),
    ]
    let style = ReportStyle.header.with { $0.horizontal = nil }
    for (offset, (title, amount, figures)) in sums.enumerated() {
      let blank: (SheetWriter.Content, CellStyle) = (.blank, style)
      try sheet.writeRow(
        row + offset,
        [
          blank, (.text(title.text(in: feedback.language)), style), blank, blank, blank,
          points(amount, style), blank, points(figures?.median, style),
          points(figures?.best, style), blank,
        ], widths: Self.widths)
    }
    return row + sums.count - 1
  }

  /// Writes the figures of the charts beside the table, where they do not print.
  private func writeShares(_ sheet: SheetWriter) throws {
    let style = CellStyle(size: 9, color: 0x7F7F7F, horizontal: .right, numberFormat: "0.0%")
    let first = Self.shareColumn
    for (offset, phrase) in [FeedbackPhrase.own, .medianColumn, .bestColumn].enumerated() {
      try sheet.setColumns(first + offset...first + offset, width: 13)
      try sheet.write(
        .text(feedback.text(phrase)),
        at: CellReference(row: Self.headerRow, column: first + offset),
        style.with { $0.horizontal = .center })
    }
    try sheet.write(
      .text(feedback.text(.chartPoints)),
      at: CellReference(row: Self.headerRow - 1, column: first),
      style.with { $0.horizontal = .left })
    for (index, line) in feedback.lines.enumerated() {
      for (offset, points) in [line.counted, line.group?.median, line.group?.best].enumerated() {
        guard let share = FeedbackChart.share(points, of: line) else { continue }
        try sheet.write(
          .number(share),
          at: CellReference(row: Self.row(ofLine: index), column: first + offset), style)
      }
    }
  }
}
