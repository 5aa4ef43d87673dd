import Language
import Normalizer
import Regulation
import Spreadsheet

/// The ranking of the unit's group, where the regulation makes the scores public.
struct FeedbackRankingSheet {
  let layout: FeedbackLayout

  private static let widths: [Double] = [9, 60, 14, 24]

  func write(to workbook: WorkbookWriter) throws {
    let feedback = layout.feedback
    let sheet = try workbook.addSheet(feedback.text(.rankingSheet))
    let last = Self.widths.count
    try sheet.setLook(tab: 0xC55A11)
    try sheet.setWidths(Self.widths)
    try sheet.mergeRow(
      1, 1...last, feedback.text(.rankingTitle), ReportStyle.title, widths: Self.widths)
    try sheet.mergeRow(
      2, 1...last, "\(feedback.groupName) – \(feedback.subtitle)", ReportStyle.subtitle,
      widths: Self.widths)
    try sheet.mergeRow(
      3, 1...last, feedback.text(.rankingLegend), ReportStyle.note, widths: Self.widths)
    let titles: [ColumnTitle] = [.rank, .unit, .total, .className]
    try sheet.writeRow(
      4, titles.map { (.text(feedback.text($0)), ReportStyle.header) }, widths: Self.widths)
    for (offset, place) in feedback.ranking.enumerated() {
      func own(_ style: CellStyle) -> CellStyle {
        style.with {
          $0.isBold = place.isOwn
          if place.isOwn { $0.fill = 0xFFF6DD }
        }
      }
      try sheet.writeRow(
        5 + offset,
        [
          (place.rank.map { .number(Double($0)) } ?? .text("–"), own(ReportStyle.centered)),
          (.text(place.name), own(ReportStyle.text)),
          (
            place.total.map { .number($0.doubleValue) } ?? .blank,
            own(ReportStyle.points(feedback.block.decimals))
          ),
          (.text(place.className ?? ""), own(ReportStyle.centered)),
        ], widths: Self.widths)
    }
    try sheet.freeze(at: CellReference(row: 5, column: 1))
    try sheet.setPage(
      feedback.page(columns: last, rows: 4 + feedback.ranking.count, repeatedRows: 4...4))
  }
}

/// What there is to say about files that are not shown, or that nothing was sent.
struct FeedbackSubmissionSheet {
  let layout: FeedbackLayout

  private static let widths: [Double] = [120]

  func write(to workbook: WorkbookWriter) throws {
    let feedback = layout.feedback
    let sheet = try workbook.addSheet(feedback.text(.submissionSheet))
    try sheet.setLook(tab: 0x7F7F7F)
    try sheet.setWidths(Self.widths)
    let heads = [
      (feedback.text(.submissionTitle), ReportStyle.title),
      ("\(feedback.unit.name) – \(feedback.subtitle)", ReportStyle.subtitle),
    ]
    for (offset, (text, style)) in heads.enumerated() {
      try sheet.writeRow(
        1 + offset, [(.text(text), style.with { $0.wraps = true })], widths: Self.widths)
    }
    var sentences: [String] = []
    if feedback.files.isEmpty { sentences.append(feedback.text(.nothingSent)) }
    for file in layout.unshown {
      let phrase: FeedbackPhrase =
        switch file.reason {
        case .unreadable: .unreadable
        case .changed: .changedFile
        case .nothingOwn: .notShown
        }
      sentences.append(feedback.text(phrase, ["file": file.file]))
      sentences += feedback.findings.filter {
        $0.file == file.file && $0.code.subject == .file
      }.map { feedback.note($0) }
    }
    for (offset, sentence) in sentences.enumerated() {
      try sheet.writeRow(
        4 + offset, [(.text(sentence), CellStyle(size: 12, wraps: true))], widths: Self.widths)
    }
    try sheet.setPage(
      feedback.page(columns: 1, rows: 3 + max(1, sentences.count)))
  }
}
