import Language
import Normalizer
import Ranking
import Regulation
import Spreadsheet

/// The first sheet of a unit's feedback: where it stands, what to correct, what was changed and why.
struct FeedbackResultSheet {
  private let layout: FeedbackLayout
  private var feedback: UnitFeedback { layout.feedback }

  init(_ layout: FeedbackLayout) {
    self.layout = layout
  }

  static let widths: [Double] = [5, 13, 22, 9, 16, 14, 14, 40]
  private static var last: Int { widths.count }
  /// As many parts as a chart across the page shows side by side.
  private static let partLimit = 15
  private static let chartHeight = 250.0
  /// As many rows as fit on one page with the signature below them.
  private static let fewRows = 10

  func write(to workbook: WorkbookWriter) throws {
    let sheet = try workbook.addSheet(feedback.text(.resultSheet))
    try sheet.setLook(tab: ReportStyle.navy)
    try sheet.setWidths(Self.widths)
    try IssuerHead(block: feedback.block, language: feedback.language, widths: Self.widths)
      .write(to: sheet)
    let page = FeedbackPage(sheet, widths: Self.widths, row: 4)
    try page.write(feedback.text(.title), ReportStyle.title)
    try page.write(feedback.subtitle, ReportStyle.titleLine)
    try page.skip(height: 6)
    try writeSummary(page)
    try writeResult(page)
    try writeParts(page)
    try writeCorrections(page)
    try writeFindings(page)
    let files = page.row
    try writeFiles(page)
    let signature = SignatureBlock(
      block: feedback.block, language: feedback.language, widths: Self.widths)
    try page.skip(height: 10)
    let end = try signature.write(to: sheet, row: page.row, columns: signature.rightHalf)
    try sheet.silence(
      codes: CellRange(
        CellReference(row: 1, column: 1), CellReference(row: end, column: Self.last)))
    var setup = feedback.page(columns: Self.last, rows: end)
    // No signature stands alone on a page.
    let last = page.row - files <= Self.fewRows ? files : page.row
    setup.keptTogether = page.blocks.filter { $0.upperBound < last } + [last...end]
    try sheet.setPage(setup)
  }

  private func points(
    _ columns: ClosedRange<Int>, _ points: Points?, isBold: Bool = false
  ) -> PlacedCell {
    let places = max(feedback.block.decimals, points?.decimals ?? 0)
    return PlacedCell(
      columns, points.map { .number($0.doubleValue) } ?? .blank,
      ReportStyle.points(places).with { $0.isBold = isBold })
  }

  // MARK: - Result

  private func writeSummary(_ page: FeedbackPage) throws {
    try page.write(
      feedback.text(.salutation, ["unit": feedback.unit.name]),
      CellStyle(size: 13, isBold: true, wraps: true))
    try page.write(
      feedback.summary.joined(separator: " "), CellStyle(size: 12, wraps: true))
  }

  private func writeResult(_ page: FeedbackPage) throws {
    let standing = feedback.standing
    let comparison = feedback.comparison
    try page.section(feedback.text(.resultSection))
    try page.header([
      (1...3, feedback.text(ColumnTitle.content)), (4...5, feedback.text(.own)),
      (6...6, feedback.text(.medianColumn)), (7...7, feedback.text(.bestColumn)),
      (8...8, feedback.text(ColumnTitle.reason)),
    ])
    func line(
      _ title: ColumnTitle, _ value: PlacedCell, _ figures: GroupComparison.Figures? = nil,
      note: String = ""
    ) throws {
      try page.write([
        PlacedCell(1...3, .text(feedback.text(title)), ReportStyle.text), value,
        points(6...6, figures?.median), points(7...7, figures?.best),
        PlacedCell(8...8, .text(note), ReportStyle.text),
      ])
    }
    func text(_ text: String, isBold: Bool = false) -> PlacedCell {
      PlacedCell(4...5, .text(text), ReportStyle.centered.with { $0.isBold = isBold })
    }
    try line(
      .status, text(standing.status.text(in: feedback.language)),
      note: feedback.reason)
    if let rank = standing.rank {
      let phrase: FeedbackPhrase = standing.isTied ? .tiedRank : .rankOf
      try line(
        .rank,
        text(
          feedback.text(phrase, ["rank": "\(rank)", "units": "\(comparison.rankedUnits)"]),
          isBold: true), note: feedback.groupName)
    }
    if let total = standing.total {
      try line(.total, points(4...5, total, isBold: true), comparison.total)
      let parts: [(ColumnTitle, Points?, CriterionKind)] = [
        (.base, standing.base, .base), (.bonus, standing.bonus, .bonus),
        (.deduction, standing.deduction, .deduction),
      ]
      for (title, amount, kind) in parts {
        let isLate = kind == .deduction && standing.lateness > .zero
        try line(
          title, points(4...5, amount), comparison.figures(of: kind),
          note: isLate
            ? feedback.text(.lateness, ["points": standing.lateness.text(in: feedback.language)])
            : "")
      }
    }
    if standing.rank != nil {
      try line(.className, text(standing.className ?? "–", isBold: true))
      let titles = standing.titles.joined(separator: "; ")
      try page.write([
        PlacedCell(1...3, .text(feedback.text(ColumnTitle.titles)), ReportStyle.text),
        PlacedCell(4...Self.last, .text(titles.isEmpty ? "–" : titles), ReportStyle.text),
      ])
    }
    try page.write(comparisonNote, ReportStyle.note)
  }

