import Regulation
import TestSupport
import Testing

@testable import Analysis

/// The figures of a group of units against what was worked out by hand.
@Suite struct GroupAnalysisTests {
  /// Totals 29, 25, 27, 23, 21 of 30.
  static let plain = AnalysedBlock([
    [10, 10, 9], [10, 8, 7], [10, 9, 8], [10, 7, 6], [10, 6, 5],
  ])

  @Test("Totals have their mean, sample deviation, quartile range and ends")
  func totals() throws {
    let group = try #require(Self.plain.analysis().groups.first)
    #expect(group.baseMaximum == 30)
    #expect(group.totals.count == 5)
    #expect(group.totals.mean == 25)
    // Squares 16 + 0 + 4 + 4 + 16, by 4.
    #expect(StatisticsTests.isClose(group.totals.standardDeviation, 10.0.squareRoot()))
    #expect(group.totals.interquartileRange == 4)
    #expect(group.totals.lowest == 21)
    #expect(group.totals.highest == 29)
    #expect(group.unitsWithTiedTotals == 0)
    #expect(group.inflation == nil)
  }

  @Test("Scores are counted by what they reach of their maximum")
  func shares() throws {
    let group = try #require(Self.plain.analysis().groups.first)
    // 5; 6 6 7 7; 8 8; 9 9; six times 10.
    #expect(group.shares.counts == [0, 0, 1, 4, 2, 2, 6])
    #expect(group.shares.atMaximum == 0.4)
  }

  static let boundaries: [(points: Int64, bin: Int)] = [
    (0, 0), (19_999, 0), (20_000, 1), (40_000, 2), (79_999, 3), (80_000, 4), (90_000, 5),
    (99_999, 5), (100_000, 6), (120_000, 6),
  ]

  @Test("A bound belongs to the bin that it begins", arguments: boundaries)
  func bins(_ item: (points: Int64, bin: Int)) {
    var shares = ScoreShares()
    shares.add(item.points, of: 100_000)
    #expect(shares.counts.firstIndex(of: 1) == item.bin)
  }

  @Test("A criterion has its share at the maximum, its spread and its power to tell units apart")
  func criteria() throws {
    let criteria = try #require(Self.plain.analysis().groups.first).criteria
    #expect(criteria.map(\.criterion) == ["1", "2", "3"])
    #expect(criteria.map(\.atMaximum) == [5, 1, 0])
    #expect(criteria.map(\.isLevelled) == [true, false, false])
    #expect(criteria.map(\.scores.mean) == [10, 8, 7])
    #expect(StatisticsTests.isClose(criteria[1].scores.standardDeviation, 2.5.squareRoot()))
    #expect(criteria[1].scores.interquartileRange == 2)
    #expect(criteria[0].discrimination == nil)
    // Both rise together: 10 8 9 7 6 beside 19 17 18 16 15.
    #expect(StatisticsTests.isClose(criteria[1].discrimination, 1))
  }

  @Test("A criterion that runs against the rest has a negative correlation")
  func reversed() throws {
    // 1 2 3 beside 9 7 8: deviations −1 0 1 and 1 −1 0.
    let criteria = try #require(AnalysedBlock([[1, 9], [2, 7], [3, 8]]).analysis().groups.first)
      .criteria
    #expect(StatisticsTests.isClose(criteria[0].discrimination, -0.5))
  }

  @Test("Deductions enter the correlation as what they take away, and have no share at the maximum")
  func deductions() throws {
    var block = AnalysedBlock([[9, 0], [8, 1], [7, 2]])
    block.criteria[1] = Criterion("D", "Chậm báo cáo", 2, kind: .deduction)
    let criterion = try #require(block.analysis().groups.first).criteria[1]
    #expect(StatisticsTests.isClose(criterion.discrimination, 1))
    #expect(criterion.atMaximum == nil)
    #expect(criterion.scores.mean == 1)
  }

  @Test("A unit for which a criterion did not arise is left out of its figures")
  func notApplicable() throws {
    var block = AnalysedBlock([[10, 5], [nil, 5], [8, 5]])
    block.rules = { $0.notApplicable = .full }
    let group = try #require(block.analysis().groups.first)
    #expect(group.criteria[0].scores.count == 2)
    #expect(group.criteria[0].scores.mean == 9)
    #expect(group.criteria[0].atMaximum == 1)
    #expect(group.shares.total == 5)
  }

  @Test("Inflation is what was given beyond the appraisal, of the criteria that have both")
  func inflation() throws {
    var block = AnalysedBlock([[10, 8], [9, 9]])
    block.appraised = [[8, nil], [9, 10]]
    let group = try #require(block.analysis().groups.first)
    // U0: 2 of 10; U1: −1 of 20; together 1 of 30; criterion 1: 2 and 0; criterion 2: −1.
    let units = group.units.sorted { $0.unit < $1.unit }
    #expect(units.map(\.inflation) == [20, -5])
    #expect(StatisticsTests.isClose(group.inflation, 10.0 / 3))
    #expect(group.criteria.map(\.inflation) == [1, -1])
  }

  @Test("Units that share a total are counted, whatever the tie chain says")
  func tiedTotals() throws {
    var block = AnalysedBlock([[10, 5], [5, 10], [9, 9], [1, 1], [2, 0]])
    block.rules = { $0.ties = [.criterion("1")] }
    #expect(try #require(block.analysis().groups.first).unitsWithTiedTotals == 4)
  }

  @Test("Each group of units has its own figures, of ranked units alone")
  func groups() {
    var block = AnalysedBlock([[10], [8], [6], [4]])
    block.groups = ["A", "B", "A", "C"]
    let rules = block.regulation
    var regulation = rules
    regulation.units[3].exclusion = "có vụ việc"
    let standings = block.standings
    var changed = standings
    for index in changed.units.indices where changed.units[index].unit.group == "C" {
      changed.units[index].rank = nil
    }
    let analysis = BlockAnalyst(regulation).analysis(of: changed, tables: block.tables)
    #expect(analysis.groups.map(\.group) == ["A", "B"])
    #expect(analysis.groups.map(\.totals.mean) == [8, 8])
  }
}
