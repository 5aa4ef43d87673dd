public import Regulation

/// What one appraiser gave a unit for one criterion, and where it stands.
public struct Appraisal: Sendable, Hashable {
  /// The file of the appraisal, relative to the block folder where it lies inside.
  public var file: String
  /// The sheet.
  public var sheet: String
  /// The cell in A1 notation.
  public var cell: String
  /// The points.
  public var points: Points

  /// Points with their place.
  public init(file: String, sheet: String, cell: String, points: Points) {
    self.file = file
    self.sheet = sheet
    self.cell = cell
    self.points = points
  }
}

/// The appraisal tables of the office and of peer units (`tham-dinh/`), one file an appraiser.
///
/// Several appraisers of a unit: the mean of what they gave, to four decimals, each kept.
public struct Appraisals: Sendable {
  /// By unit and criterion, in the order of the files.
  private var given: [String: [String: [Appraisal]]] = [:]
  /// What became of each file, by its path.
  public private(set) var verdicts: [String: FileVerdict] = [:]
  /// The findings about copies.
  public private(set) var findings: [Finding] = []

  /// Gathers the tables of files that were normalised as appraisals, in the order of their paths.
  public init(_ files: [NormalizedFile]) {
    var first: [String: String] = [:]
    for file in files {
      if let sha256 = file.sha256, let other = first[sha256] {
        verdicts[file.path] = .duplicate
        findings.append(
          Finding(
            .duplicateSubmission, .info, unit: file.unit, file: file.path, action: other,
            arguments: ["other": other]))
        continue
      }
      if let sha256 = file.sha256 { first[sha256] = file.path }
      verdicts[file.path] = file.verdictWithoutTables ?? .counted
      for table in file.tables {
        for (criterion, entry) in table.entries {
          guard let points = entry.appraisedPoints, let cell = entry.cell else { continue }
          given[table.unit, default: [:]][criterion, default: []].append(
            Appraisal(file: file.path, sheet: entry.sheet, cell: cell, points: points))
        }
      }
    }
  }

  /// Whether anybody appraised anything.
  public var isEmpty: Bool { given.isEmpty }

  /// What the appraisers gave a unit, by criterion.
  func points(forUnit unit: String) -> [String: [Appraisal]] { given[unit] ?? [:] }

  /// The mean of what the appraisers gave, half away from zero to four decimals.
  static func mean(_ appraisals: [Appraisal]) -> Points? {
    guard !appraisals.isEmpty else { return nil }
    let sum = appraisals.reduce(Points.zero) { $0 + $1.points }
    return Points(rounding: sum.fraction / Fraction(appraisals.count))
  }
}

extension NormalizedFile {
  /// What became of a file that holds no table; nil where it holds one.
  var verdictWithoutTables: FileVerdict? {
    guard tables.isEmpty else { return nil }
    let isWaiting = findings.contains { $0.code == .unitUnknown || $0.code == .unitAmbiguous }
    return isWaiting ? .waiting : .unusable
  }
}

extension SubmissionSelection {
  /// Brings the appraisers' points into the tables that count.
  ///
  /// They stand in the place of the appraised column of the unit's own file. A criterion that had
  /// no score to use may have one now: `revised(_:)` takes back what was said about it missing.
  public mutating func apply(_ appraisals: Appraisals, regulation: Regulation) {
    guard !appraisals.isEmpty else { return }
    for unit in regulation.units {
      let given = appraisals.points(forUnit: unit.code)
      guard !given.isEmpty, var table = tables[unit.code] else { continue }
      // One reference is left, so that its entries are changed where they are.
      tables[unit.code] = nil
      let sums = CappedSums(criteria: regulation.criteria, group: unit.group)
      for criterion in regulation.criteria.scored where sums.applies(criterion) {
        guard let own = given[criterion.code], let mean = Appraisals.mean(own) else { continue }
        var entry = table.entries[criterion.code] ?? ScoreEntry(sheet: table.source.sheet)
        entry.appraisals = own
        entry.appraisedPoints = mean
        if !entry.isNotApplicable, !(criterion.method.isRelative && entry.result != nil) {
          entry.countedPoints = regulation.block.scoreUsed.points(
            own: entry.selfPoints, appraised: mean)
          if let counted = entry.countedPoints {
            scored[ScoredCriterion(unit: unit.code, criterion: criterion.code)] = counted
          }
        }
        if let gap = SelfAppraisedGap(
          own: entry.selfPoints, appraised: mean, threshold: regulation.block.gapThreshold)
        {
          findings.append(
            gap.finding(
              criterion: criterion, unit: unit.code, file: table.source.file, sheet: entry.sheet,
              cell: entry.cell))
        }
        table.entries[criterion.code] = entry
      }
      tables[unit.code] = table
    }
  }

  /// A finding of a unit's file as it stands once the appraisals are known; nil where it holds no
  /// longer.
  public func revised(_ finding: Finding) -> Finding? {
    guard let unit = finding.unit, let criterion = finding.arguments["criterion"],
      let points = scored[ScoredCriterion(unit: unit, criterion: criterion)]
    else { return finding }
    switch finding.code {
    case .missingScore: return nil
    case .missingCriterion:
      var finding = finding
      finding.severity = .warning
      finding.action = "\(points)"
      return finding
    default: return finding
    }
  }
}

/// A criterion of a unit that the appraisers gave a score to use.
struct ScoredCriterion: Hashable {
  var unit: String
  var criterion: String
}

/// A self score and an appraised one that lie apart by the block's threshold or more.
struct SelfAppraisedGap {
  private let own: Points
  private let appraised: Points
  private let threshold: Quantity

  /// Nil where one is missing or they lie closer than `threshold` percent of the self score.
  init?(own: Points?, appraised: Points?, threshold: Quantity) {
    guard let own, let appraised, own != appraised else { return nil }
    let gap = (own - appraised).magnitude.fraction * Fraction(100)
    guard gap >= own.fraction * threshold.fraction else { return nil }
    self.own = own
    self.appraised = appraised
    self.threshold = threshold
  }

  /// What there is to say about it.
  func finding(
    criterion: Criterion, unit: String? = nil, file: String? = nil, sheet: String, cell: String?
  ) -> Finding {
    Finding(
      .selfAppraisedGap, .warning, unit: unit, file: file, sheet: sheet, cell: cell,
      value: "\(own)", action: "\(appraised)",
      arguments: [
        "criterion": criterion.code, "content": criterion.content, "expected": "\(threshold)",
      ])
  }
}
