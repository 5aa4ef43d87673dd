import Language
import Ranking
import Regulation
import Spreadsheet

/// The sheet So với năm trước: points and ranks of both years, among the units that have both.
struct LastYearSheet {
  let context: ReportContext

  private static let widths: [Double] = [6, 38, 13, 13, 12, 13, 13, 11]
  private static let last = widths.count
  private static let sectionRow = 4
  /// Charts of more units would be longer than the table that they explain.
  private static let chartLimit = 40

  /// A unit that has points of both years.
  private struct Line {
    var standing: UnitStanding
    var before: Points
    var now: Points
    var rankBefore: Int
    var rankNow: Int
  }

  /// Whether the regulation knows any points of last year.
  static func isNeeded(_ consolidation: Consolidation) -> Bool {
    consolidation.regulation.units.contains { $0.lastYear != nil }
  }

  func write(to workbook: WorkbookWriter) throws {
    let sheet = try workbook.addSheet(context.text(AnnexPhrase.lastYear))
    let widths = Self.widths
    try sheet.setLook(tab: 0x548235)
    try sheet.setWidths(widths)
    try sheet.mergeRow(
      1, 1...Self.last, context.text(AnnexPhrase.lastYearTitle), ReportStyle.title, widths: widths)
    try sheet.mergeRow(2, 1...Self.last, context.subtitle, ReportStyle.titleLine, widths: widths)
    try sheet.setRow(3, height: 6)
    let header = Self.sectionRow
    try writeHeader(sheet, row: header)
    var row = header + 1
    var charts: [(group: String, rows: ClosedRange<Int>)] = []
    for group in context.regulation.groups {
      let lines = self.lines(ofGroup: group)
      guard !lines.isEmpty else { continue }
      if context.regulation.groups.count > 1 {
        try sheet.mergeRow(
          row, 1...Self.last, context.title(ofGroup: group), ReportStyle.band, widths: widths)
        row += 1
      }
      charts.append((group, row...row + lines.count - 1))
      for line in lines {
        try sheet.writeRow(row, cells(of: line), widths: widths)
        row += 1
      }
    }
    row = try writeOthers(sheet, row: row)
    try sheet.mergeRow(
      row, 1...Self.last, context.text(AnnexPhrase.lastYearLegend), ReportStyle.note,
      widths: widths)
    var page = context.page(columns: Self.last, rows: row, orientation: .portrait)
    if charts.map(\.rows.count).reduce(0, +) <= Self.chartLimit {
      for chart in charts {
        let rows = try writeChart(sheet, of: chart.rows, group: chart.group, row: row + 2)
        page.keptTogether.append(rows)
        row = rows.upperBound
      }
      page.area.last.row = row
    } else {
      page.repeatedRows = header...header
    }
    try sheet.freeze(at: CellReference(row: header + 1, column: 3))
    try sheet.setPage(page)
  }

  private var years: [String: String] {
    ["year": "\(context.block.year)", "before": "\(context.block.year - 1)"]
  }

  private func writeHeader(_ sheet: SheetWriter, row: Int) throws {
    let before = ["year": "\(context.block.year - 1)"]
    let titles = [
      context.text(ColumnTitle.number), context.text(ColumnTitle.unit),
      context.text(AnnexPhrase.lastYearPoints, before),
      context.text(AnnexPhrase.thisYearPoints, years), context.text(AnnexPhrase.change),
      context.text(AnnexPhrase.rankThen, before), context.text(AnnexPhrase.rankNow, years),
      context.text(AnnexPhrase.rankChange),
    ]
    try sheet.writeRow(row, titles.map { (.text($0), ReportStyle.header) }, widths: Self.widths)
  }

  // MARK: - Units

  private func lines(ofGroup group: String) -> [Line] {
    let both = context.units.compactMap { standing -> Line? in
      guard standing.unit.group == group, let rank = standing.rank, let now = standing.total,
        let before = standing.unit.lastYear
      else { return nil }
      return Line(
        standing: standing, before: before, now: now, rankBefore: rank, rankNow: rank)
    }
    return both.map { line in
      var line = line
      // Equal points then share a rank; now the tie chain has decided already.
      line.rankBefore = 1 + both.count { $0.before > line.before }
      let rank = line.standing.rank ?? 0
      line.rankNow = 1 + both.count { ($0.standing.rank ?? 0) < rank }
      return line
    }
  }

