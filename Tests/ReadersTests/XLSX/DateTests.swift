import Spreadsheet
import Testing

@testable import Readers

@Suite("Dates, times and durations in XLSX")
struct DateTests {
  private static func day(_ year: Int, _ month: Int, _ day: Int, _ hour: Int = 0) -> CellValue {
    .date(
      CivilDateTime(year: year, month: month, day: day, time: CivilTime(hour: hour, minute: 0)))
  }

  @Test(
    "a number is what its format shows",
    arguments: [
      ("14", "43542", day(2019, 3, 18)),
      ("22", "43542.5", day(2019, 3, 18, 12)),
      ("dd/mm/yyyy", "43542", day(2019, 3, 18)),
      ("dd/mm/yyyy", "1", day(1900, 1, 1)),
      ("dd/mm/yyyy", "59", day(1900, 2, 28)),
      ("dd/mm/yyyy", "60", day(1900, 2, 28)),
      ("dd/mm/yyyy", "61", day(1900, 3, 1)),
      ("dd/mm/yyyy", "43541.9999999999", day(2019, 3, 18)),
      ("dd/mm/yyyy", "-3", .number(-3)),
      ("dd/mm/yyyy", "9999999", .number(9_999_999)),
      ("h:mm", "0.3125", .time(CivilTime(hour: 7, minute: 30))),
      ("20", "0", .time(CivilTime(hour: 0, minute: 0))),
      ("[h]:mm", "0.5", .time(CivilTime(hour: 12, minute: 0))),
      ("[h]:mm", "1.5", .number(1.5)),
      ("46", "10.25", .number(10.25)),
      ("0.00", "43542", .number(43542)),
      ("[<1]h:mm;0.0", "0.25", .time(CivilTime(hour: 6, minute: 0))),
      ("[<1]h:mm;0.0", "9.5", .number(9.5)),
    ])
  func formatted(format: String, stored: String, value: CellValue) throws {
    let fixture = WorkbookFixture(
      rows: #"<row r="1"><c r="A1" s="1"><v>\#(stored)</v></c></row>"#, formats: [format])
    #expect(try fixture.cell("A1")?.value == value)
  }

  @Test("the 1904 flag is understood in all its spellings", arguments: ["1", "true", "on"])
  func from1904(flag: String) throws {
    let fixture = WorkbookFixture(
      rows: #"<row r="1"><c r="A1" s="1"><v>42080</v></c></row>"#, formats: ["14"],
      workbook: #"<workbookPr date1904="\#(flag)"/>"#)
    #expect(try fixture.cell("A1")?.value == Self.day(2019, 3, 18))
  }

  @Test("without the flag, or with it off, days count from 1900", arguments: ["", "0", "false"])
  func from1900(flag: String) throws {
    let attribute = flag.isEmpty ? "" : " date1904=\"\(flag)\""
    let fixture = WorkbookFixture(
      rows: #"<row r="1"><c r="A1" s="1"><v>43542</v></c></row>"#, formats: ["14"],
      workbook: "<workbookPr\(attribute)/>")
    #expect(try fixture.cell("A1")?.value == Self.day(2019, 3, 18))
  }

  @Test("a text in a cell formatted as date stays text")
  func textUnderDateFormat() throws {
    let fixture = WorkbookFixture(
      rows: #"<row r="1"><c r="A1" s="1" t="s"><v>0</v></c></row>"#,
      strings: ["<si><t>14</t></si>"], formats: ["14"])
    #expect(try fixture.cell("A1")?.value == .text("14"))
  }

  @Test("the built-in date formats, and no others, show dates")
  func builtInFormats() {
    let dates = Set(14...22).union(27...36).union(45...47).union(50...58)
    for id in 0..<170 {
      let kind = NumberFormat(builtIn: id).kind(of: 1.5)
      #expect((kind == .dateTime || kind == .elapsed) == dates.contains(id), "format \(id)")
    }
    #expect(NumberFormat(builtIn: 46).kind(of: 1.5) == .elapsed)
    #expect(NumberFormat(builtIn: 9).kind(of: 1.5) == .percentage)
    #expect(NumberFormat(builtIn: 10).kind(of: 1.5) == .percentage)
  }

  @Test(
    "letters of a format count only where they are tokens",
    arguments: [
      ("General", NumberFormat.Kind.number), ("GENERAL", .number), ("0.00", .number),
      ("@", .number), ("", .number),
      ("yyyy-mm-dd", .dateTime), ("D/M/YYYY", .dateTime), ("h:mm AM/PM", .dateTime),
      ("mm:ss.0", .dateTime), ("a/p", .dateTime),
      ("e", .dateTime), ("gge", .dateTime), ("bbbb", .dateTime), ("#,##0.0 kg", .number),
      ("[$-1070000]d/mm/yyyy", .dateTime), ("[$-42A]dd mmmm yyyy;@", .dateTime),
      ("[$-F400]h:mm:ss AM/PM", .dateTime), ("[Red]dd/mm/yyyy", .dateTime),
      ("ggge\"年\"m\"月\"d\"日\"", .dateTime),
      ("\"ngày\" dd \"tháng\" mm", .dateTime),
      ("[Red]0.0", .number), ("[Magenta]#,##0", .number), ("[DBNum1]0", .number),
      ("[Color10]0", .number), ("[$VND-42A] #,##0", .number), ("#,##0\\ [$₫-42A]", .number),
      ("0\" điểm/ngày\"", .number), ("0 \\d\\a\\y\\s", .number), ("0_d", .number), ("*d0", .number),
      ("0_đ", .number), ("0\\đd", .dateTime),
      ("0.00E+00", .number), ("##0.0e-0", .number), ("_(* #,##0_);_(* (#,##0)", .number),
      ("0%", .percentage), ("0.0\\%", .number), ("0\"%\"", .number), ("[Blue]0.00%", .percentage),
      ("[h]:mm:ss", .elapsed), ("[mm]:ss", .elapsed), ("[SS].00", .elapsed), ("[hh]", .elapsed),
      ("\"mở", .number), ("[h", .elapsed), ("\\", .number),
      ("General;@", .number), ("General\" điểm\"", .number), ("[$-42A]General", .number),
      ("[$-409]mmm\\-yy;@", .dateTime), ("[$-F800]dddd, mmmm dd, yyyy", .dateTime),
      ("[$-1010409]d mmm", .dateTime), ("[$₫-42A]#,##0.00;[Red]-[$₫-42A]#,##0.00", .number),
      ("[$-42A,1]dd/mm/yyyy", .dateTime), ("[$-42A]h:mm SA/CH", .dateTime),
      ("[$đ-42A] d", .dateTime), ("[$day]0", .number),
      ("[Color 10][>=90]0.0", .number), ("[xanh]d/m", .dateTime),
      ("[$-42A][h]:mm:ss;@", .elapsed), ("[Red][h]:mm", .elapsed), ("[H]\" giờ \"mm", .elapsed),
      ("yyyy/mm/dd\" lúc \"hh:mm", .dateTime), ("\"ngày\"0", .number), ("0\\h", .number),
      ("[DBNum2][$-804]yyyy\"年\"m\"月\"", .dateTime), ("0%\" mỗi năm\"", .percentage),
    ])
  func customFormats(code: String, kind: NumberFormat.Kind) {
    #expect(NumberFormat(code: code).kind(of: 1.5) == kind)
  }

  @Test(
    "the section of a format is chosen by the number",
    arguments: [
      ("0;d/m/yyyy", 1.5, NumberFormat.Kind.number), ("0;d/m/yyyy", -1.5, .dateTime),
      ("0;0%;d/m/yyyy", 0, .dateTime), ("0;0%;d/m/yyyy", -2, .percentage),
      ("[>100]d/m/yyyy;[<10]0%;0", 200, .dateTime), ("[>100]d/m/yyyy;[<10]0%;0", 5, .percentage),
      ("[>100]d/m/yyyy;[<10]0%;0", 50, .number), ("[<=0.5]h:mm;0", 0.5, .dateTime),
      ("[<>7]0%;0", 7, .number), ("[=7]0%;0", 7, .percentage),
      ("[Red][<5]0.0;[Blue][>=5]d/m/yyyy", 5, .dateTime),
      ("[Red][<5]0.0;[Blue][>=5]d/m/yyyy", 4.5, .number),
      ("[<= 1]h:mm;0", 1, .dateTime), ("[>=-1]0%;d/m/yyyy", -2, .dateTime),
      ("General;[Red]-0%;d/m;@", 0, .dateTime), ("0;0;0;d/m/yyyy", -1, .number),
      ("0;0;0;@;d/m/yyyy", 0, .number),
      // Nothing, or text alone, hides a number and does not change what it is.
      ("d/m/yyyy;;", 0, .dateTime), ("d/m/yyyy;;\"-\"", 0, .dateTime),
      ("d/m/yyyy;@", -1, .dateTime),
    ])
  func sections(code: String, value: Double, kind: NumberFormat.Kind) {
    #expect(NumberFormat(code: code).kind(of: value) == kind)
  }

  @Test(
    "built-in formats show what Excel shows, in each group of them",
    arguments: [
      (14, NumberFormat.Kind.dateTime), (18, .dateTime), (20, .dateTime), (22, .dateTime),
      (27, .dateTime), (36, .dateTime), (45, .dateTime), (46, .elapsed), (47, .dateTime),
      (50, .dateTime), (58, .dateTime), (13, .number), (23, .number), (37, .number), (44, .number),
      (48, .number), (49, .number), (59, .number), (9, .percentage), (10, .percentage),
    ])
  func builtInGroups(id: Int, kind: NumberFormat.Kind) throws {
    let fixture = WorkbookFixture(
      rows: #"<row r="1"><c r="A1" s="1"><v>43542.25</v></c></row>"#, formats: ["\(id)"])
    let cell = try #require(try fixture.cell("A1"))
    let isDate = if case .date = cell.value { true } else { false }
    #expect(isDate == (kind == .dateTime))
    #expect(cell.isPercentage == (kind == .percentage))
  }

  @Test("a percentage keeps its number and says so")
  func percentage() throws {
    let fixture = WorkbookFixture(
      rows: #"<row r="1"><c r="A1" s="1"><v>0.95</v></c><c r="B1"><v>0.95</v></c></row>"#,
      formats: ["0%"])
    #expect(try fixture.cell("A1") == Cell(column: 1, value: .number(0.95), isPercentage: true))
    #expect(try fixture.cell("B1") == Cell(column: 2, value: .number(0.95)))
  }

  @Test("a custom code replaces the built-in format of the same number")
  func customCodeOfBuiltInNumber() throws {
    var fixture = WorkbookFixture(
      rows: #"<row r="1"><c r="A1" s="0"><v>43542</v></c></row>"#)
    fixture.set(
      "xl/styles.xml",
      """
      <styleSheet \(WorkbookFixture.main)><numFmts><numFmt numFmtId="14" formatCode="0.00"/></numFmts>
      <cellXfs><xf numFmtId="14"/></cellXfs></styleSheet>
      """)
    #expect(try fixture.cell("A1")?.value == .number(43542))
  }

  @Test("formats of conditional formatting do not touch the cells")
  func differentialFormats() throws {
    var fixture = WorkbookFixture(
      rows: #"<row r="1"><c r="A1"><v>9.5</v></c><c r="B1" s="1"><v>0.5</v></c></row>"#)
    fixture.set(
      "xl/styles.xml",
      """
      <styleSheet \(WorkbookFixture.main)>
      <dxfs><dxf><numFmt numFmtId="170" formatCode="d/m/yyyy"/></dxf></dxfs>
      <numFmts><numFmt numFmtId="171" formatCode="0%"/></numFmts>
      <cellXfs><xf numFmtId="170"/><xf numFmtId="171"/></cellXfs></styleSheet>
      """)
    #expect(try fixture.cell("A1")?.value == .number(9.5))
    #expect(try fixture.cell("B1")?.isPercentage == true)
  }

  @Test("cell formats that are listed over and over, before their codes too, keep their numbers")
  func repeatedFormats() throws {
    let handler = Styles.Handler()
    let list = String(repeating: "<xf numFmtId=\"14\"/><xf numFmtId=\"164\"/>", count: 5000)
    let part = """
      <styleSheet><cellXfs>\(list)</cellXfs>
      <numFmts><numFmt numFmtId="164" formatCode="0.0%"/></numFmts></styleSheet>
      """
    try XMLPushParser.parse(XMLDocument(Array(part.utf8)), with: handler)
    let styles = handler.styles
    #expect(styles.formats.count == 10_000)
    #expect(styles.format(9998) == NumberFormat(builtIn: 14))
    #expect(styles.format(9999).kind(of: 1) == .percentage)
    #expect(styles.format(10_000) == .general)
  }

  @Test("a format that is not in the styles shows a number", arguments: ["99", "x", "-1"])
  func unknownStyle(style: String) throws {
    let fixture = WorkbookFixture(
      rows: #"<row r="1"><c r="A1" s="\#(style)"><v>43542</v></c></row>"#, formats: ["14"])
    #expect(try fixture.cell("A1")?.value == .number(43542))
  }
}
