import Language
import Normalizer
import Ranking
import Regulation
import Spreadsheet

/// The sheet Tóm tắt: the year on a page or two, what waits for a decision, and where to read on.
struct SummarySheet {
  let context: ReportContext

  /// A grid of twelve narrow columns, which boxes and tables share.
  static let widths = [Double](repeating: 6.6, count: 12)
  private static let last = widths.count
  /// So many groups of units show their first three; of more the leaders stand alone.
  private static let groupLimit = 4
  private static let decisionLimit = 6
  /// In percent.
  private static let smallestScale = 80

  func write(to workbook: WorkbookWriter) throws {
    let sheet = try workbook.addSheet(context.text(.summary))
    try sheet.setLook(tab: ReportStyle.navy)
    try sheet.setWidths(Self.widths)
    var kept: [ClosedRange<Int>] = []
    func keep(_ first: Int, _ body: (Int) throws -> Int) rethrows -> Int {
      let next = try body(first)
      if next > first { kept.append(first...next - 1) }
      return next
    }
    var row = try writeHead(sheet)
    row = try keep(row) { try writeCounts(sheet, row: $0) } + 1
    row = try keep(row) { try writePodium(sheet, row: $0) } + 1
    let decisions = row
    row = try writeDecisions(sheet, row: row)
    kept.append(decisions...decisions + 2)
    let lastOfText = row - 1
    let charts = SummaryCharts(context: context)
    let classes = try charts.writeClasses(sheet, row: row + 1)
    if classes > row + 1 { kept.append(row + 1...classes - 1) }
    let totals = try charts.writeTotals(sheet, row: classes)
    kept += totals
    let last = totals.last?.upperBound ?? (classes > row + 1 ? classes - 1 : lastOfText)
    var page = context.page(columns: Self.last, rows: last, orientation: .portrait)
    page.keptTogether = kept
    let scale = scale(sheet, page, rows: 1...lastOfText)
    page.scale = scale
    // Words that fill the first page are left alone on it.
    let height = page.inside.height / Double(scale) * 100
    let words = sheet.height(ofRows: 1...lastOfText)
    if last > lastOfText, words <= height, sheet.height(ofRows: 1...classes) > height * 0.95 {
      page.pageBreaks = [lastOfText + 2]
    }
    try sheet.setPage(page)
  }

  /// Makes the words a little smaller where that brings them onto the first page.
  private func scale(_ sheet: SheetWriter, _ page: PageSetup, rows: ClosedRange<Int>) -> Int {
    let fitting = Int(page.inside.height * 0.95 / sheet.height(ofRows: rows) * 100)
    // LibreOffice makes columns wider than Excel does, by the digits of the font that it has.
    let across = sheet.scale(across: page, percent: 92)
    return fitting >= Self.smallestScale ? min(across, fitting) : across
  }

  // MARK: - Head

  private func writeHead(_ sheet: SheetWriter) throws -> Int {
    try OfficialHead(context: context, widths: Self.widths).writeIssuer(to: sheet)
    let block = context.block
    let place = block.place.isEmpty ? context.text(.place) : block.place
    try sheet.mergeRow(
      4, 6...Self.last, context.text(.dateLine, ["place": place]),
      CellStyle(size: 13, isItalic: true, horizontal: .center), widths: Self.widths)
    try sheet.setRow(5, height: 8)
    let all = 1...Self.last
    try sheet.mergeRow(
      6, all, context.text(.summaryTitle), ReportStyle.title, widths: Self.widths)
    try sheet.mergeRow(7, all, context.subtitle, ReportStyle.titleLine, widths: Self.widths)
    let office = context.text(SummaryPhrase.office, ["office": context.officeName])
    try sheet.mergeRow(
      8, all, "\(office). \(deadline).",
      CellStyle(size: 12, isItalic: true, horizontal: .center, wraps: true),
      widths: Self.widths)
    try sheet.setRow(9, height: 8)
    return 10
  }

  private var deadline: String {
    guard let deadline = context.block.deadline else {
      return context.text(SummaryPhrase.noDeadline)
    }
    func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    // Days below 10 and the months 1 and 2 have a leading zero (Nghị định 30/2020/NĐ-CP).
    let month =
      context.language == .en || deadline.month < 3 ? padded(deadline.month) : "\(deadline.month)"
    let time = context.text(
      SummaryPhrase.deadlineTime,
      [
        "time": String("\(deadline.time)".prefix(5)), "day": padded(deadline.day), "month": month,
        "year": "\(deadline.year)",
      ])
    return context.text(SummaryPhrase.deadline, ["time": time])
  }

  // MARK: - Counts

  /// A number with what it counts, and where that is shown.
  private struct Count {
    var label: String
    var number: Int
    var target: CellLink
    var fill: UInt32 = 0xEEF3F8
  }

