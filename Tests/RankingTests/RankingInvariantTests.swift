import Regulation
import TestSupport
import Testing

@testable import Normalizer
@testable import Ranking

/// What holds for every block, whatever its rules: held against blocks drawn from seeds.
@Suite struct RankingInvariantTests {
  static let seeds = 0..<60

  static func standings(_ block: RandomBlock) -> Standings {
    let files = block.tables.map { table in
      NormalizedFile(
        path: table.source.file, name: table.source.file, sha256: table.source.sha256,
        received: nil, unit: table.unit, tables: [table], findings: [])
    }
    let selection = SubmissionSelection(files, regulation: block.regulation)
    return Ranker(block.regulation).standings(selection)
  }

  /// What is said of each unit, in the order of their codes.
  static func outcome(_ standings: Standings) -> [String] {
    standings.units.sorted { $0.unit.code < $1.unit.code }.map { unit in
      "\(unit.unit.code) \(unit.status) \(unit.rank ?? 0) \(unit.isTied) \(unit.total ?? .zero) "
        + "\(unit.className ?? "-") \(unit.titles)"
    }
  }

  @Test("The drawn blocks hold what the invariants are about")
  func drawnBlocks() {
    let all = Self.seeds.map { Self.standings(RandomBlock(seed: $0)) }
    let units = all.flatMap(\.units)
    #expect(units.filter(\.isTied).count > 15)
    #expect(all.filter { $0.findings.contains { $0.code == .quotaExceeded } }.count > 20)
    #expect(units.contains { $0.status == .notSubmitted })
    #expect(units.contains { $0.scores.contains(where: \.isNotApplicable) })
    #expect(units.filter { $0.rank != nil }.count > 300)
  }

  @Test("The order of files and of units changes nothing", arguments: seeds)
  func permutation(seed: Int) {
    let block = RandomBlock(seed: seed)
    let plain = Self.standings(block)
    var generator = SeededGenerator(seed: seed)
    var byFiles = block
    byFiles.tables.shuffle(using: &generator)
    var byUnits = block
    byUnits.regulation.units.shuffle(using: &generator)
    for standings in [byFiles, byUnits].map(Self.standings) {
      #expect(Self.outcome(standings) == Self.outcome(plain))
      for group in block.regulation.groups {
        let codes = [standings, plain].map { standings in
          standings.units.filter { $0.unit.group == group }.map(\.unit.code)
        }
        #expect(codes[0] == codes[1], "the order of the standings too")
      }
    }
  }

