import Readers
import Spreadsheet
import Testing

@Suite("Limits of reading")
struct LimitTests {
  /// Ten rows of one cell; the last holds a shared string.
  private var fixture: WorkbookFixture {
    WorkbookFixture(
      rows: (1...9).map { "<row r=\"\($0)\"><c r=\"A\($0)\"><v>1</v></c></row>" }.joined()
        + "<row r=\"10\"><c r=\"D10\" t=\"s\"><v>1</v></c></row>",
      strings: ["<si><t>a</t></si>", "<si><r><t>đi</t></r><r><t>ểm</t></r></si>"])
  }

  private func limit(_ name: Limits.Name, _ bound: Int) -> Limits {
    var limits = Limits()
    limits[name] = bound
    return limits
  }

  /// What the fixture needs of each limit.
  private static let needs: [(Limits.Name, Int)] = [
    (.partBytes, LimitTests().fixture.parts.map(\.content.count).max() ?? 0), (.cells, 10),
    (.entries, 6), (.nesting, 5), (.sharedStrings, 2),
    (.cellText, 7), (.columns, 4), (.rows, 10),
  ]

  @Test(
    "at a limit a file is read, beyond it an error says which limit and what was met",
    arguments: needs)
  func limits(name: Limits.Name, need: Int) throws {
    #expect(try fixture.sheet(limits: limit(name, need)).rows.count == 10)
    let error = try #require(throws: ReadingError.self) {
      try fixture.sheet(limits: limit(name, need - 1))
    }
    #expect(error.kind == .limitExceeded)
    #expect(error.limit == ExceededLimit(name, bound: need - 1, met: need))
    #expect(error.detail == "\(name.rawValue): \(need), at most \(need - 1) are read")
  }

  @Test("every limit has a name under which it is set", arguments: Limits.Name.allCases)
  func names(name: Limits.Name) {
    let limits = limit(name, 7)
    #expect(limits[name] == 7)
    #expect(Limits.Name.allCases.filter { limits[$0] != Limits()[$0] } == [name])
  }

  @Test("all parts together keep to a limit, each counted once")
  func totalBytes() throws {
    let total = fixture.parts.reduce(0) { $0 + $1.content.count }
    let source = try fixture.open(limits: limit(.totalBytes, total))
    for _ in 1...3 { _ = try SheetGrid(reading: source.sheets[0]) }
    let error = try #require(throws: ReadingError.self) {
      try fixture.sheet(limits: limit(.totalBytes, total - 1))
    }
    #expect(error.limit == ExceededLimit(.totalBytes, bound: total - 1, met: total))
  }

  @Test(
    "rows, columns and the text of a cell are limited in every format",
    arguments: [
      ("a;b\nc;điểm\n", Limits.Name.cellText, 7, "B2"), ("a;b\nc;d\n", .rows, 2, "A2"),
      ("a;b\nc;d\n", .columns, 2, "B1"), ("<table><tr><td>a<td>b</table>", .columns, 2, "B1"),
      ("<table><tr><td>a<tr><td>b</table>", .rows, 2, "A2"),
      ("<table><tr><td>điểm</table>", .cellText, 7, "A1"),
    ])
  func everyFormat(text: String, name: Limits.Name, need: Int, cell: String) throws {
    func read(_ bound: Int) throws {
      let source = try Workbook.open(
        bytes: Array(text.utf8), name: "a.csv", limits: limit(name, bound))
      _ = try WorkbookGrid(reading: source)
    }
    #expect(throws: Never.self) { try read(need) }
    let error = try #require(throws: ReadingError.self) { try read(need - 1) }
    #expect(error.limit == ExceededLimit(name, bound: need - 1, met: need))
    #expect(error.cell == cell)
  }

  @Test("cells are counted over all sheets of a file, also where sheets share a part")
  func cellsOfAllSheets() throws {
    for target in ["worksheets/sheet2.xml", "worksheets/sheet1.xml"] {
      let fixture = withSecondSheet(target)
      #expect(try WorkbookGrid(reading: fixture.open(limits: limit(.cells, 20))).sheets.count == 2)
      let error = try #require(throws: ReadingError.self) {
        try WorkbookGrid(reading: fixture.open(limits: limit(.cells, 19)))
      }
      #expect(error.limit == ExceededLimit(.cells, bound: 19, met: 20))
      #expect(error.sheet == "Sheet2")
      #expect(error.cell == "D10")
    }
  }

  @Test("a part that several sheets share counts for each of them")
  func sharedPart() throws {
    let fixture = withSecondSheet("worksheets/sheet1.xml")
    let part = fixture.text("xl/worksheets/sheet1.xml").utf8.count
    let others = fixture.parts.filter { !$0.name.contains("worksheets") }
      .reduce(0) { $0 + $1.content.count }
    let limits = limit(.totalBytes, others + 2 * part)
    #expect(try WorkbookGrid(reading: fixture.open(limits: limits)).sheets.count == 2)
    let error = try #require(throws: ReadingError.self) {
      try WorkbookGrid(reading: fixture.open(limits: limit(.totalBytes, others + 2 * part - 1)))
    }
    #expect(error.limit?.name == .totalBytes)
    #expect(error.sheet == "Sheet2")
  }

  @Test("more sheets than entries are allowed are not opened")
  func sheets() throws {
    var fixture = fixture
    let sheet = "<sheet name=\"S\" sheetId=\"1\" r:id=\"rId1\"/>"
    fixture.set(
      "xl/workbook.xml",
      fixture.text("xl/workbook.xml").replacing(
        "</sheets>", with: String(repeating: sheet, count: 99) + "</sheets>"))
    #expect(try fixture.open(limits: limit(.entries, 100)).sheets.count == 100)
    let error = try #require(throws: ReadingError.self) {
      try fixture.open(limits: limit(.entries, 99))
    }
    #expect(error.limit == ExceededLimit(.entries, bound: 99, met: 100))
  }

  /// Limits under which repetitive tables are looked at from a mebibyte on.
  private static let repetitive = Limits(ratioFloor: 1 << 20)

  private static func blanks(_ count: Int) -> String { String(repeating: " ", count: count) }

  @Test("a part that inflates beyond the ratio is not inflated")
  func ratio() throws {
    var fixture = fixture
    fixture.set("xl/worksheets/sheet1.xml", Self.blanks((1 << 20) + 1))
    let error = try #require(throws: ReadingError.self) {
      try fixture.sheet(limits: Self.repetitive)
    }
    #expect(error.limit?.name == .ratio)
    #expect(error.limit?.bound == 200)
  }

  @Test("parts that are modest each do not inflate beyond the ratio together")
  func ratioOfTheFile() throws {
    var fixture = withSecondSheet("worksheets/sheet2.xml")
    for number in 1...2 {
      let part = "xl/worksheets/sheet\(number).xml"
      fixture.set(
        part,
        fixture.text(part).replacing(
          "<sheetData>", with: "<sheetData>" + Self.blanks((1 << 20) - 10_000)))
    }
    let error = try #require(throws: ReadingError.self) {
      try WorkbookGrid(reading: fixture.open(limits: Self.repetitive))
    }
    #expect(error.limit?.name == .ratio)
    #expect(error.sheet == "Sheet2")
  }

  @Test("a table of rows that say the same is read, however well it deflates")
  func repetitiveTable() throws {
    let row = "<row><c><v>10</v></c><c><v>9.5</v></c></row>"
    let fixture = WorkbookFixture(rows: String(repeating: row, count: 1_000_000))
    let sheet = fixture.text("xl/worksheets/sheet1.xml").utf8.count
    #expect(sheet > 32 << 20 && sheet / fixture.bytes.count > 200)
    let workbook = try fixture.open()
    #expect(throws: FirstRow.self) {
      try workbook.sheets[0].read { _ in throw FirstRow() }
    }
  }

  private struct FirstRow: Error {}

  @Test("what has to be held in memory gets no such indulgence")
  func repetitiveStrings() throws {
    var fixture = fixture
    fixture.set("xl/sharedStrings.xml", Self.blanks((32 << 20) + 1))
    let error = try #require(throws: ReadingError.self) { try fixture.sheet() }
    #expect(error.limit?.name == .ratio)
    #expect(error.part == "xl/sharedStrings.xml")
  }

  @Test("an attribute that the parser would have to hold whole ends the reading")
  func attribute() throws {
    let value = String(repeating: "x", count: 11 << 20)
    let error = try #require(throws: ReadingError.self) {
      try WorkbookFixture(rows: "<row spans=\"\(value)\"/>").sheet()
    }
    #expect(error.kind == .limitExceeded)
    #expect(error.detail.contains("too long") || error.detail.contains("Huge"))
  }

  @Test("formatted cells without a value do not count")
  func formattedCells() throws {
    let blank = (1...1000).map { "<row r=\"\($0)\"><c r=\"A\($0)\" s=\"1\"/></row>" }.joined()
    #expect(try WorkbookFixture(rows: blank).sheet(limits: limit(.cells, 1)).rows.isEmpty)
  }

  @Test("a cell that is stored over and over is one cell, the last", arguments: ["", " r=\"1\""])
  func repeatedCell(row: String) throws {
    let cells = (1...40_000).map { "<c r=\"A1\"><v>\($0)</v></c>" }.joined()
    let grid = try WorkbookFixture(rows: "<row\(row)>\(cells)</row>").sheet()
    #expect(grid.rows.map(\.cells) == [[Cell(column: 1, value: .number(40_000))]])
  }

  private func withSecondSheet(_ target: String) -> WorkbookFixture {
    var fixture = fixture
    if target != "worksheets/sheet1.xml" {
      fixture.set("xl/\(target)", fixture.text("xl/worksheets/sheet1.xml"))
    }
    fixture.set(
      "xl/_rels/workbook.xml.rels",
      WorkbookFixture.relationships([
        ("rId1", "worksheet", "worksheets/sheet1.xml"), ("rId2", "worksheet", target),
        ("rId3", "sharedStrings", "sharedStrings.xml"),
      ]))
    fixture.set(
      "xl/workbook.xml",
      fixture.text("xl/workbook.xml").replacing(
        "</sheets>", with: "<sheet name=\"Sheet2\" r:id=\"rId2\"/></sheets>"))
    return fixture
  }
}
