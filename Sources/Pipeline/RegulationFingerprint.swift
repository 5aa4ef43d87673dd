import Ledger
public import Regulation

extension Regulation {
  /// The SHA-256 of the canonical text, as 64 hexadecimal digits: forms carry it, so that one made
  /// from other criteria is found out when it comes back.
  public var fingerprint: String { Self.digest(canonicalText) }

  /// The fingerprint of one unit's form: that of the regulation, unless the unit signed targets of its
  /// own.
  public func fingerprint(forUnit unit: String) -> String {
    Self.digest(canonicalText(forUnit: unit))
  }

  /// The fingerprints of the forms of units that signed targets of their own, by unit code.
  public var ownFingerprints: [String: String] {
    Dictionary(
      Set(covenant.map(\.unit)).map { ($0, fingerprint(forUnit: $0)) },
      uniquingKeysWith: { first, _ in first })
  }

  private static func digest(_ text: String) -> String {
    ContentHash(of: text.utf8).hexadecimal
  }
}
