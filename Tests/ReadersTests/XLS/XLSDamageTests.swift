import Readers
import Spreadsheet
import Testing

@Suite("Damaged and protected XLS files")
struct XLSDamageTests {
  /// The error of reading all of `fixture`.
  private func error(
    _ fixture: XLSFixture, limits: Limits = Limits(),
    _ location: SourceLocation = #_sourceLocation
  ) throws -> ReadingError {
    try #require(throws: ReadingError.self, sourceLocation: location) {
      try WorkbookGrid(reading: fixture.open(limits: limits))
    }
  }

  @Test("a file that a password protects is encrypted", arguments: [0x0600, 0x0500] as [UInt16])
  func encrypted(version: UInt16) throws {
    // XOR obfuscation: a key and a verifier, from BIFF8 on behind the kind 0.
    let kind: [UInt8] = version == 0x0600 ? [0, 0] : []
    var fixture = XLSFixture(
      BIFF.numberCell(1, 1, 1), globals: BIFF.record(0x002F, kind + [1, 2, 3, 4]))
    fixture.version = version
    #expect(try error(fixture).kind == .encrypted)
  }

  @Test("a sheet without its end is damaged behind its last cell, its rows handed out")
  func withoutEnd() throws {
    var fixture = XLSFixture(BIFF.numberCell(1, 1, 1), BIFF.numberCell(2, 3, 2))
    fixture.sheets[0].isClosed = false
    var rows: [Int] = []
    let sheet = try #require(try fixture.open().sheets.first)
    let error = try #require(throws: ReadingError.self) {
      try sheet.read { rows.append($0.number) }
    }
    #expect(error.kind == .unreadable)
    #expect(error.part == "Workbook")
    #expect(error.sheet == "Sheet1")
    #expect(error.cell == "C2")
    #expect(rows == [1])
  }

  @Test("a record that is too short for what it holds is damaged")
  func shortRecord() throws {
    let error = try error(XLSFixture(BIFF.record(0x0203, BIFF.place(4, 2) + [0, 0])))
    #expect(error.kind == .unreadable)
    #expect(error.cell == "B4")
    #expect(error.detail.contains("0x0203"))
  }

  @Test("a cell outside the sheet is damaged")
  func outside() throws {
    #expect(try error(XLSFixture(BIFF.numberCell(1, 257, 1))).kind == .unreadable)
  }

  @Test("an error and a formula's result of no known kind are damaged")
  func unknownKinds() throws {
    #expect(
      try error(XLSFixture(BIFF.record(0x0205, BIFF.place(1, 1) + [9, 1]))).kind == .unreadable)
    #expect(
      try error(XLSFixture(BIFF.formula(1, 1, result: BIFF.special(9)))).kind == .unreadable)
  }

  @Test(
    "a sheet that is not where the workbook says is damaged, the others are read",
    arguments: [0, 3, 1 << 30, .max] as [UInt32])
  func misplacedSheet(offset: UInt32) throws {
    var fixture = XLSFixture(BIFF.numberCell(1, 1, 1))
    fixture.sheets.append(.init(name: "Hai", records: BIFF.numberCell(1, 1, 2)))
    fixture.offsets[0] = offset
    let sheets = try fixture.open().sheets
    #expect(sheets.map(\.name) == ["Sheet1", "Hai"])
    let error = try #require(throws: ReadingError.self) { try SheetGrid(reading: sheets[0]) }
    #expect(error.kind == .unreadable)
    #expect(error.sheet == "Sheet1")
    #expect(try SheetGrid(reading: sheets[1]).rows.count == 1)
  }

  @Test("no two sheets are read from one place")
  func sharedPlace() throws {
    var fixture = XLSFixture(BIFF.numberCell(1, 1, 1))
    fixture.sheets.append(.init(name: "Hai", records: BIFF.numberCell(1, 1, 2)))
    let second = UInt32(fixture.stream.count - 20 - 18 - 4)
    fixture.offsets[0] = second
    let sheets = try fixture.open().sheets
    #expect(try SheetGrid(reading: sheets[0]).rows.count == 1)
    #expect(throws: ReadingError.self) { try SheetGrid(reading: sheets[1]) }
  }

  @Test("substreams within substreams without end are refused")
  func nesting() throws {
    let fixture = XLSFixture((0..<20).flatMap { _ in BIFF.beginning(BIFF.chart) })
    #expect(try error(fixture).kind == .limitExceeded)
  }

  @Test("a list of sheets without its end is damaged")
  func globalsWithoutEnd() throws {
    let stream = Array(XLSFixture(BIFF.numberCell(1, 1, 1)).stream.prefix(40))
    let bytes = CompoundFileWriter(streams: [("Workbook", stream)]).bytes
    let error = try #require(throws: ReadingError.self) {
      try Workbook.open(bytes: bytes, name: "a.xls")
    }
    #expect(error.kind == .unreadable)
  }

  @Test(
    "beyond a limit there is an error that says so",
    arguments: [Limits(partBytes: 100), Limits(cells: 2), Limits(entries: 1)])
  func limits(limits: Limits) throws {
    var fixture = XLSFixture(
      BIFF.numberCell(1, 1, 1), BIFF.numberCell(1, 2, 1), BIFF.numberCell(2, 1, 1))
    fixture.sheets.append(.init(name: "Hai", records: []))
    #expect(try error(fixture, limits: limits).kind == .limitExceeded)
  }

  @Test("every file that is cut short is read or refused, and is never read as whole")
  func truncation() throws {
    let fixture = XLSFixture(
      (1...40).flatMap { BIFF.numberCell($0, 1, Double($0)) }, globals: BIFF.sharedStrings(["a"]))
    let stream = fixture.stream
    for length in 0..<stream.count {
      let bytes = CompoundFileWriter(
        streams: [("Workbook", Array(stream.prefix(length)))]
      ).bytes
      let error = try #require(throws: ReadingError.self, "\(length)") {
        try WorkbookGrid(reading: Workbook.open(bytes: bytes, name: "a.xls"))
      }
      #expect(error.kind == .unreadable)
    }
  }

  @Test("a file with any byte changed is read or refused")
  func changedBytes() throws {
    let bytes = XLSFixture(
      BIFF.sharedLabel(1, 1, 0), BIFF.formula(1, 2, result: BIFF.special(0)),
      BIFF.record(0x0207, BIFF.longText("x")), BIFF.beginning(BIFF.chart), BIFF.end,
      BIFF.record(0x00E5, [1, 0, 0, 0, 1, 0, 2, 0, 3, 0]), globals: BIFF.sharedStrings(["a", "b"]),
      BIFF.format(164, "dd/mm"), BIFF.cellFormat(164)
    ).bytes
    for index in bytes.indices {
      for change in [0xFF, 0x01, 0x80] as [UInt8] {
        var changed = bytes
        changed[index] ^= change
        do {
          _ = try WorkbookGrid(reading: Workbook.open(bytes: changed, name: "a.xls"))
        } catch is ReadingError {
          continue
        }
      }
    }
  }
}
