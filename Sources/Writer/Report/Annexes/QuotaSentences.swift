import Language
import Ranking
import Regulation

/// What each quota of the regulation is taken of, in words: the rule, the units that it counts, the
/// places and how they are used. By group of units where there are several.
struct QuotaSentences {
  let context: ReportContext

  /// A sentence for each class and title for units that has a limit, or is given without one.
  var all: [String] {
    context.regulation.groups.flatMap { group -> [String] in
      let members = context.units.filter { $0.unit.group == group }
      let ranked = members.filter { $0.rank != nil }
      let sentences = classes(ranked) + titles(ranked)
      guard context.regulation.groups.count > 1 else { return sentences }
      return sentences.map { "\(context.title(ofGroup: group)). \($0)" }
    }
  }

  private func classes(_ ranked: [UnitStanding]) -> [String] {
    context.regulation.classes.compactMap { rule in
      rule.quotaPercent.map { percent in
        let places = QuotaCut.places(percent: percent, of: ranked.count)
        let taken = ranked.filter { $0.className == rule.name }.count
        return context.text(
          AnnexPhrase.classQuota,
          arguments(
            rule.name, quota: "\(percent)%", ranked: ranked.count, places: places, taken: taken))
      }
    }
  }

  private func titles(_ ranked: [UnitStanding]) -> [String] {
    context.regulation.titles.filter { $0.subject == .collective }.map { title in
      let taken = ranked.filter { $0.titles.contains(title.name) }.count
      let (quota, places): (String, Int)
      switch title.quota {
      case .count(let count): (quota, places) = ("\(count)", count)
      case .percent(let percent):
        (quota, places) = ("\(percent)%", QuotaCut.places(percent: percent, of: ranked.count))
      case .unlimited:
        return context.text(
          AnnexPhrase.quotaNone, ["name": title.name, "taken": "\(taken)"])
      }
      return context.text(
        AnnexPhrase.titleQuota,
        arguments(title.name, quota: quota, ranked: ranked.count, places: places, taken: taken))
    }
  }

  private func arguments(
    _ name: String, quota: String, ranked: Int, places: Int, taken: Int
  ) -> [String: String] {
    [
      "name": name, "quota": context.language == .vi ? quota.replacing(".", with: ",") : quota,
      "ranked": "\(ranked)", "places": "\(places)", "taken": "\(taken)",
      "left": "\(places - taken)",
    ]
  }
}
