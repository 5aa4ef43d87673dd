import Foundation
import Language
import Normalizer
import Pipeline
import Readers
import Regulation
import Spreadsheet
import TestSupport
import Testing

/// Forms as they are made, filled in as a clerk does, and read back.
@Suite struct FormRoundTripTests {
  static let criteria = [
    Criterion("I", "Nhiệm vụ chuyên môn", 50),
    Criterion("1.1", "Tham mưu cấp ủy, chính quyền", 10, parent: "I", evidence: true),
    Criterion("1.2", "Hoàn thành chỉ tiêu", 15, parent: "I", method: .proportional, target: 98),
    Criterion("1.3", "Đơn thư tồn đọng", 10, parent: "I", method: .inverse, target: 3),
    Criterion(
      "1.4", "Giải quyết hồ sơ đúng hạn", 10, parent: "I",
      method: .steps([.init(threshold: 95, share: 100), .init(threshold: 80, share: 50)])),
    Criterion(
      "1.5", "Thu hồi tài sản", 10, parent: "I",
      method: .steps([.init(threshold: 57, share: 33), .init(threshold: 40, share: 10)]),
      target: 100),
    Criterion("II", "Phong trào thi đua"),
    Criterion("2.1", "Phát động, ký giao ước", 6, parent: "II", method: .passFail),
    Criterion("2.2", "Sáng kiến", 5, parent: "II", method: .perCount(0.75), evidence: true),
    Criterion("2.3", "Người tốt, việc tốt", 5, parent: "II", method: .relativeToHighest),
    Criterion("2.4", "Riêng cho nhóm khác", 5, parent: "II", appliesTo: ["Lực lượng vũ trang"]),
    Criterion("III", "Điểm thưởng", 4, kind: .bonus),
    Criterion("3.1", "Mô hình mới", 5, parent: "III", kind: .bonus, aspect: .newFactor),
    Criterion("IV", "Điểm trừ", kind: .deduction),
    Criterion("4.1", "Chậm báo cáo", parent: "IV", kind: .deduction, method: .perCount(0.5)),
    Criterion("4.2", "Vi phạm kỷ luật", 5, parent: "IV", kind: .deduction),
  ]

  static let regulation = SmallBlock.regulation(
    criteria: criteria,
    units: [
      MemberUnit("CA", "Công an tỉnh"), MemberUnit("TA", "Tòa án nhân dân tỉnh"),
    ]
  ) {
    // The office that forms name in their heads is one of the units.
    $0.office = "Tòa án nhân dân tỉnh"
  }

  /// What a clerk enters: columns E (result), F (points), G (evidence).
  static let entries: [String: [Int: CellValue]] = [
    "1.1": [6: 9.25, 7: "Nghị quyết số 5"], "1.2": [5: 96.4], "1.3": [5: 7], "1.4": [5: 94.9],
    "1.5": [5: 57], "2.1": [5: "có"], "2.2": [5: 3, 7: "Quyết định số 12"], "2.3": [5: 14],
    "3.1": [6: 4.5], "4.1": [5: 3], "4.2": [6: 1],
  ]

  static func form(
    in folder: TemporaryFolder, regulation: Regulation = regulation, language: Language = .vi
  ) throws -> WorkbookGrid {
    let paths = try FormPublication(folder: folder.path).publish(
      regulation, isForced: true, language: language)
    return try WorkbookGrid(reading: Workbook.open(path: paths[0]))
  }

  /// The form with values typed into its first sheet; formulas keep what is cached.
  static func filled(
    _ form: WorkbookGrid, _ entries: [String: [Int: CellValue]],
    properties: [String: String]? = nil
  ) -> WorkbookGrid {
    let sheets = form.sheets.enumerated().map { index, sheet -> SheetGrid in
      guard index == 0 else { return sheet }
      let rows = sheet.rows.map { row -> Row in
        guard case .text(let code)? = row[column: 1]?.value, let values = entries[code] else {
          return row
        }
        var cells = row.cells.filter { values[$0.column] == nil }
        cells += values.map { Cell(column: $0.key, value: $0.value) }
        return Row(
          number: row.number, isHidden: row.isHidden, cells: cells.sorted { $0.column < $1.column })
      }
      return SheetGrid(
        name: sheet.name, visibility: sheet.visibility, rows: rows, layout: sheet.layout)
    }
    return WorkbookGrid(
      sheets: sheets, recalculatesOnLoad: form.recalculatesOnLoad,
      properties: properties ?? form.properties)
  }

