import Language
import Normalizer
import Ranking
import Regulation
import Spreadsheet

/// The sheet Tóm tắt: the year on one page, and what waits for a decision.
struct SummarySheet {
  let context: ReportContext

  private static let widths: [Double] = [8, 34, 14, 4, 24, 14, 20, 40]
  private static let lastColumn = widths.count
  private static let rowsOfOnePage = 50

  func write(to workbook: WorkbookWriter) throws {
    let sheet = try workbook.addSheet(context.text(.summary))
    try sheet.setLook(tab: ReportStyle.navy)
    try sheet.setWidths(Self.widths)
    var row = try sheet.writeHead(
      context, title: .summaryTitle, widths: Self.widths, split: 3)
    row = try writeCounts(sheet, row: row) + 1
    row = try writePodium(sheet, row: row) + 1
    row = try writeClasses(sheet, row: row) + 1
    row = try writeDecisions(sheet, row: row)
    // A summary is one page as long as that can be read.
    try sheet.setPage(
      context.page(
        columns: Self.lastColumn, rows: row - 1, pagesTall: row <= Self.rowsOfOnePage ? 1 : nil))
  }

  private func section(_ sheet: SheetWriter, row: Int, column: Int = 1, _ phrase: ReportPhrase)
    throws
  {
    try sheet.write(
      .text(context.text(phrase)), at: CellReference(row: row, column: column),
      ReportStyle.section)
  }

  private func link(_ text: String, _ sheet: ReportPhrase, _ cell: CellReference?)
    -> SheetWriter.Content
  {
    cell.map { .link(text, to: CellLink(sheet: context.text(sheet), cell: $0)) } ?? .text(text)
  }

  private func merged(
    _ sheet: SheetWriter, _ row: Int, _ columns: ClosedRange<Int>, _ content: SheetWriter.Content,
    _ style: CellStyle
  ) throws {
    try sheet.merge(
      CellRange(
        CellReference(row: row, column: columns.lowerBound),
        CellReference(row: row, column: columns.upperBound)), "", style)
    // The first cell of a merged range holds what the range shows.
    try sheet.write(content, at: CellReference(row: row, column: columns.lowerBound), style)
  }

  /// Makes a row as high as its texts need in their columns.
  private func fit(
    _ sheet: SheetWriter, row: Int, _ texts: [(String, ClosedRange<Int>)]
  ) throws {
    let measure = TextMeasure(size: ReportStyle.text.size, isBold: true)
    let lines = texts.map { text, columns in
      measure.lines(
        text,
        width: TextMeasure.pixels(
          ofColumns: Array(Self.widths[(columns.lowerBound - 1)..<columns.upperBound])))
    }
    try sheet.setRow(row, height: min(measure.height(lines: lines.max() ?? 1), 409))
  }

  // MARK: - Counts

  /// Submissions on the left, findings on the right.
  private func writeCounts(_ sheet: SheetWriter, row: Int) throws -> Int {
    try section(sheet, row: row, .submissionSection)
    try section(sheet, row: row, column: 5, .findingSection)
    func count(_ status: UnitStatus) -> Int {
      context.units.filter { $0.status == status }.count
    }
    let counts: [(ReportPhrase, Int)] = [
      (.unitsInBlock, context.units.count),
      (.submitted, context.units.count - count(.notSubmitted)),
      (.ranked, count(.ranked)), (.pending, count(.pending)),
      (.notEligible, count(.notEligible)), (.notSubmitted, count(.notSubmitted)),
      (.filesReceived, context.consolidation.files.count),
    ]
    for (offset, (phrase, number)) in counts.enumerated() {
      let target: (ReportPhrase, CellReference) =
        phrase == .filesReceived
        ? (.sources, CellReference(row: SourcesLayout.fileBandRow, column: 1))
        : (.ranking, CellReference(row: RankingLayout.headerRow, column: 1))
      try merged(
        sheet, row + 1 + offset, 1...2, link(context.text(phrase), target.0, target.1),
        ReportStyle.link(ReportStyle.text))
      try sheet.write(
        .number(Double(number)), at: CellReference(row: row + 1 + offset, column: 3),
        ReportStyle.count.with { $0.isBold = true })
    }
    for (offset, severity) in Severity.allCases.enumerated() {
      let order = context.findings.order
      let found = order.filter { context.consolidation.findings[$0].severity == severity }
      let cell = found.first.flatMap { context.findings.cell(of: $0) }
      try sheet.write(
        link(
          severity.text(in: context.language), .findings,
          cell.map { CellReference(row: $0.row, column: 2) }),
        at: CellReference(row: row + 1 + offset, column: 5),
        ReportStyle.link(ReportStyle.text).with { $0.fill = severity.fill })
      try sheet.write(
        .number(Double(found.count)), at: CellReference(row: row + 1 + offset, column: 6),
        ReportStyle.count.with { $0.isBold = true })
    }
    try writeLevelling(sheet, row: row + 1 + Severity.allCases.count)
    // Below the severities, beside the last three of the counts.
    try SummaryProposals(context: context).write(
      to: sheet, row: row + counts.count - 2, column: 5)
    return row + 1 + counts.count
  }

