import Language
import Normalizer
import Ranking
import Regulation
import Spreadsheet

/// Phụ lục IV, the sheet Tự chấm, thẩm định: what the appraisal changed, by unit with a chart, then
/// score by score.
struct AppraisalSheet {
  let context: ReportContext
  private var gaps: AppraisalDifferences { context.gaps }

  private static let widths: [Double] = [5, 28, 9, 44, 9, 9, 10, 10, 9, 9, 12, 9]
  private static let last = widths.count
  /// The most units that a chart shows legibly on one page.
  private static let chartLimit = 30

  func write(to workbook: WorkbookWriter) throws {
    let sheet = try workbook.addSheet(context.text(AnnexPhrase.appraisal))
    try sheet.setLook(tab: 0x2E75B6)
    try sheet.setWidths(Self.widths)
    try OfficialHead(context: context, widths: Self.widths)
      .write(.appraisal, title: context.text(AnnexPhrase.appraisalTitle), to: sheet)
    let first = AppraisalDifferences.sectionRow
    guard !gaps.lines.isEmpty else {
      let text =
        gaps.appraisedCount == 0
        ? context.text(AnnexPhrase.nothingAppraised)
        : context.text(AnnexPhrase.nothingDiffers, ["count": "\(gaps.appraisedCount)"])
      try sheet.mergeRow(first, 1...Self.last, text, ReportStyle.sentence, widths: Self.widths)
      return try sheet.setPage(context.page(columns: Self.last, rows: first))
    }
    var row = try writeUnits(sheet)
    let chart = try writeChart(sheet, row: row + 1)
    row = chart.upperBound + 2
    let header = row + 1
    row = try writeScores(sheet, row: row)
    try sheet.mergeRow(
      row, 1...Self.last, context.text(AnnexPhrase.appraisalLegend, ["gap": gap]),
      ReportStyle.note, widths: Self.widths)
    try sheet.silence(
      codes: CellRange(
        CellReference(row: header, column: 1), CellReference(row: row, column: Self.last)))
    var page = context.page(columns: Self.last, rows: row, repeatedRows: header...header)
    page.keptTogether = [chart, chart.upperBound + 2...header + 1, row - 1...row]
    try sheet.setPage(page)
  }

  private var gap: String { context.shown(Points(context.block.gapThreshold) ?? .zero) }

  private func signed(_ points: Points) -> (SheetWriter.Content, CellStyle) {
    let places = max(context.block.decimals, points.decimals)
    let zeros = places > 0 ? "0." + String(repeating: "0", count: places) : "0"
    return (
      .number(points.doubleValue),
      ReportStyle.points(places).with { $0.numberFormat = "+\(zeros);-\(zeros);\(zeros)" }
    )
  }

  private func points(_ points: Points) -> (SheetWriter.Content, CellStyle) {
    (.number(points.doubleValue), ReportStyle.points(max(context.block.decimals, points.decimals)))
  }

  // MARK: - By unit

  /// Writes the table by unit; returns its last row.
  private func writeUnits(_ sheet: SheetWriter) throws -> Int {
    try sheet.writeSection(
      AppraisalDifferences.sectionRow, context.text(AnnexPhrase.differenceByUnit))
    let header = ReportStyle.header
    func title(_ columns: ClosedRange<Int>, _ text: String) -> PlacedCell {
      PlacedCell(columns, .text(text), header)
    }
    try sheet.writeRow(
      AppraisalDifferences.headerRow,
      [
        title(1...1, context.text(ColumnTitle.number)),
        title(2...4, context.text(ColumnTitle.unit)),
        title(5...6, context.text(AnnexPhrase.appraisedCriteria)),
        title(7...7, context.text(AnnexPhrase.differing)),
        title(8...8, context.text(AnnexPhrase.beyondGap)),
        title(9...10, context.text(AnnexPhrase.lowered)),
        title(11...11, context.text(AnnexPhrase.raised)),
        title(12...12, context.text(AnnexPhrase.net)),
      ], widths: Self.widths)
    var row = AppraisalDifferences.headerRow
    for (offset, line) in gaps.lines.enumerated() {
      row += 1
      let (lowered, raised) = (signed(line.lowered), signed(line.raised))
      let net = signed(line.lowered + line.raised)
      let flagged = ReportStyle.count.with {
        $0.fill = line.flagged > 0 ? Severity.warning.fill : nil
      }
      try sheet.writeRow(
        row,
        [
          PlacedCell(1, .number(Double(offset + 1)), ReportStyle.centered),
          PlacedCell(2...4, .text(context.units[line.unit].unit.name), ReportStyle.text),
          PlacedCell(5...6, .number(Double(line.appraisedCount)), ReportStyle.count),
          PlacedCell(7, .number(Double(line.items.count)), ReportStyle.count),
          PlacedCell(8, .number(Double(line.flagged)), flagged),
          PlacedCell(9...10, lowered.0, lowered.1), PlacedCell(11, raised.0, raised.1),
          PlacedCell(12, net.0, net.1.with { $0.isBold = true }),
        ], widths: Self.widths)
    }
    return row
  }

