import Language
import Regulation
import Spreadsheet

/// What the charts of the feedback draw.
enum FeedbackChart {
  /// The colours of the unit, the median and the best.
  static let fills: [UInt32] = [0x1F4E9E, 0xBFBFBF, 0xA9D18E]
  /// As many criteria as a chart across the page shows side by side.
  static let limit = 20

  /// Rows of the table of scores that one chart shows.
  struct Part {
    /// The criterion or group that the rows belong to.
    var head: Criterion
    /// The rows, by their positions in the feedback's lines.
    var lines: ClosedRange<Int>
  }

  /// The share of the maximum that an amount is; nil for deductions and where there is no maximum.
  static func share(_ points: Points?, of line: UnitFeedback.Line) -> Double? {
    guard let points, let maximum = line.maximum, maximum > .zero, !line.isDeduction else {
      return nil
    }
    return points.doubleValue / maximum.doubleValue
  }

  /// The charts of a unit's criteria: each part of the table under its head, a long one in several.
  static func parts(of feedback: UnitFeedback) -> [Part] {
    var blocks: [Part] = []
    for (index, line) in feedback.lines.enumerated() {
      if line.depth > 0, let last = blocks.indices.last {
        blocks[last].lines = blocks[last].lines.lowerBound...index
      } else if line.isGroup || blocks.isEmpty
        || feedback.lines[blocks[blocks.count - 1].lines.lowerBound].isGroup
      {
        blocks.append(Part(head: line.criterion, lines: index...index))
      } else {
        // Criteria without a group follow each other in one chart.
        blocks[blocks.count - 1].lines = blocks[blocks.count - 1].lines.lowerBound...index
      }
    }
    return blocks.flatMap { block -> [Part] in
      // The head of a group is no bar beside its parts.
      let isGroup = feedback.lines[block.lines.lowerBound].isGroup
      let first = block.lines.lowerBound + (isGroup ? 1 : 0)
      guard first <= block.lines.upperBound else { return [] }
      let count = block.lines.upperBound - first + 1
      let pieces = (count + limit - 1) / limit
      let size = (count + pieces - 1) / pieces
      return stride(from: first, through: block.lines.upperBound, by: size).map {
        Part(head: block.head, lines: $0...min($0 + size - 1, block.lines.upperBound))
      }
    }.filter { part in
      part.lines.contains { share(feedback.lines[$0].counted, of: feedback.lines[$0]) != nil }
    }
  }
}

/// The sheet with the unit's points against its group, criterion by criterion.
struct FeedbackChartsSheet {
  let layout: FeedbackLayout
  private var feedback: UnitFeedback { layout.feedback }

  private static let widths = Array(repeating: 13.0, count: 10)
  private static let firstRow = 4
  /// Rows of twenty pixels.
  private static let rowsOfChart = 13

  func write(to workbook: WorkbookWriter) throws {
    let sheet = try workbook.addSheet(feedback.text(.chartsSheet))
    try sheet.setLook(tab: 0x548235)
    try sheet.setWidths(Self.widths)
    let last = Self.widths.count
    try sheet.mergeRow(
      1, 1...last, feedback.text(.chartsTitle), ReportStyle.title, widths: Self.widths)
    try sheet.mergeRow(
      2, 1...last, "\(feedback.unit.name) – \(feedback.subtitle)", ReportStyle.subtitle,
      widths: Self.widths)
    try sheet.mergeRow(
      3, 1...last, feedback.text(.chartsLegend), ReportStyle.note, widths: Self.widths)
    let parts = FeedbackChart.parts(of: feedback)
    let end = Self.firstRow + parts.count * Self.rowsOfChart - 1
    for row in Self.firstRow...end { try sheet.setRow(row, height: 15) }
    for (index, part) in parts.enumerated() {
      try sheet.add(
        chart(part),
        at: CellReference(row: Self.firstRow + index * Self.rowsOfChart, column: 1), right: 2,
        down: 4)
    }
    var page = feedback.page(columns: last, rows: end)
    page.keptTogether = parts.indices.map { index in
      let first = Self.firstRow + index * Self.rowsOfChart
      return first...first + Self.rowsOfChart - 1
    }
    try sheet.setPage(page)
  }

  private func chart(_ part: FeedbackChart.Part) -> Chart {
    let name = feedback.text(.scoresSheet)
    let rows =
      FeedbackScoresSheet.row(
        ofLine: part.lines.lowerBound)...FeedbackScoresSheet.row(ofLine: part.lines.upperBound)
    func cells(_ column: Int) -> CellLink { CellLink(sheet: name, column: column, rows: rows) }
    let title = feedback.text(
      .chartTitle,
      ["criterion": part.head.code, "content": String(part.head.content.prefix(90))])
    let first = FeedbackScoresSheet.shareColumn
    return Chart(
      title: title, categories: cells(1), categoryAxis: Chart.Axis(size: 9),
      valueAxis: Chart.Axis(minimum: 0, maximum: 1, numberFormat: "0%", hasGridlines: true),
      series: FeedbackChart.fills.enumerated().map { offset, fill in
        Chart.Series(
          name: CellLink(
            sheet: name,
            cell: CellReference(row: FeedbackScoresSheet.headerRow, column: first + offset)),
          values: cells(first + offset), fill: fill)
      },
      legend: .bottom, gap: 50, width: 950, height: Double(Self.rowsOfChart * 20 - 10),
      description: feedback.text(.chartDescription))
  }
}