  private func writeCounts(_ sheet: SheetWriter, row: Int) throws -> Int {
    try writeBoxes(sheet, row: row, unitCounts, size: 20)
    try sheet.setRow(row + 2, height: 6)
    try writeBoxes(sheet, row: row + 3, otherCounts, size: 14)
    return row + 5
  }

  private var unitCounts: [Count] {
    func count(_ status: UnitStatus) -> Int { context.units.count { $0.status == status } }
    let ranking = CellLink(
      sheet: context.text(.ranking), cell: CellReference(row: RankingLayout.headerRow, column: 1))
    let submissions = CellLink(
      sheet: context.text(.findings), cell: CellReference(row: FindingsLayout.unitsRow, column: 1))
    let counts: [(String, Int, CellLink)] = [
      (context.text(.unitsInBlock), context.units.count, ranking),
      (context.text(.submitted), context.units.count - count(.notSubmitted), submissions),
      (
        context.text(SummaryPhrase.eligible), context.units.count - count(.notEligible), ranking
      ),
      (context.text(.ranked), count(.ranked), ranking),
      (context.text(.pending), count(.pending), ranking),
      (context.text(.notSubmitted), count(.notSubmitted), submissions),
    ]
    return counts.map { Count(label: $0.0, number: $0.1, target: $0.2) }
  }

  private var otherCounts: [Count] {
    let findings = context.consolidation.findings
    func severity(_ severity: Severity, _ phrase: SummaryPhrase) -> Count {
      let found = context.findings.order.filter { findings[$0].severity == severity }
      let cell = found.first.flatMap { context.findings.cell(of: $0) }
      return Count(
        label: context.text(phrase), number: found.count,
        target: CellLink(
          sheet: context.text(.findings),
          cell: cell ?? CellReference(row: context.findings.headerRow, column: 1)),
        fill: severity.fill)
    }
    let proposals = context.consolidation.proposals
    func top(_ sheet: some Phrase) -> CellLink {
      CellLink(sheet: context.text(sheet), cell: CellReference(row: 1, column: 1))
    }
    return [
      severity(.error, .errors), severity(.warning, .warnings), severity(.info, .notes),
      Count(
        label: context.text(SummaryPhrase.files), number: context.consolidation.files.count,
        target: CellLink(
          sheet: context.text(.sources),
          cell: CellReference(row: SourcesLayout.fileBandRow, column: 1))),
      Count(
        label: context.text(SummaryPhrase.nominations), number: proposals.nominees.count,
        target: top(ProposalPhrase.people)),
      Count(
        label: context.text(SummaryPhrase.practiceCount), number: proposals.practices.count,
        target: top(AnnexPhrase.register)),
    ]
  }

  /// Six boxes beside each other: the number above, what it counts below.
  private func writeBoxes(
    _ sheet: SheetWriter, row: Int, _ counts: [Count], size: Double
  ) throws {
    var numbers: [PlacedCell] = []
    var labels: [PlacedCell] = []
    for (offset, count) in counts.enumerated() {
      let columns = 2 * offset + 1...2 * offset + 2
      numbers.append(
        PlacedCell(
          columns, .number(Double(count.number)),
          CellStyle(
            size: size, isBold: true, color: ReportStyle.navy, fill: count.fill,
            horizontal: .center, numberFormat: NumberFormat.count)))
      labels.append(
        PlacedCell(
          columns, .link(count.label, to: count.target),
          CellStyle(
            size: 10, color: ReportStyle.blue, fill: count.fill, horizontal: .center,
            vertical: .top, wraps: true)))
    }
    try sheet.writeRow(row, numbers, widths: Self.widths)
    try sheet.writeRow(row + 1, labels, widths: Self.widths, atLeast: 28)
  }

  // MARK: - Podium

  /// The first three ranks of each group; the leaders where there are many groups.
  private func writePodium(_ sheet: SheetWriter, row: Int) throws -> Int {
    try sheet.writeSection(row, context.text(.podiumSection))
    var row = row + 1
    func count(_ status: UnitStatus) -> String {
      "\(context.units.count { $0.status == status })"
    }
    guard context.units.contains(where: { $0.rank != nil }) else {
      try sheet.mergeRow(
        row, 1...Self.last,
        context.text(
          SummaryPhrase.nobodyRanked,
          [
            "notSubmitted": count(.notSubmitted), "pending": count(.pending),
            "notEligible": count(.notEligible),
          ]), ReportStyle.sentence, widths: Self.widths)
      return row + 1
    }
    let header = ReportStyle.header
    try sheet.writeRow(
      row,
      [
        PlacedCell(1, .text(context.text(ColumnTitle.rank)), header),
        PlacedCell(2...4, .text(context.text(ColumnTitle.unit)), header),
        PlacedCell(5...6, .text(context.text(ColumnTitle.total)), header),
        PlacedCell(7...8, .text(context.text(ColumnTitle.className)), header),
        PlacedCell(9...12, .text(context.text(ColumnTitle.titles)), header),
      ], widths: Self.widths)
    row += 1
    let groups = context.regulation.groups
    let lowest = groups.count > Self.groupLimit ? 1 : 3
    for group in groups {
      let units = context.units.filter {
        $0.unit.group == group && ($0.rank ?? .max) <= lowest
      }
      guard !units.isEmpty else { continue }
      if groups.count > 1 {
        try sheet.mergeRow(
          row, 1...Self.last, context.title(ofGroup: group), ReportStyle.band,
          widths: Self.widths)
        row += 1
      }
      for standing in units {
        try sheet.writeRow(row, cells(of: standing), widths: Self.widths)
        row += 1
      }
    }
    if lowest == 1 {
      try sheet.mergeRow(
        row, 1...Self.last, context.text(SummaryPhrase.leadersOnly), ReportStyle.note,
        widths: Self.widths)
      row += 1
    }
    return row
  }

