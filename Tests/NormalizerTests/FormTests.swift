import Regulation
import Spreadsheet
import TestSupport
import Testing

@testable import Normalizer

/// Returned forms: known by the identity that they carry.
@Suite struct FormTests {
  let normalizer = FileNormalizer(SmallBlock.regulation(), formFingerprint: "f00d")

  private func normalize(
    _ rows: [[CellValue]], unit: String = "CA", block: String = "Khối Nội chính", year: Int = 2019,
    fingerprint: String = "f00d", name: String = "bang.xlsx", formulas: [String: String] = [:]
  ) -> NormalizedFile {
    let identity = FormIdentity(unit: unit, block: block, year: year, fingerprint: fingerprint)
    let workbook = WorkbookGrid(
      sheets: [SheetGrid(rows, formulas: formulas)], recalculatesOnLoad: true,
      properties: Dictionary(uniqueKeysWithValues: identity.properties))
    return normalizer.normalize(
      SubmittedFile(path: "bai-nop/\(name)", name: name, sha256: "0", workbook: workbook))
  }

  /// A sound table without a line that names the unit.
  private var table: [[CellValue]] { [[], []] + SmallBlock.table().dropFirst(2) }

  @Test("The identity names the unit where nothing else does")
  func identity() {
    let file = normalize(table, unit: "ta")
    #expect(file.unit == "TA")
    #expect(file.findings == [])
  }

  @Test("A name inside or in the file's name that is another unit's is a conflict")
  func conflict() {
    for file in [
      normalize(SmallBlock.table(unit: "Tòa án nhân dân tỉnh")),
      normalize(table, name: "Toa an nhan dan tinh.xlsx"),
    ] {
      #expect(file.unit == "CA")
      #expect(file.findings.map(\.code) == [.unitConflict, .copiedSubmission])
    }
  }

  @Test("The office in the head of a form, a unit itself, is no conflict")
  func office() {
    let rows = [["VIỆN KIỂM SÁT NHÂN DÂN TỈNH"], ["Đơn vị: Công an tỉnh"]] + table.dropFirst(2)
    #expect(normalize(Array(rows)).findings == [])
  }

  @Test("A form made from other criteria counts with a warning")
  func outdated() {
    let file = normalize(table, fingerprint: "beef")
    #expect(file.findings.map(\.code) == [.formOutdated])
    #expect(file.findings.first?.severity == .warning)
    #expect(file.tables.first?.entries["1.1"]?.countedPoints == 10)
  }

  @Test("A form of another block does not answer for its unit, though the codes are the same")
  func otherBlock() {
    let file = normalize(SmallBlock.table(unit: "Tòa án nhân dân tỉnh"), block: "Khối Kinh tế")
    #expect(file.unit == "TA")
    #expect(file.findings.map(\.code) == [.formOutdated])
    #expect(normalize(table, block: "KHỐI NỘI CHÍNH ").findings == [])
  }

  @Test("A form of another year is found out, once")
  func year() {
    #expect(normalize(table, year: 2018).findings.map(\.code) == [.wrongYear])
    var titled = table
    titled[0] = ["BẢNG TỰ CHẤM ĐIỂM THI ĐUA NĂM 2018"]
    let findings = normalize(titled, year: 2018).findings
    #expect(findings.map(\.code) == [.wrongYear])
    #expect(findings.first?.cell == "A1")
  }

  @Test("A workbook that is no form has no identity")
  func none() {
    #expect(FormIdentity(properties: [:]) == nil)
    #expect(FormIdentity(properties: ["thidua.unit": "CA", "thidua.year": "x"]) == nil)
    let identity = FormIdentity(unit: "CA", block: "K", year: 2019, fingerprint: "f")
    #expect(
      FormIdentity(properties: Dictionary(uniqueKeysWithValues: identity.properties)) == identity)
  }

  @Test("A subtotal of nothing that a formula gives is no score on a group")
  func emptySubtotal() {
    var rows = SmallBlock.table(scores: ["2.1": nil, "2.2": nil])
    for index in rows.indices where ["2.1", "2.2"].contains(rows[index].first) {
      rows[index][3] = .empty
    }
    let group = rows.firstIndex { $0.first == "2" } ?? 0
    rows[group] += [.empty]
    rows[group][3] = 0
    let file = normalizer.normalize(
      SheetGrid(rows, formulas: ["D\(group + 1)": "SUM(D\(group + 2):D\(group + 3))"]))
    #expect(!file.findings.contains { $0.code == .scoreOnGroup })
    let typed = normalizer.normalize(SheetGrid(rows))
    #expect(typed.findings.contains { $0.code == .scoreOnGroup })
  }
}
