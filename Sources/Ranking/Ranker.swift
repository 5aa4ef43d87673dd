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
      let ranked = indices.filter { units[$0].rank != nil }
        .sorted { (units[$0].rank ?? 0, $0) < (units[$1].rank ?? 0, $1) }
      remarkTies(ranked, in: &units)
      Classification(regulation).classify(ranked, in: &units, &findings)
      CollectiveTitles(regulation).propose(ranked, in: &units, &findings)
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
    if selection.refused.contains(unit.code) { return (.notSubmitted, .submittedLate) }
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
    case .notSubmitted, .submittedLate:
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
        score.enteredPoints = entry?.enteredPoints ?? entry?.selfPoints
        score.appraisals = entry?.appraisals ?? []
        score.result = entry?.result
        score.evidence = entry?.evidence
        score.note = entry?.note
        score.target = regulation.criterion(criterion, for: unit.code).target
        scores.append(score)
      }
      let lateness = selection.lateDeductions[unit.code] ?? .zero
      let sums = ScoreSums(
        points: points, notApplicable: notApplicable, lateness: lateness, group: unit.group,
        regulation: regulation)
      units[index].lateness = lateness
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

  /// Says which key of Bằng điểm stands between units of one total.
  private func remarkTies(_ ranked: [Int], in units: inout [UnitStanding]) {
    let order = RankOrder(regulation)
    var places: [[Int]] = []
    for index in ranked {
      if let last = places.last?.first, units[last].rank == units[index].rank {
        places[places.count - 1].append(index)
      } else {
        places.append([index])
      }
    }
    for (upper, lower) in zip(places, places.dropFirst()) {
      guard let key = order.decidingKey(units[upper[0]], units[lower[0]]) else { continue }
      let (above, below) = (upper.map { units[$0].unit.code }, lower.map { units[$0].unit.code })
      for index in upper {
        units[index].remarks.append(.tieDecided(key: key, isAbove: true, units: below))
      }
      for index in lower {
        units[index].remarks.append(.tieDecided(key: key, isAbove: false, units: above))
      }
    }
  }
}
