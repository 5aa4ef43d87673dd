public import Normalizer

/// How well a block's scores tell its units apart, and how firmly its ranks stand.
///
/// Only ranked units are looked at. The figures are for reading; points, ranks and classes are none
/// of their business.
public struct BlockAnalysis: Sendable {
  /// The groups of units that have ranked units, in the regulation's order.
  public var groups: [GroupAnalysis]
  /// The findings `levelling` and `outlier`, never graver than a warning.
  public var findings: [Finding]

  /// An analysis from its parts; by default of a block without ranked units.
  public init(groups: [GroupAnalysis] = [], findings: [Finding] = []) {
    self.groups = groups
    self.findings = findings
  }
}

/// The figures of one group of units.
public struct GroupAnalysis: Sendable {
  /// The group's name; empty where the block has one ranking.
  public var group: String
  /// The most that the base criteria can give a unit of the group, in points.
  public var baseMaximum: Double
  /// The totals of the ranked units, in points.
  public var totals: Distribution
  /// How many units share their total with another.
  public var unitsWithTiedTotals: Int
  /// How the scores of the base criteria lie against their maxima.
  public var shares: ScoreShares
  /// What the units gave themselves beyond the appraisal, in percent of the maxima of the scores
  /// that have both; nil where there are none.
  public var inflation: Double?
  /// The fences around the units' inflation, in percent; nil where too few units have one.
  public var inflationFences: TukeyFences?
  /// Whether the totals lie so close together that they hardly tell units apart.
  public var isSpreadTooSmall: Bool
  /// The criteria that apply to the group, in the regulation's order.
  public var criteria: [CriterionAnalysis]
  /// The ranked units, by rank.
  public var units: [UnitAnalysis]
}

/// The middle and the spread of some values; each nil where there are too few values for it.
public struct Distribution: Sendable, Hashable {
  /// How many values there are.
  public var count: Int
  /// The arithmetic mean.
  public var mean: Double?
  /// The sample standard deviation.
  public var standardDeviation: Double?
  /// The interquartile range.
  public var interquartileRange: Double?
  /// The quartiles: a quarter, half and three quarters of the values lie at or below them.
  public var quartiles: Quartiles?
  /// The least value.
  public var lowest: Double?
  /// The greatest value.
  public var highest: Double?

  /// The distribution of amounts in ten-thousandths, given in points.
  init(tenThousandths values: [Int64]) {
    let numbers = values.map(Double.init)
    count = values.count
    mean = Statistics.mean(numbers).map { $0 / 10_000 }
    standardDeviation = Statistics.standardDeviation(numbers).map { $0 / 10_000 }
    let sorted = values.sorted().map(Double.init)
    interquartileRange = Statistics.interquartileRange(ofSorted: sorted).map { $0 / 10_000 }
    quartiles = Quartiles(sorted: sorted.map { $0 / 10_000 })
    lowest = sorted.first.map { $0 / 10_000 }
    highest = sorted.last.map { $0 / 10_000 }
  }
}

/// The values that divide others into four equal parts.
public struct Quartiles: Sendable, Hashable {
  /// A quarter of the values lie at or below it.
  public var lower: Double
  /// The middle value.
  public var median: Double
  /// Three quarters of the values lie at or below it.
  public var upper: Double

  init?(sorted values: [Double]) {
    guard let lower = Statistics.quantile(ofSorted: values, 0.25),
      let median = Statistics.quantile(ofSorted: values, 0.5),
      let upper = Statistics.quantile(ofSorted: values, 0.75)
    else { return nil }
    self.lower = lower
    self.median = median
    self.upper = upper
  }
}

/// How many scores lie how far below their maximum.
public struct ScoreShares: Sendable, Hashable {
  /// The bounds of the bins in percent of the maximum: a bin holds what lies from one bound up to,
  /// not including, the next; the last bound is a bin of its own, the maximum itself.
  public static let bounds = [0, 20, 40, 60, 80, 90, 100]
  /// How many scores each bin holds, in the order of `bounds`.
  public var counts: [Int]

  /// No scores.
  public init() {
    counts = Array(repeating: 0, count: Self.bounds.count)
  }

  /// How many scores there are.
  public var total: Int { counts.reduce(0, +) }

  /// The share of scores at the maximum, 0…1; nil where there are no scores.
  public var atMaximum: Double? {
    total == 0 ? nil : Double(counts[counts.count - 1]) / Double(total)
  }

  /// Counts a score with its maximum, both in ten-thousandths; the maximum is above 0.
  mutating func add(_ points: Int64, of maximum: Int64) {
    let bin = Self.bounds.lastIndex { points * 100 >= maximum * Int64($0) } ?? 0
    counts[bin] += 1
  }

  /// Adds the counts of another group.
  public mutating func add(_ other: ScoreShares) {
    for (index, count) in other.counts.enumerated() { counts[index] += count }
  }
}

/// The figures of one criterion among the ranked units of a group.
public struct CriterionAnalysis: Sendable {
  /// The criterion's code.
  public var criterion: String
  /// The counted scores, in points, of units for which the criterion arose.
  public var scores: Distribution
  /// How many of the scores are the maximum; nil for deductions and without a maximum.
  public var atMaximum: Int?
  /// The correlation of the criterion with the total that is left without it, −1…1; nil where either
  /// does not vary.
  public var discrimination: Double?
  /// The mean of self minus appraised points; nil where no unit has both.
  public var inflation: Double?
  /// Whether so many units stand at the maximum that the criterion levels them.
  public var isLevelled: Bool
  /// The fences around the scores, in points; nil where outliers are not looked for.
  public var fences: TukeyFences?
  /// The codes of the units whose score lies far from the others'.
  public var outliers: [String]
}

/// The figures of one ranked unit.
public struct UnitAnalysis: Sendable {
  /// The unit's code.
  public var unit: String
  /// Its rank in its group.
  public var rank: Int
  /// How its rank does when criteria are left out.
  public var leavingOut: LeaveOneOut
  /// How its rank does when scores move.
  public var moving: RankMovement
  /// What it gave itself beyond the appraisal, in percent of the maxima of the scores that have
  /// both; nil where there are none.
  public var inflation: Double?
  /// How many criteria stand at the maximum, where all base criteria do and none names evidence; nil
  /// for every other unit.
  public var fullWithoutEvidence: Int?
  /// Whether its inflation lies far from the others'.
  public var hasOutlyingInflation: Bool
}

/// A unit's rank when every criterion is left out in turn.
public struct LeaveOneOut: Sendable, Hashable {
  /// How many criteria were left out, one at a time.
  public var criteria: Int
  /// How often the rank stayed as it is.
  public var held: Int
  /// The best rank that came out.
  public var best: Int
  /// The worst rank that came out.
  public var worst: Int
}

/// A unit's rank when scores move by less than what would be looked into.
public struct RankMovement: Sendable, Hashable {
  /// How many runs there were.
  public var runs: Int
  /// In how many of them the rank stayed as it is.
  public var held: Int
  /// The rank that 5 percent of the runs do not get beyond.
  public var low: Int
  /// The rank that 95 percent of the runs do not get beyond.
  public var high: Int

  /// The share of runs in which the rank stayed, 0…1.
  public var heldShare: Double { runs == 0 ? 1 : Double(held) / Double(runs) }
}
