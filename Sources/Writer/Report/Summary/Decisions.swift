import Language
import Normalizer
import Ranking
import Regulation
import Spreadsheet

/// Something that leadership has to decide, and where it stands in the workbook.
struct Decision {
  /// The five subjects, in the order in which they are shown.
  enum Subject: CaseIterable {
    case ties, votes, pending, gaps, levelling

    /// What the subject is called.
    var phrase: SummaryPhrase {
      switch self {
      case .ties: .tieSubject
      case .votes: .voteSubject
      case .pending: .pendingSubject
      case .gaps: .gapSubject
      case .levelling: .levellingSubject
      }
    }
  }

  /// What is to be decided, as a sentence.
  var text: String
  /// Where to read on: a sheet's name and a cell.
  var place: CellLink
}

/// What waits for a decision, in words that a head of office understands without the regulation.
struct Decisions {
  let context: ReportContext

  /// The decisions of a subject, the gravest first.
  func of(_ subject: Decision.Subject) -> [Decision] {
    switch subject {
    case .ties: edges + ties + nominationsBeyond
    case .votes: votes
    case .pending: pending
    case .gaps: gaps
    case .levelling: levelling
    }
  }

  /// So many criteria are named in a sentence.
  private static let codeLimit = 8

  private var findings: [Finding] { context.consolidation.findings }

  private func place(_ sheet: some Phrase, _ cell: CellReference?) -> CellLink {
    CellLink(
      sheet: context.text(sheet), cell: cell ?? CellReference(row: 1, column: 1))
  }

  private func ranking(_ unit: String) -> CellLink {
    place(ReportPhrase.ranking, context.rankingRows.cell(of: unit))
  }

  private func names(_ units: [String]) -> String {
    units.map { context.name(ofUnit: $0) }.joined(separator: "; ")
  }

  private func shown(quota: String) -> String {
    context.language == .vi ? quota.replacing(".", with: ",") : quota
  }

  private var standings: [String: UnitStanding] {
    Dictionary(
      context.units.map { ($0.unit.code, $0) }, uniquingKeysWith: { first, _ in first })
  }

  // MARK: - Ties and quotas

  /// Units of a group and rank that meet the edge of one quota.
  private struct Edge: Hashable {
    var name: String
    var group: String
    var rank: Int
  }

  private var edges: [Decision] {
    let standings = self.standings
    var units: [Edge: [String]] = [:]
    var order: [Edge] = []
    var quotas: [Edge: String] = [:]
    for finding in findings where finding.code == .quotaExceeded {
      guard let unit = finding.unit, let name = finding.value, let standing = standings[unit],
        let rank = standing.rank
      else { continue }
      let edge = Edge(name: name, group: standing.unit.group, rank: rank)
      if units[edge] == nil { order.append(edge) }
      if units[edge]?.contains(unit) != true { units[edge, default: []].append(unit) }
      quotas[edge] = finding.arguments["expected"]
    }
    let classes = Set(context.regulation.classes.map(\.name))
    return order.map { edge in
      let codes = units[edge] ?? []
      let phrase: SummaryPhrase =
        !classes.contains(edge.name)
        ? .tieAtTitle : codes.count > 1 ? .tieAtClass : .beyondClass
      return Decision(
        text: context.text(
          phrase,
          [
            "units": names(codes), "rank": "\(edge.rank)", "title": edge.name,
            "quota": shown(quota: quotas[edge] ?? ""),
          ]), place: ranking(codes.first ?? ""))
    }
  }

  /// Units that share a rank which no quota's edge has named.
  private var ties: [Decision] {
    let named = Set(findings.filter { $0.code == .quotaExceeded }.compactMap(\.unit))
    var seen: Set<Edge> = []
    return context.units.compactMap { standing in
      guard standing.isTied, let rank = standing.rank,
        seen.insert(Edge(name: "", group: standing.unit.group, rank: rank)).inserted
      else { return nil }
      let codes = context.units.filter {
        $0.rank == rank && $0.unit.group == standing.unit.group
      }.map(\.unit.code)
      guard !codes.allSatisfy({ named.contains($0) }) else { return nil }
      return Decision(
        text: context.text(SummaryPhrase.tie, ["units": names(codes), "rank": "\(rank)"]),
        place: ranking(standing.unit.code))
    }
  }

  private var nominationsBeyond: [Decision] {
    context.consolidation.proposals.quotas.filter { $0.over > 0 }.map { use in
      Decision(
        text: context.text(
          SummaryPhrase.nominationsOver,
          [
            "unit": context.name(ofUnit: use.unit), "title": use.title, "count": "\(use.over)",
          ]), place: place(ProposalPhrase.people, nil))
    }
  }

  // MARK: - Votes

