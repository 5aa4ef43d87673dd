public import Language
public import Normalizer
public import Ranking
public import Regulation
public import Spreadsheet

/// What one unit gets to read about its own result.
///
/// No other unit's name or score is in it, unless the regulation makes the scores public: the group
/// shows as medians and bests alone, and as neither where that would tell a score.
public struct UnitFeedback: Sendable {
  /// One row of the table of scores.
  public struct Line: Sendable, Hashable {
    /// The criterion, or the group of criteria.
    public var criterion: Criterion
    /// Whether it is a group of criteria.
    public var isGroup: Bool
    /// How many groups stand above it.
    public var depth: Int
    /// The most points that it can give, or, of deductions, take; nil where there is no limit.
    public var maximum: Points?
    /// The unit's own points, as it entered them.
    public var own: Points?
    /// The appraised points.
    public var appraised: Points?
    /// The points that count; nil where nothing of the unit was counted.
    public var counted: Points?
    /// Whether the criterion did not arise for the unit.
    public var isNotApplicable: Bool
    /// Whether its points are deducted.
    public var isDeduction: Bool
    /// Median and best of the unit's group; nil where they would tell on somebody.
    public var group: GroupComparison.Figures?
  }

  /// A kind of finding that the unit has to do something about.
  public struct Correction: Sendable, Hashable {
    /// What it is.
    public var code: FindingCode
    /// The findings, each with its place.
    public var findings: [Finding]
  }

  /// One unit of the published ranking.
  public struct Place: Sendable, Hashable {
    /// The rank; nil for a unit without one.
    public var rank: Int?
    /// The unit's name.
    public var name: String
    /// The total; nil where the unit is not ranked.
    public var total: Points?
    /// The class.
    public var className: String?
    /// Whether the unit is the one that the feedback is for.
    public var isOwn: Bool
  }

  /// A file that the unit sent.
  public struct File: Sendable, Hashable {
    /// The path as the office knows it.
    public var path: String
    /// The path as the unit gets to read it.
    public var shownPath: String
    /// What became of it.
    public var verdict: FileVerdict
    /// When the mail came that brought it, ISO 8601; nil where none is known.
    public var received: String?
    /// The SHA-256 of its bytes when it was read.
    public var sha256: String?
  }

  /// The block and its rules.
  public let block: Block
  /// The language of the texts.
  public let language: Language
  /// The unit's outcome.
  public let standing: UnitStanding
  /// The unit's group.
  public let comparison: GroupComparison
  /// The criteria that apply to the unit, each group above its criteria.
  public let lines: [Line]
  /// Why the unit is not ranked, or what decided about its rank, class and titles beside its points;
  /// other units go unnamed, and it is empty where there is nothing to say.
  public let reason: String
  /// The findings about the unit, the gravest first, without the other units.
  public let findings: [Finding]
  /// The real path of each finding's file, in the same order.
  fileprivate let paths: [String?]
  /// The files that the unit sent.
  public let files: [File]
  /// Until when the unit may correct; nil where nobody says.
  public let deadline: CivilDateTime?
  /// The ranking of the group, where the regulation makes it public; else empty.
  public let ranking: [Place]
  /// The files of appraisers, as findings name them.
  let appraisalFiles: Set<String>

  /// The unit.
  public var unit: MemberUnit { standing.unit }

  /// The findings about the unit in one of its files, by its real path.
  public func findings(in path: String) -> [Finding] {
    zip(findings, paths).filter { $0.1 == path }.map(\.0)
  }

  /// What the unit has to do, each kind once, the gravest first: what its own files left open.
  public var corrections: [Correction] {
    var corrections: [Correction] = []
    // A score that is missing for a reason of its own is corrected there.
    let explained = Set(
      findings.filter { $0.severity == .error && $0.cell != nil }
        .compactMap { $0.arguments["criterion"] })
    for finding in findings where finding.severity != .info && finding.code.unitTask != nil {
      if finding.code == .missingScore, finding.severity == .warning,
        let criterion = finding.arguments["criterion"], explained.contains(criterion)
      {
        continue
      }
      if isAboutAppraisal(finding) { continue }
      if let index = corrections.firstIndex(where: { $0.code == finding.code }) {
        corrections[index].findings.append(finding)
      } else {
        corrections.append(Correction(code: finding.code, findings: [finding]))
      }
    }
    return corrections
  }

  /// Whether a finding is about what an appraiser filled in.
  func isAboutAppraisal(_ finding: Finding) -> Bool {
    finding.file.map { appraisalFiles.contains($0) } ?? false
  }

  /// The criteria whose points do not count as the unit wrote them.
  public var changedCriteria: Set<String> {
    let scored = lines.filter { !$0.isGroup && !$0.isNotApplicable }
    let changed = scored.filter { line in
      // Deductions may be entered as negative.
      line.own.map { $0 != line.counted && !(line.isDeduction && $0.magnitude == line.counted) }
        ?? false
    }
    // What is no number has no points to compare.
    let found = findings.filter { finding in
      guard finding.value != nil, !Self.notAboutPoints.contains(finding.code) else { return false }
      return finding.severity == .error || finding.changesNumber
    }
    return Set(changed.map(\.criterion.code) + found.compactMap { $0.arguments["criterion"] })
  }

