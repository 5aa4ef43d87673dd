import Language
import Ranking
import Regulation
import Spreadsheet

/// Phụ lục I, the sheet Tổng hợp: what each group of criteria gave each unit, as scored by the unit,
/// as appraised and as counted, and the unit's sums.
struct TotalsSheet {
  let context: ReportContext
  private var layout: TotalsLayout { context.totals }
  /// The widest the table may be on one page before its letters become too small, in pixels.
  private static let readableWidth = 1_450.0

  func write(to workbook: WorkbookWriter) throws {
    let sheet = try workbook.addSheet(context.text(AnnexPhrase.totals))
    let widths = self.widths
    try sheet.setLook(tab: 0x2E75B6)
    try sheet.setWidths(widths)
    // The head stands over the first page where the table takes several.
    let shown = Array(widths.prefix(firstPageColumns(widths)))
    try OfficialHead(context: context, widths: shown)
      .write(.totals, title: context.text(AnnexPhrase.totalsTitle), to: sheet)
    try writeHeader(sheet)
    for (offset, line) in layout.lines.enumerated() {
      let row = TotalsLayout.firstRow + offset
      switch line {
      case .group(let group):
        try sheet.mergeRow(
          row, 1...widths.count, context.title(ofGroup: group), ReportStyle.band, widths: widths)
      case .unit(let index):
        try sheet.writeRow(row, cells(of: context.units[index]), widths: widths)
      }
    }
    var legend = context.text(AnnexPhrase.totalsLegend)
    if layout.hasAppraisals { legend += " " + context.text(AnnexPhrase.totalsLegendAppraised) }
    let legendRow = layout.lastRow + 1
    try sheet.mergeRow(legendRow, 1...shown.count, legend, ReportStyle.note, widths: shown)
    let signature = SignatureBlock(context: context, widths: shown)
    let last = try signature.write(to: sheet, row: legendRow + 2, columns: signature.rightHalf)
    try sheet.freeze(
      at: CellReference(row: TotalsLayout.firstRow, column: TotalsLayout.labelColumns + 1))
    var page = context.page(
      columns: widths.count, rows: last,
      repeatedRows: TotalsLayout.headerRow...TotalsLayout.headerRow + 1,
      repeatedColumns: 1...TotalsLayout.labelColumns)
    page.columnBreaks = columnBreaks(widths)
    // A signature never stands alone on its page.
    page.keptTogether = [max(TotalsLayout.firstRow, layout.lastRow - 1)...last]
    try sheet.setPage(page)
  }

  // MARK: - Widths

  private var sumWidth: Double {
    let sums = context.units.flatMap { [$0.base, $0.bonus, $0.deduction, $0.total] }
    let digits = sums.compactMap { points in
      points.map { "\($0.tenThousandths.magnitude / 10_000)".count + places }
    }
    return max(8, Double((digits.max() ?? 0) + 3))
  }

  private var widths: [Double] {
    let part = max(8, sumWidth - 1)
    let sums = Self.sums.map { max(sumWidth, width(ofWordsIn: context.text($0))) }
    return [6, 30] + Array(repeating: part, count: layout.parts.count * layout.columnsOfPart)
      + sums
  }

  private static let sums: [ColumnTitle] = [.base, .bonus, .deduction, .total]

  /// The width of a column, in characters, whose title does not break inside of a word.
  private func width(ofWordsIn title: String) -> Double {
    let measure = TextMeasure(size: ReportStyle.header.size, isBold: true)
    let longest = title.split(separator: " ").map { measure.width(String($0)) }.max() ?? 0
    return ((longest + 6) / 7).rounded(.up)
  }

  private func pixels(_ widths: [Double]) -> Double { TextMeasure.pixels(ofColumns: widths) }

  /// The columns left of which a page begins: between two parts, never inside of one.
  private func columnBreaks(_ widths: [Double]) -> [Int] {
    guard pixels(widths) > Self.readableWidth else { return [] }
    let edges = layout.parts.indices.dropFirst().map { layout.firstColumn(ofPart: $0) }
    let blocks = edges + [layout.baseColumn, layout.totalColumn + 1]
    var breaks: [Int] = []
    var start = TotalsLayout.labelColumns + 1
    for (edge, next) in zip(blocks, blocks.dropFirst()) {
      let page = Array(widths[..<TotalsLayout.labelColumns] + widths[(start - 1)..<(next - 1)])
      guard pixels(page) > Self.readableWidth else { continue }
      breaks.append(edge)
      start = edge
    }
    return breaks
  }

