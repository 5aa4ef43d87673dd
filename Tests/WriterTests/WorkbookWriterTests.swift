import Foundation
import Spreadsheet
import Testing

@testable import Writer

@Suite struct `A workbook that is written` {
  private static func cell(_ row: Int, _ column: Int) -> CellReference {
    CellReference(row: row, column: column)
  }

  private static func link(_ first: CellReference, _ last: CellReference) -> CellLink {
    CellLink(sheet: "Số liệu", range: CellRange(first, last))
  }

  /// Two series over three categories, the second in two colours.
  private static func write(_ chart: Chart, to path: String) throws {
    try WorkbookWriter.write(to: path, title: "t") { workbook in
      let sheet = try workbook.addSheet("Số liệu")
      for (row, line) in [("A & B", 3.5, 1), ("C", 4.25, 2), ("Đ", 0, 7)].enumerated() {
        try sheet.write(.text(line.0), at: cell(row + 2, 1), CellStyle())
        try sheet.write(.number(line.1), at: cell(row + 2, 2), CellStyle())
        try sheet.write(.number(Double(line.2)), at: cell(row + 2, 3), CellStyle())
      }
      try sheet.write(.text("Thường"), at: cell(1, 2), CellStyle())
      try sheet.write(.text("Thưởng"), at: cell(1, 3), CellStyle())
      try sheet.add(chart, at: cell(6, 1))
    }
  }

  private static func chart(
    _ direction: Chart.Direction, _ grouping: Chart.Grouping
  ) -> Chart {
    Chart(
      direction: direction, grouping: grouping, title: "Điểm <x>",
      categories: link(cell(2, 1), cell(4, 1)),
      categoryAxis: Chart.Axis(title: "Đơn vị"),
      valueAxis: Chart.Axis(title: "Điểm", minimum: 0, maximum: 12, numberFormat: "0.0"),
      series: [
        Chart.Series(
          name: link(cell(1, 2), cell(1, 2)), values: link(cell(2, 2), cell(4, 2)), fill: nil,
          labels: "0.00"),
        Chart.Series(
          name: link(cell(1, 3), cell(1, 3)), values: link(cell(2, 3), cell(4, 3)),
          fill: 0x2E75B6, pointFills: [0x112233, 0x445566]),
      ], legend: .bottom, width: 600, height: 300, description: "Biểu đồ")
  }

  static let kinds: [(Chart.Direction, Chart.Grouping, String, String)] = [
    (.columns, .clustered, "col", "clustered"), (.columns, .stacked, "col", "stacked"),
    (.columns, .stackedToWhole, "col", "percentStacked"), (.bars, .clustered, "bar", "clustered"),
    (.bars, .stacked, "bar", "stacked"), (.bars, .stackedToWhole, "bar", "percentStacked"),
  ]

  @Test(arguments: kinds)
  func `draws series with the names and numbers of their cells`(
    direction: Chart.Direction, grouping: Chart.Grouping, barDirection: String, kind: String
  ) throws {
    let folder = try TemporaryFolder()
    try Self.write(Self.chart(direction, grouping), to: "\(folder.path)/t.xlsx")
    let xml = try #require(try folder.part("xl/charts/chart1.xml", of: "t.xlsx"))
    #expect(xml.contains("<c:barDir val=\"\(barDirection)\"/><c:grouping val=\"\(kind)\"/>"))
    for expected in [
      "'Số liệu'!$A$2:$A$4", "'Số liệu'!$B$2:$B$4", "'Số liệu'!$C$2:$C$4", "<c:v>A &amp; B</c:v>",
      "<c:v>3.5</c:v>", "<c:v>4.25</c:v>", "<c:v>Thường</c:v>", "<c:v>Thưởng</c:v>",
      "Điểm &lt;x&gt;", "Đơn vị", "<a:noFill/>", "2E75B6", "112233", "445566",
      "<c:max val=\"12\"/>", "<c:legendPos val=\"b\"/>", "typeface=\"Times New Roman\"",
    ] {
      #expect(xml.contains(expected), "\(expected)")
    }
    // The values' axis is theirs whichever way they run.
    let values = try #require(xml.components(separatedBy: "<c:valAx>").last)
    #expect(values.contains("<c:max val=\"12\"/>") && values.contains("Điểm</a:t>"))
    #expect(values.contains("<c:crosses val=\"max\"/>") == (direction == .bars))
    let categories = xml.components(separatedBy: "<c:catAx>").last?
      .components(separatedBy: "</c:catAx>").first
    #expect(categories?.contains("Đơn vị") == true)
    #expect(categories?.contains("maxMin") == (direction == .bars))
    // Twelve numbers and texts stand in the chart, so that it is drawn before anything is computed.
    #expect(xml.components(separatedBy: "<c:pt idx").count - 1 == 3 * 4 + 2)
  }

