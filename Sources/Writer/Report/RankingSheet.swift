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

  static let headerRow = 7
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

/// The sheet Xếp hạng: every unit with its rank, points, class and proposed titles, and below each
/// group those without a rank, with the reason.
struct RankingSheet {
  let context: ReportContext

  private static let columns: [(ColumnTitle, Double)] = [
    (.rank, 7), (.unitCode, 11), (.unit, 36), (.base, 12), (.bonus, 10), (.deduction, 10),
    (.total, 12), (.className, 16), (.titles, 30), (.status, 15), (.reason, 26),
  ]

  func write(to workbook: WorkbookWriter) throws {
    let sheet = try workbook.addSheet(context.text(.ranking))
    let widths = Self.columns.map(\.1)
    try sheet.setLook(tab: 0x2E75B6)
    try sheet.setWidths(widths)
    _ = try sheet.writeHead(context, title: .rankingTitle, widths: widths, split: 4)
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
    row = try writeSignature(sheet, row: row, widths: widths)
    try sheet.freeze(at: CellReference(row: header + 1, column: 4))
    try sheet.setPage(
      context.page(columns: widths.count, rows: row, repeatedRows: header...header))
  }

  private func cells(of standing: UnitStanding) -> [(SheetWriter.Content, CellStyle)] {
    let isRanked = standing.rank != nil
    let places = context.block.decimals
    func points(_ value: Points?, _ style: CellStyle) -> (SheetWriter.Content, CellStyle) {
      (value.map { .number($0.doubleValue) } ?? .blank, style)
    }
    let parts = [\UnitStanding.base, \.bonus, \.deduction].map { part in
      let needed = context.units.compactMap { $0[keyPath: part]?.decimals }.max() ?? 0
      return points(
        standing[keyPath: part], shaded(ReportStyle.points(max(places, needed)), isRanked))
    }
    let link = context.matrix.cell(unit: standing.unit.code, criterion: nil)
    let code: SheetWriter.Content =
      link.map {
        .link(standing.unit.code, to: CellLink(sheet: context.text(.matrix), cell: $0))
      } ?? .text(standing.unit.code)
    let reason = standing.reasonText(in: context.language, context.regulation)
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
    ] + parts + [
      points(
        standing.total,
        shaded(ReportStyle.points(places), isRanked).with { $0.isBold = isRanked }),
      (
        .text(standing.className ?? ""),
        centered.with { style in
          if let fill = context.fill(ofClass: standing.className) { style.fill = fill }
        }
      ),
      (.text(standing.titles.joined(separator: "; ")), text),
      (.text(standing.status.text(in: context.language)), centered),
      (.text(reason), text),
    ]
  }

  /// Units without a rank step back in grey.
  private func shaded(_ style: CellStyle, _ isRanked: Bool) -> CellStyle {
    isRanked ? style : style.with { $0.color = 0x595959 }
  }

  /// Writes the note and the place for a signature.
  ///
  /// - Returns: the last row.
  private func writeSignature(_ sheet: SheetWriter, row: Int, widths: [Double]) throws -> Int {
    let columns = 8...widths.count
    let plain = CellStyle(size: 12, horizontal: .center, wraps: true)
    let block = context.block
    try sheet.mergeRow(
      row, 1...widths.count, context.text(.rankingLegend), ReportStyle.note, widths: widths)
    let place = block.place.isEmpty ? context.text(.place) : block.place
    try sheet.mergeRow(
      row + 2, columns, context.text(.dateLine, ["place": place]),
      plain.with { $0.isItalic = true },
      widths: widths)
    let position = block.position.isEmpty ? context.text(.place) : block.position.uppercased()
    try sheet.mergeRow(
      row + 3, columns, position, plain.with { $0.isBold = true }, widths: widths)
    try sheet.mergeRow(
      row + 4, columns, context.text(.signHere), plain.with { $0.isItalic = true },
      widths: widths)
    try sheet.setRow(row + 5, height: 54)
    try sheet.mergeRow(
      row + 6, columns, block.signatory, plain.with { $0.isBold = true }, widths: widths)
    return row + 6
  }
}