  /// How many signs of levelling there are, where there are any, and the way to the analysis.
  private func writeLevelling(_ sheet: SheetWriter, row: Int) throws {
    let count = context.consolidation.findings.filter { $0.code == .levelling }.count
    guard count > 0 else { return }
    try sheet.write(
      .link(
        context.text(.levellingSigns),
        to: CellLink(
          sheet: context.text(AnalysisPhrase.analysis), cell: CellReference(row: 1, column: 1))),
      at: CellReference(row: row, column: 5), ReportStyle.link(ReportStyle.text))
    try sheet.write(
      .number(Double(count)), at: CellReference(row: row, column: 6),
      ReportStyle.count.with { $0.isBold = true })
  }

  // MARK: - Podium and classes

  /// The first three ranks of each group.
  private func writePodium(_ sheet: SheetWriter, row: Int) throws -> Int {
    try section(sheet, row: row, .podiumSection)
    var row = row + 1
    let titles: [(ColumnTitle, ClosedRange<Int>)] = [
      (.rank, 1...1), (.unit, 2...4), (.group, 5...5), (.total, 6...6), (.className, 7...7),
      (.titles, 8...8),
    ]
    for (title, columns) in titles {
      try merged(sheet, row, columns, .text(context.text(title)), ReportStyle.header)
    }
    row += 1
    for standing in context.units {
      guard let rank = standing.rank, rank <= 3, let total = standing.total else { continue }
      let group = standing.unit.group
      let cells: [(SheetWriter.Content, CellStyle)] = [
        (.number(Double(rank)), ReportStyle.centered.with { $0.isBold = true }),
        (
          .text(standing.unit.name), ReportStyle.text.with { $0.isBold = rank == 1 }
        ),
        (.text(group.isEmpty ? context.text(.wholeBlock) : group), ReportStyle.centered),
        (
          .number(total.doubleValue),
          ReportStyle.points(context.block.decimals).with { $0.isBold = true }
        ),
        (
          .text(standing.className ?? ""),
          ReportStyle.centered.with { style in
            if let fill = context.fill(ofClass: standing.className) { style.fill = fill }
          }
        ),
        (.text(standing.titles.joined(separator: "; ")), ReportStyle.text),
      ]
      for ((_, columns), cell) in zip(titles, cells) {
        try merged(sheet, row, columns, cell.0, cell.1)
      }
      try fit(
        sheet, row: row,
        [
          (standing.unit.name, 2...4), (group, 5...5), (standing.className ?? "", 7...7),
          (standing.titles.joined(separator: "; "), 8...8),
        ])
      row += 1
    }
    return row
  }