  private var comparisonNote: String {
    feedback.text(
      feedback.comparison.isTooSmall ? .tooFewUnits : .comparedWith,
      [
        "units": "\(feedback.comparison.rankedUnits)",
        "least": "\(GroupComparison.leastUnits)",
      ])
  }

  // MARK: - Parts of the table

  /// The top rows of the criteria against the group, with a chart.
  private func writeParts(_ page: FeedbackPage) throws {
    let parts = feedback.lines.filter { $0.depth == 0 }
    guard layout.hasScores, (1...Self.partLimit).contains(parts.count) else { return }
    // Deductions stand behind the parts that the chart shows.
    let ordered = parts.filter { !$0.isDeduction } + parts.filter(\.isDeduction)
    let drawn = layout.hasCharts ? parts.count { !$0.isDeduction } : 0
    try page.together {
      try page.section(feedback.text(.groupSection))
      let header = page.row
      try page.header([
        (1...3, feedback.text(ColumnTitle.content)), (4...4, feedback.text(ColumnTitle.maximum)),
        (5...5, feedback.text(.own)), (6...6, feedback.text(.medianColumn)),
        (7...7, feedback.text(.bestColumn)), (8...8, feedback.text(.shareOfMaximum)),
      ])
      let first = page.row
      for part in ordered { try page.write(cells(of: part)) }
      guard drawn > 0 else { return }
      try page.draw(height: Self.chartHeight) { cell in
        try page.sheet.add(
          chart(page.sheet.name, header: header, rows: first...first + drawn - 1), at: cell,
          right: 2, down: 6)
      }
    }
  }

  private func cells(of part: UnitFeedback.Line) -> [PlacedCell] {
    let share: SheetWriter.Content =
      part.isDeduction
      ? .text(CriterionKind.deduction.text(in: feedback.language))
      : FeedbackChart.share(part.counted, of: part).map { .number($0) } ?? .blank
    return [
      PlacedCell(
        1...3, .text("\(part.criterion.code). \(part.criterion.content)"), ReportStyle.text),
      points(4...4, part.maximum), points(5...5, part.counted, isBold: true),
      points(6...6, part.group?.median), points(7...7, part.group?.best),
      PlacedCell(
        8, share, ReportStyle.centered.with { $0.numberFormat = NumberFormat.share }),
    ]
  }

  private func chart(_ sheet: String, header: Int, rows: ClosedRange<Int>) -> Chart {
    func cells(_ column: Int) -> CellLink {
      CellLink(sheet: sheet, column: column, rows: rows)
    }
    func name(_ column: Int) -> CellLink {
      CellLink(sheet: sheet, cell: CellReference(row: header, column: column))
    }
    return Chart(
      title: nil, categories: cells(1), categoryAxis: Chart.Axis(size: 9),
      valueAxis: Chart.Axis(minimum: 0, numberFormat: "0.##", hasGridlines: true),
      series: zip([5, 6, 7], FeedbackChart.fills).map { column, fill in
        Chart.Series(name: name(column), values: cells(column), fill: fill, labels: "0.##")
      },
      legend: .bottom, gap: 60, width: 930, height: Self.chartHeight,
      description: feedback.text(.chartDescription))
  }

  // MARK: - What to do, and why

  private func writeCorrections(_ page: FeedbackPage) throws {
    let corrections = feedback.corrections
    guard !corrections.isEmpty else {
      try page.section(feedback.text(.correctionSection))
      return try page.write(feedback.text(.nothingToCorrect), ReportStyle.text)
    }
    try page.section(
      feedback.deadlineText.map { feedback.text(.correctionSectionBy, ["deadline": $0]) }
        ?? feedback.text(.correctionSection))
    try page.header([
      (1...1, feedback.text(ColumnTitle.number)), (2...5, feedback.text(.what)),
      (6...Self.last, feedback.text(.place)),
    ])
    for (offset, correction) in corrections.enumerated() {
      let grave = correction.findings.map(\.severity).min() ?? .warning
      try page.write([
        PlacedCell(
          1...1, .number(Double(offset + 1)), ReportStyle.centered.with { $0.fill = grave.fill }
        ),
        PlacedCell(
          2...5, .text(correction.code.unitTask?.text(in: feedback.language) ?? ""),
          ReportStyle.text
        ),
        PlacedCell(6...Self.last, .text(places(of: correction)), ReportStyle.text),
      ])
    }
  }

