import Readers
import Spreadsheet
import Testing

/// Opens pages as the tests of HTML need them.
enum HTMLPages {
  static func workbook(
    _ page: String, name: String = "bảng.xls", limits: Limits = Limits()
  ) throws -> WorkbookGrid {
    try WorkbookGrid(
      reading: Workbook.open(bytes: Array(page.utf8), name: name, limits: limits))
  }

  /// The first sheet of a page that has nothing but a table with `content`.
  static func sheet(_ content: String, limits: Limits = Limits()) throws -> SheetGrid {
    try #require(workbook("<html><table>\(content)</table></html>", limits: limits).sheets.first)
  }

  /// The first cell of a table, given as its tag.
  static func cell(_ tag: String) throws -> Cell? {
    try sheet("<tr>\(tag)</tr>").rows.first?.cells.first
  }
}

@Suite("Tables of HTML pages")
struct HTMLTableTests {
  /// Cells as `A1 text`, for short comparisons.
  private func texts(_ content: String) throws -> [String] {
    try HTMLPages.sheet(content).rows.flatMap { row in
      row.cells.map { "\(CellReference(row: row.number, column: $0.column)) \($0.value.text)" }
    }
  }

  @Test("cells stand where spans of rows and columns leave room")
  func spans() throws {
    let table = """
      <tr><td rowspan=2>a<td colspan=2>b<td>c</tr><tr><td>d<td rowspan=2>e<td>f</tr>\
      <tr><td>g<td>h<td>i</tr>
      """
    #expect(
      try texts(table) == ["A1 a", "B1 b", "D1 c", "B2 d", "C2 e", "D2 f", "A3 g", "B3 h", "D3 i"])
    #expect(
      try HTMLPages.sheet(table).layout.mergedRanges.map(\.description)
        == ["A1:A2", "B1:C1", "C2:C3"])
  }

  @Test("a span that reaches beyond the table is cut off")
  func longSpans() throws {
    let sheet = try HTMLPages.sheet(
      "<tr><td rowspan=99>a<td rowspan=0>b<td rowspan=3 colspan=2>c<tr><td>d")
    #expect(sheet.layout.mergedRanges.map(\.description) == ["A1:A2", "B1:B2", "C1:D2"])
    #expect(sheet.rows.last?.cells.first?.column == 5)
  }

  @Test(
    "text is what a browser shows",
    arguments: [
      ("  một \n\t hai ", "một hai"), ("a<br>b<br/>\n  c", "a\nb\nc"), ("a<br>", "a"),
      ("<p>a</p><p>b</p>", "a\nb"), ("a<div>b</div>c", "a\nb\nc"), ("<b>a</b><i>b</i>", "ab"),
      ("Điểm &amp; &lt;b&gt; &#7879;&nbsp;x", "Điểm & <b> ệ\u{A0}x"),
      ("1<span style='display:none'>ẩn</span>2", "12"), ("a<script>x()</script>", "a"),
      ("<a href='#'>x</a><comment>ghi chú</comment>", "x"),
    ])
  func text(content: String, expected: String) throws {
    #expect(try HTMLPages.cell("<td>\(content)</td>")?.value == .text(expected))
  }

  @Test("cells that only fill space are empty", arguments: ["", "&nbsp;", "<br>", " &nbsp; <br>"])
  func blankCells(content: String) throws {
    #expect(try texts("<tr><td>\(content)</td><th>x</th></tr>") == ["B1 x"])
  }

  @Test("blank rows keep the numbers of those below, tags that are left out are added")
  func rows() throws {
    #expect(
      try texts("<tr><td></tr><thead><tr><th>a<th>b<tbody><tr><td>c<td>d<tr></tr><tr><td>e")
        == ["A2 a", "B2 b", "A3 c", "B3 d", "A5 e"])
    #expect(try texts("<td>a<td>b") == ["A1 a", "B1 b"])
  }

  @Test("rows and columns that are not displayed are hidden")
  func hidden() throws {
    let sheet = try HTMLPages.sheet(
      """
      <col width=9 span=2><col style='DISPLAY: none'><colgroup span=2 style="display:none"></colgroup>\
      <tr style='height:0;display:none'><td>a</tr><tbody style="display:none"><tr><td>b</tr></tbody>\
      <tr><td>c</tr>
      """)
    #expect(sheet.rows.map(\.isHidden) == [true, true, false])
    #expect(sheet.layout.hiddenColumns == [3...3, 4...5])
  }

  @Test("every table is a sheet, called by its caption or numbered after the file")
  func names() throws {
    let page = """
      <html><body><table><tr><td>1</table><p>giữa</p><table><caption>Bảng <b>hai</b></caption><tr><td>2\
      </table><table><tr><td>&nbsp;</table><table style="display:none"><tr><td>3</table></body></html>
      """
    let workbook = try HTMLPages.workbook(page, name: "thư mục/bảng điểm.xls")
    #expect(workbook.sheets.map(\.name) == ["bảng điểm 1", "Bảng hai", "bảng điểm 3"])
    #expect(workbook.sheets.map(\.visibility) == [.visible, .visible, .hidden])
    #expect(try HTMLPages.workbook("<table><tr><td>1</table>").sheets.map(\.name) == ["bảng"])
  }

  @Test("names are never twice the same")
  func repeatedNames() throws {
    let table = "<table><caption>A</caption><tr><td>1</table>"
    let names = try HTMLPages.workbook(table + table + table).sheets.map(\.name)
    #expect(Set(names).count == 3)
  }

  @Test("Excel's name of the sheet is taken")
  func sheetName() throws {
    let page = """
      <html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><!--[if gte mso 9]><xml>\
      <x:ExcelWorkbook><x:ExcelWorksheets><x:ExcelWorksheet><x:Name>Điểm &amp; Khối</x:Name>\
      </x:ExcelWorksheet></x:ExcelWorksheets></x:ExcelWorkbook></xml><![endif]--></head>\
      <table><tr><td>1</table></html>
      """
    #expect(try HTMLPages.workbook(page).sheets.map(\.name) == ["Điểm & Khối"])
    let bare = page.replacing("<!--[if gte mso 9]>", with: "").replacing("<![endif]-->", with: "")
    #expect(try HTMLPages.workbook(bare).sheets.map(\.name) == ["Điểm & Khối"])
  }

  @Test("LibreOffice's heading names the sheet of the table below")
  func headings() throws {
    let page = """
      <html><body><h1>Overview</h1><a name="table0"><h1>Sheet 1: <em>Điểm</em></h1></a>\
      <table><tr><td>1</table><a name="table1"><h1>Sheet 2: <em>Khối</em></h1></a><table><tr><td>2\
      </table></html>
      """
    #expect(try HTMLPages.workbook(page).sheets.map(\.name) == ["Điểm", "Khối"])
  }

  @Test("a table in a cell is a sheet of its own")
  func nested() throws {
    let page = """
      <table><tr><td>ngoài<table><tr><td>trong<td>2</table>sau<td>kế</table>
      """
    let sheets = try HTMLPages.workbook(page).sheets
    #expect(
      sheets.map { $0.rows.flatMap { $0.cells.map(\.value.text) } } == [
        ["ngoài\nsau", "kế"], ["trong", "2"],
      ])
    #expect(sheets.first?.rows.first?.cells.map(\.column) == [1, 2])
  }

  @Test("a table that only arranges others is no sheet")
  func layoutTable() throws {
    let page = "<table><tr><td><table><tr><td>trong</table></table>"
    #expect(try HTMLPages.workbook(page).sheets.map(\.rows.count) == [1])
  }

  @Test(
    "a page beyond the limits is refused",
    arguments: [
      (String(repeating: "<tr><td>1", count: 20), Limits(cells: 10)),
      ("<tr><td>1", Limits(partBytes: 10)),
      (String(repeating: "<td colspan=1000>1", count: 20), Limits()),
      (
        "<tr><td>" + String(repeating: "<b>", count: 200_000)
          + String(repeating: "</x>", count: 50_000), Limits()
      ),
      ("<tr><td " + (0..<100_000).map { "a\($0)" }.joined(separator: " ") + ">x", Limits()),
    ])
  func limits(table: String, limits: Limits) throws {
    let error = try #require(throws: ReadingError.self) {
      try HTMLPages.sheet(table, limits: limits)
    }
    #expect(error.kind == .limitExceeded || error.kind == .unreadable)
  }
}
