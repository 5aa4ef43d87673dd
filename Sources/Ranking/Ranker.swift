public import Normalizer
public import Regulation

/// Orders a block's units: totals, ranks, classes and proposed titles.
public struct Ranker: Sendable {
  private let regulation: Regulation

  /// A ranker under one regulation.
  public init(_ regulation: Regulation) {
    self.regulation = regulation
  }

  /// The standings that follow from the chosen score tables.
  public func standings(_ selection: SubmissionSelection) -> Standings {
    var units = regulation.units.map { unit in
      var standing = UnitStanding(unit: unit, status: .ranked)
      (standing.status, standing.reason) = status(of: unit, selection)
      standing.source = selection.tables[unit.code]?.source
      return standing
    }
    var findings: [Finding] = []
    count(&units, selection, &findings)
    for group in regulation.groups {
      let indices = units.indices.filter { units[$0].unit.group == group }
      rank(indices, in: &units, &findings)
      classify(indices, in: &units, &findings)
      proposeTitles(indices, in: &units, &findings)
    }
    for unit in units { findings += statusFindings(unit) }
    let groupOrder = Dictionary(
      uniqueKeysWithValues: regulation.groups.enumerated().map { ($1, $0) })
    units.sort { one, other in
      let a = (groupOrder[one.unit.group] ?? 0, one.rank ?? .max)
      let b = (groupOrder[other.unit.group] ?? 0, other.rank ?? .max)
      return a == b ? one.unit.code < other.unit.code : a < b
    }
    return Standings(units: units, findings: findings)
  }

  // MARK: - Status

  private func status(
    of unit: MemberUnit, _ selection: SubmissionSelection
  ) -> (UnitStatus, Reason?) {
    let isConflicting = selection.conflicting.contains(unit.code)
    let isUnusable = selection.unusable.contains(unit.code)
    let table = selection.tables[unit.code]
    if table == nil, !isConflicting, !isUnusable { return (.notSubmitted, .notSubmitted) }
    if let reason = unit.exclusion { return (.notEligible, .excluded(reason)) }
    if regulation.requiresCovenant, unit.covenant == nil {
      return (.notEligible, .covenantNotSigned)
    }
    if isConflicting { return (.pending, .versionConflict) }
    guard let table else { return (.pending, .fileNotUsable) }
    if regulation.block.missingScore == .pending {
      let missing = applicable(to: unit).filter { isMissing($0, in: table) }.map(\.code)
      if !missing.isEmpty { return (.pending, .scoresMissing(missing)) }
    }
    return (.ranked, nil)
  }

  private func isMissing(_ criterion: Criterion, in table: ScoreTable) -> Bool {
    guard let entry = table.entries[criterion.code] else { return true }
    if entry.isNotApplicable { return false }
    if criterion.method.isRelative, entry.result != nil { return false }
    return entry.countedPoints == nil
  }

  private func applicable(to unit: MemberUnit) -> [Criterion] {
    let sums = CappedSums(criteria: regulation.criteria, group: unit.group)
    return regulation.criteria.scored.filter { sums.applies($0) }
  }

  private func statusFindings(_ standing: UnitStanding) -> [Finding] {
    let unit = standing.unit
    switch standing.reason {
    case .notSubmitted:
      return [Finding(.notSubmitted, .warning, unit: unit.code)]
    case .excluded(let reason):
      return [
        Finding(
          .notEligible, .warning, unit: unit.code, value: reason, arguments: ["detail": reason])
      ]
    case .covenantNotSigned:
      return [
        Finding(
          .notEligible, .warning, unit: unit.code,
          arguments: ["detail": FindingWord.covenantNotSigned.rawValue])
      ]
    case .versionConflict, .fileNotUsable, .scoresMissing, nil: return []
    }
  }

  // MARK: - Points

