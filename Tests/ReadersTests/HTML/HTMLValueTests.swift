import Readers
import Spreadsheet
import Testing

@Suite("Typed cells of HTML pages")
struct HTMLValueTests {
  @Test(
    "what Excel notes of a value is its type",
    arguments: [
      ("<td x:num>9.5</td>", CellValue.number(9.5)), ("<td x:num='9.55'>9.6</td>", .number(9.55)),
      ("<td x:num>chín</td>", .text("chín")), ("<td x:bool='TRUE'>ĐÚNG</td>", .boolean(true)),
      ("<td x:err='#DIV/0!'>#CHIA!</td>", .error("#DIV/0!")),
      ("<td x:err>#N/A</td>", .error("#N/A")),
      ("<td x:str>007</td>", .text("007")), ("<td>9.5</td>", .text("9.5")),
      (
        "<td style='mso-number-format:\"Short Date\"' x:num='43542'>3/18/2019</td>",
        .date(CivilDateTime(year: 2019, month: 3, day: 18))
      ),
      (
        "<td style='mso-number-format:\"dd\\\\\\/mm\\\\\\/yyyy\\;\\@\"' x:num=43542>18/03/2019</td>",
        .date(CivilDateTime(year: 2019, month: 3, day: 18))
      ),
    ])
  func excel(tag: String, value: CellValue) throws {
    #expect(try HTMLPages.cell(tag)?.value == value)
  }

  @Test(
    "under a number format digits are a number, under that of text they are not",
    arguments: [
      ("0\\.00", "9.50", CellValue.number(9.5)), ("\"0\\.00\"", "9,50", .text("9,50")),
      ("\"\\@\"", "007", .text("007")), ("\\@", "007", .text("007")), ("General", "5", .text("5")),
      ("0", "không", .text("không")), ("\"Short Date\"", "43542", .text("43542")),
    ])
  func shown(format: String, text: String, value: CellValue) throws {
    #expect(
      try HTMLPages.cell("<td style='mso-number-format:\(format)'>\(text)</td>")?.value == value)
  }

  @Test("a percentage is the number that it shows, divided by a hundred")
  func percentage() throws {
    for tag in [
      "<td style='mso-number-format:Percent'>95.7%</td>",
      "<td style='mso-number-format:\"0\\.00%\"' x:num='0.957'>96%</td>",
    ] {
      let cell = try HTMLPages.cell(tag)
      #expect(cell?.value == .number(0.957))
      #expect(cell?.isPercentage == true)
    }
  }

  @Test("the format may come with the class of a cell")
  func classes() throws {
    let page = """
      <html><style><!-- .a {color:red}\n td.xl24, .b {mso-number-format:"0%";} --></style>\
      <table><tr><td class="a xl24" x:num="0.5">50%<td class=b>25%</table></html>
      """
    let cells = try HTMLPages.workbook(page).sheets.first?.rows.first?.cells
    #expect(cells?.map(\.value) == [.number(0.5), .number(0.25)])
    #expect(cells?.map(\.isPercentage) == [true, true])
  }

  @Test(
    "what LibreOffice notes of a value is its type",
    arguments: [
      ("<td sdval=\"9.5\" sdnum=\"1033;\">9,5</td>", CellValue.number(9.5)),
      (
        "<td sdval=\"43542\" sdnum=\"1033;0;DD/MM/YYYY\">18/03/2019</td>",
        .date(CivilDateTime(year: 2019, month: 3, day: 18))
      ),
      (
        "<td sdval=\"0.3125\" sdnum=\"1033;0;HH:MM\">07:30</td>",
        .time(CivilTime(hour: 7, minute: 30))
      ),
      ("<td sdval=\"1\" sdnum=\"1033;0;BOOLEAN\">TRUE</td>", .boolean(true)),
      ("<td sdval=\"0\" sdnum=\"1033;\">#DIV/0!</td>", .error("#DIV/0!")),
    ])
  func libreOffice(tag: String, value: CellValue) throws {
    #expect(try HTMLPages.cell(tag)?.value == value)
  }

  @Test("a formula keeps its text")
  func formula() throws {
    let cell = try HTMLPages.cell("<td x:num='11' x:fmla='=SUM(A1:A3)'>11</td>")
    #expect(cell?.formula == "SUM(A1:A3)")
  }

  @Test("a page is typed where any cell is")
  func isTyped() throws {
    #expect(try !HTMLPages.workbook("<table><tr><td>9.5</table>").isTyped)
    #expect(try HTMLPages.workbook("<table><tr><td>a<td x:num>9.5</table>").isTyped)
  }
}

@Suite("Encodings of HTML pages")
struct HTMLEncodingTests {
  private let page =
    "<html><meta charset=\"utf-8\"><table><tr><td>Điểm thi đua</td></tr></table></html>"

  private func value(_ bytes: [UInt8]) throws -> CellValue? {
    let workbook = try WorkbookGrid(reading: Workbook.open(bytes: bytes, name: "a.xls"))
    return workbook.sheets.first?.rows.first?.cells.first?.value
  }

  @Test("UTF-8 and UTF-16 are read with and without a mark, whatever the page says")
  func unicode() throws {
    let wide = page.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let inputs = [
      Array(page.utf8), [0xEF, 0xBB, 0xBF] + Array(page.utf8), [0xFF, 0xFE] + wide, wide,
      Array(page.replacing("utf-8", with: "iso-8859-1").utf8),
    ]
    for input in inputs { #expect(try value(input) == .text("Điểm thi đua")) }
  }

  @Test("a page that says it is Windows-1258 is taken at its word")
  func declared() throws {
    let head = "<html><meta content=\"text/html; charset=windows-1258\"><table><tr><td>"
    let workbook = try WorkbookGrid(
      reading: Workbook.open(
        bytes: Array(head.utf8) + [0x6E, 0xFD, 0x63] + Array("</table>".utf8),
        name: "a.xls"))
    #expect(workbook.sheets.first?.rows.first?.cells.first?.value == .text("nưc"))
    guard case .legacyEncoding(let name, _) = workbook.notes.first else {
      Issue.record("the encoding is not noted")
      return
    }
    #expect(name == "Windows-1258")
  }

  @Test("zeros and bytes that are no text do not end the page")
  func damaged() throws {
    let head = Array("<html><meta charset=utf-8><table><tr><td>Điểm thi đua cuối năm ".utf8)
    let bytes = head + [0, 0xFF] + Array("x</td><td>kế</table></html>".utf8)
    let workbook = try WorkbookGrid(reading: Workbook.open(bytes: bytes, name: "a.xls"))
    #expect(
      workbook.sheets.first?.rows.first?.cells.map(\.value) == [
        .text("Điểm thi đua cuối năm \u{FFFD}x"), .text("kế"),
      ])
  }
}
