import Language
import Ranking
import Regulation
import Spreadsheet

/// The charts of the sheet Tóm tắt: how the classes are filled, and what the totals are made of.
struct SummaryCharts {
  let context: ReportContext
  private let hasBonus: Bool
  /// Whether charts have to be small because there are many.
  private let hasManyGroups: Bool

  init(context: ReportContext) {
    self.context = context
    hasBonus = context.units.contains { ($0.bonus ?? .zero) > .zero }
    hasManyGroups = context.regulation.groups.count > 4
  }

  private static let widths = SummarySheet.widths
  private static let last = widths.count
  /// The most units that a chart shows legibly on one page.
  private static let chartLimit = 32
  private static let colors: [UInt32] = [
    0x1F4E79, 0x2E75B6, 0x9DC3E6, 0x548235, 0xA9D18E, 0xBF9000, 0xFFD966, 0x7F7F7F, 0xC9C9C9,
    0x8064A2,
  ]

  private var width: Double { TextMeasure.pixels(ofColumns: Self.widths) }

  // MARK: - Classes

  /// Writes how many of the ranked units reach each class, with a chart; returns the first free row.
  func writeClasses(_ sheet: SheetWriter, row: Int) throws -> Int {
    let ranked = context.units.filter { $0.rank != nil }
    guard !context.regulation.classes.isEmpty, !ranked.isEmpty else { return row }
    try sheet.writeSection(row, context.text(.classSection))
    let header = ReportStyle.header
    try sheet.writeRow(
      row + 1,
      [
        PlacedCell(1...4, .text(context.text(ColumnTitle.className)), header),
        PlacedCell(5...6, .text(context.text(ColumnTitle.floor)), header),
        PlacedCell(7...8, .text(context.text(ColumnTitle.quota)), header),
        PlacedCell(9...10, .text(context.text(ColumnTitle.count)), header),
        PlacedCell(11...12, .text(context.text(ColumnTitle.share)), header),
      ], widths: Self.widths)
    var lines: [(name: String, rule: ClassRule?, count: Int)] = context.regulation.classes.map {
      rule in (rule.name, rule, ranked.count { $0.className == rule.name })
    }
    let without = ranked.count { $0.className == nil }
    if without > 0 { lines.append((context.text(.noClass), nil, without)) }
    let first = row + 2
    for (offset, line) in lines.enumerated() {
      try sheet.writeRow(
        first + offset, cells(line.name, line.rule, line.count, of: ranked.count),
        widths: Self.widths)
    }
    let last = first + lines.count - 1
    try sheet.setRow(last + 1, height: 6)
    let rows = try sheet.makeRoom(forChartOf: 190, from: last + 2)
    func link(_ column: Int) -> CellLink {
      CellLink(sheet: sheet.name, column: column, rows: first...last)
    }
    try sheet.add(
      Chart(
        title: context.text(SummaryPhrase.classChart), categories: link(1),
        valueAxis: Chart.Axis(minimum: 0, numberFormat: "0", isHidden: true),
        series: [
          Chart.Series(
            values: link(9), fill: Self.colors[1],
            pointFills: lines.map { context.strongFill(ofClass: $0.name) }, labels: "0")
        ], gap: 80, width: width - 4, height: 182,
        description: context.text(SummaryPhrase.classChartDescription)),
      at: CellReference(row: rows.lowerBound, column: 1), right: 2, down: 2)
    return rows.upperBound + 2
  }

  private func cells(
    _ name: String, _ rule: ClassRule?, _ count: Int, of ranked: Int
  ) -> [PlacedCell] {
    let share = ReportStyle.count.with { $0.numberFormat = NumberFormat.share }
    let quota = rule?.quotaPercent.map {
      Double($0.fraction.numerator) / Double($0.fraction.denominator) / 100
    }
    return [
      PlacedCell(
        1...4, .text(name),
        ReportStyle.text.with { style in
          if let fill = context.fill(ofClass: name) { style.fill = fill }
        }),
      PlacedCell(
        5...6, rule.map { .number($0.floor.doubleValue) } ?? .blank,
        ReportStyle.points(rule?.floor.decimals ?? 0)),
      PlacedCell(7...8, quota.map { .number($0) } ?? .blank, share),
      PlacedCell(
        9...10, .number(Double(count)), ReportStyle.count.with { $0.isBold = true }),
      PlacedCell(11...12, .number(Double(count) / Double(ranked)), share),
    ]
  }

