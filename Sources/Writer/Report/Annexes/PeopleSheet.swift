import Language
import Normalizer
import Ranking
import Regulation
import Spreadsheet

/// Phụ lục VI, the sheet Cá nhân: how each title's quota is used, and below it every nomination by title and unit.
struct PeopleSheet {
  let context: ReportContext
  private var proposals: IndividualProposals { context.consolidation.proposals }

  private static let widths: [Double] = [5, 20, 22, 20, 15, 24, 20, 18, 13, 20]
  private static var quotaRow: Int { Annex.people.firstRow + 1 }

  func write(to workbook: WorkbookWriter) throws {
    let sheet = try workbook.addSheet(context.text(.people))
    let widths = Self.widths
    try sheet.setLook(tab: 0x548235)
    try sheet.setWidths(widths)
    try OfficialHead(context: context, widths: widths)
      .write(.people, title: context.text(.peopleTitle), to: sheet)
    guard !proposals.nominees.isEmpty else {
      let row = Annex.people.firstRow
      try sheet.mergeRow(
        row, 1...widths.count, context.text(ProposalPhrase.nobodyNominated), ReportStyle.sentence,
        widths: widths)
      return try sheet.setPage(context.page(columns: widths.count, rows: row))
    }
    try sheet.mergeRow(
      Annex.people.firstRow, 1...widths.count, context.text(.peopleLegend), ReportStyle.note,
      widths: widths)
    var row = Self.quotaRow
    if !proposals.quotas.isEmpty { row = try writeQuotas(sheet, row: row) + 1 }
    let (header, last) = try writePeople(sheet, row: row)
    var page = context.page(columns: widths.count, rows: last, repeatedRows: header...header)
    page.keptTogether = [header - 1...header + 1]
    try sheet.setPage(page)
  }

  /// Units by code; a nomination's unit is always one of the block's.
  private var names: [String: String] {
    Dictionary(
      context.regulation.units.map { ($0.code, $0.name) }, uniquingKeysWith: { first, _ in first })
  }

  // MARK: - Quotas

  private func writeQuotas(_ sheet: SheetWriter, row: Int) throws -> Int {
    try sheet.write(
      .text(context.text(.quotaSection)), at: CellReference(row: row, column: 1),
      ReportStyle.section)
    let titles: [String] = [
      context.text(.number), context.text(.title), context.text(.unit), context.text(.quotaRule),
      context.text(.places), context.text(.quotaBase), context.text(.nominated),
      context.text(.proposed), context.text(.over), context.text(.left),
    ]
    try sheet.writeRow(
      row + 1, titles.map { (.text($0), ReportStyle.header) }, widths: Self.widths)
    let names = self.names
    for (offset, use) in proposals.quotas.enumerated() {
      let over = ReportStyle.centered.with { $0.fill = use.over > 0 ? 0xFFF3CD : nil }
      try sheet.writeRow(
        row + 2 + offset,
        [
          (.number(Double(offset + 1)), ReportStyle.centered),
          (.text(use.title), ReportStyle.text),
          (.text(names[use.unit] ?? use.unit), ReportStyle.text),
          (.text(use.quota.text ?? context.text(.noLimit)), ReportStyle.centered),
          (use.places.map { .number(Double($0)) } ?? .blank, ReportStyle.centered),
          (.text(use.base?.text(in: context.language) ?? ""), ReportStyle.text),
          (.number(Double(use.nominated)), ReportStyle.centered),
          (.number(Double(use.proposed)), ReportStyle.centered),
          (.number(Double(use.over)), over),
          (left(of: use).map { .number(Double($0)) } ?? .blank, ReportStyle.centered),
        ], widths: Self.widths)
    }
    return row + 2 + proposals.quotas.count
  }

  /// The places that are left: of the unit's own, or of those that its group shares.
  private func left(of use: TitleQuotaUse) -> Int? {
    guard let places = use.places else { return nil }
    guard case .group = use.base else { return places - use.proposed }
    let groups = Dictionary(
      context.regulation.units.map { ($0.code, $0.group) }, uniquingKeysWith: { first, _ in first })
    let shared = proposals.quotas.filter {
      $0.title == use.title && groups[$0.unit] == groups[use.unit]
    }
    return places - shared.map(\.proposed).reduce(0, +)
  }

  // MARK: - People

  /// Writes the list; returns the row of its header and its last row.
  private func writePeople(_ sheet: SheetWriter, row: Int) throws -> (header: Int, last: Int) {
    let widths = Self.widths
    try sheet.write(
      .text(context.text(.peopleSection)), at: CellReference(row: row, column: 1),
      ReportStyle.section)
    let header = row + 1
    let titles: [String] = [
      context.text(.number), context.text(.title), context.text(.unit), context.text(.name),
      context.text(.position), context.text(.achievement), context.text(.initiative),
      context.text(.document), context.text(ProposalPhrase.outcome), context.text(.source),
    ]
    try sheet.writeRow(
      header, titles.map { (.text($0), ReportStyle.header) }, widths: widths)
    let names = self.names
    var row = header
    for nominee in ordered {
      row += 1
      let nomination = nominee.nomination
      func field(_ text: String?) -> (SheetWriter.Content, CellStyle) {
        (.text(text ?? ""), ReportStyle.text)
      }
      try sheet.writeRow(
        row,
        [
          (.number(Double(row - header)), ReportStyle.centered),
          field(nomination.title.isEmpty ? context.text(.noTitle) : nomination.title),
          field(names[nominee.unit] ?? nominee.unit), field(nomination.name),
          field(nomination.position), field(nomination.achievement),
          field(nomination.initiative), field(nomination.document),
          (
            .text(nominee.status.text(in: context.language)),
            ReportStyle.centered.with { $0.fill = nominee.status.fill }
          ),
          (.text(nomination.source.shown), ReportStyle.text.with { $0.size = 9 }),
        ], widths: widths)
    }
    try sheet.filter(
      CellRange(
        CellReference(row: header, column: 1), CellReference(row: row, column: widths.count)))
    try sheet.silence(
      codes: CellRange(
        CellReference(row: header, column: 1), CellReference(row: row, column: widths.count)))
    return (header, row)
  }

  /// By title in the regulation's order, those that it does not know last, then as they come.
  private var ordered: [Nominee] {
    let titles = context.regulation.titles.filter { $0.subject == .individual }.map(\.name)
    let order = Dictionary(
      titles.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    return proposals.nominees.enumerated().sorted { one, other in
      let a = order[one.element.nomination.title] ?? titles.count
      let b = order[other.element.nomination.title] ?? titles.count
      return (a, one.offset) < (b, other.offset)
    }.map(\.element)
  }
}
