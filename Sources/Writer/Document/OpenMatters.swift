import Language
import Normalizer
import Ranking
import Regulation

/// What people have to decide before a result can stand: ties, edges of quotas, conflicts, people
/// beyond a quota, files of nobody; withdrawals, and the units that wait for something.
struct OpenMatters {
  let consolidation: Consolidation

  /// A matter, with the code of its unit where it is about one, else the file where it is about that.
  struct Matter: Hashable {
    var unit: String?
    var file: String?
    var text: String
  }

  /// The matters: findings in their order, then withdrawals, then the units that are pending for
  /// another reason than a finding gives.
  func matters(in language: Language) -> [Matter] {
    let asked = consolidation.findings.filter(\.code.asksForDecision)
    var matters = asked.map { Matter(unit: $0.unit, file: $0.file, text: $0.message(in: language)) }
    for vote in consolidation.regulation.votes where vote.isWithdrawn {
      let subject = vote.person.map { "\($0): " } ?? ""
      let withdrawn = DocumentWord.withdrawn.text(in: language)
      matters.append(Matter(unit: vote.unit, text: "\(subject)\(withdrawn): \(vote.title)"))
    }
    let conflicting = Set(asked.filter { $0.code == .versionConflict }.compactMap(\.unit))
    for standing in consolidation.standings.units where standing.status == .pending {
      guard !conflicting.contains(standing.unit.code), let reason = standing.reason else {
        continue
      }
      matters.append(
        Matter(
          unit: standing.unit.code,
          text: ReportPhrase.pendingDecision.text(
            in: language, ["reason": reason.text(in: language)])))
    }
    return matters
  }
}