  /// The cells of a correction, sheet by sheet; the criteria or files where there are none.
  private func places(of correction: UnitFeedback.Correction) -> String {
    var sheets: [(name: String, places: [String])] = []
    for finding in correction.findings {
      let name = finding.cell == nil ? "" : finding.sheet ?? ""
      let place = finding.cell ?? finding.arguments["criterion"] ?? self.place(of: finding)
      if let index = sheets.firstIndex(where: { $0.name == name }) {
        if !sheets[index].places.contains(place) { sheets[index].places.append(place) }
      } else {
        sheets.append((name, [place]))
      }
    }
    return sheets.map { name, places in
      let list = places.joined(separator: ", ")
      return name.isEmpty ? list : "\(name): \(list)"
    }.joined(separator: "; ")
  }

  private func writeFindings(_ page: FeedbackPage) throws {
    try page.section(feedback.text(.findingSection))
    guard !feedback.findings.isEmpty else {
      return try page.write(feedback.text(.nothingFound), ReportStyle.text)
    }
    try page.header([
      (1...1, feedback.text(ColumnTitle.number)), (2...2, feedback.text(ColumnTitle.severity)),
      (3...3, feedback.text(ColumnTitle.sheet)), (4...4, feedback.text(ColumnTitle.cell)),
      (5...5, feedback.text(ColumnTitle.value)), (6...6, feedback.text(ColumnTitle.counted)),
      (7...Self.last, feedback.text(.why)),
    ])
    for (offset, finding) in feedback.findings.enumerated() {
      let copy = layout.copy(of: finding)
      let cell = PlacedCell(
        4...4, copy.map { .link(finding.cell ?? "", to: $0) } ?? .text(finding.cell ?? ""),
        copy == nil ? ReportStyle.centered : ReportStyle.link(ReportStyle.centered))
      try page.write([
        PlacedCell(1...1, .number(Double(offset + 1)), ReportStyle.centered),
        PlacedCell(
          2...2, .text(finding.severity.text(in: feedback.language)),
          ReportStyle.centered.with { $0.fill = finding.severity.fill }
        ),
        PlacedCell(3...3, .text(place(of: finding)), ReportStyle.text), cell,
        PlacedCell(
          5...5, .text(FindingText.shown(finding.value, in: feedback.language)),
          ReportStyle.centered
        ),
        PlacedCell(6...6, .text(feedback.counted(at: finding)), ReportStyle.centered),
        PlacedCell(
          7...Self.last, .text(finding.statement(in: feedback.language)), ReportStyle.text),
      ])
    }
  }

  /// The sheet of a finding, else its file; an appraiser's is not named.
  private func place(of finding: Finding) -> String {
    if feedback.isAboutAppraisal(finding) { return feedback.text(.appraisal) }
    return finding.sheet ?? finding.file ?? "–"
  }

  // MARK: - Files

  private func writeFiles(_ page: FeedbackPage) throws {
    try page.section(feedback.text(.filesSection))
    guard !feedback.files.isEmpty else {
      return try page.write(feedback.text(.nothingSent), ReportStyle.text)
    }
    try page.header([
      (1...1, feedback.text(ColumnTitle.number)), (2...2, feedback.text(ColumnTitle.verdict)),
      (3...5, feedback.text(ColumnTitle.file)), (6...7, feedback.text(ColumnTitle.received)),
      (8...8, feedback.text(ColumnTitle.sha256)),
    ])
    let small = ReportStyle.text.with { $0.size = 9 }
    for (offset, file) in feedback.files.enumerated() {
      try page.write([
        PlacedCell(1...1, .number(Double(offset + 1)), ReportStyle.centered),
        PlacedCell(2...2, .text(file.verdict.text(in: feedback.language)), ReportStyle.centered),
        PlacedCell(3...5, .text(file.shownPath), ReportStyle.text),
        PlacedCell(
          6...7, .text(file.received.map { ShownTime.text($0, in: feedback.language) } ?? ""), small
        ),
        PlacedCell(8...8, .text(file.sha256 ?? ""), small),
      ])
    }
  }
}
