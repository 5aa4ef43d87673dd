import Normalizer
import Ranking
import Regulation

/// Works out the figures of one group of units.
struct GroupAnalyst {
  let ranked: RankedGroup
  let tables: [String: ScoreTable]
  let simulation: RankSimulation

  func analysis() -> GroupAnalysis {
    let stability = RankStability(group: ranked)
    var leavingOut = LeavingOut(ranks: ranked.ranks, criteria: ranked.arithmetic.leaves.count)
    // The totals of one criterion at a time: of all of them they are what takes most room.
    let criteria = ranked.arithmetic.leaves.indices.map { leaf in
      let sums = stability.sums(without: leaf)
      leavingOut.add(stability.ranks(sums, without: leaf))
      return criterion(leaf, rest: sums)
    }
    let movement = simulation.movement(of: ranked)
    let inflations = ranked.units.map { self.inflation(of: [$0]) }
    let fences = fences(of: inflations.compactMap { $0 })
    let own = ranked.units.map { $0.total ?? .zero }
    let sharing = own.sorted().runs { $0 }.filter { $0.count > 1 }
    return GroupAnalysis(
      group: ranked.group, baseMaximum: Double(ranked.arithmetic.baseMaximum) / 10_000,
      totals: Distribution(tenThousandths: own.map(\.tenThousandths)),
      unitsWithTiedTotals: sharing.reduce(0) { $0 + $1.count }, shares: shares(),
      inflation: inflation(of: ranked.units), inflationFences: fences,
      isSpreadTooSmall: isSpreadTooSmall(own), criteria: criteria,
      units: ranked.units.indices.map { index in
        let inflation = inflations[index]
        return UnitAnalysis(
          unit: ranked.units[index].unit.code, rank: ranked.ranks[index],
          leavingOut: leavingOut.results[index], moving: movement[index], inflation: inflation,
          fullWithoutEvidence: fullWithoutEvidence(ranked.units[index]),
          hasOutlyingInflation: inflation.map { value in
            fences?.excludes(value, distance: Double(AnalysisThresholds.inflationDistance)) ?? false
          } ?? false)
      })
  }

  private func isSpreadTooSmall(_ totals: [Points]) -> Bool {
    guard totals.count >= AnalysisThresholds.levellingUnits,
      let range = Statistics.interquartileRange(totals.map { Double($0.tenThousandths) })
    else { return false }
    let maximum = Double(ranked.arithmetic.baseMaximum)
    return range * 100 < maximum * Double(AnalysisThresholds.totalSpread)
  }

  // MARK: - Criteria

  private func criterion(_ leaf: Int, rest: [TotalArithmetic.Sums]) -> CriterionAnalysis {
    let criterion = ranked.arithmetic.leaves[leaf]
    let arisen = ranked.units.indices.filter { !ranked.isNotApplicable($0, leaf) }
    let points = arisen.map { ranked.points($0, leaf) }
    let sign: Double = criterion.kind == .deduction ? -1 : 1
    let pairs = arisen.map { (sign * Double(ranked.points($0, leaf)), Double(rest[$0].total)) }
    var atMaximum: Int?
    if criterion.kind != .deduction, let maximum = criterion.maximum, maximum > .zero {
      atMaximum = points.filter { $0 >= maximum.tenThousandths }.count
    }
    let isLevelled = atMaximum.map {
      points.count >= AnalysisThresholds.levellingUnits
        && $0 * 100 >= AnalysisThresholds.shareAtMaximum * points.count
    }
    let gaps = ranked.units.indices.compactMap { ranked.gap($0, leaf) }
    let fences = scoreFences(criterion, points)
    let distance =
      Double(
        (criterion.maximum ?? .zero).tenThousandths * Int64(AnalysisThresholds.scoreDistance)) / 100
    let outliers = arisen.filter { unit in
      fences?.excludes(Double(ranked.points(unit, leaf)), distance: distance) ?? false
    }
    return CriterionAnalysis(
      criterion: criterion.code, scores: Distribution(tenThousandths: points),
      atMaximum: atMaximum, discrimination: Statistics.correlation(pairs),
      inflation: Statistics.mean(gaps.map { Double($0.tenThousandths) }).map { $0 / 10_000 },
      isLevelled: isLevelled ?? false, fences: fences?.divided(by: 10_000),
      outliers: outliers.map { ranked.units[$0].unit.code })
  }

  /// The fences around the scores of a criterion, in ten-thousandths.
  ///
  /// Bonuses and deductions are left out, for it is their nature that few have them, and criteria of
  /// two values, which have no spread.
  private func scoreFences(_ criterion: Criterion, _ points: [Int64]) -> TukeyFences? {
    guard criterion.kind == .base, criterion.method != .passFail,
      criterion.maximum ?? .zero > .zero
    else { return nil }
    return fences(of: points.map(Double.init))
  }

  private func fences(of values: [Double]) -> TukeyFences? {
    values.count >= AnalysisThresholds.outlierUnits ? TukeyFences(values) : nil
  }

  /// How the scores of the base criteria lie against their maxima.
  private func shares() -> ScoreShares {
    var shares = ScoreShares()
    for (leaf, criterion) in ranked.arithmetic.leaves.enumerated() where criterion.kind == .base {
      guard let maximum = criterion.maximum, maximum > .zero else { continue }
      for unit in ranked.units.indices where !ranked.isNotApplicable(unit, leaf) {
        shares.add(ranked.points(unit, leaf), of: maximum.tenThousandths)
      }
    }
    return shares
  }

  // MARK: - Units

  /// Self minus appraised points of what is added up, in percent of the maxima of these criteria.
  private func inflation(of units: [UnitStanding]) -> Double? {
    var gap: Int64 = 0
    var maxima: Int64 = 0
    for unit in units {
      for score in unit.scores {
        guard let own = score.selfPoints, let appraised = score.appraisedPoints,
          let criterion = ranked.regulation.criteria[score.criterion],
          criterion.kind != .deduction, let maximum = criterion.maximum
        else { continue }
        gap += (own - appraised).tenThousandths
        maxima += maximum.tenThousandths
      }
    }
    return maxima > 0 ? Double(gap * 100) / Double(maxima) : nil
  }

  /// How many criteria a unit gave itself the maximum on, where it did so on every base criterion and
  /// names no evidence at all.
  private func fullWithoutEvidence(_ unit: UnitStanding) -> Int? {
    var claims = 0
    for score in unit.scores where !score.isNotApplicable {
      guard let criterion = ranked.regulation.criteria[score.criterion], criterion.kind == .base,
        let maximum = criterion.maximum, maximum > .zero
      else { continue }
      guard (score.selfPoints ?? score.counted) >= maximum else { return nil }
      claims += 1
    }
    let evidence = tables[unit.unit.code]?.entries.values.compactMap(\.evidence) ?? []
    guard claims >= AnalysisThresholds.fullCriteria,
      evidence.allSatisfy({ $0.allSatisfy(\.isWhitespace) })
    else { return nil }
    return claims
  }
}
