import Spreadsheet
import Testing

@Suite("Values of OpenDocument cells")
struct ODSValueTests {
  private func cell(_ attributes: String, _ content: String = "") throws -> Cell? {
    try ODSFixture(cells: "<table:table-cell \(attributes)>\(content)</table:table-cell>").cell()
  }

  private func text(_ content: String) throws -> CellValue? {
    try cell(#"office:value-type="string""#, content)?.value
  }

  @Test(
    "numbers are what the attribute stores, not what the paragraph shows",
    arguments: [
      ("float", "9.5", 9.5), ("float", "-1.5E-3", -0.0015),
      ("currency", "1234567.891", 1_234_567.891),
      ("percentage", "0.95", 0.95),
    ])
  func numbers(type: String, stored: String, number: Double) throws {
    let cell = try cell(
      #"office:value-type="\#(type)" office:value="\#(stored)""#, "<text:p>1 triệu</text:p>")
    #expect(cell?.value == .number(number))
    #expect(cell?.isPercentage == (type == "percentage"))
  }

  @Test("a number that cannot be read is handed out as the text that is shown")
  func unreadableNumber() throws {
    let cell = try cell(#"office:value-type="float" office:value="chín""#, "<text:p>chín</text:p>")
    #expect(cell?.value == .text("chín"))
  }

  @Test(
    "dates are days of the calendar, with a time where there is one",
    arguments: [
      ("2019-03-18", CivilDateTime(year: 2019, month: 3, day: 18)),
      (
        "2020-02-29T14:05:06.500000000",
        CivilDateTime(year: 2020, month: 2, day: 29, time: CivilTime(milliseconds: 50_706_500))
      ),
    ])
  func dates(stored: String, date: CivilDateTime) throws {
    let cell = try cell(#"office:value-type="date" office:date-value="\#(stored)""#)
    #expect(cell?.value == .date(date))
  }

  @Test("a date on the day of number 0 is a time of day")
  func nullDate() throws {
    let attributes = #"office:value-type="date" office:date-value="1899-12-30T12:00:00""#
    #expect(try cell(attributes)?.value == .time(CivilTime(hour: 12, minute: 0)))
  }

  @Test("a document may count its days from another one")
  func otherNullDate() throws {
    let settings = """
      <table:calculation-settings><table:null-date table:date-value="1904-01-01"/>\
      </table:calculation-settings>
      """
    var fixture = ODSFixture(
      cells:
        #"<table:table-cell office:value-type="date" office:date-value="1904-01-01T06:00:00"/>"#)
    fixture.body = settings + fixture.body
    #expect(try fixture.cell()?.value == .time(CivilTime(hour: 6, minute: 0)))
  }

  @Test(
    "a time below a day is a time of day, another one a number of days",
    arguments: [
      ("PT07H30M00S", CellValue.time(CivilTime(hour: 7, minute: 30))),
      ("PT00H00M00.250S", .time(CivilTime(milliseconds: 250))), ("PT36H00M00S", .number(1.5)),
      ("P1DT12H", .number(1.5)), ("-PT6H", .number(-0.25)),
    ])
  func times(stored: String, value: CellValue) throws {
    #expect(
      try cell(#"office:value-type="time" office:time-value="\#(stored)""#)?.value == value)
  }

  @Test("a duration in months is no number of days", arguments: ["P1M", "PT", "07:30", "PT1S1H"])
  func otherDurations(stored: String) throws {
    let attributes = #"office:value-type="time" office:time-value="\#(stored)""#
    #expect(try cell(attributes)?.value == .text(stored))
  }

  @Test("booleans", arguments: [("true", true), ("false", false)])
  func booleans(stored: String, flag: Bool) throws {
    let attributes = #"office:value-type="boolean" office:boolean-value="\#(stored)""#
    #expect(try cell(attributes)?.value == .boolean(flag))
  }

  @Test("paragraphs are joined by line breaks, blank ones among them")
  func paragraphs() throws {
    #expect(try text("<text:p>một</text:p><text:p/><text:p>ba</text:p>") == .text("một\n\nba"))
  }

  @Test(
    "blanks, tabs and line breaks are written as elements",
    arguments: [
      (#"<text:s text:c="2"/>hai <text:s/>đầu <text:s text:c="2"/>"#, "  hai  đầu   "),
      ("a<text:tab/>b<text:line-break/>c", "a\tb\nc"), ("a <text:tab/>b", "a \tb"),
      ("\n   một   hai\n  ", "một hai"), ("một ", "một "),
    ])
  func whiteSpace(content: String, expected: String) throws {
    #expect(try text("<text:p>\(content)</text:p>") == .text(expected))
  }

  @Test("spans, links and the base of ruby are part of the text, the ruby above is not")
  func runs() throws {
    let ruby =
      "<text:ruby><text:ruby-base>c</text:ruby-base><text:ruby-text>x</text:ruby-text></text:ruby>"
    #expect(
      try text("<text:p>a<text:span>b<text:a>d</text:a></text:span>\(ruby)</text:p>")
        == .text("abdc"))
  }

  @Test(
    "annotations, drawings, notes and sub-tables are left out",
    arguments: [
      "<office:annotation><text:p>ghi chú</text:p></office:annotation>",
      "<draw:frame><draw:text-box><text:p>ghi chú</text:p></draw:text-box></draw:frame>",
      "<table:table table:is-sub-table=\"true\"><table:table-row><table:table-cell><text:p>x</text:p></table:table-cell></table:table-row></table:table>",
    ])
  func leftOut(element: String) throws {
    #expect(try text("\(element)<text:p>chữ</text:p>") == .text("chữ"))
    #expect(
      try text("<text:p>chữ<text:note><text:p>x</text:p></text:note></text:p>\(element)")
        == .text("chữ"))
  }

  @Test("the attribute of a string goes before its paragraphs")
  func stringValue() throws {
    let attributes = #"office:value-type="string" office:string-value="a &amp; b""#
    #expect(try cell(attributes, "<text:p>khác</text:p>")?.value == .text("a & b"))
  }

  @Test("paragraphs of a cell without a type are not lost")
  func untyped() throws {
    #expect(try cell("", "<text:p>chữ</text:p>")?.value == .text("chữ"))
  }

  @Test(
    "errors are told by their mark, or in a formula by what it shows",
    arguments: [
      (#"calcext:value-type="error" office:value-type="string" office:string-value="""#, "#DIV/0!"),
      (#"office:value-type="string" calcext:value-type="error""#, "#TÊN?"),
      (#"table:formula="of:=1/0" office:value-type="float" office:value="0""#, "#DIV/0!"),
      (#"table:formula="of:=A1" office:value-type="float" office:value="0""#, "Err:522"),
    ])
  func errors(attributes: String, token: String) throws {
    #expect(try cell(attributes, "<text:p>\(token)</text:p>")?.value == .error(token))
  }

  @Test("a text that looks like an error is a text where no formula made it")
  func noError() throws {
    #expect(try text("<text:p>#N/A</text:p>") == .text("#N/A"))
  }

  @Test("a formula keeps its text beside its result")
  func formula() throws {
    let cell = try cell(
      #"table:formula="of:=SUM([.B1:.B3];1)" office:value-type="float" office:value="6""#)
    #expect(cell?.formula == "SUM(B1:B3,1)")
    #expect(cell?.value == .number(6))
  }

  @Test("a formula without a result is empty, one with an empty text is not")
  func formulaWithoutResult() throws {
    #expect(try cell(#"table:formula="of:=[.B1]""#)?.value == .empty)
    #expect(try cell(#"table:formula="of:=[.B1]""#, "<text:p/>")?.value == .text(""))
    let attributes =
      #"table:formula="of:=&quot;&quot;" office:value-type="string" office:string-value="""#
    #expect(try cell(attributes, "<text:p/>")?.value == .text(""))
  }
}
