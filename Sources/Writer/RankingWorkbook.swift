public import Language
import Ranking
import Regulation

/// `bang-xep-hang.xlsx`: what the office hands to its leadership.
///
/// The sheets, in this order: summary; the annexes I totals, II ranking, III matrix of points, IV self
/// scores and appraisal, V bonus and good practices, VI people, VII submissions and findings; the
/// covenant's targets where there is a register of them; analysis; last year where its points are
/// given; sources. Numbers are numbers, whose decimal mark the reader's locale decides; sums in the
/// matrix are live formulas; text from submissions is never a formula or a link.
public enum RankingWorkbook {
  /// Writes the workbook to `path`; the same consolidation gives the same bytes.
  ///
  /// - Throws: `WritingError` with the place that failed; the file is then not whole.
  public static func write(
    _ consolidation: Consolidation, language: Language, to path: String
  ) throws {
    let context = ReportContext(consolidation, language)
    try WorkbookWriter.write(
      to: path, title: context.subtitle, office: context.officeName
    ) { workbook in
      try SummarySheet(context: context).write(to: workbook)
      try TotalsSheet(context: context).write(to: workbook)
      try RankingSheet(context: context).write(to: workbook)
      try MatrixSheet(context).write(to: workbook)
      try AppraisalSheet(context: context).write(to: workbook)
      try RegisterSheet(context: context).write(to: workbook)
      try PeopleSheet(context: context).write(to: workbook)
      try SubmissionsSheet(context: context).write(to: workbook)
      if !consolidation.regulation.covenant.isEmpty {
        try CovenantReportSheet(context: context).write(to: workbook)
      }
      try AnalysisSheet(context: context).write(to: workbook)
      if LastYearSheet.isNeeded(consolidation) {
        try LastYearSheet(context: context).write(to: workbook)
      }
      try SourcesSheet(context: context).write(to: workbook)
    }
  }
}
