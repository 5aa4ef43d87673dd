import Analysis
import Language
import Ranking
import Regulation
import Spreadsheet

/// The charts of the sheet Phân tích, with their figures beside the page.
struct AnalysisCharts {
  let context: ReportContext
  /// The widths of the printed columns.
  let widths: [Double]

  /// The most bars that a chart shows legibly on one page.
  private static let barLimit = 25
  /// How many of the least criteria are shown.
  private static let weakCriteria = 15

  private var groups: [GroupAnalysis] { context.consolidation.analysis.groups }
  /// The first column beyond the page.
  private var dataColumn: Int { widths.count + 2 }
  private var width: Double { TextMeasure.pixels(ofColumns: widths) - 6 }

  // MARK: - Totals

  /// Draws the totals of each group in quarters; returns the rows that the chart covers.
  func writeTotals(_ sheet: SheetWriter, row: Int) throws -> ClosedRange<Int>? {
    let lines = groups.compactMap { group -> (name: String, parts: [Double])? in
      let totals = group.totals
      guard totals.count > 1, let low = totals.lowest, let high = totals.highest,
        let quartiles = totals.quartiles
      else { return nil }
      let name = group.group.isEmpty ? context.text(ReportPhrase.wholeBlock) : group.group
      return (
        name,
        [
          low, quartiles.lower - low, quartiles.median - quartiles.lower,
          quartiles.upper - quartiles.median, high - quartiles.upper,
        ]
      )
    }.prefix(Self.barLimit)
    guard let lowest = lines.map({ $0.parts[0] }).min() else { return nil }
    let parts: [AnalysisWords] = [.lowestPart, .secondPart, .thirdPart, .highestPart]
    let rows = try writeData(
      sheet, row: row, titles: [""] + parts.map { context.text($0) },
      lines.map { ($0.name, $0.parts) })
    let fills: [UInt32] = [0xBDD7EE, 0x2E75B6, 0x1F4E79, 0x9DC3E6]
    // What only lifts the others has no name to show.
    var series = [
      Chart.Series(caption: "\u{A0}", values: data(sheet, 1, rows), fill: nil)
    ]
    for (offset, fill) in fills.enumerated() {
      series.append(
        Chart.Series(
          name: data(sheet, 2 + offset, rows.lowerBound - 1...rows.lowerBound - 1),
          values: data(sheet, 2 + offset, rows), fill: fill))
    }
    return try place(
      Chart(
        direction: .bars, grouping: .stacked, title: context.text(AnalysisWords.totalsChart),
        categories: data(sheet, 0, rows),
        // The part below the lowest total says nothing.
        valueAxis: Chart.Axis(
          title: context.text(.total), minimum: max(0, (lowest / 5).rounded(.down) * 5 - 5),
          hasGridlines: true),
        series: series, legend: .bottom, gap: 60, width: width,
        height: height(bars: lines.count),
        description: context.text(AnalysisWords.totalsChartDescription)),
      sheet, row: row)
  }

  // MARK: - Criteria

  /// Draws the criteria of a group that tell units apart least; returns the rows covered.
  func writeWeakCriteria(
    _ sheet: SheetWriter, _ group: GroupAnalysis, row: Int
  ) throws -> ClosedRange<Int>? {
    let weak = group.criteria.compactMap { figures in
      figures.discrimination.map { (code: figures.criterion, power: $0) }
    }
    .enumerated().sorted { ($0.element.power, $0.offset) < ($1.element.power, $1.offset) }
    .prefix(Self.weakCriteria).map(\.element)
    guard weak.count > 1 else { return nil }
    let rows = try writeData(
      sheet, row: row, titles: [context.text(.discrimination)],
      weak.map { (label($0.code), [$0.power]) })
    let title =
      groups.count > 1
      ? context.text(
        AnalysisWords.weakChartFor, ["group": context.title(ofGroup: group.group)])
      : context.text(AnalysisWords.weakChart)
    return try place(
      Chart(
        direction: .bars, title: title, categories: data(sheet, 0, rows),
        categoryAxis: Chart.Axis(size: 9),
        valueAxis: Chart.Axis(
          title: context.text(.discrimination), minimum: -1, maximum: 1, numberFormat: "0.0",
          hasGridlines: true),
        series: [
          Chart.Series(
            values: data(sheet, 1, rows), fill: 0x2E75B6,
            pointFills: weak.map { $0.power < 0 ? 0xC00000 : fill(power: $0.power) },
            labels: NumberFormat.points(places: 2))
        ], gap: 40, width: width, height: height(bars: weak.count),
        description: context.text(AnalysisWords.weakChartDescription)),
      sheet, row: row)
  }

