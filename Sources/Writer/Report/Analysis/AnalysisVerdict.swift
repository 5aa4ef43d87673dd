import Analysis
import Language
import Ranking
import Regulation

/// What the analysis of a group of units comes to, in sentences.
struct AnalysisVerdict {
  let context: ReportContext
  /// The most criteria that a sentence names.
  private static let namedCriteria = 8

  /// The sentences on one group.
  func sentences(_ group: GroupAnalysis) -> [String] {
    [spread(group), shares(group), ranks(group)].compactMap { $0 }
  }

  private func spread(_ group: GroupAnalysis) -> String? {
    let totals = group.totals
    guard let low = totals.lowest, let high = totals.highest, let quartiles = totals.quartiles
    else { return nil }
    let sentence = context.text(
      AnalysisWords.spread,
      [
        "group": context.title(ofGroup: group.group), "count": "\(totals.count)",
        "low": context.shown(low), "high": context.shown(high),
        "median": context.shown(quartiles.median),
        "range": context.shown(quartiles.upper - quartiles.lower),
      ])
    return context.text(
      group.isSpreadTooSmall ? AnalysisWords.spreadTooSmall : .spreadEnough, ["spread": sentence])
  }

  private func shares(_ group: GroupAnalysis) -> String? {
    guard let share = group.shares.atMaximum else { return nil }
    let levelled = group.criteria.filter(\.isLevelled).map(\.criterion)
    var codes = levelled.prefix(Self.namedCriteria).joined(separator: ", ")
    if levelled.count > Self.namedCriteria { codes += ", …" }
    let about =
      levelled.isEmpty
      ? context.text(AnalysisWords.levelledNone)
      : context.text(AnalysisWords.levelledSome, ["count": "\(levelled.count)", "codes": codes])
    return context.text(
      AnalysisWords.shares, ["share": context.shown(share * 100), "levelled": about])
  }

  private func ranks(_ group: GroupAnalysis) -> String? {
    guard group.units.count > 1, let first = group.units.first else { return nil }
    let loose = group.units.count(where: \.isLoose)
    let about =
      loose == 0
      ? context.text(AnalysisWords.ranksFirm)
      : context.text(
        AnalysisWords.ranksLoose, ["loose": "\(loose)", "count": "\(group.units.count)"])
    let leader = context.text(
      AnalysisWords.leader,
      [
        "unit": context.name(ofUnit: first.unit),
        "share": context.shown(first.moving.heldShare * 100),
      ])
    return "\(about) \(leader)"
  }
}

extension UnitAnalysis {
  /// Whether its rank changes in more than half of the runs.
  var isLoose: Bool { moving.high > moving.low && moving.heldShare < 0.5 }
}
