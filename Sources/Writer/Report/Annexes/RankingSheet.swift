import Language
import Ranking
import Regulation
import Spreadsheet

/// Where the sheet Xếp hạng keeps its rows.
struct RankingLayout {
  /// A row below the header.
  enum Line {
    /// The name of a group of units.
    case group(String)
    /// The heading of the units without a rank.
    case unranked
    /// A unit, by its position in the standings.
    case unit(Int)
  }

  static var headerRow: Int { Annex.ranking.firstRow }
  let lines: [Line]
  private let rowOfUnit: [String: Int]

  init(_ consolidation: Consolidation) {
    let units = consolidation.standings.units
    let groups = consolidation.regulation.groups
    var lines: [Line] = []
    for group in groups {
      if groups.count > 1 || !group.isEmpty { lines.append(.group(group)) }
      let members = units.indices.filter { units[$0].unit.group == group }
      lines += members.filter { units[$0].rank != nil }.map { .unit($0) }
      let unranked = members.filter { units[$0].rank == nil }
      if !unranked.isEmpty {
        lines.append(.unranked)
        lines += unranked.map { .unit($0) }
      }
    }
    self.lines = lines
    var rowOfUnit: [String: Int] = [:]
    for (offset, line) in lines.enumerated() {
      if case .unit(let index) = line {
        rowOfUnit[units[index].unit.code] = Self.headerRow + 1 + offset
      }
    }
    self.rowOfUnit = rowOfUnit
  }

  /// The cell with the unit's name.
  func cell(of unit: String) -> CellReference? {
    rowOfUnit[unit].map { CellReference(row: $0, column: 3) }
  }
}

/// Phụ lục II, the sheet Xếp hạng: every unit with its rank, total, class and proposed titles, and below each
/// group those without a rank, with the reason.
struct RankingSheet {
  let context: ReportContext

  private static let columns: [(ColumnTitle, Double)] = [
    (.rank, 6), (.unitCode, 11), (.unit, 36), (.total, 11), (.className, 15), (.titles, 32),
    (.reason, 32),
  ]

  func write(to workbook: WorkbookWriter) throws {
    let sheet = try workbook.addSheet(context.text(.ranking))
    let widths = Self.columns.map(\.1)
    try sheet.setLook(tab: 0x2E75B6)
    try sheet.setWidths(widths)
    try OfficialHead(context: context, widths: widths)
      .write(.ranking, title: context.text(.rankingTitle), to: sheet)
    let header = RankingLayout.headerRow
    try sheet.writeRow(
      header, Self.columns.map { (.text(context.text($0.0)), ReportStyle.header) }, widths: widths)
    var row = header + 1
    for line in context.rankingRows.lines {
      switch line {
      case .group(let group):
        try sheet.mergeRow(
          row, 1...widths.count, context.title(ofGroup: group), ReportStyle.band, widths: widths)
      case .unranked:
        try sheet.mergeRow(
          row, 1...widths.count, context.text(.notRankedUnits),
          ReportStyle.band.with {
            $0.isBold = false
            $0.isItalic = true
            $0.fill = 0xF7F7F7
          }, widths: widths)
      case .unit(let index):
        try sheet.writeRow(row, cells(of: context.units[index]), widths: widths)
      }
      row += 1
    }
    let lastUnit = row - 1
    row = try writeQuotas(sheet, row: row, widths: widths)
    let signature = SignatureBlock(context: context, widths: widths)
    let last = try signature.write(to: sheet, row: row + 1, columns: signature.rightHalf)
    try sheet.freeze(at: CellReference(row: header + 1, column: 4))
    var page = context.page(columns: widths.count, rows: last, repeatedRows: header...header)
    // A signature never stands alone on its page.
    let isShort = sheet.height(ofRows: lastUnit...row) < 200
    page.keptTogether = [(isShort ? max(header + 1, lastUnit - 1) : row - 1)...last]
    try sheet.setPage(page)
  }

  /// Writes the note, and what each quota is taken of.
  ///
  /// - Returns: the first free row.
  private func writeQuotas(_ sheet: SheetWriter, row: Int, widths: [Double]) throws -> Int {
    let all = 1...widths.count
    try sheet.mergeRow(row, all, context.text(.rankingLegend), ReportStyle.note, widths: widths)
    let quotas = QuotaSentences(context: context).all
    guard !quotas.isEmpty else { return row + 1 }
    let plain = CellStyle(size: 11, vertical: .top, wraps: true)
    try sheet.mergeRow(
      row + 1, all, context.text(AnnexPhrase.quotaLegend), plain.with { $0.isBold = true },
      widths: widths)
    for (offset, quota) in quotas.enumerated() {
      try sheet.mergeRow(row + 2 + offset, all, "– \(quota)", plain, widths: widths)
    }
    return row + 2 + quotas.count
  }

  private func cells(of standing: UnitStanding) -> [(SheetWriter.Content, CellStyle)] {
    let isRanked = standing.rank != nil
    let link = context.matrix.cell(unit: standing.unit.code, criterion: nil)
    let code: SheetWriter.Content =
      link.map {
        .link(standing.unit.code, to: CellLink(sheet: context.text(.matrix), cell: $0))
      } ?? .text(standing.unit.code)
    let text = shaded(ReportStyle.text, isRanked)
    let centered = shaded(ReportStyle.centered, isRanked)
    return [
      (
        standing.rank.map { .number(Double($0)) } ?? .text("–"),
        centered.with {
          $0.isBold = true
          $0.numberFormat = NumberFormat.count
        }
      ),
      (code, ReportStyle.link(centered)),
      (.text(standing.unit.name), text.with { $0.isBold = isRanked }),
      (
        standing.total.map { .number($0.doubleValue) } ?? .blank,
        shaded(ReportStyle.points(context.block.decimals), isRanked).with { $0.isBold = isRanked }
      ),
      (
        .text(standing.className ?? ""),
        centered.with { style in
          if let fill = context.fill(ofClass: standing.className) { style.fill = fill }
        }
      ),
      (.text(standing.titles.joined(separator: "; ")), text),
      (.text(reason(of: standing)), text),
    ]
  }

  /// Why the unit stands where it does: what it waits for, or whom it shares its rank with.
  private func reason(of standing: UnitStanding) -> String {
    if standing.rank != nil { return standing.reasonText(in: context) }
    let status = standing.status.text(in: context.language)
    guard let reason = standing.reason, reason != .notSubmitted else { return status }
    return "\(status): \(reason.text(in: context.language))"
  }

  /// Units without a rank step back in grey.
  private func shaded(_ style: CellStyle, _ isRanked: Bool) -> CellStyle {
    isRanked ? style : style.with { $0.color = 0x595959 }
  }
}
