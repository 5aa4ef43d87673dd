import Language
public import Normalizer
public import Regulation

/// Applies quotas, classes, votes and withdrawals to the people whom units nominate.
///
/// A percentage holds in each unit, of the staff that it states, else of the people whom it nominates,
/// rounded down; the unit's own order decides who is within. A count holds in each group of units, by
/// the units' ranks; where units of one rank share the last places, none of them gets any, and the
/// meeting decides.
public struct IndividualTitles: Sendable {
  private let regulation: Regulation
  /// What the sheet Bỏ phiếu says, by the unit's code.
  private let votes: [String: [TitleVote]]
  /// The classes' places, the best first.
  private let classOrder: [String: Int]

  /// The rules of one regulation.
  public init(_ regulation: Regulation) {
    self.regulation = regulation
    votes = Dictionary(grouping: regulation.votes, by: \.unit)
    classOrder = Dictionary(
      regulation.classes.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first }
    )
  }

  /// What the chosen files propose, under the units' ranks and classes.
  public func proposals(_ selection: SubmissionSelection, _ standings: Standings)
    -> IndividualProposals
  {
    var proposals = IndividualProposals()
    for unit in regulation.units {
      guard let dossier = selection.dossiers[unit.code] else { continue }
      proposals.practices += dossier.practices.map { UnitPractice(unit: unit.code, practice: $0) }
      proposals.nominees += dossier.nominations.map { nomination in
        Nominee(unit: unit.code, nomination: nomination, status: Self.status(of: nomination.flaw))
      }
    }
    let byUnit = Dictionary(
      standings.units.map { ($0.unit.code, $0) }, uniquingKeysWith: { first, _ in first })
    let nominees = Dictionary(grouping: proposals.nominees.indices) { proposals.nominees[$0].unit }
    let members = Dictionary(grouping: regulation.units, by: \.group)
    let order = Dictionary(
      uniqueKeysWithValues: regulation.units.enumerated().map { ($1.code, $0) })
    for rule in regulation.titles where rule.subject == .individual {
      var uses: [TitleQuotaUse] = []
      for group in regulation.groups {
        let candidates = (members[group] ?? []).compactMap { unit in
          byUnit[unit.code].flatMap { standing in nominees[unit.code].map { (standing, $0) } }
        }
        uses += apply(rule, to: candidates, selection, &proposals)
      }
      uses.sort { order[$0.unit] ?? 0 < order[$1.unit] ?? 0 }
      for use in uses where use.over > 0 {
        let own = (nominees[use.unit] ?? []).map { proposals.nominees[$0] }
        proposals.findings.append(overQuota(use, among: own))
      }
      proposals.quotas += uses
    }
    return proposals
  }

  private static func status(of flaw: Nomination.Flaw?) -> Nominee.Status {
    switch flaw {
    case nil: .proposed
    case .incomplete: .incomplete
    case .duplicate: .duplicate
    case .unknownTitle: .unknownTitle
    case .conditionMissing: .conditionMissing
    }
  }

  // MARK: - One title in one group

  private func apply(
    _ rule: TitleRule, to candidates: [(unit: UnitStanding, nominees: [Int])],
    _ selection: SubmissionSelection, _ proposals: inout IndividualProposals
  ) -> [TitleQuotaUse] {
    // The nominees that a place may go to, by their positions, and how many each unit nominates.
    var open: [(unit: UnitStanding, nominees: [Int])] = []
    var nominated: [String: Int] = [:]
    for (unit, own) in candidates {
      let all = own.filter { index in
        let nomination = proposals.nominees[index].nomination
        return nomination.title == rule.name && nomination.flaw == nil
      }
      guard !all.isEmpty else { continue }
      nominated[unit.unit.code] = all.count
      if let bar = bar(rule, unit) {
        for index in all { proposals.nominees[index].status = bar }
        if bar == .belowClass {
          proposals.findings.append(
            notEligible(rule, unit, proposals.nominees[all[0]].nomination))
        }
      } else {
        for index in all {
          proposals.nominees[index].status = vote(rule, proposals.nominees[index])
        }
      }
      open.append((unit, all.filter { proposals.nominees[$0].status == .proposed }))
    }

    var kept: Set<Int> = []
    var bases: [String: (places: Int, base: TitleQuotaUse.Base)] = [:]
    switch rule.quota {
    case .unlimited: kept = Set(open.flatMap(\.nominees))
    case .percent(let percent):
      for (unit, nominees) in open {
        let (number, base) = base(rule, selection.dossiers[unit.unit.code])
        let places = QuotaCut.places(percent: percent, of: number)
        bases[unit.unit.code] = (places, base)
        kept.formUnion(nominees.prefix(places))
      }
    case .count(let count):
      kept = byRank(open, places: count)
      let total = nominated.values.reduce(0, +)
      for (unit, _) in open { bases[unit.unit.code] = (count, .group(total)) }
    }
    return open.map { unit, nominees in
      let over = nominees.filter { !kept.contains($0) }
      for index in over { proposals.nominees[index].status = .overQuota }
      let code = unit.unit.code
      return TitleQuotaUse(
        title: rule.name, unit: code, nominated: nominated[code] ?? 0,
        proposed: nominees.count - over.count, over: over.count, quota: rule.quota,
        places: bases[code]?.places, base: bases[code]?.base)
    }
  }

  /// Why no nominee of a unit can be proposed for a title; nil where they can.
  private func bar(_ rule: TitleRule, _ unit: UnitStanding) -> Nominee.Status? {
    if let minimum = rule.minimumClass {
      guard unit.status == .ranked else { return .unitNotRanked }
      guard let own = unit.className.flatMap({ classOrder[$0] }),
        let lowest = classOrder[minimum], own <= lowest
      else { return .belowClass }
    }
    // Places in the group go by rank.
    if case .count = rule.quota, unit.status != .ranked { return .unitNotRanked }
    return nil
  }

  /// What the sheet Bỏ phiếu says of a nominee: a row that names the person, else the unit's row.
  private func vote(_ rule: TitleRule, _ nominee: Nominee) -> Nominee.Status {
    let votes = (votes[nominee.unit] ?? []).filter { $0.title == rule.name }
    guard !votes.isEmpty else { return .proposed }
    let key = nominee.nomination.personKey
    let own = votes.first { vote in
      vote.person.map { Nomination.personKey(of: $0) == key } ?? false
    }
    guard let vote = own ?? votes.first(where: { $0.person == nil }) else { return .proposed }
    if vote.isWithdrawn { return .withdrawn }
    if case .scoreThenVote(let percent) = rule.decision, let ballots = vote.ballots,
      !ballots.confirm(percent: percent)
    {
      return .notConfirmed
    }
    return .proposed
  }

  /// What a percentage of a title is taken of for one unit.
  private func base(_ rule: TitleRule, _ dossier: Dossier?) -> (Int, TitleQuotaUse.Base) {
    if rule.quotaBase != .nominees, let staff = dossier?.staff { return (staff, .staff(staff)) }
    let people = Set(
      (dossier?.nominations ?? []).filter { $0.flaw != .incomplete && $0.flaw != .duplicate }
        .map { "\($0.personKey)/\(VietnameseText.fold($0.position ?? ""))" })
    return (people.count, .nominees(people.count))
  }

  /// The first people by their units' ranks.
  ///
  /// Units of one rank are served together: where not all of their people fit and there is more than
  /// one unit, nobody can say whose go first; nobody below them passes them.
  private func byRank(
    _ open: [(unit: UnitStanding, nominees: [Int])], places: Int
  ) -> Set<Int> {
    let byRank = Dictionary(grouping: open.filter { $0.unit.rank != nil }) { $0.unit.rank ?? 0 }
    var kept: Set<Int> = []
    for (_, sharing) in byRank.sorted(by: { $0.key < $1.key }) {
      let units = sharing.filter { !$0.nominees.isEmpty }
      let people = units.flatMap(\.nominees)
      let left = places - kept.count
      if people.count <= left {
        kept.formUnion(people)
      } else {
        if units.count == 1 { kept.formUnion(people.prefix(left)) }
        return kept
      }
    }
    return kept
  }

  // MARK: - Findings

  private func notEligible(
    _ rule: TitleRule, _ unit: UnitStanding, _ first: Nomination
  ) -> Finding {
    var arguments = ["expected": rule.minimumClass ?? ""]
    arguments["detail"] = unit.className
    return Finding(
      .nominationNotEligible, .warning, unit: unit.unit.code, file: first.source.file,
      sheet: first.source.sheet, cell: first.source.cell, value: rule.name,
      action: FindingWord.notCounted.rawValue, arguments: arguments)
  }

  /// One finding a unit and title, at the first person beyond the quota.
  private func overQuota(_ use: TitleQuotaUse, among nominees: [Nominee]) -> Finding {
    let first = nominees.first {
      $0.nomination.title == use.title && $0.status == .overQuota
    }?.nomination.source
    var arguments = ["other": use.title, "expected": use.places.map { "\($0)" } ?? ""]
    switch use.quota {
    case .percent(let percent): arguments["quota"] = "\(percent)%"
    case .count(let count): arguments["quota"] = "\(count)"
    case .unlimited: break
    }
    switch use.base {
    case .staff(let number):
      (arguments["base"], arguments["number"]) = (FindingWord.staff.rawValue, "\(number)")
    case .nominees(let number):
      (arguments["base"], arguments["number"]) = (FindingWord.nominees.rawValue, "\(number)")
    case .group(let number):
      (arguments["base"], arguments["number"]) = (FindingWord.group.rawValue, "\(number)")
    case nil: break
    }
    return Finding(
      .nominationOverQuota, .warning, unit: use.unit, file: first?.file, sheet: first?.sheet,
      cell: first?.cell, value: "\(use.nominated)", action: "\(use.proposed)",
      arguments: arguments)
  }
}