  @Test("A higher score never lowers the unit's rank", arguments: seeds)
  func monotony(seed: Int) throws {
    let block = RandomBlock(seed: seed)
    let before = Self.standings(block)
    for (index, table) in block.tables.enumerated() {
      let standing = try #require(before.units.first { $0.unit.code == table.unit })
      let rank = try #require(standing.rank)
      for (code, entry) in table.entries {
        guard let criterion = block.regulation.criteria[code], criterion.kind != .deduction,
          let points = entry.countedPoints, points < criterion.maximum ?? .zero
        else { continue }
        var raised = block
        raised.tables[index].entries[code]?.countedPoints = points + Points(tenThousandths: 2_500)
        let after = try #require(
          Self.standings(raised).units.first { $0.unit.code == table.unit })
        #expect(try #require(after.rank) <= rank, "\(table.unit) \(code)")
        #expect(try #require(after.total) >= standing.total ?? .zero)
      }
    }
  }

  @Test("No quota of a class or title is exceeded", arguments: seeds)
  func quotas(seed: Int) {
    let block = RandomBlock(seed: seed)
    let standings = Self.standings(block)
    for group in block.regulation.groups {
      let ranked = standings.units.filter { $0.unit.group == group && $0.rank != nil }
      func isWithin(_ percent: Quantity, _ count: Int) -> Bool {
        Fraction(count * 100) <= percent.fraction * Fraction(ranked.count)
      }
      for rule in block.regulation.classes {
        guard let percent = rule.quotaPercent else { continue }
        #expect(isWithin(percent, ranked.filter { $0.className == rule.name }.count))
      }
      for title in block.regulation.titles {
        let holders = ranked.filter { $0.titles.contains(title.name) }.count
        switch title.quota {
        case .count(let places): #expect(holders <= places)
        case .percent(let percent): #expect(isWithin(percent, holders))
        case .unlimited: break
        }
      }
    }
  }

  @Test("The total is what its parts add up to", arguments: seeds)
  func parts(seed: Int) throws {
    let block = RandomBlock(seed: seed)
    let regulation = block.regulation
    for standing in Self.standings(block).units {
      guard let total = standing.total, let base = standing.base, let bonus = standing.bonus,
        let deduction = standing.deduction
      else { continue }
      let counted = Dictionary(
        uniqueKeysWithValues: standing.scores.map { ($0.criterion, $0.counted) })
      func applies(_ criterion: Criterion) -> Bool {
        criterion.appliesTo?.contains(standing.unit.group) ?? true
      }
      // The forest is one group deep: a plain sum a group under its cap.
      func sum(_ kind: CriterionKind, _ value: (Criterion) -> Points) -> Points {
        regulation.criteria.roots.reduce(Points.zero) { sum, root in
          let members =
            regulation.criteria.isGroup(root)
            ? regulation.criteria.children(of: root)
            : [root]
          let own = members.filter { $0.kind == kind && applies($0) }.map(value)
            .reduce(Points.zero, +)
          let cap = regulation.criteria.isGroup(root) ? root.maximum ?? own : own
          return sum + min(own, cap)
        }
      }
      let arose = standing.scores.allSatisfy { !$0.isNotApplicable }
      if arose || regulation.block.notApplicable != .rescale {
        #expect(base == sum(.base) { counted[$0.code] ?? .zero })
      }
      let whole = sum(.bonus) { counted[$0.code] ?? .zero }
      #expect(bonus == min(whole, regulation.block.bonusCap ?? whole))
      #expect(deduction == sum(.deduction) { counted[$0.code] ?? .zero })
      let mostBonus = sum(.bonus) { $0.maximum ?? .zero }
      let cap =
        regulation.block.totalCap
        ?? sum(.base) { $0.maximum ?? .zero }
        + min(mostBonus, regulation.block.bonusCap ?? mostBonus)
      let plain = max(.zero, min(cap, base + bonus - deduction))
      #expect(total == plain.rounded(places: regulation.block.decimals))
    }
  }

  @Test("The tie chain is a strict weak order, and ranks follow from it", arguments: seeds)
  func strictWeakOrder(seed: Int) {
    let block = RandomBlock(seed: seed)
    let chain = TieChain(block.regulation)
    let standings = Self.standings(block)
    for group in block.regulation.groups {
      let units = standings.units.filter { $0.unit.group == group && $0.rank != nil }
      let keys = units.map { chain.key(of: $0) }
      func precedes(_ one: Int, _ other: Int) -> Bool {
        keys[other].lexicographicallyPrecedes(keys[one])
      }
      for a in units.indices {
        #expect(!precedes(a, a))
        for b in units.indices {
          #expect(!(precedes(a, b) && precedes(b, a)))
          for c in units.indices {
            if precedes(a, b), precedes(b, c) { #expect(precedes(a, c)) }
            let areEqual = !precedes(a, b) && !precedes(b, a) && !precedes(b, c) && !precedes(c, b)
            if areEqual { #expect(!precedes(a, c) && !precedes(c, a)) }
          }
        }
        let better = units.indices.filter { precedes($0, a) }.count
        #expect(units[a].rank == better + 1)
        #expect(units[a].isTied == units.indices.contains { $0 != a && keys[$0] == keys[a] })
      }
    }
  }
}
