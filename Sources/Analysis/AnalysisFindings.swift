import Normalizer
import Ranking
import Regulation

/// The findings of one group of units: `levelling` where scores do not tell units apart, `outlier`
/// where one lies far from the others.
///
/// One finding a criterion, not one a score: who reads them can look at the sheet Phân tích.
struct AnalysisFindings {
  let ranked: RankedGroup
  let figures: GroupAnalysis

  /// All findings: of the group, of its criteria, of its units.
  var all: [Finding] {
    [totalsTooClose].compactMap { $0 } + figures.criteria.flatMap { findings(of: $0) }
      + zip(figures.units, ranked.units).flatMap { findings(of: $0, $1) }
  }

  private var groupName: String {
    ranked.group.isEmpty ? FindingWord.wholeBlock.rawValue : ranked.group
  }

  private func arguments(
    _ sentence: FindingSentence, _ others: [String: String]
  ) -> [String: String] {
    others.merging(["detail": sentence.rawValue, "group": groupName]) { first, _ in first }
  }

  // MARK: - Levelling

  private var totalsTooClose: Finding? {
    guard figures.isSpreadTooSmall, let range = figures.totals.interquartileRange else {
      return nil
    }
    let spread = range.shown
    return Finding(
      .levelling, .warning, value: spread,
      arguments: arguments(
        .totalsTooClose,
        [
          "spread": spread, "expected": "\(AnalysisThresholds.totalSpread)",
          "maximum": figures.baseMaximum.shown,
        ]))
  }

  private func findings(of figures: CriterionAnalysis) -> [Finding] {
    guard let criterion = ranked.regulation.criteria[figures.criterion] else { return [] }
    return [levelled(criterion, figures), outlying(criterion, figures)].compactMap { $0 }
  }

  /// A criterion that levels its units: a warning where points are given, for the record where a
  /// method computes them and all units simply reached the target.
  private func levelled(_ criterion: Criterion, _ figures: CriterionAnalysis) -> Finding? {
    guard figures.isLevelled, let count = figures.atMaximum else { return nil }
    let units = figures.scores.count
    return Finding(
      .levelling, criterion.method == .points ? .warning : .info, value: "\(count)/\(units)",
      arguments: arguments(
        .criterionAtMaximum,
        [
          "criterion": criterion.code, "content": criterion.content, "count": "\(count)",
          "units": "\(units)", "share": (Double(count * 100) / Double(units)).shown,
          "maximum": "\(criterion.maximum ?? .zero)",
        ]))
  }

  // MARK: - Outliers

  private func outlying(_ criterion: Criterion, _ figures: CriterionAnalysis) -> Finding? {
    guard let fences = figures.fences, !figures.outliers.isEmpty,
      let leaf = ranked.arithmetic.leaves.firstIndex(where: { $0.code == criterion.code })
    else { return nil }
    let outliers = Set(figures.outliers)
    let outlying = ranked.units.indices.filter { outliers.contains(ranked.units[$0].unit.code) }
    let points = outlying.map { "\(Points(tenThousandths: ranked.points($0, leaf)))" }
    var finding = Finding(
      .outlier, .info,
      arguments: arguments(
        .scoresFarOff,
        [
          "criterion": criterion.code, "content": criterion.content,
          "other": outlying.map { ranked.units[$0].unit.name }.joined(separator: "; "),
          "points": points.joined(separator: "; "), "median": fences.median.shown,
          "low": max(0, fences.low).shown,
          "high": min(criterion.maximum?.doubleValue ?? fences.high, fences.high).shown,
        ]))
    // A single unit's score has a place.
    if outlying.count == 1, let index = outlying.first {
      finding.unit = ranked.units[index].unit.code
      finding.file = ranked.units[index].source?.file
      finding.sheet = ranked.score(index, leaf)?.sheet
      finding.cell = ranked.score(index, leaf)?.cell
      finding.value = points.first
    }
    return finding
  }

  private func findings(of figures: UnitAnalysis, _ standing: UnitStanding) -> [Finding] {
    var findings: [Finding] = []
    if let count = figures.fullWithoutEvidence {
      findings.append(
        Finding(
          .levelling, .warning, unit: figures.unit, file: standing.source?.file,
          sheet: standing.source?.sheet, value: "\(count)/\(count)",
          arguments: arguments(.fullWithoutEvidence, ["count": "\(count)"])))
    }
    if figures.hasOutlyingInflation, let inflation = figures.inflation,
      let fences = self.figures.inflationFences
    {
      findings.append(
        Finding(
          .outlier, .warning, unit: figures.unit, file: standing.source?.file,
          sheet: standing.source?.sheet, value: "\(inflation.shown)%",
          arguments: arguments(
            .inflationFarOff,
            [
              "share": inflation.shown, "median": fences.median.shown, "low": fences.low.shown,
              "high": fences.high.shown,
            ])))
    }
    return findings
  }
}

extension Double {
  /// The number with at most two decimals, as messages and `arguments` write it.
  var shown: String {
    let tenThousandths = Int64((self * 10_000).rounded())
    return "\(Points(tenThousandths: tenThousandths).rounded(places: 2))"
  }
}