  static func normalize(
    _ workbook: WorkbookGrid, _ regulation: Regulation = regulation,
    name: String = "CA_cong-an.xlsx"
  ) -> NormalizedFile {
    FileNormalizer(regulation, formFingerprint: regulation.fingerprint).normalize(
      SubmittedFile(path: "bai-nop/\(name)", name: name, sha256: "0", workbook: workbook))
  }

  @Test("A sound form is counted by every method without a finding", arguments: Language.allCases)
  func sound(_ language: Language) throws {
    let folder = try TemporaryFolder()
    let file = Self.normalize(
      Self.filled(try Self.form(in: folder, language: language), Self.entries))
    #expect(file.findings == [])
    #expect(file.unit == "CA")
    let counted = file.tables.first?.entries.reduce(into: [:]) { counted, entry in
      counted[entry.key] = entry.value.countedPoints
    }
    #expect(
      counted == [
        "1.1": 9.25, "1.2": 14.7551, "1.3": 4.2857, "1.4": 5, "1.5": 3.3, "2.1": 6, "2.2": 2.25,
        "3.1": 4.5, "4.1": 1.5, "4.2": 1,
      ])
    #expect(file.tables.first?.entries["2.3"]?.result == 14)
  }

  @Test("The unit is known without names, and a renamed file's answer is a conflict")
  func identity() throws {
    let folder = try TemporaryFolder()
    let form = Self.filled(try Self.form(in: folder), Self.entries)
    #expect(Self.normalize(form, name: "toa-an-nhan-dan-tinh.xlsx").unit == "CA")
    let anonymous = Self.filled(form, ["": [:]], properties: [:])
    #expect(Self.normalize(anonymous, name: "x.xlsx").unit == "CA")
    #expect(
      FormIdentity(properties: form.properties)
        == FormIdentity(
          unit: "CA", block: "Khối Nội chính", year: 2019, fingerprint: Self.regulation.fingerprint)
    )
  }

  @Test("An untouched form lacks its scores and nothing else")
  func untouched() throws {
    let folder = try TemporaryFolder()
    let file = Self.normalize(try Self.form(in: folder))
    #expect(Set(file.findings.map(\.code)) == [.missingScore])
    #expect(file.findings.count == 11)
  }

  @Test("A program that keeps a form's cached zeros does not make scores of them")
  func cachedZeros() throws {
    let folder = try TemporaryFolder()
    let form = try Self.form(in: folder)
    let kept = WorkbookGrid(
      sheets: form.sheets, recalculatesOnLoad: false, properties: form.properties)
    #expect(Set(Self.normalize(kept).findings.map(\.code)) == [.missingScore])
  }

  @Test("Points typed over a form's formula are held against the method")
  func overwritten() throws {
    let folder = try TemporaryFolder()
    var entries = Self.entries
    entries["2.2"]?[6] = 4
    let file = Self.normalize(Self.filled(try Self.form(in: folder), entries))
    #expect(file.findings.first?.code == .computedMismatch)
    #expect(file.tables.first?.entries["2.2"]?.countedPoints == 2.25)
  }

  @Test("A criterion changed since the form went out makes it outdated")
  func outdated() throws {
    let folder = try TemporaryFolder()
    var criteria = Self.criteria
    criteria[1].maximum = 12
    let changed = SmallBlock.regulation(criteria: criteria, units: Self.regulation.units)
    let file = Self.normalize(Self.filled(try Self.form(in: folder), Self.entries), changed)
    #expect(file.findings.map(\.code) == [.formOutdated, .maximumChanged])
  }

  @Test("What did not arise can be said where it makes a difference")
  func notApplicable() throws {
    let folder = try TemporaryFolder()
    var regulation = Self.regulation
    regulation.block.notApplicable = .rescale
    var entries = Self.entries
    entries["1.1"] = [6: "KPS"]
    entries["1.2"] = [5: "KPS"]
    let file = Self.normalize(
      Self.filled(try Self.form(in: folder, regulation: regulation), entries), regulation)
    #expect(file.findings == [])
    #expect(file.tables.first?.entries["1.1"]?.isNotApplicable == true)
    #expect(file.tables.first?.entries["1.2"]?.isNotApplicable == true)
  }

  @Test("The same regulation gives the same bytes, and a form that differs is not written over")
  func publication() throws {
    let folder = try TemporaryFolder()
    let publication = FormPublication(folder: "\(folder.path)/mau")
    let paths = try publication.publish(Self.regulation, language: .vi)
    #expect(
      paths.map { $0.split(separator: "/").last } == [
        "CA_cong-an-tinh.xlsx", "TA_toa-an-nhan-dan-tinh.xlsx",
      ])
    let bytes = try folder.read("mau/CA_cong-an-tinh.xlsx")
    #expect(try publication.publish(Self.regulation, language: .vi) == paths)
    #expect(try folder.read("mau/CA_cong-an-tinh.xlsx") == bytes)

    try folder.write("filled in", to: "mau/TA_toa-an-nhan-dan-tinh.xlsx")
    try folder.write("", to: "mau/CA_cong-an-tinh.xlsx")
    #expect(throws: PipelineError.self) {
      try publication.publish(Self.regulation, language: .vi)
    }
    #expect(try folder.read("mau/TA_toa-an-nhan-dan-tinh.xlsx") == Array("filled in".utf8))
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: "\(folder.path)/mau").count == 2)
    _ = try publication.publish(Self.regulation, isForced: true, language: .vi)
    #expect(try folder.read("mau/CA_cong-an-tinh.xlsx") == bytes)
  }

  @Test("The staff that a form states is what percentages of persons are taken of")
  func staff() throws {
    let folder = try TemporaryFolder()
    let form = try Self.form(in: folder)
    let people = try #require(form.sheets.first { $0.name == "Cá nhân đề nghị" })
    func filled(_ row: Row) -> Row {
      let values: [Int: CellValue] =
        switch row.number {
        case 5: [4: 120]
        case 7: [2: "Nguyễn Văn A", 4: "Lao động tiên tiến"]
        default: [:]
        }
      let cells =
        row.cells.filter { values[$0.column] == nil }
        + values.map { Cell(column: $0.key, value: $0.value) }
      return Row(number: row.number, cells: cells.sorted { $0.column < $1.column })
    }
    let sheets = form.sheets.map { sheet in
      sheet.name == people.name
        ? SheetGrid(name: sheet.name, rows: sheet.rows.map(filled), layout: sheet.layout) : sheet
    }
    let file = Self.normalize(
      Self.filled(
        WorkbookGrid(sheets: sheets, recalculatesOnLoad: true, properties: form.properties),
        Self.entries))
    #expect(file.dossiers["CA"]?.staff == 120)
    #expect(file.dossiers["CA"]?.nominations.map(\.name) == ["Nguyễn Văn A"])
  }

  @Test("A form in CSV, filled in, is read as the same")
  func csv() throws {
    let folder = try TemporaryFolder()
    let paths = try FormPublication(folder: folder.path).publish(
      Self.regulation, format: .csv, language: .vi)
    let text = try String(contentsOfFile: paths[0], encoding: .utf8)
    let lines = text.split(separator: "\r\n", omittingEmptySubsequences: false).map { line in
      var fields = line.split(separator: ";", omittingEmptySubsequences: false).map(String.init)
      guard let entry = Self.entries[fields.first ?? ""], fields.count == 8 else {
        return String(line)
      }
      for (column, value) in entry {
        fields[column - 1] = value.text.replacing(".", with: ",")
      }
      return fields.joined(separator: ";")
    }
    try folder.write(lines.joined(separator: "\r\n"), to: "filled.csv")
    let workbook = try WorkbookGrid(reading: Workbook.open(path: "\(folder.path)/filled.csv"))
    let file = Self.normalize(workbook)
    #expect(file.findings == [])
    #expect(file.tables.first?.entries["1.2"]?.countedPoints == 14.7551)
  }
}

extension Quantity: ExpressibleByIntegerLiteral {
  /// A whole number.
  public init(integerLiteral value: Int) { self.init(value) }
}