  /// How many of the ranked units reach each class.
  private func writeClasses(_ sheet: SheetWriter, row: Int) throws -> Int {
    guard !context.regulation.classes.isEmpty else { return row - 1 }
    try section(sheet, row: row, .classSection)
    var row = row + 1
    let titles: [(ColumnTitle, ClosedRange<Int>)] = [
      (.className, 1...2), (.floor, 3...4), (.quota, 5...5), (.count, 6...6), (.share, 7...7),
    ]
    for (title, columns) in titles {
      try merged(sheet, row, columns, .text(context.text(title)), ReportStyle.header)
    }
    row += 1
    let ranked = context.units.filter { $0.status == .ranked }
    var lines: [(name: String, rule: ClassRule?, count: Int)] = context.regulation.classes.map {
      rule in (rule.name, rule, ranked.filter { $0.className == rule.name }.count)
    }
    let without = ranked.filter { $0.className == nil }.count
    if without > 0 { lines.append((context.text(.noClass), nil, without)) }
    for line in lines {
      let name = ReportStyle.text.with { style in
        if let fill = context.fill(ofClass: line.name) { style.fill = fill }
      }
      let floor = line.rule?.floor
      let quota = line.rule?.quotaPercent.map {
        Double($0.fraction.numerator) / Double($0.fraction.denominator) / 100
      }
      let share = ReportStyle.count.with { $0.numberFormat = NumberFormat.share }
      let cells: [(SheetWriter.Content, CellStyle)] = [
        (.text(line.name), name),
        (
          floor.map { .number($0.doubleValue) } ?? .blank,
          ReportStyle.points(floor?.decimals ?? 0)
        ),
        (quota.map { .number($0) } ?? .blank, share),
        (.number(Double(line.count)), ReportStyle.count.with { $0.isBold = true }),
        (
          ranked.isEmpty ? .blank : .number(Double(line.count) / Double(ranked.count)), share
        ),
      ]
      for ((_, columns), cell) in zip(titles, cells) {
        try merged(sheet, row, columns, cell.0, cell.1)
      }
      row += 1
    }
    return row
  }

  // MARK: - Decisions

  private struct Decision {
    var unit: String?
    var text: String
    var target: (ReportPhrase, CellReference?)
  }

  /// Ties, quotas, conflicts and files of no known unit, each as its finding says; then the units
  /// that wait for something else.
  private var decisions: [Decision] {
    let findings = context.consolidation.findings
    var decisions = context.findings.order.filter { findings[$0].code.asksForDecision }.map {
      index in
      Decision(
        unit: findings[index].unit, text: findings[index].message(in: context.language),
        target: (.findings, context.findings.cell(of: index)))
    }
    let conflicting = Set(findings.filter { $0.code == .versionConflict }.compactMap(\.unit))
    for standing in context.units where standing.status == .pending {
      guard !conflicting.contains(standing.unit.code), let reason = standing.reason else {
        continue
      }
      decisions.append(
        Decision(
          unit: standing.unit.code,
          text: context.text(.pendingDecision, ["reason": reason.text(in: context.language)]),
          target: (.ranking, context.rankingRows.cell(of: standing.unit.code))))
    }
    return decisions
  }

  private func writeDecisions(_ sheet: SheetWriter, row: Int) throws -> Int {
    try section(sheet, row: row, .decisionSection)
    var row = row + 1
    let decisions = self.decisions
    guard !decisions.isEmpty else {
      try sheet.write(
        .text(context.text(.nothingToDecide)), at: CellReference(row: row, column: 1),
        ReportStyle.plain)
      return row + 1
    }
    try merged(sheet, row, 1...1, .text(context.text(.number)), ReportStyle.header)
    try merged(sheet, row, 2...2, .text(context.text(.unit)), ReportStyle.header)
    try merged(
      sheet, row, 3...Self.lastColumn - 1, .text(context.text(.decision)), ReportStyle.header)
    try merged(
      sheet, row, Self.lastColumn...Self.lastColumn, .text(context.text(.seeAlso)),
      ReportStyle.header)
    row += 1
    let names = Dictionary(
      context.units.map { ($0.unit.code, $0.unit.name) }, uniquingKeysWith: { first, _ in first })
    for (offset, decision) in decisions.enumerated() {
      let name = decision.unit.map { names[$0] ?? $0 } ?? "–"
      try sheet.write(
        .number(Double(offset + 1)), at: CellReference(row: row, column: 1), ReportStyle.centered)
      try sheet.write(.text(name), at: CellReference(row: row, column: 2), ReportStyle.text)
      try merged(
        sheet, row, 3...Self.lastColumn - 1, .text(decision.text), ReportStyle.text)
      let (target, cell) = decision.target
      try sheet.write(
        link("→ \(context.text(target)) \(cell.map { "\($0)" } ?? "")", target, cell),
        at: CellReference(row: row, column: Self.lastColumn),
        ReportStyle.link(ReportStyle.centered))
      try fit(sheet, row: row, [(name, 2...2), (decision.text, 3...Self.lastColumn - 1)])
      row += 1
    }
    return row
  }
}
