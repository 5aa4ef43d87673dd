import Normalizer
import Ranking
import Regulation

/// Finds appraisers whose scores lie apart from the others' (`outlier`).
///
/// An appraiser is one file of `tham-dinh/`. What it gave is held against the median of what the others
/// gave for the same unit and criterion; it takes three appraisers of a score, for of two nobody can say
/// which is apart. Two things are looked at: each appraiser over all the units that it shares with
/// others, and each appraiser on one unit, its single scores included. Where no unit has three
/// appraisers but three appraisers scored units, each is held against what its units gave themselves.
struct AppraiserAnalyst {
  private let regulation: Regulation
  private let standings: Standings

  init(_ regulation: Regulation, _ standings: Standings) {
    self.regulation = regulation
    self.standings = standings
  }

  /// The findings, by appraiser in the order of their paths.
  var findings: [Finding] {
    let shared = sharedScores
    let isShared = !shared.isEmpty
    let byUnit = Dictionary(grouping: shared, by: \.unit)
    let byAppraiser = Dictionary(
      grouping: isShared ? shared : scoresBesideOwn, by: \.given.file
    ).mapValues { AppraiserGap(scores: $0) }
    let appraisers = byAppraiser.sorted { $0.key < $1.key }.map(\.value)
    let rule = ModifiedScore(appraisers.map(\.percent))
    return appraisers.flatMap { gap -> [Finding] in
      let units = Set(gap.scores.map(\.unit))
      let isApart =
        rule?.excludes(gap.percent, distance: AnalysisThresholds.appraiserDistance) ?? false
      if isApart, units.count > 1 || !isShared {
        return [finding(gap, isShared ? .appraiserFarOff : .appraiserFarFromUnits)]
      }
      guard isShared else { return [] }
      let own = Dictionary(grouping: gap.scores, by: \.unit)
      return standings.units.compactMap { standing in
        guard let scores = own[standing.unit.code] else { return nil }
        return onUnit(AppraiserGap(scores: scores), among: byUnit[standing.unit.code] ?? [])
      }
    }
  }

  // MARK: - Scores to compare

  /// Every score of which there are enough to compare, with the middle of the others.
  private var sharedScores: [AppraiserGap.Score] {
    allScores { score in
      guard score.appraisals.count >= AnalysisThresholds.appraisers else { return nil }
      let points = score.appraisals.map { Double($0.points.tenThousandths) }
      return points.indices.map { index in
        var others = points
        others.remove(at: index)
        return Statistics.quantile(others, 0.5) ?? points[index]
      }
    }
  }

  /// Every appraised score with the points that the unit gave itself.
  private var scoresBesideOwn: [AppraiserGap.Score] {
    allScores { score in
      guard let own = score.selfPoints else { return nil }
      return score.appraisals.map { _ in Double(own.tenThousandths) }
    }
  }

  /// The scores of criteria with a maximum; `middles` says what each appraisal is held against.
  private func allScores(_ middles: (CountedScore) -> [Double]?) -> [AppraiserGap.Score] {
    standings.units.flatMap { standing in
      standing.scores.flatMap { score -> [AppraiserGap.Score] in
        guard !score.appraisals.isEmpty, let criterion = regulation.criteria[score.criterion],
          let maximum = criterion.maximum, maximum > .zero, let middles = middles(score)
        else { return [] }
        return zip(score.appraisals, middles).map { given, middle in
          AppraiserGap.Score(
            unit: standing.unit.code, criterion: criterion, given: given, middle: middle,
            others: score.appraisals.count - 1)
        }
      }
    }
  }

  // MARK: - One unit

  /// An appraiser on one unit: apart on the whole, or with a single score.
  ///
  /// - Parameter all: what all appraisers gave the unit.
  private func onUnit(_ gap: AppraiserGap, among all: [AppraiserGap.Score]) -> Finding? {
    let unit = gap.farthest.unit
    let percents = Dictionary(grouping: all, by: \.given.file).sorted { $0.key < $1.key }
      .map { AppraiserGap(scores: $0.value).percent }
    if ModifiedScore(percents)?.excludes(
      gap.percent, distance: AnalysisThresholds.appraiserDistance) ?? false
    {
      return finding(gap, .appraiserFarOffOnUnit, unit: unit)
    }
    let byCriterion = Dictionary(grouping: all, by: \.criterion.code)
    let single = gap.scores.filter { score in
      let given = (byCriterion[score.criterion.code] ?? []).map {
        Double($0.given.points.tenThousandths)
      }
      let distance = score.maximum * Double(AnalysisThresholds.scoreDistance) / 100
      return ModifiedScore(given)?.excludes(
        Double(score.given.points.tenThousandths), distance: distance) ?? false
    }
    guard !single.isEmpty else { return nil }
    return finding(AppraiserGap(scores: single), .appraisedScoresFarOff, unit: unit)
  }

  // MARK: - Finding

  private func finding(
    _ gap: AppraiserGap, _ sentence: FindingSentence, unit: String? = nil
  ) -> Finding {
    let score = gap.farthest
    let name = standings.units.first { $0.unit.code == score.unit }?.unit.name ?? score.unit
    return Finding(
      .outlier, .warning, unit: unit, file: score.given.file, sheet: score.given.sheet,
      cell: score.given.cell, value: "\(score.given.points)",
      arguments: [
        "detail": sentence.rawValue, "other": score.given.file, "name": name,
        "criterion": score.criterion.code, "content": score.criterion.content,
        "given": "\(score.given.points)", "median": (score.middle / 10_000).shown,
        "maximum": "\(score.criterion.maximum ?? .zero)", "count": "\(gap.scores.count)",
        "units": "\(Set(gap.scores.map(\.unit)).count)", "others": "\(score.others)",
        "points": gap.points.signed, "share": gap.percent.signed,
      ])
  }
}

extension Double {
  /// The number with its sign.
  fileprivate var signed: String { self > 0 ? "+\(shown)" : shown }
}
