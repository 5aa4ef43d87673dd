import Testing

@testable import Analysis

/// The formulae against figures worked out by hand.
@Suite struct StatisticsTests {
  static func isClose(_ one: Double?, _ other: Double?) -> Bool {
    guard let one, let other else { return one == nil && other == nil }
    return abs(one - other) < 1e-12
  }

  struct Sample: Sendable {
    var values: [Double]
    var mean: Double?
    var deviation: Double?
    var quartiles: [Double]?
  }

  static let samples = [
    Sample(values: []),
    Sample(values: [7], mean: 7, quartiles: [7, 7, 7]),
    // Squares 9 + 1 + 1 + 1 + 0 + 0 + 4 + 16 = 32, by 7; positions 1.75, 3.5, 5.25.
    Sample(
      values: [2, 4, 4, 4, 5, 5, 7, 9], mean: 5, deviation: (32.0 / 7).squareRoot(),
      quartiles: [4, 4.5, 5.5]),
    // Positions 0.75, 1.5, 2.25 of 1, 2, 3, 4, given out of order.
    Sample(
      values: [3, 1, 4, 2], mean: 2.5, deviation: (5.0 / 3).squareRoot(),
      quartiles: [1.75, 2.5, 3.25]),
    Sample(values: [5, 5, 5, 5], mean: 5, deviation: 0, quartiles: [5, 5, 5]),
  ]

  @Test("Mean, sample standard deviation and quartiles of definition 7", arguments: samples)
  func distribution(_ sample: Sample) {
    #expect(Self.isClose(Statistics.mean(sample.values), sample.mean))
    #expect(Self.isClose(Statistics.standardDeviation(sample.values), sample.deviation))
    for (index, share) in [0.25, 0.5, 0.75].enumerated() {
      #expect(
        Self.isClose(Statistics.quantile(sample.values, share), sample.quartiles.map { $0[index] }))
    }
    #expect(
      Self.isClose(
        Statistics.interquartileRange(sample.values), sample.quartiles.map { $0[2] - $0[0] }))
  }

  static let pairs: [(values: [(Double, Double)], correlation: Double?)] = [
    ([(1, 2), (2, 4), (3, 6)], 1), ([(1, 6), (2, 4), (3, 2)], -1),
    // Deviations −1, 0, 1 and −1, 1, 0: 1 ÷ √(2 × 2).
    ([(1, 1), (2, 3), (3, 2)], 0.5),
    ([(1, 2), (2, 4)], nil), ([(1, 1), (1, 2), (1, 3)], nil), ([], nil),
  ]

  @Test("Pearson's correlation, none of too few pairs or of one value", arguments: pairs)
  func correlation(_ item: (values: [(Double, Double)], correlation: Double?)) {
    #expect(Self.isClose(Statistics.correlation(item.values), item.correlation))
  }

  static let fenced: [(value: Double, isOut: Bool)] = [
    // Quartiles 4 and 5.5: fences at 1.75 and 7.75.
    (1.7, true), (1.75, false), (7.75, false), (7.8, true), (9, true),
  ]

  @Test("A value beyond Tukey's fences is outlying", arguments: fenced)
  func fences(_ item: (value: Double, isOut: Bool)) throws {
    let fences = try #require(TukeyFences([2, 4, 4, 4, 5, 5, 7, 9]))
    #expect((fences.low, fences.median, fences.high) == (1.75, 4.5, 7.75))
    #expect(fences.excludes(item.value, distance: 0) == item.isOut)
  }

  @Test("Where most values are equal, only a value at some distance is outlying")
  func flatFences() throws {
    let fences = try #require(TukeyFences([10, 10, 10, 10, 10, 10, 10, 9.5]))
    #expect(fences.excludes(9.5, distance: 0))
    #expect(!fences.excludes(9.5, distance: 2))
    #expect(fences.excludes(8, distance: 2))
  }

  @Test("SplitMix64 gives the numbers that its reference implementation gives")
  func generator() {
    var generator = SplitMix64(seed: 1_234_567)
    #expect(
      (0..<5).map { _ in generator.next() } == [
        6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
        4_593_380_528_125_082_431, 16_408_922_859_458_223_821,
      ])
  }

  @Test("Steps reach from one end to the other, each as often")
  func steps() {
    var generator = SplitMix64(seed: 1)
    var counts: [Int64: Int] = [:]
    for _ in 0..<50_000 { counts[generator.next(within: 2), default: 0] += 1 }
    #expect(counts.keys.sorted() == [-2, -1, 0, 1, 2])
    #expect(counts.values.allSatisfy { abs($0 - 10_000) < 400 })
    #expect(generator.next(within: 0) == 0)
  }

  static let ranks: [(sorted: [Int], low: Int, high: Int)] = [
    (Array(1...100), 5, 95), (Array(1...20), 1, 19), ([3], 3, 3),
    (Array(repeating: 1, count: 96) + [2, 2, 2, 2], 1, 1),
    (Array(repeating: 1, count: 94) + [2, 2, 2, 2, 2, 2], 1, 2),
  ]

  @Test("The interval of ranks leaves 5 percent of the runs on either side", arguments: ranks)
  func rankQuantile(_ item: (sorted: [Int], low: Int, high: Int)) {
    #expect(RankSimulation.quantile(item.sorted, percent: 5) == item.low)
    #expect(RankSimulation.quantile(item.sorted, percent: 95) == item.high)
  }
}
