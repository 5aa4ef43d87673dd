import Regulation
import Spreadsheet
import TestSupport
import Testing

@testable import Normalizer

/// Where the table stands and what its columns are called (spec §2).
@Suite struct LayoutTests {
  let normalizer = FileNormalizer(SmallBlock.regulation())

  /// The points counted by criterion, as text.
  static func counted(_ file: NormalizedFile) -> [String: String] {
    let entries = file.tables.first?.entries ?? [:]
    return entries.reduce(into: [:]) { $0[$1.key] = $1.value.countedPoints?.description }
  }

  static let sound = ["1.1": "10", "1.2": "9", "2.1": "5", "2.2": "4.5", "T1": "2", "D1": "1"]

  @Test("A sound table gives every score and no finding")
  func soundTable() {
    let file = normalizer.normalize(SheetGrid(SmallBlock.table()))
    #expect(Self.counted(file) == Self.sound)
    #expect(file.findings == [])
    #expect(file.tables.first?.entries["1.2"]?.cell == "D6")
    #expect(file.unit == "CA")
  }

  @Test("The table may begin in any row and column", arguments: [(1, 1), (9, 3), (40, 12)])
  func offset(_ place: (top: Int, left: Int)) {
    let file = normalizer.normalize(
      SheetGrid(SmallBlock.table(), top: place.top, left: place.left))
    #expect(Self.counted(file) == Self.sound)
    #expect(file.findings == [])
  }

  static let titles: [(title: String, column: Int)] =
    [
      "Mã", "STT", "TT", "Số TT", "Mã tiêu chí", "MÃ", "stt", " S\u{1ED1} TT ",
    ].map { ($0, 0) }
    + [
      "Nội dung", "Tiêu chí", "Nội dung tiêu chí", "Nội dung chấm điểm", "NỘI DUNG\nTIÊU CHÍ",
      "Noi dung",
    ].map { ($0, 1) }
    + ["Điểm tối đa", "Điểm chuẩn", "Thang điểm", "Mức điểm", "ĐIỂM\nTỐI ĐA"].map { ($0, 2) }
    + [
      "Điểm tự chấm", "Tự chấm", "Đơn vị tự chấm", "Điểm tự đánh giá", "Điểm", "diem tu cham",
      "Điểm tự chấm của đơn vị", "TỰ CHẤM\r\n(điểm)",
      "Đie\u{302}\u{309}m tu\u{323}\u{31B} cha\u{302}\u{301}m",
    ].map { ($0, 3) }
    + ["Minh chứng", "Tài liệu kiểm chứng", "Văn bản chứng minh"].map { ($0, 4) }
    + ["Ghi chú", "Giải trình"].map { ($0, 5) }

  @Test("A column goes by any of its titles", arguments: titles)
  func columnTitle(_ title: (title: String, column: Int)) {
    var rows = SmallBlock.table()
    rows[2][title.column] = .text(title.title)
    rows[4] += ["BC 12", "rõ"]
    let file = normalizer.normalize(SheetGrid(rows))
    #expect(Self.counted(file) == Self.sound)
    #expect(file.tables.first?.entries["1.1"]?.evidence == "BC 12")
    #expect(file.tables.first?.entries["1.1"]?.note == "rõ")
  }

  @Test("The columns may stand in any order")
  func columnOrder() {
    let order = [5, 3, 1, 4, 0, 2]
    let rows = SmallBlock.table().enumerated().map { index, row -> [CellValue] in
      index < 2 ? row : order.map { $0 < row.count ? row[$0] : nil }
    }
    #expect(Self.counted(normalizer.normalize(SheetGrid(rows))) == Self.sound)
  }

  @Test("A header of two rows joins what is merged above a column with what stands below")
  func twoRowHeader() {
    var rows = SmallBlock.table()
    rows[2] = ["STT", "Nội dung", "Điểm", nil, nil, "Ghi chú"]
    rows.insert([nil, nil, "Tối đa", "Đơn vị tự chấm", "Khối chấm"], at: 3)
    rows.insert(["(1)", "(2)", "(3)", "(4)", "(5)", "(6)"], at: 4)
    let file = normalizer.normalize(
      SheetGrid(rows, merges: ["A3:A4", "B3:B4", "C3:E3", "F3:F4"]))
    #expect(Self.counted(file) == Self.sound)
    #expect(file.findings == [])
  }

