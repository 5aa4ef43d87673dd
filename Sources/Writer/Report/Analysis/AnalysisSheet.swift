import Analysis
import Language
import Normalizer
import Ranking
import Regulation
import Spreadsheet

/// The sheet Phân tích: how well the scores tell the units apart, by group, against the maxima, by
/// criterion, and how firmly each rank stands.
struct AnalysisSheet {
  let context: ReportContext

  private static let widths: [Double] = [11, 38, 11, 11, 11, 11, 11, 11, 11, 11, 12, 36]
  /// Rows of the small table beside the chart are as high as the chart needs.
  private static let chartRowHeight = 27.0

  private typealias Line = [(SheetWriter.Content, CellStyle)]

  private var groups: [GroupAnalysis] { context.consolidation.analysis.groups }

  func write(to workbook: WorkbookWriter) throws {
    let sheet = try workbook.addSheet(context.text(AnalysisPhrase.analysis))
    let last = Self.widths.count
    try sheet.setLook(tab: 0x548235)
    try sheet.setWidths(Self.widths)
    try sheet.mergeRow(
      1, 1...last, context.text(AnalysisPhrase.title), ReportStyle.title, widths: Self.widths)
    try sheet.mergeRow(2, 1...last, context.subtitle, ReportStyle.subtitle, widths: Self.widths)
    try sheet.mergeRow(
      3, 1...last,
      context.text(
        .legend, ["gap": context.shown(Points(context.block.gapThreshold)?.doubleValue ?? 0)]),
      ReportStyle.note, widths: Self.widths)
    var row = 5
    var kept: [ClosedRange<Int>] = []
    if groups.isEmpty {
      try sheet.mergeRow(
        row, 1...last, context.text(.noRankedUnits), ReportStyle.text, widths: Self.widths)
    } else {
      row = try writeVerdict(sheet, row: row) + 1
      row = try writeGroups(sheet, row: row)
      row = try writeMeaning(
        sheet, .totalsMeaning, below: [try charts.writeTotals(sheet, row: row + 1)], row: row,
        &kept)
      row = try writeShares(sheet, row: row, &kept)
      row = try writeMeaning(sheet, .sharesMeaning, below: [], row: row, &kept)
      row = try writeCriteria(sheet, row: row)
      var drawn: [ClosedRange<Int>?] = []
      for group in groups {
        let next = drawn.compactMap { $0?.upperBound }.last ?? row
        drawn.append(try charts.writeWeakCriteria(sheet, group, row: next + 1))
      }
      row = try writeMeaning(sheet, .criteriaMeaning, below: drawn, row: row, &kept)
      row = try writeUnits(sheet, row: row)
      drawn = []
      for group in groups {
        let next = drawn.compactMap { $0?.upperBound }.last ?? row
        drawn.append(try charts.writeRanks(sheet, group, row: next + 1))
      }
      row = try writeMeaning(sheet, .ranksMeaning, below: drawn, row: row, &kept) - 2
    }
    try sheet.silence(
      codes: CellRange(CellReference(row: 1, column: 1), CellReference(row: row, column: last)))
    var page = context.page(columns: last, rows: row)
    page.keptTogether = kept
    try sheet.setPage(page)
  }

  private var charts: AnalysisCharts { AnalysisCharts(context: context, widths: Self.widths) }

  /// Writes what it all comes to; returns the first free row.
  private func writeVerdict(_ sheet: SheetWriter, row: Int) throws -> Int {
    try sheet.write(
      .text(context.text(AnalysisWords.verdict)), at: CellReference(row: row, column: 1),
      ReportStyle.section)
    var row = row + 1
    let verdict = AnalysisVerdict(context: context)
    for sentence in groups.flatMap(verdict.sentences) {
      try sheet.mergeRow(
        row, 1...Self.widths.count, "• \(sentence)",
        ReportStyle.sentence.with { $0.isItalic = false }, widths: Self.widths)
      row += 1
    }
    return row
  }

  /// Writes how to read a table and its charts below them.
  ///
  /// - Returns: the row of the next section.
  private func writeMeaning(
    _ sheet: SheetWriter, _ words: AnalysisWords, below charts: [ClosedRange<Int>?], row: Int,
    _ kept: inout [ClosedRange<Int>]
  ) throws -> Int {
    let drawn = charts.compactMap { $0 }
    kept += drawn
    let place = (drawn.last?.upperBound ?? row - 1) + 1
    try sheet.mergeRow(
      place, 1...Self.widths.count, context.text(words), ReportStyle.note, widths: Self.widths)
    return place + 2
  }

  private func section(_ sheet: SheetWriter, row: Int, _ phrase: AnalysisPhrase) throws {
    try sheet.write(
      .text(context.text(phrase)), at: CellReference(row: row, column: 1), ReportStyle.section)
  }

  private func header(
    _ sheet: SheetWriter, row: Int, _ phrases: [AnalysisPhrase]
  ) throws {
    try sheet.writeRow(
      row, phrases.map { (.text(context.text($0)), ReportStyle.header) }, widths: Self.widths)
  }

