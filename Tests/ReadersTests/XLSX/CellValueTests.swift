import Spreadsheet
import Testing

@Suite("Values of XLSX cells")
struct CellValueTests {
  @Test(
    "a cell has the value that its type and content say",
    arguments: [
      (#"<c r="A1"><v>9.5</v></c>"#, CellValue.number(9.5)),
      (#"<c r="A1" t="n"><v> -1.25E-3 </v></c>"#, .number(-0.00125)),
      (#"<c r="A1"><v>9.0999999999999996</v></c>"#, .number(9.1)),
      (#"<c r="A1"><v>12345678901234567890</v></c>"#, .number(12_345_678_901_234_567_168)),
      (#"<c r="A1"><v>chín</v></c>"#, .text("chín")),
      (#"<c r="A1" t="b"><v>1</v></c>"#, .boolean(true)),
      (#"<c r="A1" t="b"><v>0</v></c>"#, .boolean(false)),
      (#"<c r="A1" t="b"><v>true</v></c>"#, .boolean(true)),
      (#"<c r="A1" t="e"><v>#DIV/0!</v></c>"#, .error("#DIV/0!")),
      (#"<c r="A1" t="str"><f>B1</f><v>chữ</v></c>"#, .text("chữ")),
      (#"<c r="A1" t="str"><f>B1</f><v></v></c>"#, .text("")),
      (#"<c r="A1" t="inlineStr"><is><t>a</t></is></c>"#, .text("a")),
      (
        #"<c r="A1" t="inlineStr"><is><r><rPr><b/></rPr><t>a</t></r><r><t> b</t></r></is></c>"#,
        .text("a b")
      ),
      (#"<c r="A1" t="s"><v>0</v></c>"#, .text("không")),
      (
        #"<c r="A1" t="d"><v>2019-03-18</v></c>"#,
        .date(CivilDateTime(year: 2019, month: 3, day: 18))
      ),
      (
        #"<c r="A1" t="d"><v>2019-03-18T07:30:00Z</v></c>"#,
        .date(
          CivilDateTime(year: 2019, month: 3, day: 18, time: CivilTime(hour: 7, minute: 30)))
      ),
      (
        #"<c r="A1" t="d"><v>07:30:15</v></c>"#,
        .time(CivilTime(hour: 7, minute: 30, second: 15))
      ),
      (#"<c r="A1" t="d"><v>hôm qua</v></c>"#, .text("hôm qua")),
      (
        #"<c r="A1" t="inlineStr"><is><t><![CDATA[<5 & ]]>x&amp;y&#46;</t></is></c>"#,
        .text("<5 & x&y.")
      ),
    ])
  func values(cell: String, value: CellValue) throws {
    let fixture = WorkbookFixture(
      rows: "<row r=\"1\">\(cell)</row>", strings: ["<si><t>không</t></si>"])
    #expect(try fixture.cell("A1")?.value == value)
  }

  @Test(
    "a shared string joins its runs and leaves phonetics out",
    arguments: [
      ("<si><r><t>Điểm </t></r><r><rPr><b/><t>x</t></rPr><t>tự chấm</t></r></si>", "Điểm tự chấm"),
      ("<si><t>東京</t><rPh sb=\"0\" eb=\"2\"><t>トウキョウ</t></rPh><phoneticPr/></si>", "東京"),
      ("<si><t>  trước và sau  </t></si>", "  trước và sau  "),
      ("<si><t xml:space=\"preserve\"> a\nb </t></si>", " a\nb "),
      ("<si><t>một_x000D_\nhai</t></si>", "một\r\nhai"),
      ("<si><t>_x005F_x000D_</t></si>", "_x000D_"),
      ("<si><t>_xD83D__xDE00_ _x12_ _xyz_</t></si>", "😀 _x12_ _xyz_"),
    ])
  func sharedStrings(item: String, text: String) throws {
    let fixture = WorkbookFixture(
      rows: #"<row r="1"><c r="A1" t="s"><v>0</v></c></row>"#, strings: [item])
    #expect(try fixture.cell("A1")?.value == .text(text))
  }

  @Test("escapes are decoded in inline and formula strings too")
  func escapesEverywhere() throws {
    let fixture = WorkbookFixture(
      rows: """
        <row r="1"><c r="A1" t="inlineStr"><is><t>a_x0009_b</t></is></c>
        <c r="B1" t="str"><v>a_x0009_b</v></c></row>
        """)
    #expect(try fixture.cell("A1")?.value == .text("a\tb"))
    #expect(try fixture.cell("B1")?.value == .text("a\tb"))
  }

  @Test("a formula hands out its cached value and its text")
  func formula() throws {
    let fixture = WorkbookFixture(
      rows: #"<row r="1"><c r="A1"><f>SUM(B1:B3)&amp;""</f><v>7</v></c></row>"#)
    #expect(
      try fixture.cell("A1") == Cell(column: 1, value: .number(7), formula: "SUM(B1:B3)&\"\""))
  }

  @Test(
    "a formula without a cached value is empty and still there",
    arguments: ["<v></v>", "<v/>", ""])
  func formulaWithoutValue(value: String) throws {
    let fixture = WorkbookFixture(
      rows: #"<row r="1"><c r="A1"><f>B1*2</f>\#(value)</c></row>"#)
    #expect(try fixture.cell("A1") == Cell(column: 1, value: .empty, formula: "B1*2"))
  }

  @Test("an error cell without a value is no cell")
  func errorWithoutValue() throws {
    let fixture = WorkbookFixture(rows: #"<row r="1"><c r="A1" t="e"/></row>"#)
    #expect(try fixture.sheet().rows.isEmpty)
  }

  @Test("every cell of a shared formula has its own formula")
  func sharedFormula() throws {
    let fixture = WorkbookFixture(
      rows: """
        <row r="1"><c r="C1"><f t="shared" ref="C1:C2" si="0">A1+$B$1</f><v>1</v></c></row>
        <row r="2"><c r="C2"><f t="shared" si="0"/><v>2</v></c></row>
        <row r="3"><c r="C3"><f t="shared" si="9"/><v>3</v></c></row>
        """)
    #expect(try fixture.cell("C1")?.formula == "A1+$B$1")
    #expect(try fixture.cell("C2")?.formula == "A2+$B$1")
    #expect(try fixture.cell("C2")?.value == .number(2))
    #expect(try fixture.cell("C3")?.formula == "")
  }

  @Test("the cells of an array formula have their values, the first its text")
  func arrayFormula() throws {
    let fixture = WorkbookFixture(
      rows: """
        <row r="1"><c r="A1"><f t="array" ref="A1:A2">B1:B2*2</f><v>4</v></c></row>
        <row r="2"><c r="A2"><v>6</v></c></row>
        """)
    #expect(try fixture.cell("A1") == Cell(column: 1, value: .number(4), formula: "B1:B2*2"))
    #expect(try fixture.cell("A2") == Cell(column: 1, value: .number(6)))
  }

  @Test("a string index beyond the table is an error that names the cell")
  func missingSharedString() throws {
    let fixture = WorkbookFixture(
      rows: #"<row r="4"><c r="B4" t="s"><v>7</v></c></row>"#, strings: ["<si><t>a</t></si>"])
    let error = try #require(throws: ReadingError.self) { try fixture.sheet() }
    #expect(error.kind == .unreadable)
    #expect(error.sheet == "Sheet1")
    #expect(error.cell == "B4")
    #expect(error.part == "xl/worksheets/sheet1.xml")
    #expect(error.file == "test.xlsx")
  }
}
