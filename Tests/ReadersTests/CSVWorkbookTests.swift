import Readers
import Spreadsheet
import Testing

@Suite struct CSVWorkbookTests {
  @Test(
    "The sheet is named after the file, without folders and extension",
    arguments: [
      ("diem.csv", "diem"), ("nop/2025/Phòng PV01.CSV", "Phòng PV01"), (#"C:\nop\a.b.txt"#, "a.b"),
      ("diem", "diem"), (".csv", ".csv"),
    ])
  func namesSheet(file: String, name: String) throws {
    #expect(try CSVWorkbook(bytes: [], name: file).sheets.map(\.name) == [name])
  }

  @Test("There is one visible sheet of untyped cells")
  func describesWorkbook() throws {
    let book = try CSVWorkbook(bytes: Array("a;b\n".utf8), name: "a.csv")
    #expect(!book.isTyped)
    #expect(!book.recalculatesOnLoad)
    #expect(book.notes.isEmpty)
    #expect(book.sheets.map(\.visibility) == [.visible])
  }

  @Test("Rows keep the number of their record, blank lines counted; blank fields leave no cell")
  func numbersRows() throws {
    let text = "a;\"x\ny\"\r\n\r\n;;\r\n\"\";c\r\n"
    let grid = try SheetGrid(
      reading: CSVWorkbook(bytes: Array(text.utf8), name: "a.csv").sheets[0])
    #expect(
      grid.rows == [
        Row(
          number: 1,
          cells: [Cell(column: 1, value: .text("a")), Cell(column: 2, value: .text("x\ny"))]),
        Row(number: 4, cells: [Cell(column: 2, value: .text("c"))]),
      ])
    #expect(grid.layout == SheetLayout())
  }

  @Test("Cells are text, numbers and formulas too, with their spaces")
  func keepsText() throws {
    #expect(
      try texts(ofCSV: "01; 9,50 ;=A1\nTRUE;2025-12-15;#N/A\n") == [
        ["01", " 9,50 ", "=A1"], ["TRUE", "2025-12-15", "#N/A"],
      ])
  }

  @Test("A sheet can be read twice, and the reader of rows can stop it")
  func readsAgain() throws {
    struct Enough: Error {}
    let sheet = try CSVWorkbook(bytes: Array("a;b\nc;d\n".utf8), name: "a.csv").sheets[0]
    var numbers: [Int] = []
    #expect(throws: Enough.self) {
      _ = try sheet.read { row in
        numbers.append(row.number)
        throw Enough()
      }
    }
    #expect(numbers == [1])
    #expect(try SheetGrid(reading: sheet).rows.count == 2)
  }

  @Test("A file beyond the limit of bytes is refused before it is read")
  func limitsBytes() {
    #expect(
      throws: ReadingError(
        exceeding: ExceededLimit(.partBytes, bound: 9, met: 10), file: "a.csv")
    ) {
      try CSVWorkbook(
        bytes: Array("0123456789".utf8), name: "a.csv", limits: Limits(partBytes: 9))
    }
  }

  @Test("Text that grows beyond the limit when it is decoded is refused")
  func limitsDecodedBytes() {
    let bytes = VietnameseEncoder.tcvn3.encode("Nội dung;Điểm\n")
    #expect(throws: ReadingError.self) {
      try CSVWorkbook(bytes: bytes, name: "a.csv", limits: Limits(totalBytes: bytes.count))
    }
  }

  @Test("Cells beyond the limit end the reading with the place")
  func limitsCells() throws {
    let book = try CSVWorkbook(
      bytes: Array("a;b\n;d\n".utf8), name: "nop/a.csv", limits: Limits(cells: 2))
    #expect(
      throws: ReadingError(
        exceeding: ExceededLimit(.cells, bound: 2, met: 3), file: "nop/a.csv", sheet: "a",
        cell: "B2")
    ) { try book.sheets[0].read { _ in } }
  }
}
