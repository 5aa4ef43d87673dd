import Regulation
import Spreadsheet
import TestSupport
import Testing

@testable import Normalizer

/// Where the nominations table stands, what its columns are called, and how its rows are checked.
@Suite struct NominationTableTests {
  static let titles: [TitleRule] = {
    var fighter = TitleRule(
      name: "Chiến sĩ thi đua cơ sở", subject: .individual, quota: .percent(Quantity(15)))
    fighter.conditions = [.initiative, .document]
    return [
      TitleRule(name: "Cờ thi đua", subject: .collective, quota: .count(1)),
      TitleRule(name: "Tập thể lao động tiên tiến", subject: .collective, quota: .unlimited),
      TitleRule(name: "Lao động tiên tiến", subject: .individual, quota: .unlimited),
      fighter,
    ]
  }()

  let normalizer = FileNormalizer(SmallBlock.regulation(titles: titles))

  static let header: [CellValue] = [
    "STT", "Họ và tên", "Chức vụ", "Danh hiệu đề nghị", "Thành tích", "Sáng kiến",
    "Văn bản công nhận",
  ]
  static let rows: [[CellValue]] = [
    [
      1, "Nguyễn Văn A", "Đội trưởng", "Lao động tiên tiến", "Hoàn thành tốt nhiệm vụ", nil, nil,
    ],
    [
      2, "Trần Thị B", "Cán bộ", "Chiến sĩ thi đua cơ sở", "Hoàn thành xuất sắc", "Số hóa hồ sơ",
      "QĐ 12/QĐ-CAT",
    ],
  ]
  static let people = [header] + rows
  static let scores = SmallBlock.table() + [[nil, "TỔNG CỘNG", 35, 29.5]]

  /// `name/title/flaw` of each nomination.
  static func outline(_ file: NormalizedFile, unit: String = "CA") -> [String] {
    (file.dossiers[unit]?.nominations ?? []).map { nomination in
      let flaw = nomination.flaw.map { "\($0)" } ?? ""
      return "\(nomination.name)/\(nomination.title)/\(flaw)"
    }
  }

  static let sound = [
    "Nguyễn Văn A/Lao động tiên tiến/", "Trần Thị B/Chiến sĩ thi đua cơ sở/",
  ]

  static let signature: [[CellValue]] = [
    [nil, nil, nil, nil, "Bà Rịa, ngày 20 tháng 11 năm 2019"],
    [nil, "NGƯỜI LẬP BIỂU", nil, nil, "GIÁM ĐỐC"], [], [], [],
    [nil, "Đỗ Văn X", nil, nil, "Vũ Văn Y"],
  ]

  static let places: [(name: String, sheets: [SheetGrid], sheet: String, cell: String)] = [
    (
      "below the score table", [SheetGrid(scores + [[], ["DANH SÁCH ĐỀ NGHỊ"]] + people)],
      "Chấm điểm", "B16"
    ),
    (
      "right below the score table, which has no total",
      [SheetGrid(SmallBlock.table() + people)], "Chấm điểm", "B13"
    ),
    (
      "above the score table", [SheetGrid(people + [[]] + scores)], "Chấm điểm", "B2"
    ),
    (
      "on a second sheet",
      [SheetGrid(scores), SheetGrid(people, name: "Cá nhân", top: 4, left: 3)], "Cá nhân", "D5"
    ),
    (
      "on a first sheet",
      [SheetGrid(people + signature, name: "Cá nhân"), SheetGrid(scores)], "Cá nhân", "B2"
    ),
    (
      "on a hidden sheet",
      [SheetGrid(scores), SheetGrid(people, name: "Cá nhân", visibility: .hidden)], "Cá nhân",
      "B2"
    ),
  ]

