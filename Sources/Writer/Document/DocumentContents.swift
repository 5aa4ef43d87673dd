import Language
import Normalizer
import Ranking
import Regulation

/// What both drafts say of a consolidation, under the names that the templates use.
///
/// What is not known stays a dotted line for the clerk.
struct DocumentContents {
  let consolidation: Consolidation
  let language: Language

  /// The values of the whole document, but for its title and number.
  func values() -> TemplateValues {
    var values = TemplateValues(texts: letterhead())
    values.texts.merge(counts()) { first, _ in first }
    values.lists["groups"] = consolidation.regulation.groups.map(group)
    values.lists["unranked"] = numbered(
      units.filter { $0.rank == nil }.map { standing in
        [
          "unit": standing.unit.name,
          "status": standing.status.text(in: language),
          "reason": standing.reason?.text(in: language) ?? "",
        ]
      })
    values.lists["collectives"] = numbered(collectives())
    values.lists["people"] = numbered(people { $0 == .proposed })
    values.lists["heldBack"] = numbered(people { $0 != .proposed })
    values.lists["matters"] = numbered(matters())
    values.lists["votes"] = numbered(BallotLines(self).lines())
    return values
  }

  private var block: Block { consolidation.regulation.block }
  private var units: [UnitStanding] { consolidation.standings.units }

  // MARK: - Head, foot and counts

  private func letterhead() -> [String: String] {
    let blank = DocumentPhrase.blankName.text(in: language)
    let issuer = block.office.isEmpty ? block.name : block.office
    let place = block.place.isEmpty ? ReportPhrase.place.text(in: language) : block.place
    let motto = ReportPhrase.mottoLine.text(in: language)
    return [
      "languageTag": language == .vi ? "vi-VN" : "en-GB",
      "block": block.name,
      "year": "\(block.year)",
      "issuer": issuer,
      "issuerCapitals": issuer.uppercased(),
      "national": ReportPhrase.motto.text(in: language),
      "motto": motto,
      "dateLine": DocumentPhrase.placeAndDate.text(in: language, ["place": place]),
      "positionCapitals": block.position.isEmpty ? blank : block.position.uppercased(),
      "signatory": block.signatory.isEmpty ? blank : block.signatory,
      "signHere": ReportPhrase.signHere.text(in: language),
      // The rule below the motto is as long as the motto, the one below the issuing body a third of
      // its column.
      "mottoInset": DocumentRule.inset(under: motto, size: 13, column: 5071),
      "issuerInset": "1250",
      "titleInset": "3600",
    ]
  }

  private func counts() -> [String: String] {
    func count(_ status: UnitStatus) -> Int { units.filter { $0.status == status }.count }
    let submitted = units.filter { standing in
      switch standing.status {
      case .ranked, .pending: true
      case .notSubmitted: false
      case .notEligible: standing.source != nil
      }
    }
    return [
      "units": "\(units.count)",
      "submitted": "\(submitted.count)",
      "ranked": "\(count(.ranked))",
      "pending": "\(count(.pending))",
      "ineligible": "\(count(.notEligible))",
      "absent": "\(units.count - submitted.count)",
    ]
  }

  // MARK: - Ranking

  private func group(_ group: String) -> TemplateValues {
    let members = units.filter { $0.unit.group == group && $0.rank != nil }
    var values = TemplateValues(texts: [
      "groupName": group.isEmpty ? "" : DocumentWord.group.text(in: language, ["group": group])
    ])
    values.lists["ranked"] = members.map { standing in
      var unit = standing.unit.name
      if standing.isTied { unit += " (\(ReportWord.tied.text(in: language)))" }
      return TemplateValues(texts: [
        "rank": standing.rank.map { "\($0)" } ?? "",
        "unit": unit,
        "base": points(standing.base),
        "bonus": points(standing.bonus),
        "deduction": points(standing.deduction),
        "total": points(standing.total),
        "class": standing.className ?? "",
        "titles": standing.titles.joined(separator: "; "),
      ])
    }
    return values
  }

  // MARK: - Proposals

  /// The proposed units, by title in the regulation's order.
  private func collectives() -> [[String: String]] {
    let titles = consolidation.regulation.titles.filter { $0.subject == .collective }
    return titles.flatMap { title in
      units.filter { $0.titles.contains(title.name) }.map { standing in
        [
          "title": title.name,
          "unit": standing.unit.name,
          "rank": standing.rank.map { "\($0)" } ?? "",
          "total": points(standing.total),
          "votes": votes(
            title, BallotLines(self).vote(unit: standing.unit.code, title: title.name)),
        ]
      }
    }
  }

  /// The nominees whose outcome `isWanted` names, by title in the regulation's order, those that it
  /// does not know last.
  private func people(_ isWanted: (Nominee.Status) -> Bool) -> [[String: String]] {
    let titles = consolidation.regulation.titles.filter { $0.subject == .individual }
    let order = Dictionary(
      titles.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
    let wanted = consolidation.proposals.nominees.filter { isWanted($0.status) }
    let sorted = wanted.enumerated().sorted { one, other in
      let a = order[one.element.nomination.title] ?? titles.count
      let b = order[other.element.nomination.title] ?? titles.count
      return (a, one.offset) < (b, other.offset)
    }.map(\.element)
    return sorted.map { nominee in
      let nomination = nominee.nomination
      let title = titles.first { $0.name == nomination.title }
      let vote = BallotLines(self).vote(
        unit: nominee.unit, title: nomination.title, person: nomination.personKey)
      return [
        "name": nomination.name,
        "position": nomination.position ?? "",
        "unit": name(ofUnit: nominee.unit),
        "title": nomination.title,
        "votes": title.map { votes($0, vote) } ?? "",
        "reason": nominee.status.text(in: language),
      ]
    }
  }

  /// `8/9` where votes were counted, dots where the regulation asks for votes that are not recorded.
  private func votes(_ title: TitleRule, _ vote: TitleVote?) -> String {
    if let ballots = vote?.ballots { return "\(ballots.inFavour)/\(ballots.cast)" }
    if case .scoreThenVote = title.decision { return "…/…" }
    return ""
  }

  // MARK: - Decisions

  /// What the summary of the workbook puts before leadership.
  private func matters() -> [[String: String]] {
    let decisions = Decisions(context: ReportContext(consolidation, language))
    return Decision.Subject.allCases.flatMap { subject in
      decisions.of(subject).map { decision in
        [
          "subject": subject.phrase.text(in: language), "matter": decision.text,
          "conclusion": "",
        ]
      }
    }
  }

  // MARK: - Words

  /// A unit's name.
  func name(ofUnit code: String) -> String {
    consolidation.regulation.units.first { $0.code == code }?.name ?? code
  }

  /// An amount with the block's decimals, more where it needs them, and a comma in Vietnamese.
  private func points(_ amount: Points?) -> String {
    guard let amount else { return "" }
    var text = "\(amount)"
    let places = max(block.decimals, amount.decimals)
    if places > 0 {
      if amount.decimals == 0 { text += "." }
      text += String(repeating: "0", count: places - amount.decimals)
    }
    return language == .vi ? text.replacing(".", with: ",") : text
  }

  private func numbered(_ lines: [[String: String]]) -> [TemplateValues] {
    lines.enumerated().map { index, line in
      TemplateValues(texts: line.merging(["number": "\(index + 1)"]) { first, _ in first })
    }
  }
}