  private func cells(of line: Line) -> [(SheetWriter.Content, CellStyle)] {
    let change = line.now - line.before
    let places = max(context.block.decimals, line.before.decimals, change.decimals)
    let zeros = places > 0 ? "0." + String(repeating: "0", count: places) : "0"
    let moved = line.rankBefore - line.rankNow
    let arrow = moved > 0 ? "▲ \(moved)" : moved < 0 ? "▼ \(-moved)" : "="
    let color: UInt32 = moved > 0 ? 0x2E7D32 : moved < 0 ? 0xC00000 : ReportStyle.grey
    return [
      (.number(Double(line.rankNow)), ReportStyle.centered),
      (.text(line.standing.unit.name), ReportStyle.text),
      (.number(line.before.doubleValue), ReportStyle.points(places)),
      (.number(line.now.doubleValue), ReportStyle.points(places).with { $0.isBold = true }),
      (
        .number(change.doubleValue),
        ReportStyle.points(places).with { $0.numberFormat = "+\(zeros);-\(zeros);\(zeros)" }
      ),
      (.number(Double(line.rankBefore)), ReportStyle.centered),
      (.number(Double(line.rankNow)), ReportStyle.centered.with { $0.isBold = true }),
      (.text(arrow), ReportStyle.centered.with { $0.color = color }),
    ]
  }

  /// The units that lack points of one of the years, and why; returns the first free row.
  private func writeOthers(_ sheet: SheetWriter, row: Int) throws -> Int {
    let others = context.units.filter { $0.rank == nil || $0.unit.lastYear == nil }
    guard !others.isEmpty else { return row }
    let before = ["year": "\(context.block.year - 1)"]
    try sheet.mergeRow(
      row, 1...Self.last, context.text(AnnexPhrase.notComparable),
      ReportStyle.band.with { $0.isItalic = true }, widths: Self.widths)
    var row = row + 1
    for standing in others {
      var reasons: [String] = []
      if standing.unit.lastYear == nil {
        reasons.append(context.text(AnnexPhrase.noLastYear, before))
      }
      if standing.rank == nil { reasons.append(context.text(AnnexPhrase.notRankedNow, years)) }
      try sheet.writeRow(
        row,
        [
          PlacedCell(1, .text("–"), ReportStyle.centered),
          PlacedCell(2, .text(standing.unit.name), ReportStyle.text),
          PlacedCell(
            3...Self.last, .text(reasons.joined(separator: "; ")), ReportStyle.text),
        ], widths: Self.widths)
      row += 1
    }
    return row
  }

  // MARK: - Charts

  /// Draws some units' points of both years; returns the rows that the chart covers.
  private func writeChart(
    _ sheet: SheetWriter, of rows: ClosedRange<Int>, group: String, row: Int
  ) throws -> ClosedRange<Int> {
    let header = Self.sectionRow...Self.sectionRow
    func link(_ column: Int, _ rows: ClosedRange<Int>) -> CellLink {
      CellLink(sheet: sheet.name, column: column, rows: rows)
    }
    let height = Double(100 + rows.count * (rows.count > 20 ? 22 : 28))
    let title = context.text(AnnexPhrase.yearChart, years)
    let covered = try sheet.makeRoom(forChartOf: height, from: row)
    try sheet.add(
      Chart(
        direction: .bars,
        title: group.isEmpty ? title : "\(context.title(ofGroup: group)). \(title)",
        categories: link(2, rows), valueAxis: Chart.Axis(minimum: 0, hasGridlines: true),
        series: [
          Chart.Series(
            name: link(3, header), values: link(3, rows), fill: 0xBFBFBF, labels: "General"),
          Chart.Series(
            name: link(4, header), values: link(4, rows), fill: 0x2E75B6, labels: "General"),
        ], legend: .bottom, gap: 40,
        width: TextMeasure.pixels(ofColumns: Self.widths) - 4, height: height - 8,
        description: context.text(AnnexPhrase.yearChartDescription)),
      at: CellReference(row: row, column: 1), right: 2, down: 2)
    return covered
  }
}