  private var votes: [Decision] {
    let titles = Dictionary(
      context.regulation.titles.filter { $0.subject == .collective }.map { ($0.name, $0) },
      uniquingKeysWith: { first, _ in first })
    var decisions = context.regulation.votes.compactMap { vote -> Decision? in
      guard vote.person == nil, let title = titles[vote.title] else { return nil }
      var arguments = [
        "unit": context.name(ofUnit: vote.unit), "title": title.name,
        "next": next(of: title, instead: vote.unit),
      ]
      if vote.isWithdrawn {
        return Decision(
          text: context.text(SummaryPhrase.withdrew, arguments), place: ranking(vote.unit))
      }
      guard case .scoreThenVote(let percent) = title.decision, let ballots = vote.ballots,
        !ballots.confirm(percent: percent)
      else { return nil }
      arguments["votes"] = "\(ballots.inFavour)/\(ballots.cast)"
      arguments["percent"] = shown(quota: "\(percent)")
      return Decision(
        text: context.text(SummaryPhrase.notConfirmed, arguments), place: ranking(vote.unit))
    }
    let people = context.consolidation.proposals.nominees.count {
      $0.status == .withdrawn || $0.status == .notConfirmed
    }
    if people > 0 {
      decisions.append(
        Decision(
          text: context.text(SummaryPhrase.peopleVotes, ["count": "\(people)"]),
          place: place(ProposalPhrase.people, nil)))
    }
    return decisions
  }

  /// Who is proposed for a title in the group of the unit that does not get it.
  private func next(of title: TitleRule, instead unit: String) -> String {
    let group = standings[unit]?.unit.group
    let proposed = context.units.filter {
      $0.unit.group == group && $0.titles.contains(title.name)
    }
    guard !proposed.isEmpty else { return context.text(SummaryPhrase.passesToNobody) }
    return context.text(
      SummaryPhrase.passesTo, ["units": names(proposed.map(\.unit.code))])
  }

  // MARK: - Pending

  private var pending: [Decision] {
    var decisions = context.units.compactMap { standing -> Decision? in
      guard standing.status == .pending, let reason = standing.reason else { return nil }
      return Decision(
        text: context.text(
          SummaryPhrase.waits,
          ["unit": standing.unit.name, "reason": reason.text(in: context.language)]),
        place: ranking(standing.unit.code))
    }
    func first(_ codes: Set<FindingCode>) -> CellLink {
      let index = context.findings.order.first { codes.contains(findings[$0].code) }
      return place(ReportPhrase.findings, index.flatMap { context.findings.cell(of: $0) })
    }
    let unclear: Set<FindingCode> = [.unitUnknown, .unitAmbiguous, .unitConflict]
    let files = Set(findings.filter { unclear.contains($0.code) }.compactMap(\.file))
    if !files.isEmpty {
      decisions.append(
        Decision(
          text: context.text(SummaryPhrase.filesUnclear, ["count": "\(files.count)"]),
          place: first(unclear)))
    }
    for index in context.findings.order where findings[index].code == .copiedSubmission {
      let finding = findings[index]
      decisions.append(
        Decision(
          text: context.text(
            SummaryPhrase.copied,
            [
              "unit": finding.unit.map { context.name(ofUnit: $0) } ?? finding.file ?? "",
              "other": finding.arguments["other"] ?? "",
            ]), place: place(ReportPhrase.findings, context.findings.cell(of: index))))
    }
    return decisions
  }

  // MARK: - Gaps and levelling

  private var gaps: [Decision] {
    let flagged = context.gaps.lines.filter { $0.flagged > 0 }
    guard let most = flagged.first else { return [] }
    let gap = context.shown(Points(context.block.gapThreshold) ?? .zero)
    let net = most.lowered + most.raised
    let unit = context.units[most.unit].unit
    let text =
      context.text(
        SummaryPhrase.gaps,
        [
          "count": "\(flagged.map(\.flagged).reduce(0, +))", "units": "\(flagged.count)",
          "gap": gap,
        ]) + " "
      + context.text(
        SummaryPhrase.gapsMost,
        [
          "unit": unit.name, "count": "\(most.flagged)",
          "points": net > .zero
            ? "+\(context.shown(net))" : context.shown(net).replacing("-", with: "−"),
        ])
    return [
      Decision(text: text, place: place(AnnexPhrase.appraisal, context.gaps.cell(of: unit.code)))
    ]
  }

  private var levelling: [Decision] {
    let signs = findings.filter { $0.code == .levelling }
    guard !signs.isEmpty else { return [] }
    var seen: Set<String> = []
    let codes = signs.compactMap { $0.arguments["criterion"] }.filter { seen.insert($0).inserted }
    var shown = codes.prefix(Self.codeLimit).joined(separator: "; ")
    if codes.count > Self.codeLimit { shown += "; …" }
    let criteria =
      codes.isEmpty ? "" : context.text(SummaryPhrase.levelledCriteria, ["codes": shown])
    return [
      Decision(
        text: context.text(
          SummaryPhrase.levelled, ["count": "\(signs.count)", "criteria": criteria]),
        place: place(AnalysisPhrase.analysis, nil))
    ]
  }
}
