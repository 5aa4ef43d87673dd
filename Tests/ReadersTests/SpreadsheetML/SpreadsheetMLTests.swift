import Spreadsheet
import Testing

@testable import Readers

@Suite("XML spreadsheets of Excel 2003")
struct SpreadsheetMLTests {
  private func document(
    _ worksheets: String, styles: String = "", workbook: String = ""
  ) -> [UInt8] {
    Array(
      """
      <?xml version="1.0"?>
      <?mso-application progid="Excel.Sheet"?>
      <Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" \
      xmlns:x="urn:schemas-microsoft-com:office:excel" \
      xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet" \
      xmlns:html="http://www.w3.org/TR/REC-html40">\(workbook)<Styles>\(styles)</Styles>\(worksheets)\
      </Workbook>
      """.utf8)
  }

  private func sheet(
    table: String, styles: String = "", workbook: String = "", limits: Limits = Limits()
  ) throws -> SheetGrid {
    let bytes = document(
      "<Worksheet ss:Name=\"Sheet1\"><Table>\(table)</Table></Worksheet>", styles: styles,
      workbook: workbook)
    return try #require(
      WorkbookGrid(reading: Workbook.open(bytes: bytes, name: "a.xls", limits: limits)).sheets.first
    )
  }

  private func cell(_ cell: String, styles: String = "", workbook: String = "") throws -> Cell? {
    try sheet(table: "<Row>\(cell)</Row>", styles: styles, workbook: workbook).rows.first?.cells
      .first
  }

  private let styles = """
    <Style ss:ID="Default"><NumberFormat/></Style>\
    <Style ss:ID="p"><NumberFormat ss:Format="0%"/></Style>\
    <Style ss:ID="q" ss:Parent="p"/>\
    <Style ss:ID="d"><NumberFormat ss:Format="Short Date"/></Style>\
    <Style ss:ID="h"><NumberFormat ss:Format="[h]:mm"/></Style>
    """

  @Test(
    "a cell is what its type says",
    arguments: [
      ("Number", "9.5", CellValue.number(9.5)), ("String", "a &amp;&#10;b", .text("a &\nb")),
      ("Boolean", "1", .boolean(true)), ("Boolean", "0", .boolean(false)),
      ("Error", "#DIV/0!", .error("#DIV/0!")),
      (
        "DateTime", "2019-03-18T14:05:00.000",
        .date(
          CivilDateTime(year: 2019, month: 3, day: 18, time: CivilTime(hour: 14, minute: 5)))
      ),
      ("DateTime", "1899-12-31T07:30:00.000", .time(CivilTime(hour: 7, minute: 30))),
    ])
  func types(type: String, data: String, value: CellValue) throws {
    #expect(try cell("<Cell><Data ss:Type=\"\(type)\">\(data)</Data></Cell>")?.value == value)
  }

  @Test("number formats make percentages and dates of numbers, through parents, rows and columns")
  func formats() throws {
    let data = "<Data ss:Type=\"Number\">0.5</Data>"
    for style in ["p", "q"] {
      let cell = try cell("<Cell ss:StyleID=\"\(style)\">\(data)</Cell>", styles: styles)
      #expect(cell?.isPercentage == true)
    }
    let table = """
      <Column ss:Index="2" ss:StyleID="p"/><Row ss:StyleID="q"><Cell>\(data)</Cell></Row>\
      <Row><Cell>\(data)</Cell><Cell>\(data)</Cell></Row>
      """
    let rows = try sheet(table: table, styles: styles).rows
    #expect(rows.flatMap { $0.cells.map(\.isPercentage) } == [true, false, true])
    #expect(
      try cell(
        "<Cell ss:StyleID=\"d\"><Data ss:Type=\"Number\">43542</Data></Cell>", styles: styles)?
        .value == .date(CivilDateTime(year: 2019, month: 3, day: 18)))
  }

  @Test("a date under a format of elapsed time is a number of days")
  func elapsed() throws {
    let data = "<Data ss:Type=\"DateTime\">1900-01-01T12:00:00.000</Data>"
    #expect(
      try cell("<Cell ss:StyleID=\"h\">\(data)</Cell>", styles: styles)?.value == .number(1.5))
  }

  @Test("a workbook of the 1904 date system begins its days there")
  func dateSystem() throws {
    let system = "<x:ExcelWorkbook><x:Date1904/></x:ExcelWorkbook>"
    let data = "<Cell><Data ss:Type=\"DateTime\">1904-01-01T06:00:00.000</Data></Cell>"
    #expect(try cell(data, workbook: system)?.value == .time(CivilTime(hour: 6, minute: 0)))
  }

  @Test("indices, spans and merges place what follows")
  func places() throws {
    let one = "<Data ss:Type=\"Number\">1</Data>"
    let table = """
      <Row><Cell>\(one)</Cell><Cell ss:Index="4">\(one)</Cell><Cell>\(one)</Cell></Row>\
      <Row ss:Span="2"/><Row><Cell ss:MergeAcross="1" ss:MergeDown="1">\(one)</Cell><Cell>\(one)</Cell></Row>\
      <Row ss:Index="9" ss:Hidden="1"><Cell>\(one)</Cell></Row>
      """
    let sheet = try sheet(table: table)
    #expect(sheet.rows.map(\.number) == [1, 5, 9])
    #expect(sheet.rows.map { $0.cells.map(\.column) } == [[1, 4, 5], [1, 3], [1]])
    #expect(sheet.rows.map(\.isHidden) == [false, false, true])
    #expect(sheet.layout.mergedRanges.map(\.description) == ["A5:B6"])
  }

  @Test("hidden columns count with their spans")
  func hiddenColumns() throws {
    let table = """
      <Column/><Column ss:Index="4" ss:Hidden="1" ss:Span="1"/><Column ss:Hidden="1"/>\
      <Row><Cell><Data ss:Type="Number">1</Data></Cell></Row>
      """
    #expect(try sheet(table: table).layout.hiddenColumns == [4...5, 6...6])
  }

  @Test("runs of a text are joined, comments are left out")
  func richText() throws {
    let rich = """
      <Cell><ss:Data ss:Type="String" xmlns="http://www.w3.org/TR/REC-html40">thường <B>đậm</B> sau\
      </ss:Data><Comment><ss:Data><B>ghi chú</B></ss:Data></Comment></Cell>
      """
    #expect(try cell(rich)?.value == .text("thường đậm sau"))
  }

  @Test("worksheets have their names and visibility, and each is read by itself")
  func worksheets() throws {
    func worksheet(_ name: String, _ value: Int, _ visible: String) -> String {
      """
      <Worksheet ss:Name="\(name)"><Table><Row><Cell><Data ss:Type="Number">\(value)</Data></Cell></Row>\
      </Table><WorksheetOptions xmlns="urn:schemas-microsoft-com:office:excel">\
      <Visible>\(visible)</Visible></WorksheetOptions></Worksheet>
      """
    }
    let bytes = document(
      worksheet("A &amp; B", 1, "SheetVisible") + worksheet("Ẩn", 2, "SheetHidden")
        + worksheet("Rất ẩn", 3, "SheetVeryHidden"))
    let sheets = try WorkbookGrid(reading: Workbook.open(bytes: bytes, name: "a.xls")).sheets
    #expect(sheets.map(\.name) == ["A & B", "Ẩn", "Rất ẩn"])
    #expect(sheets.map(\.visibility) == [.visible, .hidden, .veryHidden])
    #expect(
      sheets.map { $0.rows.first?.cells.first?.value } == [.number(1), .number(2), .number(3)])
  }

  @Test("UTF-16 is read as well")
  func wide() throws {
    let text = String(
      decoding: document(
        "<Worksheet ss:Name=\"A\"><Table><Row><Cell><Data ss:Type=\"String\">Điểm</Data></Cell></Row></Table></Worksheet>"
      ), as: UTF8.self)
    let wide = text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let bytes: [UInt8] = [0xFF, 0xFE] + wide
    let workbook = try WorkbookGrid(reading: Workbook.open(bytes: bytes, name: "a.xls"))
    #expect(workbook.sheets.first?.rows.first?.cells.first?.value == .text("Điểm"))
  }

  @Test("a formula is brought to A1 notation and keeps its result")
  func formula() throws {
    let cell = try cell(
      "<Cell ss:Index=\"3\" ss:Formula=\"=SUM(RC[-2]:RC[-1])\"><Data ss:Type=\"Number\">3</Data></Cell>"
    )
    #expect(cell?.formula == "SUM(A1:B1)")
    #expect(cell?.value == .number(3))
    #expect(try self.cell("<Cell ss:Formula=\"=R1C2\"/>")?.value == .empty)
  }

  @Test(
    "references are counted from the cell",
    arguments: [
      ("=SUM(R[-3]C:R[-1]C)", "SUM(B2:B4)"), ("=R1C1*2", "$A$1*2"), ("=RC1+R1C", "$A5+B$1"),
      ("='Khác R1C1'!R[1]C[1]&\"R1C1\"", "'Khác R1C1'!C6&\"R1C1\""), ("=Điểm!RC", "Điểm!B5"),
      ("=ROUND(RC[1],2)", "ROUND(C5,2)"), ("=R[-9]C", ""), ("=SUM(C[-1])", ""), ("=SUM(R1)", ""),
      ("=SUM(C)", ""), ("=[x.xls]A!R1C1", ""), ("=RATE(1)+C.D", "RATE(1)+C.D"), ("=1E5", "1E5"),
    ])
  func relativeFormulas(formula: String, text: String) {
    #expect(RelativeFormula.text(formula, at: CellReference(row: 5, column: 2)) == text)
  }

  @Test(
    "rows out of order and beyond the sheet are named with their place",
    arguments: [
      "<Row ss:Index=\"5\"/><Row ss:Index=\"3\"/>", "<Row ss:Index=\"9999999\"/>",
      "<Row><Cell ss:Index=\"20000\"/></Row>", "<Row ss:Index=\"x\"/>",
    ])
  func damaged(table: String) throws {
    let error = try #require(throws: ReadingError.self) { try sheet(table: table) }
    #expect(error.kind == .unreadable)
    #expect(error.sheet == "Sheet1")
  }

  @Test("cells are counted against the limit")
  func limit() throws {
    let row = "<Row><Cell><Data ss:Type=\"Number\">1</Data></Cell></Row>"
    let error = try #require(throws: ReadingError.self) {
      try sheet(table: row + row, limits: Limits(cells: 1))
    }
    #expect(error.kind == .limitExceeded)
    #expect(error.cell == "A2")
  }
}