  /// The name of a group above its lines, where there is more than one.
  private func band(_ sheet: SheetWriter, row: Int, _ group: GroupAnalysis) throws -> Int {
    guard groups.count > 1 else { return row }
    try sheet.mergeRow(
      row, 1...Self.widths.count, context.title(ofGroup: group.group), ReportStyle.band,
      widths: Self.widths)
    return row + 1
  }

  // MARK: - Cells

  private func number(
    _ value: Double?, _ format: String = NumberFormat.points(places: 2), fill: UInt32? = nil
  ) -> (SheetWriter.Content, CellStyle) {
    let style = ReportStyle.count.with {
      $0.numberFormat = format
      if let fill { $0.fill = fill }
    }
    return (value.map { .number($0) } ?? .blank, style)
  }

  private func count(_ value: Int?) -> (SheetWriter.Content, CellStyle) {
    number(value.map(Double.init), NumberFormat.count)
  }

  private func remarks(_ remarks: [String]) -> (SheetWriter.Content, CellStyle) {
    (.text(remarks.joined(separator: "; ")), ReportStyle.text.with { $0.size = 10 })
  }

  private var warning: UInt32 { Severity.warning.fill }

  // MARK: - Groups

  private func writeGroups(_ sheet: SheetWriter, row: Int) throws -> Int {
    try section(sheet, row: row, .groupSection)
    let number = context.text(ColumnTitle.number)
    let titles: [AnalysisPhrase] = [
      .group, .rankedUnits, .tiedUnits, .levelledCriteria, .shareAtMaximum, .mean, .deviation,
      .quartiles, .highest, .lowest, .remarks,
    ]
    try sheet.writeRow(
      row + 1,
      [(.text(number), ReportStyle.header)]
        + titles.map { (.text(context.text($0)), ReportStyle.header) }, widths: Self.widths)
    for (offset, group) in groups.enumerated() {
      try sheet.writeRow(row + 2 + offset, line(group, number: offset + 1), widths: Self.widths)
    }
    return row + 2 + groups.count
  }

  private func line(_ group: GroupAnalysis, number: Int) -> Line {
    let totals = group.totals
    var notes: [String] = []
    if group.isSpreadTooSmall { notes.append(context.text(.spreadTooSmall)) }
    if let inflation = group.inflation {
      notes.append(context.text(.groupInflation, ["share": context.shown(inflation)]))
    }
    return [
      (.number(Double(number)), ReportStyle.centered),
      (
        .text(group.group.isEmpty ? context.text(ReportPhrase.wholeBlock) : group.group),
        ReportStyle.text
      ),
      count(totals.count), count(group.unitsWithTiedTotals),
      count(group.criteria.filter(\.isLevelled).count),
      self.number(group.shares.atMaximum, NumberFormat.share), self.number(totals.mean),
      self.number(totals.standardDeviation),
      self.number(
        totals.interquartileRange, fill: group.isSpreadTooSmall ? warning : nil),
      self.number(totals.highest), self.number(totals.lowest), remarks(notes),
    ]
  }

  // MARK: - Shares

  /// The histogram of scores against their maxima, as a table and beside it as a chart.
  private func writeShares(
    _ sheet: SheetWriter, row: Int, _ kept: inout [ClosedRange<Int>]
  ) throws -> Int {
    try section(sheet, row: row, .shareSection)
    var shares = ScoreShares()
    for group in groups { shares.add(group.shares) }
    let titles: [AnalysisPhrase] = [.shareOfMaximum, .scores, .scoreShare]
    for (offset, title) in titles.enumerated() {
      try sheet.write(
        .text(context.text(title)), at: CellReference(row: row + 1, column: 2 + offset),
        ReportStyle.header)
    }
    let first = row + 2
    let bounds = ScoreShares.bounds
    for (offset, scores) in shares.counts.enumerated() {
      let label =
        offset + 1 < bounds.count
        ? context.text(.below, ["low": "\(bounds[offset])", "high": "\(bounds[offset + 1])"])
        : context.text(.exactly)
      let share = shares.total == 0 ? nil : Double(scores) / Double(shares.total)
      let line: Line = [
        (.text(label), ReportStyle.centered), count(scores), number(share, NumberFormat.share),
      ]
      for (column, (content, style)) in line.enumerated() {
        try sheet.write(
          content, at: CellReference(row: first + offset, column: 2 + column), style)
      }
      try sheet.setRow(first + offset, height: Self.chartRowHeight)
    }
    let last = first + bounds.count - 1
    try sheet.setRow(row + 1, height: Self.chartRowHeight)
    func link(_ column: Int) -> CellLink {
      CellLink(sheet: context.text(AnalysisPhrase.analysis), column: column, rows: first...last)
    }
    try sheet.add(
      Chart(
        title: context.text(.chartTitle), categories: link(2),
        categoryAxis: Chart.Axis(title: context.text(.shareOfMaximum)),
        // The columns say their height themselves.
        valueAxis: Chart.Axis(
          title: context.text(.scoreShare), minimum: 0, numberFormat: NumberFormat.share),
        series: [
          Chart.Series(values: link(4), fill: 0x2E75B6, labels: NumberFormat.share)
        ],
        width: TextMeasure.pixels(ofColumns: Array(Self.widths[5...])) - 6,
        height: Self.chartRowHeight * Double(bounds.count + 1) * 96 / 72,
        description: context.text(.chartDescription)),
      at: CellReference(row: row + 1, column: 6))
    kept.append(row...last)
    return last + 1
  }