  @Test func `numbers its pages from the second on, where the sheet asks for it`() throws {
    let folder = try TemporaryFolder()
    func write(_ name: String) throws {
      try WorkbookWriter.write(to: "\(folder.path)/\(name)", title: "t", office: "Khối & Cụm") {
        workbook in
        for (sheetName, isNumbered) in [("Một", true), ("Hai", false)] {
          let sheet = try workbook.addSheet(sheetName)
          try sheet.write(.text("x"), at: Self.cell(1, 1), CellStyle())
          try sheet.setPage(
            PageSetup(
              area: CellRange(Self.cell(1, 1), Self.cell(90, 2)), orientation: .portrait,
              margins: .official, pageBreaks: [50], isNumbered: isNumbered,
              footer: "&LA && B&RTrang &P/&N"))
        }
      }
    }
    try write("t.xlsx")
    let numbered = try #require(try folder.part("xl/worksheets/sheet1.xml", of: "t.xlsx"))
    let footer = "&amp;LA &amp;&amp; B&amp;RTrang &amp;P/&amp;N"
    #expect(
      numbered.contains(
        "<headerFooter differentFirst=\"1\"><oddHeader>&amp;C&amp;\"Times New Roman,Regular\""
          + "&amp;13&amp;P</oddHeader><oddFooter>\(footer)</oddFooter><firstHeader/>"
          + "<firstFooter>\(footer)</firstFooter></headerFooter>"))
    #expect(numbered.contains("orientation=\"portrait\""))
    #expect(numbered.contains("<brk id=\"49\" max=\"16383\" man=\"1\"/>"))
    #expect(numbered.contains("left=\"1.181102"))
    let plain = try #require(try folder.part("xl/worksheets/sheet2.xml", of: "t.xlsx"))
    #expect(plain.contains("<headerFooter><oddFooter>\(footer)</oddFooter></headerFooter>"))
    #expect(try folder.workbook("t.xlsx").sheets.map(\.name) == ["Một", "Hai"])
    let core = try #require(try folder.part("docProps/core.xml", of: "t.xlsx"))
    #expect(core.contains("<dc:creator>Khối &amp; Cụm</dc:creator>"))
    // Nothing of the clock gets into the package.
    Thread.sleep(forTimeInterval: 2.1)
    try write("u.xlsx")
    #expect(try folder.bytes("t.xlsx") == folder.bytes("u.xlsx"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).count == 2)
  }

  @Test func `names who comments on a cell`() throws {
    let folder = try TemporaryFolder()
    try WorkbookWriter.write(to: "\(folder.path)/t.xlsx", title: "t") { workbook in
      let sheet = try workbook.addSheet("T")
      try sheet.write(.number(9), at: Self.cell(2, 2), CellStyle())
      try sheet.comment("Vượt <tối đa>", at: Self.cell(2, 2), author: "Thường trực")
    }
    let xml = try #require(try folder.part("xl/comments1.xml", of: "t.xlsx"))
    #expect(xml.contains("<author>Thường trực</author>"))
    #expect(xml.contains("ref=\"B2\""))
    #expect(xml.contains("Vượt &lt;tối đa&gt;"))
  }

  @Test func `keeps the text that a formula gives`() throws {
    let folder = try TemporaryFolder()
    try WorkbookWriter.write(to: "\(folder.path)/t.xlsx", title: "t") { workbook in
      let sheet = try workbook.addSheet("T")
      try sheet.write(
        .textFormula("IF(1>0,\"Tốt\",\"\")", cached: "Tốt"), at: Self.cell(1, 1), CellStyle())
    }
    let cell = try #require(try folder.workbook("t.xlsx").sheet("T")?[Self.cell(1, 1)])
    #expect(cell.value == .text("Tốt"))
    #expect(cell.formula == "IF(1>0,\"Tốt\",\"\")")
  }
}
