import Normalizer
import Pipeline
import Readers
import Regulation
import Spreadsheet
import TestSupport
import Testing

/// Forms of units that signed targets of their own (sheet Giao ước).
@Suite struct CovenantFormTests {
  static func regulation(_ targets: [CovenantTarget]) -> Regulation {
    var regulation = FormRoundTripTests.regulation
    regulation.covenant = targets
    return regulation
  }

  static let signed = CovenantTarget(unit: "CA", criterion: "1.2", target: 99)

  static func forms(_ regulation: Regulation, in folder: TemporaryFolder) throws -> [WorkbookGrid] {
    try FormPublication(folder: folder.path).publish(regulation, isForced: true, language: .vi)
      .map { try WorkbookGrid(reading: Workbook.open(path: $0)) }
  }

  static func target(_ form: WorkbookGrid) -> CellValue? {
    form.sheets[0].rows.first { $0[column: 1]?.value == .text("1.2") }?[column: 4]?.value
  }

  static func findings(_ form: WorkbookGrid, _ regulation: Regulation) -> [FindingCode] {
    FileNormalizer(
      regulation, formFingerprint: regulation.fingerprint,
      ownFingerprints: regulation.ownFingerprints
    ).normalize(
      SubmittedFile(
        path: "bai-nop/f.xlsx", name: "f.xlsx", sha256: "0",
        workbook: FormRoundTripTests.filled(form, FormRoundTripTests.entries))
    ).findings.map(\.code)
  }

  @Test("The unit's form shows the target that it signed, the others' the common one")
  func shown() throws {
    let folder = try TemporaryFolder()
    let forms = try Self.forms(Self.regulation([Self.signed]), in: folder)
    #expect(forms.map(Self.target) == [99, 98])
  }

  @Test("A target signed since the form went out makes that unit's form outdated, and no other")
  func outdated() throws {
    let folder = try TemporaryFolder()
    let before = try Self.forms(Self.regulation([]), in: folder)
    let after = Self.regulation([Self.signed])
    #expect(Self.findings(before[0], after) == [.formOutdated, .targetChanged])
    #expect(Self.findings(before[1], after) == [])
    let current = try Self.forms(after, in: folder)
    #expect(Self.findings(current[0], after) == [])
    #expect(Self.findings(current[0], Self.regulation([])) == [.formOutdated, .targetChanged])
  }
}
