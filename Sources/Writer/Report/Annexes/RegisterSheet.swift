import Language
import Normalizer
import Ranking
import Regulation
import Spreadsheet

/// Phụ lục V, the sheet Thưởng, cách làm hay: what was done beyond the plan, with its evidence as
/// submitted, and the register of good practices.
struct RegisterSheet {
  let context: ReportContext

  private static let widths: [Double] = [5, 26, 9, 42, 9, 9, 42, 9]
  private static let last = widths.count

  /// A part of the register.
  private struct Section {
    var title: AnnexPhrase
    var entries: [(unit: MemberUnit, criterion: Criterion, score: CountedScore)]
  }

  func write(to workbook: WorkbookWriter) throws {
    let sheet = try workbook.addSheet(context.text(AnnexPhrase.register))
    try sheet.setLook(tab: 0x7030A0)
    try sheet.setWidths(Self.widths)
    try OfficialHead(context: context, widths: Self.widths)
      .write(.register, title: context.text(AnnexPhrase.registerTitle), to: sheet)
    let header = Annex.register.firstRow
    try writeHeader(sheet, row: header)
    var row = header + 1
    var kept: [ClosedRange<Int>] = []
    for (index, section) in sections.enumerated() {
      let head = row
      try writeSection(sheet, row: row, index, section.title)
      row += 1
      row =
        section.entries.isEmpty
        ? try writeSentence(sheet, row: row, .nothingRegistered)
        : try writeEntries(sheet, section, row: row)
      // A title stands with the first line below it.
      kept.append(head...head + 1)
    }
    try writeSection(sheet, row: row, sections.count, .practices)
    kept.append(row...row + 1)
    let practices = context.consolidation.proposals.practices
    row =
      practices.isEmpty
      ? try writeSentence(sheet, row: row + 1, .noPractices)
      : try writePractices(sheet, practices, row: row + 1)
    try sheet.mergeRow(
      row, 1...Self.last, context.text(AnnexPhrase.registerLegend), ReportStyle.note,
      widths: Self.widths)
    try sheet.silence(
      codes: CellRange(
        CellReference(row: header, column: 1), CellReference(row: row, column: Self.last)))
    try sheet.freeze(at: CellReference(row: header + 1, column: 3))
    var page = context.page(columns: Self.last, rows: row, repeatedRows: header...header)
    page.keptTogether = kept
    try sheet.setPage(page)
  }

  private static let numerals = ["I", "II", "III", "IV", "V"]

  /// The aspects in the regulation's order of words, then the other bonus points.
  private var sections: [Section] {
    var sections: [Section] = [
      Section(title: .unexpectedTask, entries: []), Section(title: .hardship, entries: []),
      Section(title: .newFactor, entries: []), Section(title: .bonusPoints, entries: []),
    ]
    for standing in context.units {
      for score in standing.scores where !score.isNotApplicable {
        guard let criterion = context.regulation.criteria[score.criterion] else { continue }
        let place: Int
        switch criterion.aspect {
        case .unexpectedTask: place = 0
        case .hardship: place = 1
        case .newFactor: place = 2
        case nil:
          guard criterion.kind == .bonus else { continue }
          place = 3
        }
        guard score.counted > .zero || score.evidence != nil else { continue }
        sections[place].entries.append((standing.unit, criterion, score))
      }
    }
    return sections
  }

  private func writeHeader(_ sheet: SheetWriter, row: Int) throws {
    let titles: [String] = [
      context.text(ColumnTitle.number), context.text(ColumnTitle.unit),
      context.text(ColumnTitle.criterion), context.text(ColumnTitle.content),
      context.text(ColumnTitle.selfScore), context.text(ColumnTitle.counted),
      context.text(AnnexPhrase.evidence), context.text(ColumnTitle.sourcePlace),
    ]
    try sheet.writeRow(row, titles.map { (.text($0), ReportStyle.header) }, widths: Self.widths)
  }

  private func writeSection(
    _ sheet: SheetWriter, row: Int, _ index: Int, _ title: AnnexPhrase
  ) throws {
    try sheet.mergeRow(
      row, 1...Self.last, "\(Self.numerals[index]). \(context.text(title))", ReportStyle.band,
      widths: Self.widths)
  }

