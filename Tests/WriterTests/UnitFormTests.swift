import Language
import Regulation
import Spreadsheet
import Testing

@testable import Readers
@testable import Writer

@Suite struct `The form of a unit` {
  static func regulation(_ edit: (inout Block) -> Void = { _ in }) -> Regulation {
    func criterion(
      _ code: String, _ maximum: Int?, parent: String? = nil,
      _ edit: (inout Criterion) -> Void = { _ in }
    ) -> Criterion {
      var criterion = Criterion(
        code: code, content: "Nội dung \(code)", maximum: maximum.map { Points($0) })
      criterion.parent = parent
      edit(&criterion)
      return criterion
    }
    var block = Block(name: "Khối & Cụm", year: 2019)
    edit(&block)
    return Regulation(
      block: block,
      units: [MemberUnit(code: "Đ/1", name: "Đồn <1>"), MemberUnit(code: "đ-1", name: "Đồn 1")],
      criteria: CriteriaTable([
        criterion("I", 12), criterion("1", 10, parent: "I") { $0.requiresEvidence = true },
        criterion("2", 6, parent: "I") { $0.method = .passFail },
        criterion("3", 5, parent: "I") { $0.method = .perCount(Points(1)) },
        criterion("4", 5, parent: "I") { $0.method = .relativeToHighest },
        criterion("T", 3) { $0.kind = .bonus }, criterion("D", nil) { $0.kind = .deduction },
      ]),
      titles: [
        TitleRule(name: "Chiến sĩ thi đua, cơ sở", subject: .individual, quota: .count(1)),
        TitleRule(name: "Cờ thi đua", subject: .collective, quota: .count(1)),
      ])
  }

  private func write(
    _ folder: borrowing TemporaryFolder, _ regulation: Regulation = regulation(),
    language: Language = .vi
  ) throws -> WorkbookGrid {
    let form = UnitForm(
      regulation, unit: regulation.units[0], fingerprint: "f00d", language: language)
    try FormWorkbook.write(form, to: "\(folder.path)/f.xlsx")
    return try folder.workbook("f.xlsx")
  }

  /// The XML of a part of the workbook that was written last.
  private func part(_ name: String, _ folder: borrowing TemporaryFolder) throws -> String {
    let package = try OPCPackage(
      bytes: [UInt8](folder.bytes("f.xlsx")), file: "f.xlsx", limits: Limits())
    return String(decoding: try package.bytes(of: name) ?? [], as: UTF8.self)
  }