  /// How many columns stand on the first page.
  private func firstPageColumns(_ widths: [Double]) -> Int {
    columnBreaks(widths).first.map { $0 - 1 } ?? widths.count
  }

  /// The decimals of the widest column: as many as any of its sums needs.
  private var places: Int { layout.places.values.max() ?? context.block.decimals }

  // MARK: - Header

  private func writeHeader(_ sheet: SheetWriter) throws {
    let row = TotalsLayout.headerRow
    let widths = self.widths
    func tall(_ column: Int, _ text: String) throws {
      try sheet.merge(
        CellRange(
          CellReference(row: row, column: column), CellReference(row: row + 1, column: column)),
        text, ReportStyle.header)
    }
    var height = TextMeasure(size: 11).height(lines: 2)
    let measure = TextMeasure(size: ReportStyle.header.size, isBold: true)
    for (index, part) in layout.parts.enumerated() {
      let first = layout.firstColumn(ofPart: index)
      let columns = first...layout.countedColumn(ofPart: index)
      let title = self.title(of: part)
      try sheet.merge(
        CellRange(
          CellReference(row: row, column: first),
          CellReference(row: row, column: columns.upperBound)), title, ReportStyle.header)
      let inside = Array(widths[(first - 1)..<columns.upperBound])
      let lines = measure.lines(title, width: TextMeasure.pixels(ofColumns: inside))
      height = max(height, measure.height(lines: lines))
      let small = ReportStyle.header.with {
        $0.isBold = false
        $0.size = 10
      }
      var titles: [AnnexPhrase] = [.selfSum, .countedSum]
      if layout.hasAppraisals { titles.insert(.appraisedSum, at: 1) }
      for (offset, phrase) in titles.enumerated() {
        try sheet.write(
          .text(context.text(phrase)), at: CellReference(row: row + 1, column: first + offset),
          small)
      }
    }
    try tall(TotalsLayout.rankColumn, context.text(ColumnTitle.rank))
    try tall(TotalsLayout.unitColumn, context.text(ColumnTitle.unit))
    for (offset, title) in Self.sums.enumerated() {
      try tall(layout.baseColumn + offset, context.text(title))
    }
    try sheet.setRow(row, height: min(height, 250))
    try sheet.setRow(row + 1, height: TextMeasure(size: 11).height(lines: 2))
  }

  /// `I. Thực hiện nhiệm vụ (tối đa 50)`.
  private func title(of part: TotalsLayout.Part) -> String {
    let name = part.head.map { "\($0.code). \($0.content)" }
    return context.text(
      AnnexPhrase.ofMaximum,
      [
        "group": name ?? context.text(AnnexPhrase.criteriaWithoutGroup),
        "points": context.shown(part.maximum),
      ])
  }

  // MARK: - Units

  private func cells(of standing: UnitStanding) -> [PlacedCell] {
    let isRanked = standing.rank != nil
    func shaded(_ style: CellStyle) -> CellStyle {
      isRanked ? style : style.with { $0.color = ReportStyle.grey }
    }
    let name = standing.unit.name
    let shownName =
      isRanked
      ? name
      : context.text(
        AnnexPhrase.unitWithStatus,
        ["unit": name, "status": standing.status.text(in: context.language)])
    var cells = [
      PlacedCell(
        TotalsLayout.rankColumn, standing.rank.map { .number(Double($0)) } ?? .text("–"),
        shaded(ReportStyle.centered).with { $0.isBold = true }),
      PlacedCell(
        TotalsLayout.unitColumn, .text(shownName), shaded(ReportStyle.text)),
    ]
    for column in TotalsLayout.labelColumns + 1...layout.totalColumn {
      let points = layout.figures[standing.unit.code]?[column]
      let isTotal = column == layout.totalColumn
      let style = ReportStyle.points(layout.places[column] ?? context.block.decimals).with {
        $0.isBold = isTotal && isRanked
        $0.fill = isTotal ? 0xEEF3F8 : nil
      }
      cells.append(
        PlacedCell(column, points.map { .number($0.doubleValue) } ?? .blank, shaded(style)))
    }
    return cells
  }
}
