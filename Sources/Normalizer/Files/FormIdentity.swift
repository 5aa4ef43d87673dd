/// Whom a form made by `thidua forms` is for, and the regulation that it was made from.
///
/// It travels in the workbook's custom document properties (ECMA-376 Part 1, §22.3), which spreadsheet
/// programs keep when a form is filled in and saved.
public struct FormIdentity: Sendable, Hashable {
  /// The unit's code.
  public var unit: String
  /// The block's name.
  public var block: String
  /// The block's year.
  public var year: Int
  /// The SHA-256 of the regulation's canonical text, as 64 hexadecimal digits.
  public var fingerprint: String

  private static let unitName = "thidua.unit"
  private static let blockName = "thidua.block"
  private static let yearName = "thidua.year"
  private static let fingerprintName = "thidua.regulation"

  /// An identity from its parts.
  public init(unit: String, block: String, year: Int, fingerprint: String) {
    self.unit = unit
    self.block = block
    self.year = year
    self.fingerprint = fingerprint
  }

  /// The identity that a workbook's properties state; nil for a workbook that is no form.
  public init?(properties: [String: String]) {
    guard let unit = properties[Self.unitName],
      let year = properties[Self.yearName].flatMap({ Int($0) }),
      let fingerprint = properties[Self.fingerprintName]
    else { return nil }
    self.init(
      unit: unit, block: properties[Self.blockName] ?? "", year: year, fingerprint: fingerprint)
  }

  /// The properties that state the identity, in the order in which they are written.
  public var properties: [(name: String, value: String)] {
    [
      (Self.unitName, unit), (Self.blockName, block), (Self.yearName, "\(year)"),
      (Self.fingerprintName, fingerprint),
    ]
  }
}
