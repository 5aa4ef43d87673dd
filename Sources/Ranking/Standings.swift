public import Normalizer
public import Regulation

/// The outcome of a block's year: every unit with its total, rank, class and proposed titles.
public struct Standings: Sendable {
  /// All units of the regulation, ordered by group (in the regulation's order), then rank, then
  /// code; those without a rank last in their group.
  public var units: [UnitStanding]
  /// The findings that the ranking itself raised: quotas, ties, eligibility.
  public var findings: [Finding]

  /// Standings with the findings of the ranking.
  public init(units: [UnitStanding], findings: [Finding]) {
    self.units = units
    self.findings = findings
  }
}

/// One unit's outcome.
public struct UnitStanding: Sendable {
  /// The unit.
  public var unit: MemberUnit
  /// Whether it is ranked, and if not, what it waits for.
  public var status: UnitStatus
  /// Its rank in its group, 1 for the best; nil when it is not ranked.
  public var rank: Int?
  /// Whether it shares its rank with another unit.
  public var isTied = false
  /// The rounded total; nil when nothing of the unit could be counted.
  public var total: Points?
  /// The base sum after group caps and rescaling.
  public var base: Points?
  /// The bonus under its cap.
  public var bonus: Points?
  /// The deductions, as a positive amount; what lateness costs included.
  public var deduction: Points?
  /// What sending late costs the unit (Nộp muộn), as a positive amount.
  public var lateness: Points = .zero
  /// The class; nil when the unit is not ranked or reaches none.
  public var className: String?
  /// The titles it is proposed for.
  public var titles: [String] = []
  /// Why it is not ranked.
  public var reason: Reason?
  /// What decided about its rank, class and titles beside its points.
  public var remarks: [OutcomeRemark] = []
  /// Where its scores came from; nil when nothing was counted.
  public var source: SubmissionSource?
  /// The counted scores, in the order of the criteria, of those that apply to the unit.
  public var scores: [CountedScore] = []

  /// A unit with its status; the rest is filled in by the ranking.
  public init(unit: MemberUnit, status: UnitStatus) {
    self.unit = unit
    self.status = status
  }
}

/// Whether a unit takes part in the ranking.
public enum UnitStatus: String, Sendable, Hashable, CaseIterable {
  /// It has a rank.
  case ranked
  /// No file of it came.
  case notSubmitted = "not-submitted"
  /// It is excluded, or did not sign the covenant.
  case notEligible = "not-eligible"
  /// It waits for a decision or a correction.
  case pending
}

/// Why a unit is not ranked.
public enum Reason: Sendable, Hashable {
  /// No file of it came.
  case notSubmitted
  /// The regulation excludes it, for the reason given there.
  case excluded(String)
  /// It did not sign the covenant, and others did.
  case covenantNotSigned
  /// All its files came after the deadline, and the regulation refuses late ones.
  case submittedLate
  /// Files of it differ and no order is known.
  case versionConflict
  /// Its file could not be read or holds no score table.
  case fileNotUsable
  /// Scores are missing and the regulation waits for them: the criteria's codes.
  case scoresMissing([String])
}

/// What one criterion counts for one unit.
public struct CountedScore: Sendable, Hashable {
  /// The criterion's code.
  public var criterion: String
  /// The unit's own points under every rule about them; nil where there are none.
  @PackedPoints public var selfPoints: Points?
  /// The points that the unit entered, before any rule; those of its result where it entered none.
  @PackedPoints public var enteredPoints: Points?
  /// The appraised points, of several appraisers the mean; nil where there are none.
  @PackedPoints public var appraisedPoints: Points?
  /// What each appraiser gave in `tham-dinh/`.
  public var appraisals: [Appraisal] = []
  /// The result that the unit reports; nil where it reports none.
  public var result: Quantity?
  /// The target that holds for the unit, its own where it signed for one.
  public var target: Quantity?
  /// Whether the criterion did not arise for the unit.
  public var isNotApplicable: Bool
  /// The points that count; of a deduction the amount that is subtracted, as a positive number.
  public var counted: Points
  /// The sheet that the score stands in; nil where there is no row for it.
  public var sheet: String?
  /// The cell in A1 notation.
  public var cell: String?
  /// The evidence that the unit names, as submitted; nil where it names none.
  public var evidence: String?
  /// The unit's note or explanation, as submitted.
  public var note: String?

  /// A counted score with its place.
  public init(
    criterion: String, selfPoints: Points? = nil, appraisedPoints: Points? = nil,
    counted: Points, isNotApplicable: Bool = false, sheet: String? = nil, cell: String? = nil
  ) {
    self.criterion = criterion
    self.selfPoints = selfPoints
    enteredPoints = selfPoints
    self.appraisedPoints = appraisedPoints
    self.counted = counted
    self.isNotApplicable = isNotApplicable
    self.sheet = sheet
    self.cell = cell
  }
}