  @Test("Notes, totals in words and the signature block behind the total are not data")
  func behindTheTotal() {
    let rows =
      SmallBlock.table() + [
        [nil, "TỔNG CỘNG", 35, 29.5],
        ["Bằng chữ: hai mươi chín phẩy năm điểm"],
        ["1", "Ghi chú: điểm đã được thống nhất", nil, 7],
        [nil, "NGƯỜI LẬP BIỂU", nil, "THỦ TRƯỞNG ĐƠN VỊ"],
      ]
    let file = normalizer.normalize(SheetGrid(rows))
    #expect(Self.counted(file) == Self.sound)
    #expect(file.findings == [])
  }

  @Test("The table is found on whichever sheet it stands")
  func anySheet() {
    let file = normalizer.normalize(
      SheetGrid([["Nội dung cần đọc"], ["Chấm theo quy chế"]], name: "Hướng dẫn"),
      SheetGrid(SmallBlock.table(), name: "Bảng điểm"))
    #expect(Self.counted(file) == Self.sound)
    #expect(file.tables.first?.source.sheet == "Bảng điểm")
  }

  @Test("A file without a score table is an error that says what a table needs")
  func noTable() {
    let file = normalizer.normalize(
      SheetGrid([["Danh sách"], ["Họ tên", "Chức vụ"]]), path: "bai-nop/Công an tỉnh.xlsx")
    #expect(file.findings.map(\.code) == [.noScoreTable])
    #expect(file.findings.first?.severity == .error)
    #expect(file.unit == "CA")
  }

  @Test("A header repeated on each printed page does not cut the table")
  func repeatedHeader() {
    var rows = SmallBlock.table() + [[nil, "TỔNG CỘNG", 35, 29.5]]
    rows.insert(SmallBlock.header, at: 6)
    let file = normalizer.normalize(SheetGrid(rows))
    #expect(Self.counted(file) == Self.sound)
    #expect(file.findings == [])
  }

  @Test("A table that goes on under another header or sheet is joined, its total taken of both")
  func joinedTables() {
    let rows = SmallBlock.table()
    let bonus: [[CellValue]] =
      [["ĐIỂM THƯỞNG, ĐIỂM TRỪ"], ["STT", "Nội dung", "Điểm tự chấm"]]
      + rows.suffix(2).map { [$0[0], $0[1], $0[3]] } + [[nil, "TỔNG CỘNG", 29.5]]
    let below = normalizer.normalize(SheetGrid(Array(rows.dropLast(2)) + [[]] + bonus))
    #expect(Self.counted(below) == Self.sound)
    #expect(below.findings == [])
    let beside = normalizer.normalize(
      SheetGrid(Array(rows.dropLast(2))), SheetGrid(bonus, name: "Thưởng, trừ"))
    #expect(Self.counted(beside) == Self.sound)
    #expect(beside.findings == [])
  }

  @Test("Of several rounds or periods the last one counts, with a warning")
  func periods() {
    for parts in [["6 tháng", "9 tháng", "Cả năm"], ["Lần 1", "Lần 2", "Lần 3"]] {
      let rows = SmallBlock.table().enumerated().map { index, row -> [CellValue] in
        switch index {
        case 0, 1: row
        case 2: ["STT", "Nội dung", "Điểm tự chấm"]
        default: [row[0], row[1], row[3] == nil ? nil : 1, row[3] == nil ? nil : 2, row[3]]
        }
      }
      let header: [CellValue] = [nil, nil] + parts.map { .text($0) }
      let sheet = SheetGrid(
        Array(rows[..<3]) + [header] + Array(rows[3...]), merges: ["A3:A4", "B3:B4", "C3:E3"])
      let file = normalizer.normalize(sheet)
      #expect(Self.counted(file) == Self.sound)
      #expect(file.findings.map(\.code) == [.severalScoreTables, .severalScoreTables])
      #expect(file.findings.allSatisfy { $0.action == "E" })
    }
  }

  static let appraisedTitles = [
    "Điểm thẩm định", "Khối chấm", "Điểm duyệt", "Khối trưởng chấm", "Điểm chấm chéo",
    "Cơ quan thường trực chấm",
  ]

  @Test("The appraised column goes by any of its titles", arguments: appraisedTitles)
  func appraisedColumn(_ title: String) {
    var rows = SmallBlock.table()
    rows[2][4] = .text(title)
    rows[4] += [8]
    let file = normalizer.normalize(SheetGrid(rows))
    #expect(file.tables.first?.entries["1.1"]?.countedPoints == 8)
  }

  static let totalLabels = [
    "TỔNG CỘNG", "Tổng điểm tự chấm", "Cộng tổng điểm", "Điểm tổng cộng", "Cộng (I+II+III)",
    "TỔNG ĐIỂM SAU THƯỞNG, TRỪ", "Cộng chuyển trang sau",
  ]