  // MARK: - Criteria

  private func writeCriteria(_ sheet: SheetWriter, row: Int) throws -> Int {
    try section(sheet, row: row, .criterionSection)
    try header(
      sheet, row: row + 1,
      [
        .criterion, .content, .maximum, .units, .atMaximum, .shareAtMaximum, .mean, .deviation,
        .quartiles, .discrimination, .inflation, .remarks,
      ])
    var row = row + 2
    for group in groups {
      row = try band(sheet, row: row, group)
      for figures in group.criteria {
        try sheet.writeRow(row, line(figures), widths: Self.widths)
        row += 1
      }
    }
    return row
  }

  private func line(_ figures: CriterionAnalysis) -> Line {
    let criterion = context.regulation.criteria[figures.criterion]
    let scores = figures.scores
    let share = figures.atMaximum.flatMap {
      scores.count == 0 ? nil : Double($0) / Double(scores.count)
    }
    return [
      (.text(figures.criterion), ReportStyle.centered),
      (.text(criterion?.content ?? ""), ReportStyle.text),
      number(
        criterion?.maximum?.doubleValue,
        NumberFormat.points(places: criterion?.maximum?.decimals ?? 0)),
      count(scores.count), count(figures.atMaximum),
      number(share, NumberFormat.share, fill: figures.isLevelled ? warning : nil),
      number(scores.mean), number(scores.standardDeviation), number(scores.interquartileRange),
      number(figures.discrimination, NumberFormat.points(places: 2)),
      number(figures.inflation, NumberFormat.signed), remarks(notes(figures, criterion)),
    ]
  }

  private func notes(_ figures: CriterionAnalysis, _ criterion: Criterion?) -> [String] {
    var notes: [String] = []
    if figures.isLevelled {
      notes.append(
        context.text(criterion?.method == .points ? .levelled : .computedAtMaximum))
    }
    if let power = figures.discrimination,
      figures.scores.count >= AnalysisThresholds.levellingUnits
    {
      if power < 0 {
        notes.append(context.text(.reversed))
      } else if power < AnalysisThresholds.discrimination {
        notes.append(context.text(.poorDiscrimination))
      }
    }
    if !figures.outliers.isEmpty {
      notes.append(
        context.text(.outlying, ["units": figures.outliers.joined(separator: ", ")]))
    }
    return notes
  }

  // MARK: - Units

  private func writeUnits(_ sheet: SheetWriter, row: Int) throws -> Int {
    try section(sheet, row: row, .unitSection)
    let code = context.text(ColumnTitle.unitCode)
    let unit = context.text(ColumnTitle.unit)
    let titles: [AnalysisPhrase] = [
      .rank, .total, .heldWithout, .bestWithout, .worstWithout, .low, .high, .held,
      .unitInflation, .remarks,
    ]
    try sheet.writeRow(
      row + 1,
      ([code, unit] + titles.map { context.text($0) }).map { (.text($0), ReportStyle.header) },
      widths: Self.widths)
    var row = row + 2
    let standings = Dictionary(
      context.units.map { ($0.unit.code, $0) }, uniquingKeysWith: { first, _ in first })
    for group in groups {
      row = try band(sheet, row: row, group)
      for figures in group.units {
        try sheet.writeRow(
          row, line(figures, standings[figures.unit]), widths: Self.widths)
        row += 1
      }
    }
    return row
  }

  private func line(_ figures: UnitAnalysis, _ standing: UnitStanding?) -> Line {
    let without = figures.leavingOut
    let moving = figures.moving
    let share =
      without.criteria == 0 ? nil : Double(without.held) / Double(without.criteria)
    let isFirm = moving.low == moving.high && without.held == without.criteria
    let isLoose = figures.isLoose
    var notes: [String] = []
    if isFirm { notes.append(context.text(.firm)) }
    if isLoose { notes.append(context.text(.loose)) }
    if figures.fullWithoutEvidence != nil { notes.append(context.text(.fullWithoutEvidence)) }
    if figures.hasOutlyingInflation { notes.append(context.text(.outlyingInflation)) }
    return [
      (.text(figures.unit), ReportStyle.centered),
      (.text(standing?.unit.name ?? figures.unit), ReportStyle.text),
      (.number(Double(figures.rank)), ReportStyle.centered.with { $0.isBold = true }),
      number(
        standing?.total?.doubleValue, NumberFormat.points(places: context.block.decimals)),
      number(share, NumberFormat.share), count(without.best), count(without.worst),
      count(moving.low), count(moving.high),
      number(moving.heldShare, NumberFormat.share, fill: isLoose ? warning : nil),
      number(
        figures.inflation, NumberFormat.signed,
        fill: figures.hasOutlyingInflation ? warning : nil),
      remarks(notes),
    ]
  }
}
