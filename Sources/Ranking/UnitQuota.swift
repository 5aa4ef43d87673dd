import Normalizer
public import Regulation

/// The places that a quota allows among the ranked units of a group, with what it is taken of.
public struct UnitQuota: Sendable, Hashable {
  /// The percentage; nil where a number of places is given.
  public var percent: Quantity?
  /// The ranked units of the group.
  public var ranked: Int
  /// The places, rounded down.
  public var places: Int

  private init(percent: Quantity?, ranked: Int, places: Int) {
    self.percent = percent
    self.ranked = ranked
    self.places = places
  }

  /// The places that a percentage of the ranked units allows.
  init(percent: Quantity, of ranked: Int) {
    self.init(
      percent: percent, ranked: ranked, places: QuotaCut.places(percent: percent, of: ranked))
  }

  /// The places of Số lượng; nil without limit.
  init?(_ quota: TitleQuota, of ranked: Int) {
    switch quota {
    case .count(let count): self.init(percent: nil, ranked: ranked, places: count)
    case .percent(let percent): self.init(percent: percent, of: ranked)
    case .unlimited: return nil
    }
  }

  /// A unit that is fit for a class or title and beyond its quota.
  func exceeded(by unit: MemberUnit, for name: String, action: String? = nil) -> Finding {
    let sentence: FindingSentence = percent == nil ? .quotaOfPlaces : .quotaOfRanked
    return Finding(
      .quotaExceeded, .warning, unit: unit.code, value: name, action: action,
      arguments: [
        "detail": sentence.rawValue, "expected": percent.map { "\($0)%" } ?? "\(places)",
        "units": "\(ranked)", "count": "\(places)", "other": name,
      ])
  }
}