  @Test func `names unit, block, year and regulation in its properties`() throws {
    let folder = try TemporaryFolder()
    #expect(
      try write(folder).properties == [
        "thidua.unit": "Đ/1", "thidua.block": "Khối & Cụm", "thidua.year": "2019",
        "thidua.regulation": "f00d",
      ])
  }

  @Test func `has the criteria in their order, subtotals and total as formulas cached as 0`() throws
  {
    let folder = try TemporaryFolder()
    let workbook = try write(folder)
    #expect(
      workbook.sheets.map(\.name) == ["Chấm điểm", "Cá nhân đề nghị", "Cách làm hay", "Danh mục"])
    #expect(workbook.sheets.last?.visibility == .hidden)
    #expect(workbook.recalculatesOnLoad)
    let sheet = workbook.sheets[0]
    #expect(sheet.texts.contains("BẢNG TỰ CHẤM ĐIỂM THI ĐUA NĂM 2019"))
    #expect(sheet.texts.contains("Đơn vị: Đồn <1>"))
    func formula(_ code: String) -> String? {
      let cell = sheet.row(with: code, in: 1)?[column: 6]
      if cell?.formula != nil { #expect(cell?.value == .number(0)) }
      return cell?.formula
    }
    #expect(formula("I") == "MIN(12,SUM(F10,F11,F12,F13))")
    #expect(formula("1") == nil)
    #expect(formula("2") == #"IF(E11="có",C11,IF(E11="không",0,""))"#)
    #expect(formula("3") == #"IF(ISNUMBER(E12),ROUND(MIN(C12,1*E12),4),"")"#)
    #expect(formula("4") == nil)
    let total = sheet.row(with: "TỔNG CỘNG", in: 2)?[column: 6]
    #expect(
      total?.formula == "ROUND(ROUND(MAX(0,MIN(15,SUM(F9)+SUM(F14)-ABS(SUM(F15)))),4),2)")
    #expect(sheet.row(with: "1", in: 1)?[column: 2]?.value == .text("Nội dung 1 (*)"))
  }

  @Test func `locks all but the inputs, without a password, and guards these`() throws {
    let folder = try TemporaryFolder()
    _ = try write(folder)
    let sheet = try part("xl/worksheets/sheet1.xml", folder)
    let protection = try #require(sheet.firstRange(of: "<sheetProtection "))
    #expect(!sheet[protection.upperBound...].prefix(200).contains("password"))
    #expect(sheet.contains(#"type="decimal""#))
    #expect(sheet.contains("<formula1>0</formula1><formula2>10</formula2>"))
    #expect(sheet.contains(#"<formula1>"có,không"</formula1>"#))
    #expect(sheet.contains(#"type="whole" operator="greaterThanOrEqual""#))
    #expect(sheet.contains("<pane "))
    #expect(sheet.contains(#"orientation="landscape""#))
    #expect(try part("xl/worksheets/sheet2.xml", folder).contains("'Danh mục'!$A$1:$A$1"))
    // The styles of the cells that a unit fills in are unlocked, those of the others are not.
    let styles = try part("xl/styles.xml", folder)
    let formats =
      styles.components(separatedBy: "<cellXfs").last?
      .components(separatedBy: "<xf ").dropFirst().map { $0.contains(#"locked="0""#) } ?? []
    func isUnlocked(_ cell: String) -> Bool? {
      guard let start = sheet.firstRange(of: "<c r=\"\(cell)\" s=\"")?.upperBound else {
        return nil
      }
      return Int(sheet[start...].prefix { $0.isNumber }).map { formats[$0] }
    }
    for cell in ["F10", "G10", "H10", "E11", "E12", "E13", "F14", "F15"] {
      #expect(isUnlocked(cell) == true, "\(cell)")
    }
    for cell in ["A10", "B10", "C10", "E10", "F9", "F11", "F12", "F13", "F16"] {
      #expect(isUnlocked(cell) == false, "\(cell)")
    }
  }

  @Test func `lets KPS be entered where it says more than 0`() throws {
    let folder = try TemporaryFolder()
    _ = try write(folder, Self.regulation { $0.notApplicable = .full })
    let sheet = try part("xl/worksheets/sheet1.xml", folder)
    #expect(sheet.contains("IF(ISNUMBER(F10),AND(F10&gt;=0,F10&lt;=10),F10=\"KPS\")"))
    #expect(sheet.contains(#"<formula1>"có,không,KPS"</formula1>"#))
  }

  @Test func `speaks English where asked`() throws {
    let folder = try TemporaryFolder()
    let workbook = try write(folder, language: .en)
    #expect(workbook.sheets.map(\.name) == ["Scores", "Nominations", "Good practices", "Lists"])
    #expect(workbook.sheets[0].texts.contains("Self score"))
  }

  @Test func `has a file name that is safe everywhere and its own`() {
    let units = [
      MemberUnit(code: "CA", name: "Công an tỉnh"), MemberUnit(code: "Đ/1", name: "Đồn <1>"),
      MemberUnit(code: "đ-1", name: "ĐỒN 1"), MemberUnit(code: "..", name: "../.."),
      MemberUnit(code: "con", name: String(repeating: "Phòng ", count: 40)),
    ]
    let names = UnitForm.fileNames(of: units)
    #expect(names[..<4] == ["CA_cong-an-tinh", "D-1_don-1", "D-1_don-1-2", "don-vi"])
    #expect(names[4].count <= 64)
  }
}
