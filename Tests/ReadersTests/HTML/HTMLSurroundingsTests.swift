import Readers
import Spreadsheet
import Testing

@Suite("Text around the tables of HTML pages")
struct HTMLSurroundingsTests {
  /// The cells of each sheet as `A1 text`.
  private func sheets(_ page: String) throws -> [[String]] {
    try HTMLPages.workbook(page).sheets.map { sheet in
      sheet.rows.flatMap { row in
        row.cells.map { "\(CellReference(row: row.number, column: $0.column)) \($0.value.text)" }
      }
    }
  }

  @Test(
    "each line before a table is a row above it, as Excel shows it",
    arguments: [
      ("<p>Đơn vị: Sở Nội vụ</p><div>Năm 2019</div>", ["A1 Đơn vị: Sở Nội vụ", "A2 Năm 2019"]),
      ("<h1>Bảng <b>chấm</b> điểm</h1>", ["A1 Bảng chấm điểm"]),
      ("Đơn vị: A<br>Năm 2019", ["A1 Đơn vị: A", "A2 Năm 2019"]),
      ("<p>&nbsp;</p><p>A</p><p></p><br><br><p>B</p>", ["A1 A", "A2 B"]),
      ("<title>Tệp</title><style>p{}</style><script>x</script><!-- c --><p>A", ["A1 A"]),
      ("<p style='display:none'>ẩn</p><select><option>2019</select><nav>Menu</nav>A", ["A1 A"]),
      ("", []),
    ])
  func above(text: String, lines: [String]) throws {
    let page = "<html><body>\(text)<table><tr><td>x<td>y<tr><td>z</table></body></html>"
    let count = lines.count
    #expect(
      try sheets(page) == [lines + ["A\(count + 1) x", "B\(count + 1) y", "A\(count + 2) z"]])
  }

  @Test("merges and blank rows move down with their table")
  func layout() throws {
    let page = "<p>A</p><p>B</p><table><tr><td rowspan=2 colspan=2>x</tr><tr></tr><tr><td>y</table>"
    let sheet = try #require(try HTMLPages.workbook(page).sheets.first)
    #expect(sheet.layout.mergedRanges.map(\.description) == ["A3:B4"])
    #expect(sheet.rows.map(\.number) == [1, 2, 3, 5])
  }

  @Test("text between tables is above the second, text behind the last below it")
  func between() throws {
    let page = """
      <p>một</p><table><tr><td>1</table><p>hai</p><table><tr><td>2<tr><td></table><p>Người lập</p>
      """
    #expect(try sheets(page) == [["A1 một", "A2 1"], ["A1 hai", "A2 2", "A4 Người lập"]])
  }

  @Test("the title above a table that only arranges others is that of the first inside it")
  func layoutTable() throws {
    let page = "<p>Đơn vị: A</p><table><tr><td><table><tr><td>trong</table></table>"
    #expect(try sheets(page) == [["A1 Đơn vị: A", "A2 trong"]])
  }

  @Test("the title above a table that is not shown is that of the next one")
  func hiddenTable() throws {
    let page = """
      <p>Đơn vị: A</p><table style="display:none"><tr><td>ẩn</table><table><tr><td>hiện</table>
      """
    #expect(try sheets(page) == [["A1 ẩn"], ["A1 Đơn vị: A", "A2 hiện"]])
  }

  @Test("what LibreOffice writes between its sheets is no text of theirs")
  func libreOffice() throws {
    let page = """
      <html><body><p><center><h1>Overview</h1><a href="#table0">Sheet 1: Điểm</a><br></center></p>\
      <hr><a name="table0"><h1>Sheet 1: <em>Điểm</em></h1></a><table><tr><td>1</table></html>
      """
    #expect(try sheets(page) == [["A1 1"]])
  }

  @Test("lines count as cells")
  func limit() throws {
    let page = String(repeating: "<p>a</p>", count: 5) + "<table><tr><td>1</table>"
    #expect(try HTMLPages.workbook(page, limits: Limits(cells: 6)).sheets[0].rows.count == 6)
    let error = try #require(throws: ReadingError.self) {
      try HTMLPages.workbook(page, limits: Limits(cells: 5))
    }
    #expect(error.limit?.name == .cells)
  }
}