  private func cells(of standing: UnitStanding) -> [PlacedCell] {
    let isFirst = standing.rank == 1
    return [
      PlacedCell(
        1, standing.rank.map { .number(Double($0)) } ?? .blank,
        ReportStyle.centered.with { $0.isBold = true }),
      PlacedCell(
        2...4, .text(standing.unit.name), ReportStyle.text.with { $0.isBold = isFirst }),
      PlacedCell(
        5...6, standing.total.map { .number($0.doubleValue) } ?? .blank,
        ReportStyle.points(context.block.decimals).with { $0.isBold = true }),
      PlacedCell(
        7...8, .text(standing.className ?? ""),
        ReportStyle.centered.with { style in
          if let fill = context.fill(ofClass: standing.className) { style.fill = fill }
        }),
      PlacedCell(9...12, .text(standing.titles.joined(separator: "; ")), ReportStyle.text),
    ]
  }

  // MARK: - Decisions

  /// The five subjects, each with its decisions or with the word that there are none.
  private func writeDecisions(_ sheet: SheetWriter, row: Int) throws -> Int {
    try sheet.writeSection(row, context.text(.decisionSection))
    var row = row + 1
    let header = ReportStyle.header
    try sheet.writeRow(
      row,
      [
        PlacedCell(1...3, .text(context.text(ColumnTitle.subject)), header),
        PlacedCell(4...10, .text(context.text(ColumnTitle.decision)), header),
        PlacedCell(11...12, .text(context.text(ColumnTitle.seeAlso)), header),
      ], widths: Self.widths)
    row += 1
    let decisions = Decisions(context: context)
    for subject in Decision.Subject.allCases {
      var found = decisions.of(subject)
      let total = found.count
      if total > Self.decisionLimit {
        found = Array(found.prefix(Self.decisionLimit - 1))
        let rest = context.text(SummaryPhrase.more, ["count": "\(total - found.count)"])
        found.append(Decision(text: rest, place: subject.rest(context)))
      }
      let first = row
      let name = ReportStyle.text.with { $0.isBold = true }
      if found.isEmpty {
        try sheet.writeRow(
          row,
          [
            PlacedCell(1...3, .text(context.text(subject.phrase)), name),
            PlacedCell(
              4...12, .text(context.text(SummaryPhrase.none)),
              ReportStyle.text.with { $0.color = ReportStyle.grey }),
          ], widths: Self.widths)
        row += 1
        continue
      }
      for decision in found {
        var cells = [
          PlacedCell(4...10, .text(decision.text), ReportStyle.text),
          PlacedCell(
            11...12, .link("→ \(decision.place.shortName)", to: decision.place),
            ReportStyle.link(ReportStyle.centered).with { $0.size = 10 }),
        ]
        if found.count == 1 {
          cells.append(PlacedCell(1...3, .text(context.text(subject.phrase)), name))
        }
        try sheet.writeRow(row, cells, widths: Self.widths)
        row += 1
      }
      if found.count > 1 {
        try sheet.merge(
          CellRange(
            CellReference(row: first, column: 1), CellReference(row: row - 1, column: 3)),
          context.text(subject.phrase), name)
      }
    }
    return row
  }
}

extension Decision.Subject {
  /// Where the decisions stand that the summary has no room for.
  fileprivate func rest(_ context: ReportContext) -> CellLink {
    let sheet: String
    switch self {
    case .ties, .votes: sheet = context.text(.ranking)
    case .pending: sheet = context.text(.findings)
    case .gaps: sheet = context.text(AnnexPhrase.appraisal)
    case .levelling: sheet = context.text(AnalysisPhrase.analysis)
    }
    return CellLink(sheet: sheet, cell: CellReference(row: 1, column: 1))
  }
}

extension CellLink {
  /// `II, B12`: the annex's number, or the sheet's name, and the cell.
  fileprivate var shortName: String {
    let first = sheet.prefix { $0 != " " }
    let isNumeral = first.allSatisfy { "IVX".contains($0) }
    let name = isNumeral ? String(first) : sheet
    let isTop = range.first == CellReference(row: 1, column: 1)
    return isTop ? name : "\(name), \(range.first)"
  }
}
