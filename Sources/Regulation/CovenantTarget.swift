/// A target that a unit signed for (sheet Giao ước).
public struct CovenantTarget: Sendable, Hashable {
  /// The unit's code.
  public var unit: String
  /// The criterion's code.
  public var criterion: String
  /// The target, in the place of the criterion's own.
  public var target: Quantity

  /// A target from its three columns.
  public init(unit: String, criterion: String, target: Quantity) {
    self.unit = unit
    self.criterion = criterion
    self.target = target
  }
}

extension Regulation {
  /// The criterion as it holds for a unit: with the target that the unit signed, if it did.
  public func criterion(_ criterion: Criterion, for unit: String) -> Criterion {
    guard let target = signedTargets[unit]?[criterion.code] else { return criterion }
    var criterion = criterion
    criterion.target = target
    return criterion
  }
}

extension Regulation {
  /// The targets that a unit signed, by criterion; they hold in the place of the criteria's own.
  package func targets(forUnit unit: String) -> [String: Quantity] { signedTargets[unit] ?? [:] }
}
