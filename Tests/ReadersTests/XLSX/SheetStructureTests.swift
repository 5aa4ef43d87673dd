import Spreadsheet
import Testing

@Suite("Rows and cells of XLSX sheets")
struct SheetStructureTests {
  /// The rows as `3: A=1 C=2`.
  private func rows(_ fixture: WorkbookFixture) throws -> [String] {
    try fixture.sheet().rows.map { row in
      let cells = row.cells.map {
        "\(CellReference.letters(ofColumn: $0.column))=\($0.value.text)"
      }
      return "\(row.number): " + cells.joined(separator: " ")
    }
  }

  @Test(
    "rows come by number and cells by column, however they are stored",
    arguments: [
      // Without references.
      (
        "<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>",
        ["1: A=1 B=2", "2: A=3"]
      ),
      // Partly without.
      (
        #"<row r="4"><c r="C4"><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>"#,
        ["4: C=1 D=2", "5: A=3"]
      ),
      // With empty references.
      (#"<row r=""><c r=""><v>1</v></c></row>"#, ["1: A=1"]),
      // Rows out of order.
      (
        #"<row r="3"><c r="A3"><v>3</v></c></row><row r="1"><c r="A1"><v>1</v></c></row>"#,
        ["1: A=1", "3: A=3"]
      ),
      // A row twice.
      (
        #"<row r="1"><c r="A1"><v>1</v></c></row><row r="2"><c r="A2"><v>2</v></c></row>"#
          + #"<row r="1"><c r="B1"><v>3</v></c></row>"#,
        ["1: A=1 B=3", "2: A=2"]
      ),
      // Cells out of order, and one stored twice.
      (
        #"<row r="1"><c r="C1"><v>3</v></c><c r="A1"><v>1</v></c><c r="C1"><v>4</v></c></row>"#,
        ["1: A=1 C=4"]
      ),
      // A cell that names another row than the one it is in.
      (
        #"<row r="1"><c r="A1"><v>1</v></c><c r="A3"><v>3</v></c></row>"#
          + #"<row r="2"><c r="A2"><v>2</v></c></row>"#,
        ["1: A=1", "2: A=2", "3: A=3"]
      ),
      // A gap.
      (
        #"<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row>"#,
        ["1: A=1", "1048576: XFD=2"]
      ),
      // Lower case and blanks in odd places.
      ("<row\n r = '2' ><c\tr='b2' ><v>1</v></c></row>", ["2: B=1"]),
      // References written as character references.
      (#"<row r="&#50;"><c r="A&#50;"><v>1</v></c></row>"#, ["2: A=1"]),
      // Formatted cells, and empty texts, are no cells; rows of them no rows.
      (#"<row r="1"><c r="A1" s="3"/><c r="B1" t="s"></c></row><row r="2" ht="30"/>"#, []),
      (#"<row r="1"><c r="A1" t="inlineStr"><is><t></t></is></c></row>"#, []),
      // What else a cell or row may hold.
      (
        #"<row r="1"><extLst><ext><c r="Z9"><v>9</v></c></ext></extLst>"#
          + #"<c r="A1"><extLst><v>8</v></extLst><v>1</v></c></row>"#,
        ["1: A=1"]
      ),
    ])
  func order(stored: String, expected: [String]) throws {
    #expect(try rows(WorkbookFixture(rows: stored)) == expected)
  }

  @Test("the dimension is not believed")
  func dimension() throws {
    let fixture = WorkbookFixture(
      rows: #"<row r="9"><c r="Z9"><v>1</v></c></row>"#, before: #"<dimension ref="A1:B2"/>"#)
    #expect(try rows(fixture) == ["9: Z=1"])
  }

  @Test("hidden rows and columns are handed out and marked")
  func hidden() throws {
    let fixture = WorkbookFixture(
      rows: """
        <row r="1" hidden="1"><c r="B1"><v>1</v></c></row>
        <row r="2" hidden="0"><c r="B2"><v>2</v></c></row>
        <row r="3" ht="0" customHeight="1"><c r="B3"><v>2</v></c></row>
        """,
      before: """
        <cols><col min="1" max="1" width="9"/><col min="2" max="4" hidden="true"/>
        <col min="6" max="6" hidden="false"/></cols>
        """)
    let sheet = try fixture.sheet()
    #expect(sheet.rows.map(\.isHidden) == [true, false, false])
    #expect(sheet.layout.hiddenColumns == [2...4])
  }

  @Test("a row that is stored twice is hidden when one of the two is")
  func hiddenTwice() throws {
    let fixture = WorkbookFixture(
      rows: """
        <row r="2" hidden="1"><c r="A2"><v>1</v></c></row><row r="1"><c r="A1"><v>1</v></c></row>
        <row r="2"><c r="B2"><v>2</v></c></row>
        """)
    #expect(try fixture.sheet().rows.map(\.isHidden) == [false, true])
  }

  @Test("merged ranges are known, and a value stored under a merge is there")
  func merges() throws {
    let fixture = WorkbookFixture(
      rows: #"<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row>"#,
      after:
        #"<mergeCells count="9"><mergeCell ref="A1:B1"/><mergeCell ref="D4"/><mergeCell ref="D6:C5"/></mergeCells>"#
    )
    let sheet = try fixture.sheet()
    #expect(sheet.layout.mergedRanges.map(\.description) == ["A1:B1", "C5:D6"])
    #expect(try rows(fixture) == ["1: A=1 B=2"])
  }

  @Test("a sheet can be read again")
  func readAgain() throws {
    let source = try #require(
      try WorkbookFixture(rows: #"<row r="1"><c r="A1"><v>1</v></c></row>"#).open(
        limits: Limits(cells: 1)
      ).sheets.first)
    #expect(try SheetGrid(reading: source).rows == SheetGrid(reading: source).rows)
  }

  @Test("what the receiver of rows throws ends the reading and comes through unchanged")
  func receiverThrows() throws {
    struct Enough: Error {}
    let source = try #require(
      try WorkbookFixture(
        rows: (1...9).map { "<row r=\"\($0)\"><c r=\"A\($0)\"><v>1</v></c></row>" }.joined()
      ).open().sheets.first)
    var seen: [Int] = []
    #expect(throws: Enough.self) {
      _ = try source.read { row in
        seen.append(row.number)
        if row.number == 3 { throw Enough() }
      }
    }
    #expect(seen == [1, 2, 3])
  }

  @Test(
    "a damaged sheet is an error that names the last cell",
    arguments: [
      (#"<row r="1"><c r="A1"><v>1</v></c></row><row r="2"><c r="B2"><v>2</w></c></row>"#, "B2"),
      (#"<row r="1"><c r="A1"><v>1</v></c></row><row r="0"/>"#, "A1"),
      (#"<row r="1"><c r="C1"><v>1</v></c><c r="1A"/></row>"#, "C1"),
      (#"<row r="1"><c r="C1"><v>1</v></c><c r="XFE1"/></row>"#, "C1"),
      (#"<row r="1"><c r="C1"><v>1</v></c></row><row r="1048577"/>"#, "C1"),
      (#"<row r="1048576"><c r="C1048576"><v>1</v></c></row><row/>"#, "C1048576"),
      (#"<row r="1"><c r="C1" t="inlineStr"><is><t>&unknown;</t></is></c></row>"#, "C1"),
    ])
  func damage(stored: String, cell: String) throws {
    let error = try #require(throws: ReadingError.self) {
      try WorkbookFixture(rows: stored).sheet()
    }
    #expect(error.kind == .unreadable)
    #expect(error.cell == cell)
    #expect(error.sheet == "Sheet1")
  }

  @Test(
    "a sheet that is cut short says so",
    arguments: [("", "empty"), ("<row r=", "XML"), ("<v>1", "ends"), ("</row>", "ends")])
  func cutShort(last: String, word: String) throws {
    var fixture = WorkbookFixture(rows: #"<row r="1"><c r="A1"><v>1</v></c></row>"#)
    let text = fixture.text("xl/worksheets/sheet1.xml")
    let end = try #require(last.isEmpty ? text.startIndex : text.firstRange(of: last)?.upperBound)
    fixture.set("xl/worksheets/sheet1.xml", String(text[..<end]))
    let error = try #require(throws: ReadingError.self) { try fixture.sheet() }
    #expect(error.kind == .unreadable)
    #expect(error.detail.contains(word))
  }

  @Test("rows before the damage are handed out")
  func rowsBeforeDamage() throws {
    let source = try #require(
      try WorkbookFixture(rows: #"<row r="1"><c r="A1"><v>1</v></c></row><row r="2"><c></row>"#)
        .open().sheets.first)
    var seen: [Int] = []
    #expect(throws: ReadingError.self) { _ = try source.read { seen.append($0.number) } }
    #expect(seen == [1])
  }

  @Test("a document type declaration is refused: entities never expand")
  func documentType() throws {
    var fixture = WorkbookFixture(rows: "")
    fixture.set(
      "xl/worksheets/sheet1.xml",
      """
      <!DOCTYPE worksheet [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>
      <worksheet \(WorkbookFixture.main)><sheetData><row r="1"><c r="A1" t="str"><v>&b;</v></c></row>
      </sheetData></worksheet>
      """)
    let error = try #require(throws: ReadingError.self) { try fixture.sheet() }
    #expect(error.kind == .unreadable)
    #expect(error.detail.contains("document type"))
  }

  @Test("a document type that only names a definition is passed over, and declares no entity")
  func namedDocumentType() throws {
    func read(_ value: String) throws -> String? {
      var fixture = WorkbookFixture(rows: "")
      fixture.set(
        "xl/worksheets/sheet1.xml",
        """
        <!DOCTYPE worksheet PUBLIC "-//A//B" "file:///etc/hostname">
        <worksheet \(WorkbookFixture.main)><sheetData><row r="1"><c r="A1" t="str"><v>\(value)</v></c>
        </row></sheetData></worksheet>
        """)
      return try fixture.sheet().rows.first?.cells.first?.value.text
    }
    #expect(try read("1 &amp; 2") == "1 & 2")
    #expect(throws: ReadingError.self) { try read("&ten;") }
  }
}
