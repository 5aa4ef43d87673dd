import Language
import Normalizer
import Ranking
import Regulation
import Spreadsheet

/// A file of the unit that cannot be shown again, and why.
public struct UnshownFile: Sendable, Hashable {
  /// Why a file is not shown.
  public enum Reason: Sendable, Hashable {
    /// It cannot be read; the findings say more.
    case unreadable
    /// It is no longer the file that was consolidated.
    case changed
    /// Nothing in it is known to be the unit's.
    case nothingOwn
  }

  /// The path as the unit gets to read it.
  public var file: String
  /// Why it is not shown.
  public var reason: Reason

  /// A file with the reason.
  public init(file: String, reason: Reason) {
    self.file = file
    self.reason = reason
  }
}

/// The workbook that a unit gets back: its result, every score, what was changed and why, what to
/// correct, and its own table as it sent it, with a note on each cell that something was found at.
public enum FeedbackWorkbook {
  /// Writes the workbook to `path`; the same feedback gives the same bytes.
  ///
  /// - Parameters:
  ///   - sheets: what the unit sent, sheet by sheet.
  ///   - unshown: the unit's files that cannot be shown.
  /// - Throws: `WritingError` with the place that failed; the file is then not whole.
  public static func write(
    _ feedback: UnitFeedback, submitted sheets: [SubmittedSheet], unshown: [UnshownFile] = [],
    to path: String
  ) throws {
    let layout = FeedbackLayout(feedback, sheets: sheets, unshown: unshown)
    try WorkbookWriter.write(
      to: path, title: "\(feedback.text(.title)): \(feedback.unit.name)"
    ) { workbook in
      try FeedbackResultSheet(layout).write(to: workbook)
      if layout.hasScores { try FeedbackScoresSheet(layout: layout).write(to: workbook) }
      if layout.hasCharts { try FeedbackChartsSheet(layout: layout).write(to: workbook) }
      if !feedback.ranking.isEmpty {
        try FeedbackRankingSheet(layout: layout).write(to: workbook)
      }
      for (sheet, name) in zip(sheets, layout.copyNames) {
        try SubmittedCopySheet(layout: layout, sheet: sheet, name: name).write(to: workbook)
      }
      if layout.hasSubmissionNotes {
        try FeedbackSubmissionSheet(layout: layout).write(to: workbook)
      }
    }
  }
}

/// Which sheets a unit's workbook has, and where its cells stand.
struct FeedbackLayout {
  let feedback: UnitFeedback
  let sheets: [SubmittedSheet]
  let unshown: [UnshownFile]
  /// The names of the sheets that show what was sent, in the order of `sheets`.
  let copyNames: [String]

  init(_ feedback: UnitFeedback, sheets: [SubmittedSheet], unshown: [UnshownFile]) {
    self.feedback = feedback
    self.sheets = sheets
    self.unshown = unshown
    let own: [FeedbackPhrase] = [
      .resultSheet, .scoresSheet, .chartsSheet, .rankingSheet, .submissionSheet,
    ]
    copyNames = SheetName.unique(
      sheets.map(\.grid.name), besides: own.map { $0.text(in: feedback.language) })
  }

  /// Whether anything of the unit was counted.
  var hasScores: Bool { !feedback.standing.scores.isEmpty }

  /// Whether there is a group to draw the unit's points against.
  var hasCharts: Bool {
    hasScores && !feedback.comparison.isTooSmall && !FeedbackChart.parts(of: feedback).isEmpty
  }

  /// Whether something has to be said about what cannot be shown.
  var hasSubmissionNotes: Bool { sheets.isEmpty || !unshown.isEmpty }

  /// The cell of the copies that a finding is about; nil where it stands on none of them.
  func copy(of finding: Finding) -> CellLink? {
    guard let range = finding.range,
      let index = sheets.firstIndex(where: { $0.findings.contains(finding) })
    else { return nil }
    return CellLink(sheet: copyNames[index], cell: range.first)
  }

  /// The cell of the copies that a score stands in.
  func copy(ofScore criterion: String) -> CellLink? {
    guard
      let score = feedback.standing.scores.first(where: { $0.criterion == criterion }),
      let cell = score.cell.flatMap({ CellReference($0) }),
      let index = sheets.firstIndex(where: {
        $0.grid.name == score.sheet && !$0.tables.isEmpty
      })
    else { return nil }
    return CellLink(sheet: copyNames[index], cell: cell)
  }
}