  /// Draws the first lines of the table; returns the rows that the chart covers.
  private func writeChart(_ sheet: SheetWriter, row: Int) throws -> ClosedRange<Int> {
    let count = min(gaps.lines.count, Self.chartLimit)
    let first = AppraisalDifferences.headerRow + 1
    func link(_ column: Int, _ rows: ClosedRange<Int>) -> CellLink {
      CellLink(sheet: sheet.name, column: column, rows: rows)
    }
    let rows = first...first + count - 1
    let header = AppraisalDifferences.headerRow...AppraisalDifferences.headerRow
    let height = Double(100 + count * (count > 15 ? 19 : 24))
    let covered = try sheet.makeRoom(forChartOf: height, from: row)
    let title =
      count < gaps.lines.count
      ? context.text(AnnexPhrase.differenceChartMost, ["count": "\(count)"])
      : context.text(AnnexPhrase.differenceChart)
    try sheet.add(
      Chart(
        direction: .bars, grouping: .stacked, title: title, categories: link(2, rows),
        valueAxis: Chart.Axis(hasGridlines: true),
        series: [
          Chart.Series(name: link(9, header), values: link(9, rows), fill: 0xC55A11),
          Chart.Series(name: link(11, header), values: link(11, rows), fill: 0x548235),
        ], legend: .bottom, gap: 50,
        width: TextMeasure.pixels(ofColumns: Self.widths) - 4, height: height - 8,
        description: context.text(AnnexPhrase.differenceChartDescription)),
      at: CellReference(row: row, column: 1), right: 2, down: 2)
    return covered
  }

  // MARK: - By criterion

  /// Writes every difference; returns the first free row.
  private func writeScores(_ sheet: SheetWriter, row: Int) throws -> Int {
    try sheet.writeSection(row, context.text(AnnexPhrase.differenceByCriterion))
    let titles: [String] = [
      context.text(ColumnTitle.number), context.text(ColumnTitle.unit),
      context.text(ColumnTitle.criterion), context.text(ColumnTitle.content),
      context.text(ColumnTitle.maximum), context.text(ColumnTitle.selfScore),
      context.text(ColumnTitle.appraised), context.text(AnnexPhrase.difference),
      context.text(AnnexPhrase.shareOfMaximum), context.text(ColumnTitle.counted),
      context.text(AnnexPhrase.gapFlag, ["gap": gap]), context.text(ColumnTitle.sourcePlace),
    ]
    try sheet.writeRow(
      row + 1, titles.map { (.text($0), ReportStyle.header) }, widths: Self.widths)
    var row = row + 1
    var number = 0
    for line in gaps.lines {
      let unit = context.units[line.unit].unit
      for item in line.items {
        row += 1
        number += 1
        try sheet.writeRow(row, cells(of: item, unit: unit, number: number), widths: Self.widths)
      }
    }
    return row + 1
  }

  private func cells(
    of item: AppraisalDifferences.Item, unit: MemberUnit, number: Int
  ) -> [(SheetWriter.Content, CellStyle)] {
    let maximum = item.criterion.maximum
    let share = maximum.flatMap {
      $0 > .zero
        ? Double(item.difference.tenThousandths) / Double($0.tenThousandths) : nil
    }
    let key = SourcesLayout.ScoreKey(unit: unit.code, criterion: item.criterion.code)
    let source = context.sources.row(ofScore: key)
      .map { CellReference(row: $0, column: SourcesLayout.fileColumn) }
    return [
      (.number(Double(number)), ReportStyle.centered), (.text(unit.name), ReportStyle.text),
      (.text(item.criterion.code), ReportStyle.centered),
      (.text(item.criterion.content), ReportStyle.text),
      maximum.map { points($0) } ?? (.blank, ReportStyle.text), points(item.own),
      points(item.appraised), signed(item.difference),
      (
        share.map { .number($0) } ?? .blank,
        ReportStyle.count.with { $0.numberFormat = "+0%;-0%;0%" }
      ),
      points(item.score.counted),
      (
        .text(item.isFlagged ? "✓" : ""),
        ReportStyle.centered.with { $0.fill = item.isFlagged ? Severity.warning.fill : nil }
      ),
      context.pointer(to: source, on: .sources),
    ]
  }
}