  private func writeSentence(
    _ sheet: SheetWriter, row: Int, _ phrase: AnnexPhrase
  ) throws -> Int {
    try sheet.mergeRow(
      row, 1...Self.last, context.text(phrase),
      ReportStyle.text.with {
        $0.isItalic = true
        $0.color = ReportStyle.grey
      }, widths: Self.widths)
    return row + 1
  }

  /// Writes the entries of a section; returns the first free row.
  private func writeEntries(_ sheet: SheetWriter, _ section: Section, row: Int) throws -> Int {
    for (offset, entry) in section.entries.enumerated() {
      let key = SourcesLayout.ScoreKey(unit: entry.unit.code, criterion: entry.criterion.code)
      let source = context.sources.row(ofScore: key)
        .map { CellReference(row: $0, column: SourcesLayout.fileColumn) }
      try sheet.writeRow(
        row + offset,
        [
          (.number(Double(offset + 1)), ReportStyle.centered),
          (.text(entry.unit.name), ReportStyle.text),
          (.text(entry.criterion.code), ReportStyle.centered),
          (.text(entry.criterion.content), ReportStyle.text),
          points(entry.score.selfPoints), points(entry.score.counted),
          evidence(entry.score, isRequired: entry.criterion.requiresEvidence),
          context.pointer(to: source, on: .sources),
        ], widths: Self.widths)
    }
    return row + section.entries.count
  }

  private func points(_ points: Points?) -> (SheetWriter.Content, CellStyle) {
    guard let points else { return (.blank, ReportStyle.text) }
    return (
      .number(points.doubleValue), ReportStyle.points(max(context.block.decimals, points.decimals))
    )
  }

  /// The evidence as it was submitted, marked where it is missing though points were given for it.
  private func evidence(
    _ score: CountedScore, isRequired: Bool
  ) -> (SheetWriter.Content, CellStyle) {
    if let evidence = score.evidence { return (.text(evidence), ReportStyle.text) }
    guard isRequired else { return (.blank, ReportStyle.text) }
    return (
      .text(context.text(ProposalPhrase.missing)),
      ReportStyle.text.with { $0.fill = Severity.warning.fill }
    )
  }

  // MARK: - Good practices

  /// Writes the register of practices; returns the first free row.
  private func writePractices(
    _ sheet: SheetWriter, _ practices: [UnitPractice], row: Int
  ) throws -> Int {
    for (offset, entry) in practices.enumerated() {
      let practice = entry.practice
      let isWhole = !practice.name.isEmpty && !practice.content.isEmpty
      try sheet.writeRow(
        row + offset,
        [
          PlacedCell(1, .number(Double(offset + 1)), ReportStyle.centered),
          PlacedCell(2, .text(context.name(ofUnit: entry.unit)), ReportStyle.text),
          PlacedCell(
            3...6, .text(lines(of: practice).joined(separator: "\n")),
            ReportStyle.text.with { $0.fill = isWhole ? nil : Severity.warning.fill }),
          PlacedCell(7...8, .text(practice.evidence ?? ""), ReportStyle.text),
        ], widths: Self.widths)
    }
    return row + practices.count
  }

  /// Its name, what it is, its effect and scope, and the cell that names it, a line each.
  private func lines(of practice: GoodPractice) -> [String] {
    func shown(_ text: String) -> String {
      text.isEmpty ? context.text(ProposalPhrase.missing) : text
    }
    var lines = [
      context.text(AnnexPhrase.practiceName, ["text": shown(practice.name)]),
      context.text(AnnexPhrase.practiceContent, ["text": shown(practice.content)]),
    ]
    if let effect = practice.effect {
      lines.append(context.text(AnnexPhrase.practiceEffect, ["text": effect]))
    }
    if let scope = practice.scope {
      lines.append(context.text(AnnexPhrase.practiceScope, ["text": scope]))
    }
    return lines + ["(\(practice.source.shown))"]
  }
}