  private func count(
    _ units: inout [UnitStanding], _ selection: SubmissionSelection, _ findings: inout [Finding]
  ) {
    let relative = relativePoints(units, selection)
    for index in units.indices {
      let unit = units[index].unit
      guard let table = selection.tables[unit.code] else { continue }
      var points: [String: Points] = [:]
      var notApplicable: Set<String> = []
      var scores: [CountedScore] = []
      for criterion in applicable(to: unit) {
        let entry = table.entries[criterion.code]
        var counted = entry?.countedPoints ?? .zero
        if let entry, let computed = relative[criterion.code]?[unit.code] {
          if let entered = entry.selfPoints, entered != computed {
            findings.append(
              Finding(
                .computedMismatch, .warning, unit: unit.code, file: table.source.file,
                sheet: entry.sheet, cell: entry.cell, value: "\(entered)", action: "\(computed)",
                arguments: ["criterion": criterion.code, "expected": "\(computed)"]))
          }
          counted = computed
        }
        if let entry, entry.isNotApplicable {
          notApplicable.insert(criterion.code)
          counted = pointsOfNotApplicable(criterion)
        }
        points[criterion.code] = counted
        var score = CountedScore(
          criterion: criterion.code, selfPoints: entry?.selfPoints,
          appraisedPoints: entry?.appraisedPoints, counted: counted,
          isNotApplicable: entry?.isNotApplicable ?? false, sheet: entry?.sheet,
          cell: entry?.cell)
        score.appraisals = entry?.appraisals ?? []
        score.result = entry?.result
        score.target = regulation.criterion(criterion, for: unit.code).target
        scores.append(score)
      }
      let sums = ScoreSums(
        points: points, notApplicable: notApplicable, group: unit.group, regulation: regulation)
      units[index].scores = scores
      units[index].base = sums.base
      units[index].bonus = sums.bonus
      units[index].deduction = sums.deduction
      units[index].total = sums.total
    }
  }

  /// A criterion that did not arise: full points only where there are points to earn.
  private func pointsOfNotApplicable(_ criterion: Criterion) -> Points {
    guard regulation.block.notApplicable == .full, criterion.kind == .base else { return .zero }
    return criterion.maximum ?? .zero
  }

  /// The points of the methods that compare units, by criterion and unit.
  private func relativePoints(
    _ units: [UnitStanding], _ selection: SubmissionSelection
  ) -> [String: [String: Points]] {
    var points: [String: [String: Points]] = [:]
    for criterion in regulation.criteria.scored where criterion.method.isRelative {
      for group in regulation.groups {
        var results: [String: Quantity] = [:]
        var targets: [String: Quantity] = [:]
        var ranked: Set<String> = []
        for standing in units where standing.unit.group == group {
          let code = standing.unit.code
          guard let entry = selection.tables[code]?.entries[criterion.code],
            !entry.isNotApplicable, let result = entry.result
          else { continue }
          results[code] = result
          targets[code] = regulation.criterion(criterion, for: code).target
          if standing.status == .ranked { ranked.insert(code) }
        }
        points[criterion.code, default: [:]].merge(
          RelativeMethods.points(criterion, results: results, targets: targets, ranked: ranked)
        ) { first, _ in first }
      }
    }
    return points
  }

  // MARK: - Ranks

  private func rank(
    _ group: [Int], in units: inout [UnitStanding], _ findings: inout [Finding]
  ) {
    let ranked = group.filter { units[$0].status == .ranked }
    let ranks = RankOrder(regulation).ranks(of: ranked.map { units[$0] })
    for (index, rank) in zip(ranked, ranks) { units[index].rank = rank }
    let order = zip(ranks, ranked).sorted { $0 < $1 }.map(\.1)
    for index in order {
      let others = order.filter { $0 != index && units[$0].rank == units[index].rank }
      guard !others.isEmpty, let rank = units[index].rank else { continue }
      units[index].isTied = true
      findings.append(
        Finding(
          .tieUnresolved, .warning, unit: units[index].unit.code, value: "\(rank)",
          arguments: ["other": others.map { units[$0].unit.name }.joined(separator: "; ")]))
    }
  }

