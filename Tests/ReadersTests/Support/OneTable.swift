import Readers
import Testing

/// A file of one format, called by it in the tests' names.
struct OneFile: CustomTestStringConvertible {
  let format: String
  let bytes: [UInt8]

  init(_ format: String, _ bytes: [UInt8]) {
    self.format = format
    self.bytes = bytes
  }

  var testDescription: String { format }
}

/// The same small table in every format.
enum OneTable {
  /// Two rows: a text, a number, a text that has to be unescaped, and a percentage or date where
  /// the format has them.
  static let files: [OneFile] = [
    OneFile("XLSX", xlsx.bytes),
    OneFile("XLSX, rows out of order", unordered.bytes),
    OneFile("XLS", xls.bytes),
    OneFile("ODS", ods.bytes),
    OneFile(
      "flat ODS",
      Array(
        ods.content(
          root: "office:document", attributes: " office:mimetype=\"\(ODSFixture.mediaType)\""
        ).utf8)),
    OneFile("XML spreadsheet", Array(spreadsheetML.utf8)),
    OneFile("HTML", Array("<table><tr><td>Mức độ hoàn thành<td>9.5<tr><td>a&amp;b</table>".utf8)),
    OneFile("CSV", Array("Mức độ hoàn thành,9.5\n\"a\"\"b\",2\n".utf8)),
    OneFile(
      "CSV that is not UTF-8 everywhere", Array("Mức độ hoàn thành,é\n".utf8) + [0xFF, 0x0A]),
    OneFile(
      "CSV in Windows-1258", [0x4D, 0xF0, 0x63, 0x2C, 0x31, 0x0A, 0xC3, 0x69, 0xEC, 0x6D, 0x0A]),
  ]

  private static let first = #"""
    <row r="1" hidden="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1"><v>0.95</v></c>
    <c r="C1" t="inlineStr"><is><t>dòng_x000A_dưới của ô nhập</t></is></c>
    <c r="D1"><f>A1&amp;"x"</f></c><c r="E1" s="2"><v>43542.5</v></c></row>
    """#
  private static let second = #"""
    <row r="4"><c r="B4" t="e"><f t="shared" ref="B4:B5" si="0">1/C4</f><v>#DIV/0!</v></c>
    <c r="A4" t="b"><v>1</v></c><c r="C4" t="s"><v>0</v></c></row>
    """#

  private static func xlsx(_ rows: String) -> WorkbookFixture {
    WorkbookFixture(
      rows: rows, strings: ["<si><t>Mức độ hoàn thành nhiệm vụ</t></si>"], formats: ["0%", "22"])
  }

  private static let xlsx = xlsx(first + second)
  private static let unordered = xlsx(second + first)

  private static let xls = XLSFixture(
    BIFF.numberCell(1, 2, 9.5), BIFF.record(0x00FD, [1, 0, 0, 0, 0, 0, 0, 0, 0, 0]),
    globals: BIFF.sharedStrings(["Mức độ hoàn thành nhiệm vụ"]))

  private static let ods = ODSFixture(
    cells: """
      <table:table-cell office:value-type="string"><text:p>Mức độ hoàn thành</text:p></table:table-cell>
      <table:table-cell office:value-type="percentage" office:value="0.95"/>
      <table:table-cell office:value-type="date" office:date-value="2019-03-18"/>
      """)

  private static let spreadsheetML = """
    <?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"
    xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="Sheet1"><Table>
    <Row><Cell ss:Formula="=R1C2"><Data ss:Type="String">Mức độ hoàn thành</Data></Cell>
    <Cell><Data ss:Type="Number">9.5</Data></Cell></Row></Table></Worksheet></Workbook>
    """
}
