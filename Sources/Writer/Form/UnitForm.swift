public import Language
import Normalizer
public import Regulation

/// A form for one unit to score itself with: the criteria that apply to it, and two further tables.
public struct UnitForm: Sendable {
  let regulation: Regulation
  let unit: MemberUnit
  let identity: FormIdentity
  let language: Language

  /// The form of one unit.
  ///
  /// - Parameter fingerprint: the digest of the regulation's canonical text for the unit.
  public init(
    _ regulation: Regulation, unit: MemberUnit, fingerprint: String, language: Language
  ) {
    self.regulation = regulation
    self.unit = unit
    self.language = language
    identity = FormIdentity(
      unit: unit.code, block: regulation.block.name, year: regulation.block.year,
      fingerprint: fingerprint)
  }

  /// How many rows the tables of persons and practices have.
  static let preparedRows = 15

  func text(_ phrase: FormPhrase, _ arguments: [String: String] = [:]) -> String {
    phrase.text(in: language, arguments)
  }

  /// The titles that persons can be proposed for.
  var individualTitles: [String] {
    regulation.titles.filter { $0.subject == .individual }.map(\.name)
  }

  /// The title of a table, with the year.
  func title(_ phrase: FormPhrase) -> String {
    text(phrase, ["year": "\(regulation.block.year)"])
  }

  /// `Đơn vị: …`, by which the unit is known also where the form's identity is lost.
  var unitLine: String { text(.unit, ["unit": unit.name]) }

  /// The name of each unit's file, without an extension: `CA_cong-an-tinh`.
  ///
  /// ASCII letters, digits, hyphens and one underscore: safe on every file system and in mail. No
  /// two names are equal without case.
  public static func fileNames(of units: [MemberUnit]) -> [String] {
    UnitFileName.byCodeAndName(units)
  }
}
