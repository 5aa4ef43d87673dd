import Language
import Normalizer
import Ranking
import Regulation
import Spreadsheet

/// What became of each submitted score on its way to the points that count, and why.
struct ScoreChanges {
  private let context: ReportContext
  /// The findings by their unit and criterion.
  private let findings: [String: [String: [Finding]]]

  init(_ context: ReportContext) {
    self.context = context
    var findings: [String: [String: [Finding]]] = [:]
    for finding in context.consolidation.findings {
      guard let key = context.sources.score(of: finding) else { continue }
      findings[key.unit, default: [:]][key.criterion, default: []].append(finding)
    }
    self.findings = findings
  }

  /// A value as it was submitted.
  enum Submitted {
    /// What a finding quotes.
    case text(String)
    /// The unit's points.
    case points(Points)
    /// The result that points were reckoned from.
    case result(Double)
  }

  /// The look of values that are no points.
  static let quoted = ReportStyle.text.with { $0.horizontal = .right }

  /// The value as it was submitted: as a finding quotes it, else the unit's points or its result.
  func submitted(_ score: CountedScore, unit: String) -> Submitted? {
    let own = findings(of: score, unit)
    if let quoted = own.first(where: { $0.cell == score.cell && $0.value != nil })?.value {
      return .text(FindingText.shown(quoted, in: context.language))
    }
    if let points = score.enteredPoints { return .points(points) }
    if score.isNotApplicable { return .text(context.text(MatrixPhrase.notApplicable)) }
    return score.result.map { .result($0.doubleValue) }
  }

  /// What was changed and why, with the gravest severity of the findings that say so.
  func text(_ score: CountedScore, unit: String) -> (text: String, severity: Severity?) {
    let own = findings(of: score, unit)
    var sentences: [String] = []
    for finding in own {
      let message = finding.message(in: context.language)
      if !sentences.contains(message) { sentences.append(message) }
    }
    if let remark = remark(score) { sentences.append(context.text(remark)) }
    return (sentences.joined(separator: "\n"), own.map(\.severity).min())
  }

  private func findings(of score: CountedScore, _ unit: String) -> [Finding] {
    // Of most units there are none.
    guard let own = findings[unit] else { return [] }
    return own[score.criterion] ?? []
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