  @Test("The table is found wherever it stands, and the scores stay as they are", arguments: places)
  func place(_ place: (name: String, sheets: [SheetGrid], sheet: String, cell: String)) {
    let file = normalizer.normalize(
      SubmittedFile(
        path: "bai-nop/a.xlsx", name: "a.xlsx", sha256: "1",
        workbook: WorkbookGrid(sheets: place.sheets)))
    #expect(Self.outline(file) == Self.sound)
    #expect(LayoutTests.counted(file) == LayoutTests.sound)
    #expect(file.findings == [])
    let source = file.dossiers["CA"]?.nominations.first?.source
    #expect(source == SourceCell(file: "bai-nop/a.xlsx", sheet: place.sheet, cell: place.cell))
  }

  /// The nominations of a table on a sheet of its own.
  func file(_ rows: [[CellValue]], merges: [String] = []) -> NormalizedFile {
    normalizer.normalize(
      SheetGrid(Self.scores), SheetGrid(rows, name: "Cá nhân", merges: merges))
  }

  static let synonyms: [(column: Int, title: String)] =
    ["Họ tên", "HỌ VÀ TÊN", "ho va ten", "Họ,\ntên", "Tên cá nhân", "Họ và tên (in hoa)"]
    .map { (1, $0) }
    + ["Chức danh", "Chức vụ, đơn vị công tác", "Cấp bậc, chức vụ"].map { (2, $0) }
    + [
      "Danh hiệu", "Đề nghị danh hiệu", "Hình thức khen thưởng", "Danh hiệu thi đua đề nghị",
      "DANH HIỆU,\nHÌNH THỨC KHEN THƯỞNG",
    ].map { (3, $0) }
    + ["Tóm tắt thành tích", "Thành tích chủ yếu đạt được"].map { (4, $0) }
    + ["Tên sáng kiến", "Đề tài, sáng kiến", "Sáng kiến, giải pháp"].map { (5, $0) }
    + [
      "Quyết định công nhận", "Văn bản công nhận sáng kiến", "Số, ngày quyết định", "Minh chứng",
    ].map { (6, $0) }

  @Test("A column goes by any of its titles", arguments: synonyms)
  func synonym(_ title: (column: Int, title: String)) {
    var rows = Self.people
    rows[0][title.column] = .text(title.title)
    let file = file(rows)
    #expect(Self.outline(file) == Self.sound)
    #expect(file.findings == [])
    let second = file.dossiers["CA"]?.nominations.last
    #expect(second?.position == "Cán bộ")
    #expect(second?.achievement == "Hoàn thành xuất sắc")
    #expect(second?.initiative == "Số hóa hồ sơ")
    #expect(second?.document == "QĐ 12/QĐ-CAT")
  }

  @Test("The columns may stand in any order")
  func columnOrder() {
    let order = [6, 3, 1, 5, 0, 2, 4]
    let file = file(Self.people.map { row in order.map { row[$0] } })
    #expect(Self.outline(file) == Self.sound)
    #expect(file.findings == [])
  }

