public import Normalizer
public import Regulation

/// Whom a block's units nominate for titles, what the quotas leave of it, and their good practices.
///
/// Personal data: for the reports, never for logs or messages.
public struct IndividualProposals: Sendable {
  /// Every nomination, by unit in the regulation's order, then in reading order.
  public var nominees: [Nominee] = []
  /// How each quota is used, by title and unit in the regulation's order.
  public var quotas: [TitleQuotaUse] = []
  /// The good practices, by unit in the regulation's order, then in reading order.
  public var practices: [UnitPractice] = []
  /// The findings about quotas and classes.
  public var findings: [Finding] = []

  /// No proposals.
  public init() {}

  /// Whether there is neither a nominee nor a practice.
  public var isEmpty: Bool { nominees.isEmpty && practices.isEmpty }
}

/// A nomination and what became of it.
public struct Nominee: Sendable, Hashable {
  /// The unit's code.
  public var unit: String
  /// The nomination.
  public var nomination: Nomination
  /// What became of it.
  public var status: Status

  /// A nomination with its outcome.
  public init(unit: String, nomination: Nomination, status: Status) {
    self.unit = unit
    self.nomination = nomination
    self.status = status
  }

  /// What becomes of a nomination; people decide.
  public enum Status: String, Sendable, Hashable, CaseIterable {
    /// Within the quota: proposed.
    case proposed
    /// Beyond the quota.
    case overQuota = "over-quota"
    /// The unit's class is below the title's.
    case belowClass = "below-class"
    /// The title asks for a rank or class, and the unit has no rank.
    case unitNotRanked = "unit-not-ranked"
    /// Withdrawn (Bỏ phiếu): the place passes on.
    case withdrawn
    /// The vote did not confirm it (Bỏ phiếu): the place passes on.
    case notConfirmed = "not-confirmed"
    /// A name or title is missing.
    case incomplete
    /// A repetition of a nomination further up.
    case duplicate
    /// The regulation knows no such title.
    case unknownTitle = "unknown-title"
    /// What the title asks for is missing.
    case conditionMissing = "condition-missing"
  }
}

/// How the quota of a title is used by one unit.
public struct TitleQuotaUse: Sendable, Hashable {
  /// The title.
  public var title: String
  /// The unit's code.
  public var unit: String
  /// The people whom the unit nominates for it, those without flaw.
  public var nominated: Int
  /// The people within the quota.
  public var proposed: Int
  /// The people beyond it.
  public var over: Int
  /// Số lượng of the regulation.
  public var quota: TitleQuota
  /// The places that follow from it, for the unit or, by `base`, for the whole group; nil without limit.
  public var places: Int?
  /// What the quota is taken of; nil without limit.
  public var base: Base?

  /// The use of a quota, without limit unless places and their base are given.
  public init(
    title: String, unit: String, nominated: Int, proposed: Int, over: Int, quota: TitleQuota,
    places: Int? = nil, base: Base? = nil
  ) {
    self.title = title
    self.unit = unit
    self.nominated = nominated
    self.proposed = proposed
    self.over = over
    self.quota = quota
    self.places = places
    self.base = base
  }

  /// What a quota is taken of.
  public enum Base: Sendable, Hashable {
    /// The staff that the unit states.
    case staff(Int)
    /// The people whom the unit nominates, each once.
    case nominees(Int)
    /// The people whom the units of the group nominate for the title.
    case group(Int)
  }
}

/// A unit's good practice.
public struct UnitPractice: Sendable, Hashable {
  /// The unit's code.
  public var unit: String
  /// The practice.
  public var practice: GoodPractice

  /// A practice of a unit.
  public init(unit: String, practice: GoodPractice) {
    self.unit = unit
    self.practice = practice
  }
}
