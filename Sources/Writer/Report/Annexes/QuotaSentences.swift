import Language
import Ranking
import Regulation

/// What each quota of the regulation is taken of, in words: the rule, and in each group of units how
/// many are ranked, the places that this gives and how they are used.
struct QuotaSentences {
  let context: ReportContext

  /// A sentence for each class that has a quota and each title for units.
  var all: [String] {
    let classes = context.regulation.classes.compactMap { rule in
      rule.quotaPercent.map { percent in
        sentence(
          AnnexPhrase.classQuota, rule.name, quota: "\(percent)%",
          places: { QuotaCut.places(percent: percent, of: $0) },
          isTaken: { $0.className == rule.name })
      }
    }
    let titles = context.regulation.titles.filter { $0.subject == .collective }.map { title in
      func isTaken(_ standing: UnitStanding) -> Bool { standing.titles.contains(title.name) }
      switch title.quota {
      case .count(let count):
        return sentence(
          AnnexPhrase.titleQuota, title.name, quota: "\(count)", places: { _ in count },
          isTaken: isTaken)
      case .percent(let percent):
        return sentence(
          AnnexPhrase.titleQuota, title.name, quota: "\(percent)%",
          places: { QuotaCut.places(percent: percent, of: $0) }, isTaken: isTaken)
      case .unlimited:
        return context.text(
          AnnexPhrase.quotaNone,
          ["name": title.name, "taken": "\(context.units.count(where: isTaken))"])
      }
    }
    return classes + titles
  }

  private func sentence(
    _ phrase: AnnexPhrase, _ name: String, quota: String, places: (Int) -> Int,
    isTaken: (UnitStanding) -> Bool
  ) -> String {
    let groups = context.regulation.groups
    let uses = groups.map { group in
      let ranked = context.units.filter { $0.unit.group == group && $0.rank != nil }
      let allowed = places(ranked.count)
      let taken = ranked.count(where: isTaken)
      let use = context.text(
        AnnexPhrase.quotaUse,
        [
          "ranked": "\(ranked.count)", "places": "\(allowed)", "taken": "\(taken)",
          "left": "\(max(0, allowed - taken))",
        ])
      return groups.count > 1 ? "\(context.title(ofGroup: group)): \(use)" : use
    }
    return context.text(
      phrase,
      [
        "name": name, "quota": context.language == .vi ? quota.replacing(".", with: ",") : quota,
        "uses": uses.joined(separator: "; "),
      ])
  }
}