  /// The findings that have a criterion and other numbers than its points.
  private static let notAboutPoints: Set<FindingCode> = [
    .maximumChanged, .targetChanged, .totalMismatch, .outlier, .levelling,
  ]

  /// The files whose sheets show the unit what it sent: the one that counts, else all that came and
  /// are no copies.
  public var shownFiles: [File] {
    if let source = standing.source {
      return files.filter { $0.path == source.file }
    }
    return files.filter { $0.verdict != .duplicate }
  }
}

extension Finding {
  /// Whether another number counts than the one that was submitted.
  fileprivate var changesNumber: Bool {
    guard let value, let action, case .number(let submitted) = NumberText(value),
      case .number(let counted) = NumberText(action)
    else { return false }
    return submitted != counted
  }
}

/// Makes the feedback to the units of one consolidation.
public struct FeedbackMaker: Sendable {
  private let consolidation: Consolidation
  private let deadline: CivilDateTime?
  private let language: Language
  private let comparisons: [String: GroupComparison]
  private let kinds: CriterionKinds

  /// Feedback in one language.
  ///
  /// - Parameter deadline: until when the units may correct; by default what the regulation says.
  public init(
    _ consolidation: Consolidation, correctionsBy deadline: CivilDateTime? = nil,
    language: Language
  ) {
    self.consolidation = consolidation
    self.deadline = deadline ?? consolidation.regulation.block.correctionDeadline
    self.language = language
    let (regulation, standings) = (consolidation.regulation, consolidation.standings)
    kinds = CriterionKinds(regulation.criteria)
    comparisons = Dictionary(
      uniqueKeysWithValues: regulation.groups.map {
        ($0, GroupComparison(regulation, standings, group: $0))
      })
  }

  /// The feedback to one unit.
  public func feedback(to standing: UnitStanding) -> UnitFeedback {
    let regulation = consolidation.regulation
    let unit = standing.unit
    let others = OtherUnits(regulation.units, than: unit, language: language)
    let comparison =
      comparisons[unit.group]
      ?? GroupComparison(regulation, consolidation.standings, group: unit.group)
    let own = consolidation.findings.filter { $0.unit == unit.code }
    // A file of several units belongs to the first of them, and to each that it counts for.
    let ownFiles = Set(own.compactMap(\.file) + [standing.source?.file].compactMap { $0 })
    let appraisals = Set(consolidation.files.filter(\.isAppraisal).map(\.path))
    // How appraisers differ is for the office.
    func isAboutAppraiser(_ finding: Finding) -> Bool {
      finding.code == .outlier && finding.file.map { appraisals.contains($0) } ?? false
    }
    let ordered = own.enumerated().filter { !isAboutAppraiser($0.element) }
      .sorted { ($0.element.severity, $0.offset) < ($1.element.severity, $1.offset) }
      .map(\.element)
    return UnitFeedback(
      block: regulation.block, language: language, standing: standing, comparison: comparison,
      lines: lines(of: standing, comparison),
      reason: standing.reasonText(in: language, others.unnamed(regulation)),
      findings: ordered.map { others.hidden(in: $0) },
      paths: ordered.map(\.file),
      files: consolidation.files.filter {
        !$0.isAppraisal && ($0.unit == unit.code || ownFiles.contains($0.path))
      }.map {
        UnitFeedback.File(
          path: $0.path, shownPath: others.hidden(inPath: $0.path), verdict: $0.verdict,
          received: $0.received, sha256: $0.sha256)
      },
      deadline: deadline,
      ranking: regulation.block.publishesScores ? ranking(ofGroup: unit.group, for: unit) : [],
      appraisalFiles: Set(appraisals.map { others.hidden(inPath: $0) }))
  }

  private func lines(
    of standing: UnitStanding, _ comparison: GroupComparison
  ) -> [UnitFeedback.Line] {
    let regulation = consolidation.regulation
    let sums = CriterionSums(
      regulation, kinds: kinds, scores: standing.scores, group: standing.unit.group)
    var lines: [UnitFeedback.Line] = []
    func walk(_ criterion: Criterion, depth: Int) {
      guard sums.applies(criterion) else { return }
      let score = sums.score(criterion)
      lines.append(
        UnitFeedback.Line(
          criterion: criterion, isGroup: regulation.criteria.isGroup(criterion), depth: depth,
          maximum: sums.maximum(criterion), own: sums.own(criterion),
          appraised: sums.appraised(criterion), counted: sums.counted(criterion),
          isNotApplicable: score?.isNotApplicable ?? false,
          isDeduction: kinds[criterion] == [.deduction],
          group: comparison.figures(of: criterion.code)))
      for child in regulation.criteria.children(of: criterion) { walk(child, depth: depth + 1) }
    }
    for root in regulation.criteria.roots { walk(root, depth: 0) }
    return lines
  }

  private func ranking(ofGroup group: String, for unit: MemberUnit) -> [UnitFeedback.Place] {
    consolidation.standings.units.filter { $0.unit.group == group }.map { standing in
      UnitFeedback.Place(
        rank: standing.rank, name: standing.unit.name,
        total: standing.rank == nil ? nil : standing.total, className: standing.className,
        isOwn: standing.unit.code == unit.code)
    }
  }
}