  @Test("A header of two rows, with the columns' numbers below it")
  func twoRowHeader() {
    let rows: [[CellValue]] =
      [
        ["STT", "Họ và tên", "Chức vụ", "Danh hiệu đề nghị", "Thành tích", "Sáng kiến", nil],
        [nil, nil, nil, nil, nil, "Tên", "Số văn bản công nhận"],
        ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)"],
      ] + Self.rows
    let file = file(rows, merges: ["A1:A2", "B1:B2", "C1:C2", "D1:D2", "E1:E2", "F1:G1"])
    #expect(Self.outline(file) == Self.sound)
    #expect(file.findings == [])
    #expect(file.dossiers["CA"]?.nominations.last?.document == "QĐ 12/QĐ-CAT")
  }

  @Test("Group rows, totals, notes and signatures are no people")
  func groupsAndEnd() {
    let rows: [[CellValue]] =
      [
        Self.header, ["I", "Phòng Tham mưu"], Self.rows[0], [nil, "Cộng: 1"],
        ["II. Phòng Kỹ thuật"],
      ]
      + [Self.rows[1], ["Tổng cộng: 2 người"], ["Ghi chú: danh sách đã họp xét"], []]
      + Self.signature
    let file = file(rows, merges: ["A5:G5", "A7:G7"])
    #expect(Self.outline(file) == Self.sound)
    #expect(file.findings == [])
  }

  static let ends: [[[CellValue]]] = [
    signature, [[], []] + signature, [[nil, "THỦ TRƯỞNG ĐƠN VỊ"], [], [], [nil, "Đỗ Văn X"]],
    [[nil, nil, nil, nil, "TM. HỘI ĐỒNG"], [nil, nil, nil, nil, "Đỗ Văn X"]],
    [["Danh sách này có 02 người"], [nil, "Đỗ Văn X"]],
    [[], [], [], [nil, "Đỗ Văn X", nil, nil, "Vũ Văn Y"]],
    [[nil, "Giám đốc", nil, nil, "Trưởng phòng"], [], [nil, "Đỗ Văn X"]],
  ]

  @Test("Whatever closes the table, nobody below it is nominated", arguments: ends)
  func end(_ rows: [[CellValue]]) {
    let file = file(Self.people + rows)
    #expect(Self.outline(file) == Self.sound)
    #expect(file.findings == [])
  }

  @Test("Leaders' posts stand in the rows of people, too")
  func leaders() {
    let rows: [[CellValue]] = [
      ["Họ tên", "Chức vụ", "Danh hiệu"],
      ["Nguyễn Văn A", "Giám đốc", "Lao động tiên tiến"],
      ["Trần Thị B", "Phó giám đốc", "Lao động tiên tiến"],
    ]
    #expect(
      Self.outline(file(rows)) == [
        "Nguyễn Văn A/Lao động tiên tiến/", "Trần Thị B/Lao động tiên tiến/",
      ])
  }

  static let titleTexts: [(text: String, title: String)] = [
    ("lao động tiên tiến", "Lao động tiên tiến"), ("LĐTT", "Lao động tiên tiến"),
    ("Lao dong tien tien", "Lao động tiên tiến"), ("L\u{110}TT", "Lao động tiên tiến"),
    ("Danh hiệu Lao động tiên tiến năm 2019", "Lao động tiên tiến"),
    ("\"Lao động tiên tiến\"", "Lao động tiên tiến"),
  ]

  @Test("A title is known by the names that clerks write", arguments: titleTexts)
  func titleText(_ pair: (text: String, title: String)) {
    var rows = Self.people
    rows[1][3] = .text(pair.text)
    let file = file(rows)
    #expect(file.dossiers["CA"]?.nominations.first?.title == pair.title)
    #expect(file.findings == [])
  }

  static let unknown: [(text: String, suggestion: String?)] = [
    ("Chiến sĩ thi đua toàn quốc", "Chiến sĩ thi đua cơ sở"),
    ("Lao động tiến tiên xuất", "Lao động tiên tiến"), ("Cờ thi đua", nil),
    ("Tập thể lao động tiên tiến", "Lao động tiên tiến"), ("Huân chương", nil),
  ]

  @Test(
    "A title that the regulation does not know is named, and the nearest suggested",
    arguments: unknown)
  func unknownTitle(_ pair: (text: String, suggestion: String?)) {
    var rows = Self.people
    rows[1][3] = .text(pair.text)
    let file = file(rows)
    #expect(file.findings.map(\.code) == [.unknownTitle])
    let finding = file.findings.first
    #expect(finding?.cell == "D2" && finding?.sheet == "Cá nhân" && finding?.unit == "CA")
    #expect(finding?.value == pair.text)
    #expect(finding?.arguments["other"] == pair.suggestion)
    #expect(finding?.severity == .warning && finding?.action == "not-counted")
    #expect(file.dossiers["CA"]?.nominations.first?.flaw == .unknownTitle)
  }

  @Test("Where the regulation names no titles for people, every title is taken")
  func noTitlesInRegulation() {
    let file = FileNormalizer(SmallBlock.regulation()).normalize(
      SheetGrid(Self.scores), SheetGrid(Self.people, name: "Cá nhân"))
    #expect(Self.outline(file) == Self.sound)
    #expect(file.findings == [])
  }

  static let incomplete: [(column: Int, cell: String, detail: String)] = [
    (1, "B3", "person-name"), (3, "D3", "person-title"),
  ]

  @Test("A nomination without a name or title does not count", arguments: incomplete)
  func lacking(_ missing: (column: Int, cell: String, detail: String)) {
    var rows = Self.people
    rows[2][missing.column] = nil
    let file = file(rows)
    #expect(file.findings.map(\.code) == [.nominationIncomplete])
    #expect(file.findings.first?.cell == missing.cell)
    #expect(file.findings.first?.arguments["detail"] == missing.detail)
    #expect(file.findings.first?.severity == .error)
    #expect(file.dossiers["CA"]?.nominations.last?.flaw == .incomplete)
  }

  static let conditions: [(values: [CellValue], cells: [String])] = [
    ([nil, "QĐ 12"], ["F3"]), (["Số hóa", nil], ["G3"]), (["Không", "-"], ["F3", "G3"]),
  ]

  @Test("A title without what the regulation asks for it does not count", arguments: conditions)
  func condition(_ lack: (values: [CellValue], cells: [String])) {
    var rows = Self.people
    rows[2].replaceSubrange(5...6, with: lack.values)
    let file = file(rows)
    #expect(file.findings.map(\.cell) == lack.cells)
    #expect(file.findings.allSatisfy { $0.code == .nominationWithoutCondition })
    #expect(file.findings.allSatisfy { $0.severity == .error })
    #expect(file.dossiers["CA"]?.nominations.last?.flaw == .conditionMissing)
  }

  static let repeats:
    [(row: [CellValue], severity: Severity, action: String, flaw: Nomination.Flaw?)] = [
      ([3, "NGUYỄN  VĂN A", nil, "LĐTT"], .warning, "not-counted", .duplicate),
      ([3, "Đồng chí Nguyễn Văn A", "Đội trưởng", "LĐTT"], .warning, "not-counted", .duplicate),
      ([3, "Nguyễn Văn A", "Cán bộ", "LĐTT"], .warning, "counted", nil),
      (
        [3, "Nguyễn Văn A", "Đội trưởng", "CSTĐCS", nil, "Số hóa", "QĐ 1"], .info, "counted", nil
      ),
    ]

  @Test("The same person twice is found, whatever else the row says", arguments: repeats)
  func repeated(
    _ case: (row: [CellValue], severity: Severity, action: String, flaw: Nomination.Flaw?)
  ) {
    let file = file(Self.people + [`case`.row])
    #expect(file.findings.map(\.code) == [.nominationDuplicate])
    #expect(file.findings.first?.severity == `case`.severity)
    #expect(file.findings.first?.action == `case`.action)
    #expect(file.findings.first?.cell == "B4")
    #expect(file.findings.first?.arguments["other"] == "B2")
    #expect(file.dossiers["CA"]?.nominations.last?.flaw == `case`.flaw)
  }

  @Test("Names that differ in an accent are two people")
  func accents() {
    let file = file(Self.people + [[3, "Nguyễn Vân A", nil, "LĐTT"]])
    #expect(file.findings == [])
  }

  @Test("No finding names a person", arguments: [Optional<Int>.none, 1, 3, 5])
  func privacy(_ blank: Int?) {
    var rows = Self.people + [[3, "Nguyễn Văn A", nil, "LĐTT"], [4, "Lê Văn C", nil, "Khác"]]
    if let blank { rows[2][blank] = nil }
    let file = file(rows)
    #expect(!file.findings.isEmpty)
    for finding in file.findings {
      let said = "\(finding) \(finding.message(in: .vi)) \(finding.message(in: .en))"
      for name in ["Nguyễn Văn A", "Trần Thị B", "Lê Văn C"] { #expect(!said.contains(name)) }
    }
  }

  @Test("Headings and captions name the title of the rows below them")
  func headings() {
    let grouped: [[CellValue]] = [
      ["DANH SÁCH ĐỀ NGHỊ KHEN THƯỞNG"], [], ["TT", "Họ và tên", "Sáng kiến", "Quyết định"],
      ["I", "Lao động tiên tiến"], [1, "Nguyễn Văn A"], ["II", "Chiến sĩ thi đua cơ sở"],
      [1, "Trần Thị B", "Số hóa hồ sơ", "QĐ 12"],
    ]
    #expect(Self.outline(file(grouped)) == Self.sound)
    let captioned: [[CellValue]] = [
      ["Danh sách đề nghị tặng danh hiệu Lao động tiên tiến"], ["Họ và tên", "Thành tích"],
      ["Nguyễn Văn A", "Tốt"],
    ]
    #expect(Self.outline(file(captioned)) == [Self.sound[0]])
  }

  @Test("Titles may have a column each, with marks in the rows")
  func markColumns() {
    let rows: [[CellValue]] = [
      ["TT", "Họ và tên", "Danh hiệu đề nghị", nil, "Sáng kiến", "Văn bản công nhận"],
      [nil, nil, "LĐTT", "CSTĐCS"], [1, "Nguyễn Văn A", "x"],
      [2, "Trần Thị B", nil, "X", "Số hóa", "QĐ 12"],
    ]
    let file = file(rows, merges: ["A1:A2", "B1:B2", "C1:D1", "E1:E2", "F1:F2"])
    #expect(Self.outline(file) == Self.sound)
    #expect(file.findings == [])
  }

  @Test("A cell with two titles is two nominations, a title merged down is everyone's below it")
  func severalTitles() {
    var rows = Self.people
    rows[2][3] = "LĐTT; CSTĐCS"
    #expect(
      Self.outline(file(rows)) == [
        Self.sound[0], "Trần Thị B/Lao động tiên tiến/", Self.sound[1],
      ])
    let merged: [[CellValue]] = [
      ["TT", "Họ và tên", "Danh hiệu đề nghị"], [1, "Nguyễn Văn A", "LĐTT"], [2, "Trần Thị B"],
      [3, "Lê Văn C", "nt"],
    ]
    #expect(
      Self.outline(file(merged, merges: ["C2:C3"])) == [
        Self.sound[0], "Trần Thị B/Lao động tiên tiến/", "Lê Văn C/Lao động tiên tiến/",
      ])
  }

  @Test("A person's further rows add to the first; a name may stand in two columns")
  func furtherRows() {
    let rows: [[CellValue]] = [
      ["TT", "Họ và tên", nil, "Danh hiệu", "Thành tích"],
      [1, "Nguyễn Văn", "A", "LĐTT", "Một"], [nil, nil, nil, nil, "Hai"],
      [2, "Trần Thị", "B", "LĐTT", "Ba"],
    ]
    let file = file(rows, merges: ["B1:C1"])
    let people = file.dossiers["CA"]?.nominations ?? []
    #expect(people.map(\.name) == ["Nguyễn Văn A", "Trần Thị B"])
    #expect(people.map(\.achievement) == ["Một; Hai", "Ba"])
  }

  @Test("Empty lines of a form and a row that says there is nobody are no nominations")
  func emptyRows() {
    let file = file([Self.header, [1, "Không có"], [2], [3]])
    #expect(file.dossiers["CA"]?.nominations ?? [] == [])
    #expect(file.findings == [])
  }

  @Test("A score table with people's columns stays one, and a list of people is no score table")
  func neitherForTheOther() {
    // The contents are the regulation's: this is a score table, whoever is named in it.
    var scores = SmallBlock.table()
    scores[2] = ["STT", "Nội dung", "Điểm tối đa", "Điểm tự chấm", "Họ và tên", "Danh hiệu"]
    let scored = normalizer.normalize(SheetGrid(scores))
    #expect(LayoutTests.counted(scored) == LayoutTests.sound)
    #expect(scored.dossiers.isEmpty)
    // Running numbers that are criteria's codes, and a column of points.
    let regulation = SmallBlock.regulation(
      criteria: [Criterion("1", "Tham mưu", 10), Criterion("2", "Đúng hạn", 10)],
      titles: Self.titles)
    let graded: [[CellValue]] = [
      ["STT", "Họ và tên", "Điểm tự chấm", "Danh hiệu"], [1, "Nguyễn Văn A", 95, "LĐTT"],
      [2, "Trần Thị B", 90, "LĐTT"],
    ]
    let file = FileNormalizer(regulation).normalize(
      SheetGrid(graded, name: "Cá nhân"),
      SheetGrid([
        ["Đơn vị: Công an tỉnh"], ["STT", "Nội dung", "Điểm tự chấm"], [1, "Tham mưu", 9],
        [2, "Đúng hạn", 8],
      ]))
    #expect(LayoutTests.counted(file) == ["1": "9", "2": "8"])
    #expect(Self.outline(file).count == 2)
    #expect(file.findings == [])
  }

  @Test("Numbers of people below a score table without a total are no scores")
  func numbersBelowScores() {
    let people: [[CellValue]] = [
      ["STT", "Họ và tên", "Năm sinh", "Số năm công tác", "Danh hiệu"],
      ["1.1", "Nguyễn Văn A", 1980, 9, "LĐTT"], [2, "Trần Thị B", 1985, 5, "LĐTT"],
    ]
    let file = normalizer.normalize(SheetGrid(SmallBlock.table() + people))
    #expect(LayoutTests.counted(file) == LayoutTests.sound)
    #expect(Self.outline(file).count == 2)
    #expect(file.findings == [])
  }

  @Test("People lists that nominate nobody are left alone")
  func evidenceLists() {
    let list: [[CellValue]] = [
      ["DANH SÁCH CÁN BỘ CÓ SÁNG KIẾN"], ["STT", "Họ và tên", "Sáng kiến", "Quyết định"],
      [1, "Nguyễn Văn A", "Số hóa", "QĐ 1"],
    ]
    let file = file(list)
    #expect(file.dossiers.isEmpty)
    #expect(file.findings == [])
  }

  @Test("Other units named in people's rows do not change whose the file is")
  func otherUnits() {
    let people: [[CellValue]] = [
      ["Họ tên", "Đơn vị", "Danh hiệu", "Thành tích"],
      ["Nguyễn Văn A", "Phòng 1", "LĐTT", "Phối hợp với Tòa án nhân dân tỉnh"],
      ["Trần Thị B", "Viện kiểm sát nhân dân tỉnh", "LĐTT"], [],
    ]
    let file = normalizer.normalize(SheetGrid(people + Self.scores))
    #expect(file.unit == "CA")
    #expect(file.findings == [])
    #expect(Self.outline(file).count == 2)
  }

  @Test("In a workbook of several units each has its own people")
  func severalUnits() {
    let other = [["Đơn vị: Tòa án nhân dân tỉnh"]] + Self.scores.dropFirst()
    let third: [[CellValue]] = [
      ["Họ tên", "Danh hiệu"], ["Lê Văn C", "LĐTT"],
    ]
    let file = normalizer.normalize(
      SheetGrid(Self.scores + [[]] + Self.people, name: "Công an"),
      SheetGrid(other, name: "Tòa án"),
      SheetGrid([["Đơn vị: Tòa án nhân dân tỉnh"], []] + third, name: "Cá nhân tòa"))
    #expect(Self.outline(file) == Self.sound)
    #expect(Self.outline(file, unit: "TA") == ["Lê Văn C/Lao động tiên tiến/"])
    let homeless = normalizer.normalize(
      SheetGrid(Self.scores, name: "Công an"), SheetGrid(other, name: "Tòa án"),
      SheetGrid(third, name: "Cá nhân"))
    #expect(homeless.findings.map(\.code) == [.unitUnknown])
    #expect(homeless.findings.first?.sheet == "Cá nhân")
  }
}