  // MARK: - Totals

  /// Draws the ranked units' points, by group of units; returns the rows that each chart covers, the
  /// section's title with the first.
  func writeTotals(_ sheet: SheetWriter, row: Int) throws -> [ClosedRange<Int>] {
    var charts: [ClosedRange<Int>] = []
    guard !context.totals.parts.isEmpty else { return charts }
    var row = row
    let groups = context.regulation.groups
    for group in groups {
      let ranked = context.units.filter { $0.unit.group == group && $0.rank != nil }
      for piece in Self.pieces(ranked.count) {
        guard let first = context.totals.row(of: ranked[piece.lowerBound].unit.code) else {
          continue
        }
        let start = row
        if charts.isEmpty {
          try sheet.writeSection(row, context.text(SummaryPhrase.totalsSection))
          row += 1
        }
        let isWhole = piece.count == ranked.count && groups.count == 1
        let title =
          isWhole
          ? context.text(SummaryPhrase.totalsChart)
          : context.text(
            SummaryPhrase.totalsChartOf,
            [
              "group": context.title(ofGroup: group), "first": "\(piece.lowerBound + 1)",
              "last": "\(piece.upperBound)", "count": "\(ranked.count)",
            ])
        let rows = try writeTotals(
          sheet, title: title, rows: first...first + piece.count - 1, row: row)
        charts.append(start...rows.upperBound)
        row = rows.upperBound + 1
      }
    }
    return charts
  }

  /// Positions in pieces that a chart shows legibly, as even as can be.
  private static func pieces(_ count: Int) -> [Range<Int>] {
    guard count > 0 else { return [] }
    let pieces = (count + chartLimit - 1) / chartLimit
    let size = (count + pieces - 1) / pieces
    return stride(from: 0, to: count, by: size).map { $0..<min($0 + size, count) }
  }

  private func writeTotals(
    _ sheet: SheetWriter, title: String, rows: ClosedRange<Int>, row: Int
  ) throws -> ClosedRange<Int> {
    let layout = context.totals
    func link(_ column: Int) -> CellLink {
      CellLink(sheet: context.text(AnnexPhrase.totals), column: column, rows: rows)
    }
    var series = layout.parts.enumerated().map { index, part in
      Chart.Series(
        caption: caption(part), values: link(layout.countedColumn(ofPart: index)),
        fill: Self.colors[index % Self.colors.count])
    }
    if hasBonus {
      series.append(
        Chart.Series(
          caption: context.text(ColumnTitle.bonus), values: link(layout.bonusColumn),
          fill: 0xED7D31))
    }
    // The legend may take a line for each long name, and for two short ones.
    let legend = (hasManyGroups ? (series.count + 1) / 2 : series.count) * 18
    let height = Double(80 + legend + rows.count * (hasManyGroups || rows.count > 16 ? 18 : 26))
    let covered = try sheet.makeRoom(forChartOf: height, from: row)
    try sheet.add(
      Chart(
        direction: .bars, grouping: .stacked, title: title,
        categories: link(TotalsLayout.unitColumn),
        valueAxis: Chart.Axis(minimum: 0, hasGridlines: true), series: series, legend: .bottom,
        gap: 45, width: width - 4, height: height - 8,
        description: context.text(SummaryPhrase.totalsChartDescription)),
      at: CellReference(row: row, column: 1), right: 2, down: 2)
    return covered
  }

  /// A short name of a part for the legend.
  private func caption(_ part: TotalsLayout.Part) -> String {
    guard let head = part.head else { return context.text(AnnexPhrase.criteriaWithoutGroup) }
    let name = "\(head.code). \(head.content)"
    let limit = hasManyGroups ? 28 : 44
    return name.count > limit ? "\(name.prefix(limit - 1))…" : name
  }
}