  private func fill(power: Double) -> UInt32 {
    power < AnalysisThresholds.discrimination ? 0xED7D31 : 0x2E75B6
  }

  /// A criterion's code with the beginning of its content.
  private func label(_ code: String) -> String {
    let content = context.regulation.criteria[code]?.content ?? ""
    let short = content.count > 48 ? content.prefix(47) + "…" : content[...]
    return "\(code) \(short)"
  }

  // MARK: - Ranks

  /// Draws the interval of ranks of a group's first units; returns the rows covered.
  func writeRanks(
    _ sheet: SheetWriter, _ group: GroupAnalysis, row: Int
  ) throws -> ClosedRange<Int>? {
    let units = group.units.prefix(Self.barLimit)
    guard units.count > 1 else { return nil }
    // Half a rank on each side, so that a firm rank is seen too.
    let rows = try writeData(
      sheet, row: row, titles: ["", context.text(.low) + " – " + context.text(.high)],
      units.map {
        (
          "\($0.rank). \(context.name(ofUnit: $0.unit))",
          [Double($0.moving.low) - 0.5, Double($0.moving.high - $0.moving.low) + 1]
        )
      })
    return try place(
      Chart(
        direction: .bars, grouping: .stacked,
        title: context.text(
          AnalysisWords.rankChart, ["group": context.title(ofGroup: group.group)]),
        categories: data(sheet, 0, rows), categoryAxis: Chart.Axis(size: 9),
        valueAxis: Chart.Axis(
          title: context.text(AnalysisWords.rankAxis), minimum: 0, numberFormat: "0",
          hasGridlines: true),
        series: [
          Chart.Series(values: data(sheet, 1, rows), fill: nil),
          Chart.Series(
            values: data(sheet, 2, rows), fill: 0x548235,
            pointFills: units.map { $0.isLoose ? 0xED7D31 : 0x548235 }),
        ], gap: 40, width: width, height: height(bars: units.count),
        description: context.text(AnalysisWords.rankChartDescription)),
      sheet, row: row)
  }

  // MARK: - Places

  /// Writes the figures of a chart beside the page, with a line of titles above them.
  ///
  /// - Returns: the rows of the figures.
  private func writeData(
    _ sheet: SheetWriter, row: Int, titles: [String], _ lines: [(String, [Double])]
  ) throws -> ClosedRange<Int> {
    let style = CellStyle(size: 9, color: 0x7F7F7F)
    let number = style.with { $0.numberFormat = "0.00" }
    func cell(_ row: Int, _ column: Int) -> CellReference {
      CellReference(row: row, column: dataColumn + column)
    }
    try sheet.write(.text(context.text(AnalysisWords.chartData)), at: cell(row, 0), style)
    for (offset, title) in titles.enumerated() {
      try sheet.write(.text(title), at: cell(row, 1 + offset), style)
    }
    for (offset, (name, values)) in lines.enumerated() {
      try sheet.write(.text(name), at: cell(row + 1 + offset, 0), style)
      for (column, value) in values.enumerated() {
        try sheet.write(.number(value), at: cell(row + 1 + offset, 1 + column), number)
      }
    }
    return row + 1...row + lines.count
  }

  private func data(_ sheet: SheetWriter, _ column: Int, _ rows: ClosedRange<Int>) -> CellLink {
    CellLink(sheet: sheet.name, column: dataColumn + column, rows: rows)
  }

  private func height(bars: Int) -> Double { Double(140 + bars * (bars > 10 ? 17 : 28)) }

  private func place(
    _ chart: Chart, _ sheet: SheetWriter, row: Int
  ) throws -> ClosedRange<Int> {
    let covered = try sheet.makeRoom(forChartOf: chart.height, from: row, rowsBelow: 1)
    try sheet.add(chart, at: CellReference(row: row, column: 1), right: 2, down: 4)
    return covered
  }
}