  // MARK: - Classes and titles

  private func classify(
    _ group: [Int], in units: inout [UnitStanding], _ findings: inout [Finding]
  ) {
    let ranked = group.filter { units[$0].status == .ranked }
      .sorted { (units[$0].rank ?? 0, $0) < (units[$1].rank ?? 0, $1) }
    var open = ranked
    var movedDown: [Int: ClassRule] = [:]
    for rule in regulation.classes {
      let fit = open.filter { isFit(units[$0], for: rule) }
      var taken = fit
      if let percent = rule.quotaPercent {
        taken = QuotaCut.within(
          fit, places: QuotaCut.places(percent: percent, of: ranked.count),
          rank: { units[$0].rank ?? 0 })
        for index in fit where !taken.contains(index) {
          if movedDown[index] == nil { movedDown[index] = rule }
        }
      }
      for index in taken { units[index].className = rule.name }
      open.removeAll { taken.contains($0) }
    }
    for index in ranked {
      guard let rule = movedDown[index] else { continue }
      findings.append(
        Finding(
          .quotaExceeded, .warning, unit: units[index].unit.code, value: rule.name,
          action: units[index].className,
          arguments: [
            "expected": "\(rule.quotaPercent.map { "\($0)" } ?? "")%",
            "other": rule.name,
          ]))
    }
  }

  private func isFit(_ standing: UnitStanding, for rule: ClassRule) -> Bool {
    guard let total = standing.total, total >= rule.floor else { return false }
    switch rule.condition {
    case .noDeduction: return standing.deduction == .zero
    case .covenantSigned: return standing.unit.covenant != nil
    case nil: return true
    }
  }

  /// Whether a title's place may go to a unit: it did not withdraw, and no vote spoke against it.
  private func isOpen(_ title: TitleRule, for unit: MemberUnit) -> Bool {
    guard
      let vote = regulation.votes.first(where: {
        $0.unit == unit.code && $0.title == title.name && $0.person == nil
      })
    else { return true }
    if vote.isWithdrawn { return false }
    guard case .scoreThenVote(let percent) = title.decision, let ballots = vote.ballots else {
      return true
    }
    return ballots.confirm(percent: percent)
  }

  private func proposeTitles(
    _ group: [Int], in units: inout [UnitStanding], _ findings: inout [Finding]
  ) {
    let ranked = group.filter { units[$0].status == .ranked }
      .sorted { (units[$0].rank ?? 0, $0) < (units[$1].rank ?? 0, $1) }
    let classOrder = Dictionary(
      uniqueKeysWithValues: regulation.classes.enumerated().map { ($1.name, $0) })
    for title in regulation.titles where title.subject == .collective {
      let fit = ranked.filter { index in
        guard isOpen(title, for: units[index].unit) else { return false }
        guard let minimum = title.minimumClass else { return true }
        guard let own = units[index].className.flatMap({ classOrder[$0] }),
          let lowest = classOrder[minimum]
        else { return false }
        return own <= lowest
      }
      let places: Int
      let quota: String
      switch title.quota {
      case .count(let count): (places, quota) = (count, "\(count)")
      case .percent(let percent):
        places = QuotaCut.places(percent: percent, of: ranked.count)
        quota = "\(percent)%"
      case .unlimited: (places, quota) = (fit.count, "")
      }
      let taken = QuotaCut.within(fit, places: places, rank: { units[$0].rank ?? 0 })
      for index in taken { units[index].titles.append(title.name) }
      // Units that tie for the last place are left to the meeting, and named.
      for index in QuotaCut.tiedAtEdge(fit, places: places, rank: { units[$0].rank ?? 0 }) {
        findings.append(
          Finding(
            .quotaExceeded, .warning, unit: units[index].unit.code, value: title.name,
            arguments: ["expected": quota, "other": title.name]))
      }
    }
  }
}
