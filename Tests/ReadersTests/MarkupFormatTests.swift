import Readers
import Spreadsheet
import Testing

@Suite("Markup told from text")
struct MarkupFormatTests {
  @Test(
    "a page with a table is read, whatever it begins with",
    arguments: [
      "<table border=1><tr><td>1</td></tr></table>", "<TABLE><TR><TD>1</TD></TR></TABLE>",
      "\u{FEFF}\n <!DOCTYPE html>\n<html><body><table><tr><td>1</table>",
      "<!-- xuất từ cổng --><!-- hai --><html><table><tr><td>1</table>",
      "<?xml version=\"1.0\"?><html xmlns=\"http://www.w3.org/1999/xhtml\"><table><tr><td>1</td></tr></table></html>",
      "<meta charset=utf-8><style>td{}</style><table><tr><td>1</table>",
      "<div><p>Bảng</p></div><table><tr><td>1</table>",
    ])
  func pages(content: String) throws {
    let workbook = try WorkbookGrid(
      reading: Workbook.open(bytes: Array(content.utf8), name: "a.xls"))
    #expect(workbook.sheets.first?.rows.last?.cells.first?.value == .text("1"))
  }

  @Test("a table far behind the head of a page is found")
  func longHead() throws {
    let style = String(repeating: ".a{color:red}", count: 20_000)
    let page = "<html><style>\(style)</style><table><tr><td>1</table>"
    #expect(try Workbook.open(bytes: Array(page.utf8), name: "a.xls").sheets.count == 1)
  }

  @Test(
    "a text whose first cell begins with a bracket stays a text",
    arguments: [
      "<5 điểm,9\n<6 điểm,8\n", "<b>Đơn vị</b>,Điểm\nA,9\n", "<table,9\n1,2\n", "<,>\n1,2\n",
      "<p>Ghi chú</p>;2\n1;2\n", "< html,2\n", "<p>a<td>b</p>;2\n",
    ])
  func texts(content: String) throws {
    let workbook = try WorkbookGrid(
      reading: Workbook.open(bytes: Array(content.utf8), name: "a.csv"))
    #expect(workbook.sheets.first?.name == "a")
    #expect(workbook.sheets.first?.rows.count == content.filter { $0 == "\n" }.count)
  }

  @Test(
    "pages without tables and other XML are named",
    arguments: [
      ("<html><body>đăng nhập</body></html>", "HTML"), ("<!DOCTYPE html><p>lỗi 500</p>", "HTML"),
      ("<?xml version=\"1.0\"?><data><row/></data>", "XML"),
      (
        "<office:document xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" office:mimetype=\"application/vnd.oasis.opendocument.text\"/>",
        "OpenDocument"
      ),
    ])
  func foreign(content: String, name: String) throws {
    let error = try #require(throws: ReadingError.self) {
      try Workbook.open(bytes: Array(content.utf8), name: "a.xls")
    }
    #expect(error.kind == .unsupported)
    #expect(error.detail.contains(name))
  }
}
