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
    let requiresCovenant = regulation.requiresCovenant
    var units = regulation.units.map { unit in
      var standing = UnitStanding(unit: unit, status: .ranked)
      standing.source = selection.tables[unit.code]?.source
      return standing
    }
    var members: [String: [Int]] = [:]
    for (index, standing) in units.enumerated() {
      members[standing.unit.group, default: []].append(index)
    }
    var findings: [Finding] = []
    let groups = regulation.groups
    let arithmetics = Dictionary(
      groups.map { ($0, TotalArithmetic(regulation, group: $0)) },
      uniquingKeysWith: { first, _ in first })
    for group in groups {
      guard let arithmetic = arithmetics[group] else { continue }
      for index in members[group] ?? [] {
        (units[index].status, units[index].reason) = status(
          of: units[index].unit, selection, requiresCovenant: requiresCovenant,
          criteria: arithmetic.leaves)
      }
    }
    count(&units, members, arithmetics, selection, &findings)
    let order = RankOrder(regulation)
    let classification = Classification(regulation)
    let titles = CollectiveTitles(regulation)
    for group in groups {
      let indices = members[group] ?? []
      rank(indices, by: order, in: &units, &findings)
      let ranked = indices.filter { units[$0].rank != nil }
        .sorted { (units[$0].rank ?? 0, $0) < (units[$1].rank ?? 0, $1) }
      remarkTies(ranked, by: order, in: &units)
      classification.classify(ranked, in: &units, &findings)
      titles.propose(ranked, in: &units, &findings)
    }
    for unit in units { findings += statusFindings(unit) }
    let sorted = groups.flatMap { group in
      (members[group] ?? []).sorted { one, other in
        let (a, b) = (units[one].rank ?? .max, units[other].rank ?? .max)
        return a == b ? units[one].unit.code < units[other].unit.code : a < b
      }
    }
    return Standings(units: sorted.map { units[$0] }, findings: findings)
  }

  // MARK: - Status

  private func status(
    of unit: MemberUnit, _ selection: SubmissionSelection, requiresCovenant: Bool,
    criteria: [Criterion]
  ) -> (UnitStatus, Reason?) {
    let isConflicting = selection.conflicting.contains(unit.code)
    let isUnusable = selection.unusable.contains(unit.code)
    let table = selection.tables[unit.code]
    if selection.refused.contains(unit.code) { return (.notSubmitted, .submittedLate) }
    if table == nil, !isConflicting, !isUnusable { return (.notSubmitted, .notSubmitted) }
    if let reason = unit.exclusion { return (.notEligible, .excluded(reason)) }
    if requiresCovenant, unit.covenant == nil {
      return (.notEligible, .covenantNotSigned)
    }
    if isConflicting { return (.pending, .versionConflict) }
    guard let table else { return (.pending, .fileNotUsable) }
    if regulation.block.missingScore == .pending {
      let missing = criteria.filter { isMissing($0, in: table) }.map(\.code)
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
    _ units: inout [UnitStanding], _ members: [String: [Int]],
    _ arithmetics: [String: TotalArithmetic], _ selection: SubmissionSelection,
    _ findings: inout [Finding]
  ) {
    let relative = relativePoints(units, members, selection)
    for (group, arithmetic) in arithmetics {
      var counter = ScoreCounter(regulation, arithmetic, relative: relative)
      for index in members[group] ?? [] {
        let code = units[index].unit.code
        guard let table = selection.tables[code] else { continue }
        counter.count(
          table, lateness: selection.lateDeductions[code] ?? .zero, for: &units[index])
      }
    }
    guard !relative.isEmpty else { return }
    // Groups are counted in any order; findings stand in that of the units.
    for standing in units {
      guard let table = selection.tables[standing.unit.code],
        let arithmetic = arithmetics[standing.unit.group]
      else { continue }
      findings += mismatches(arithmetic.leaves, of: table, relative)
    }
  }

  /// Where a unit entered other points than those that its result has beside the others'.
  private func mismatches(
    _ criteria: [Criterion], of table: ScoreTable, _ relative: [String: [String: Points]]
  ) -> [Finding] {
    criteria.compactMap { criterion in
      guard let computed = relative[criterion.code]?[table.unit],
        let entry = table.entries[criterion.code], let entered = entry.selfPoints,
        entered != computed
      else { return nil }
      return Finding(
        .computedMismatch, .warning, unit: table.unit, file: table.source.file,
        sheet: entry.sheet, cell: entry.cell, value: "\(entered)", action: "\(computed)",
        arguments: ["criterion": criterion.code, "expected": "\(computed)"])
    }
  }

  /// The points of the methods that compare units, by criterion and unit.
  private func relativePoints(
    _ units: [UnitStanding], _ members: [String: [Int]], _ selection: SubmissionSelection
  ) -> [String: [String: Points]] {
    var points: [String: [String: Points]] = [:]
    for criterion in regulation.criteria.scored where criterion.method.isRelative {
      for indices in members.values {
        var results: [String: Quantity] = [:]
        var targets: [String: Quantity] = [:]
        var ranked: Set<String> = []
        for index in indices {
          let code = units[index].unit.code
          guard let entry = selection.tables[code]?.entries[criterion.code],
            !entry.isNotApplicable, let result = entry.result
          else { continue }
          results[code] = result
          targets[code] = regulation.criterion(criterion, for: code).target
          if units[index].status == .ranked { ranked.insert(code) }
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
    _ group: [Int], by order: RankOrder, in units: inout [UnitStanding],
    _ findings: inout [Finding]
  ) {
    let ranked = group.filter { units[$0].status == .ranked }
    let ranks = order.ranks(of: ranked.map { units[$0] })
    for (index, rank) in zip(ranked, ranks) { units[index].rank = rank }
    let byRank = zip(ranks, ranked).sorted { $0 < $1 }
    for tied in byRank.runs(by: \.0) where tied.count > 1 {
      for (rank, index) in tied {
        units[index].isTied = true
        let others = tied.filter { $0.1 != index }.map { units[$0.1].unit.name }
        findings.append(
          Finding(
            .tieUnresolved, .warning, unit: units[index].unit.code, value: "\(rank)",
            arguments: ["other": others.joined(separator: "; ")]))
      }
    }
  }

  /// Says which key of Bằng điểm stands between units of one total.
  private func remarkTies(
    _ ranked: [Int], by order: RankOrder, in units: inout [UnitStanding]
  ) {
    let places = ranked.runs { units[$0].rank }.map(Array.init)
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

extension Array {
  /// The stretches of elements that stand side by side and have the same key.
  package func runs<Key: Equatable>(by key: (Element) -> Key) -> [ArraySlice<Element>] {
    var runs: [ArraySlice<Element>] = []
    var start = 0
    while start < count {
      let own = key(self[start])
      var end = start + 1
      while end < count, key(self[end]) == own { end += 1 }
      runs.append(self[start..<end])
      start = end
    }
    return runs
  }
}
