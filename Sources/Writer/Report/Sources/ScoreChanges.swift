import Language
import Normalizer
import Ranking
import Regulation
import Spreadsheet

/// What became of each submitted score on its way to the points that count, and why.
struct ScoreChanges {
  private let context: ReportContext
  private let findings: [SourcesLayout.ScoreKey: [Finding]]

  init(_ context: ReportContext) {
    self.context = context
    var findings: [SourcesLayout.ScoreKey: [Finding]] = [:]
    for finding in context.consolidation.findings {
      guard let key = context.sources.score(of: finding) else { continue }
      findings[key, default: []].append(finding)
    }
    self.findings = findings
  }

  /// The value as it was submitted: as a finding quotes it, else the unit's points or its result.
  func submitted(_ score: CountedScore, unit: String) -> (SheetWriter.Content, CellStyle) {
    let style = ReportStyle.text.with { $0.horizontal = .right }
    let own = findings[key(score, unit)] ?? []
    if let quoted = own.first(where: { $0.cell == score.cell && $0.value != nil })?.value {
      return (.text(FindingText.shown(quoted, in: context.language)), style)
    }
    if let points = score.enteredPoints {
      return (.number(points.doubleValue), ReportStyle.points(points.decimals))
    }
    if score.isNotApplicable {
      return (.text(context.text(MatrixPhrase.notApplicable)), style)
    }
    return (score.result.map { .number($0.doubleValue) } ?? .blank, style)
  }

  /// What was changed and why, with the gravest severity of the findings that say so.
  func text(_ score: CountedScore, unit: String) -> (text: String, severity: Severity?) {
    let own = findings[key(score, unit)] ?? []
    var sentences: [String] = []
    for finding in own {
      let message = finding.message(in: context.language)
      if !sentences.contains(message) { sentences.append(message) }
    }
    if let remark = remark(score) { sentences.append(context.text(remark)) }
    return (sentences.joined(separator: "\n"), own.map(\.severity).min())
  }

  private func key(_ score: CountedScore, _ unit: String) -> SourcesLayout.ScoreKey {
    SourcesLayout.ScoreKey(unit: unit, criterion: score.criterion)
  }

  /// What follows from the rules alone.
  private func remark(_ score: CountedScore) -> SourcePhrase? {
    if score.isNotApplicable {
      switch context.block.notApplicable {
      case .full: return .notApplicableFull
      case .zero: return .notApplicableZero
      case .rescale: return .notApplicableRescaled
      }
    }
    guard score.counted != score.selfPoints else { return nil }
    if let appraised = score.appraisedPoints {
      return appraised == score.counted ? .appraisedCounts : .weightedCounts
    }
    if score.selfPoints == nil {
      if score.result != nil { return .methodCounts }
      return context.block.missingScore == .pending ? .missingPending : .missing
    }
    return nil
  }
}
