import Readers
import Spreadsheet
import Testing

@Suite("Rows that are looked at while they are read")
struct RowViewTests {
  @Test("every format's views say what its rows say", arguments: OneTable.files)
  func sameRows(file: OneFile) throws {
    for sheet in try Workbook.open(bytes: file.bytes, name: "a.csv").sheets {
      var rows: [Row] = []
      let layout = try sheet.read { rows.append($0) }
      var views: [RowView] = []
      #expect(try sheet.forEachRow { views.append($0) } == layout)
      #expect(!rows.isEmpty)
      // Views that are kept stay what they were when the rows behind them are read.
      #expect(views.map(Row.init) == rows, "\(file.format)")
      for (view, row) in zip(views, rows) {
        for (cell, copy) in zip(view.cells, row.cells) {
          #expect(view.value(of: cell) == copy.value)
          #expect(view.text(of: cell) == copy.value.text)
          #expect(view.formula(of: cell) == copy.formula)
          #expect(cell.hasFormula == (copy.formula != nil))
          #expect(view.withFormula(of: cell) { String(copying: $0) } == copy.formula ?? "")
          #expect(view[column: copy.column] == cell)
          #expect(
            view.reference(of: cell) == CellReference(row: row.number, column: copy.column))
          if case .text(let text) = copy.value {
            #expect(view.withText(of: cell) { String(copying: $0) } == text)
            #expect(cell.textSize == text.utf8.count)
          }
        }
      }
    }
  }

  @Test("a view of a row in memory is that row")
  func viewOfRow() {
    let row = Row(
      number: 7, isHidden: true,
      cells: [
        Cell(column: 2, value: .text("điểm"), formula: "A1", isPercentage: false),
        Cell(column: 3, value: .number(0.5), isPercentage: true),
        Cell(column: 5, value: .error("#N/A")), Cell(column: 6, value: .empty, formula: ""),
        Cell(column: 7, value: .time(CivilTime(hour: 7, minute: 0))),
      ])
    let view = RowView(row)
    #expect(Row(view) == row)
    #expect(view[column: 4] == nil)
    #expect(view.cells.map(\.isBlank) == [false, false, false, true, false])
  }

  /// Where the texts of the column A lie in memory.
  private func addresses(_ sheet: any SheetSource) throws -> Set<UInt> {
    var addresses: Set<UInt> = []
    _ = try sheet.forEachRow { row in
      let cell = try #require(row[column: 1])
      let address = row.withText(of: cell) { text in
        text.span.withUnsafeBufferPointer { UInt(bitPattern: $0.baseAddress) }
      }
      addresses.insert(address)
    }
    return addresses
  }

  @Test("a shared string is lent to all its cells where it lies, and none is made for a cell")
  func sharedStringsAreLent() throws {
    let rows = (1...1000).map { "<row r=\"\($0)\"><c t=\"s\"><v>\($0 % 2)</v></c></row>" }
    let fixture = WorkbookFixture(
      rows: rows.joined(),
      strings: ["<si><t>Thực hiện nhiệm vụ</t></si>", "<si><t>Chấp hành chủ trương</t></si>"])
    #expect(try addresses(fixture.open().sheets[0]).count == 2)
  }

  @Test("the texts of the rows that follow each other lie in the same memory")
  func rowsReuseMemory() throws {
    let rows = (1...1000).map {
      "<row r=\"\($0)\"><c t=\"inlineStr\"><is><t>Thực hiện nhiệm vụ \($0)</t></is></c></row>"
    }
    // The memory grows for the first texts.
    #expect(try addresses(WorkbookFixture(rows: rows.joined()).open().sheets[0]).count < 5)
  }

  @Test("the texts of a text file are lent where they lie in the file, a row after the other")
  func textFileIsLent() throws {
    let lines = (1...1000).map { _ in "Thực hiện nhiệm vụ,\"Chấp hành\"\n" }
    let bytes = Array(lines.joined().utf8)
    let found = try addresses(Workbook.open(bytes: bytes, name: "a.csv").sheets[0]).sorted()
    #expect(found.count == 1000)
    #expect(zip(found, found.dropFirst()).allSatisfy { $1 - $0 == UInt(bytes.count / 1000) })
  }

  @Test("rows that are copied share the string of a shared string")
  func copiesShareStrings() throws {
    let rows = (1...3).map { "<row r=\"\($0)\"><c t=\"s\"><v>0</v></c></row>" }
    let fixture = WorkbookFixture(
      rows: rows.joined(), strings: ["<si><t>Thực hiện nhiệm vụ chính trị</t></si>"])
    var addresses: Set<UInt> = []
    for row in try fixture.sheet().rows {
      guard case .text(let text) = row.cells[0].value else { continue }
      let address = text.utf8Span.span.withUnsafeBufferPointer { $0.baseAddress }
      addresses.insert(UInt(bitPattern: address))
    }
    #expect(addresses.count == 1)
  }

  @Test("a reading ends where its receiver says so, what lies behind is not parsed")
  func stopping() throws {
    let rows = (1...50_000).map { "<row r=\"\($0)\"><c><v>\($0)</v></c></row>" }
    let fixture = WorkbookFixture(rows: rows.joined(), after: "<damaged></worksheet>")
    let sheet = try fixture.open().sheets[0]
    var seen: [Int] = []
    let layout = try sheet.forEachRow { row, stop in
      seen.append(row.number)
      stop = row.number == 3
    }
    #expect(layout == nil)
    #expect(seen == [1, 2, 3])
    #expect(throws: ReadingError.self) { try sheet.forEachRow { _, _ in } }
  }

  @Test("a reading that is not stopped gives the layout")
  func notStopped() throws {
    let fixture = WorkbookFixture(
      rows: "<row r=\"1\"><c><v>1</v></c></row>",
      after: "<mergeCells><mergeCell ref=\"A1:B1\"/></mergeCells>")
    let layout = try fixture.open().sheets[0].forEachRow { _, _ in }
    #expect(layout?.mergedRanges.map(\.description) == ["A1:B1"])
  }

  @Test("what the receiver throws comes out as it is", arguments: OneTable.files)
  func errors(file: OneFile) throws {
    struct Enough: Error {}
    let sheet = try Workbook.open(bytes: file.bytes, name: "a.csv").sheets[0]
    #expect(throws: Enough.self) { try sheet.forEachRow { _ in throw Enough() } }
    #expect(throws: Enough.self) { try sheet.read { _ in throw Enough() } }
  }

  @Test("a sheet is found by its name, as it is written first")
  func sheetByName() throws {
    let workbook = try WorkbookFixture(rows: "").open()
    #expect(workbook.sheet(named: "Sheet1")?.name == "Sheet1")
    #expect(workbook.sheet(named: "SHEET1")?.name == "Sheet1")
    #expect(workbook.sheet(named: "Sheet2") == nil)
  }

  @Test("a CDATA section whose characters are written longer than need be is damage, not text")
  func overlongText() throws {
    var fixture = WorkbookFixture(rows: "")
    let head =
      "<worksheet \(WorkbookFixture.main)><sheetData><row><c t=\"inlineStr\"><is><t><![CDATA["
    let tail = "]]></t></is></c></row></sheetData></worksheet>"
    for (text, isSound) in [([0xC1, 0x81], false), ([0xE1, 0xBB, 0x99], true)] as [([UInt8], Bool)]
    {
      fixture.set("xl/worksheets/sheet1.xml", Array(head.utf8) + text + Array(tail.utf8))
      if isSound {
        #expect(try fixture.cell("A1")?.value == .text("ộ"))
      } else {
        let error = try #require(throws: ReadingError.self) { try fixture.sheet() }
        #expect(error.kind == .unreadable)
      }
    }
  }
}