  @Test("A total goes by any of its labels and is no criterion", arguments: totalLabels)
  func totalLabel(_ label: String) {
    let file = normalizer.normalize(
      SheetGrid(SmallBlock.table() + [[nil, .text(label), nil, 29.5]]))
    #expect(file.findings == [])
  }

  @Test("A total right below the header, and Cộng behind each group, are sound")
  func totalsElsewhere() {
    var first = SmallBlock.table()
    first.insert([nil, "TỔNG CỘNG", nil, 29.5], at: 3)
    #expect(normalizer.normalize(SheetGrid(first)).findings == [])
    var groups = SmallBlock.table()
    groups.insert([nil, "Cộng", nil, 9.5], at: 9)
    groups.insert([nil, "Cộng", nil, 19], at: 6)
    #expect(normalizer.normalize(SheetGrid(groups)).findings == [])
  }

  @Test("Below the signature block nothing is data, total or not")
  func belowSignature() {
    let rows =
      SmallBlock.table() + [
        [nil, nil, nil, "THỦ TRƯỞNG ĐƠN VỊ"], [nil, "Điện thoại liên hệ", nil, 912_345_678],
      ]
    #expect(normalizer.normalize(SheetGrid(rows)).findings == [])
  }

  @Test("A code may stand in the content behind the word Tiêu chí")
  func codeInContent() {
    let file = normalizer.normalize(
      SheetGrid([
        ["Đơn vị: Công an tỉnh"], ["Nội dung", "Điểm tự chấm"],
        ["Tiêu chí 1.1: Tham mưu cấp ủy, chính quyền", 9],
      ]))
    #expect(Self.counted(file) == ["1.1": "9"])
  }

  static let unknownTitles: [(title: String, isReported: Bool)] = [
    ("Điểm tổ công tác cho", true), ("Điểm A", true), ("Điểm năm trước", false),
    ("Địa điểm", false), ("Số văn bản", false),
  ]

  @Test(
    "Points under a title that nobody knows are reported with its cell", arguments: unknownTitles)
  func unknownTitle(_ item: (title: String, isReported: Bool)) {
    var rows = SmallBlock.table()
    rows[2][4] = .text(item.title)
    rows[4] += [7]
    let file = normalizer.normalize(SheetGrid(rows))
    #expect(Self.counted(file) == Self.sound)
    #expect(
      file.findings.map { "\($0.code) \($0.cell ?? "") \($0.value ?? "")" }
        == (item.isReported ? ["severalScoreTables E3 \(item.title)"] : []))
  }

  @Test("A sheet that was left empty beside a filled table is a template, not a second table")
  func template() {
    var empty = SmallBlock.table()
    for row in 3..<empty.count { empty[row][3] = .empty }
    for visibility in [SheetVisibility.visible, .hidden] {
      let sheet = SheetGrid(empty)
      let file = normalizer.normalize(
        SheetGrid(
          name: "Mẫu", visibility: visibility, rows: sheet.rows, layout: sheet.layout),
        SheetGrid(SmallBlock.table()))
      #expect(Self.counted(file) == Self.sound)
      #expect(file.findings == [])
    }
  }

  static let lenient: [(label: String, total: Double, isSound: Bool)] = [
    // The base alone; the last group alone; the sum with the wrong sign.
    ("TỔNG CỘNG", 28.5, false), ("TỔNG CỘNG", 9.5, false), ("TỔNG CỘNG", -29.5, false),
    ("TỔNG CỘNG", 29.5, true), ("Cộng", 29.5, true),
  ]

  @Test("The table's total is that of the whole table", arguments: lenient)
  func wholeTotal(_ item: (label: String, total: Double, isSound: Bool)) {
    let file = normalizer.normalize(
      SheetGrid(SmallBlock.table() + [[nil, .text(item.label), nil, .number(item.total)]]))
    #expect(file.findings.map(\.code) == (item.isSound ? [] : [.totalMismatch]))
  }

  @Test("What was entered is kept beside what counts")
  func entered() {
    let file = normalizer.normalize(
      SheetGrid(SmallBlock.table(scores: ["1.1": 12, "2.1": -1, "D1": -2])))
    let entries = file.tables.first?.entries ?? [:]
    #expect(entries["1.1"]?.enteredPoints == 12)
    #expect(entries["1.1"]?.selfPoints == 10)
    #expect(entries["2.1"]?.enteredPoints == -1)
    #expect(entries["2.1"]?.countedPoints == 0)
    #expect(entries["D1"]?.enteredPoints == -2)
    #expect(entries["D1"]?.countedPoints == 2)
  }
}
