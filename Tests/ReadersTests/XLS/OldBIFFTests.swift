import Readers
import Spreadsheet
import Testing

@Suite("XLS files of Excel 2 to 95")
struct OldBIFFTests {
  /// A workbook of BIFF5 whose one label holds `text`.
  private func biff5(codePage: UInt16?, _ text: [UInt8]) -> XLSFixture {
    var fixture = XLSFixture(
      BIFF.record(0x0204, BIFF.place(1, 1) + BIFF.number(UInt16(text.count)) + text),
      globals: codePage.map { BIFF.record(0x0042, BIFF.number($0)) } ?? [])
    fixture.version = 0x0500
    fixture.streamName = "Book"
    return fixture
  }

  @Test(
    "text of BIFF5 is read by the code page that the workbook names",
    arguments: [
      (1252, [0x63, 0x61, 0x66, 0xE9, 0x80], "café€"),
      // In Windows-1258 the tone stands behind its letter.
      (1258, [0xD0, 0x69, 0xEA, 0xD2, 0x6D], "Điểm"),
      (1250, [0xB9, 0xE8, 0xF8], "ąčř"), (1251, [0xD2, 0xE5, 0xF1, 0xF2], "Тест"),
      (10000, [0x8E, 0xA5], "é•"), (0x8001, [0x93, 0x94], "“”"),
      (932, [0x93, 0x5F, 0x31], "点1"), (932, [0x31, 0x93], "1\u{FFFD}"),
    ] as [(UInt16, [UInt8], String)])
  func codePages(page: UInt16, bytes: [UInt8], text: String) throws {
    let fixture = biff5(codePage: page, bytes)
    #expect(try fixture.value("A1") == .text(text))
    #expect(try fixture.open().notes.isEmpty)
  }

  @Test(
    "a code page that is missing or unknown is taken for that of Western Europe, and noted",
    arguments: [nil, 1, 1200] as [UInt16?])
  func assumedCodePage(page: UInt16?) throws {
    let fixture = biff5(codePage: page, [0xE9])
    #expect(try fixture.value("A1") == .text("é"))
    let note = try #require(try fixture.open().notes.first)
    guard case .legacyEncoding(let name, _) = note else {
      Issue.record("\(note)")
      return
    }
    #expect(name == "Windows-1252")
  }

  @Test("a workbook of BIFF5 has formats, rich labels and texts of formulas")
  func biff5Records() throws {
    var fixture = XLSFixture(
      BIFF.numberCell(1, 1, 43542, format: 1),
      BIFF.record(0x00D6, BIFF.place(1, 2) + [2, 0, 0x61, 0x62, 1, 0, 0]),
      BIFF.formula(1, 3, result: BIFF.special(0)), BIFF.record(0x0207, [2, 0, 0x6F, 0x6B]),
      globals: BIFF.record(0x0042, [0xE4, 4]),
      BIFF.record(0x041E, [164, 0, 5] + Array("dd/mm".utf8)), BIFF.cellFormat(0),
      BIFF.cellFormat(164))
    fixture.version = 0x0500
    fixture.streamName = "Book"
    #expect(
      try fixture.sheet()?.row(1)?.cells.map(\.value)
        == [.date(XLSValueTests.day), .text("ab"), .text("ok")])
  }

  @Test("a workbook without a container is read")
  func bareWorkbook() throws {
    let workbook = try Workbook.open(
      bytes: XLSFixture(BIFF.numberCell(1, 1, 5)).stream, name: "a.xls")
    #expect(try WorkbookGrid(reading: workbook).sheets.first?.rows.count == 1)
  }

  @Test("a file of BIFF2 is one sheet, named after the file, its formats in its cells")
  func biff2() throws {
    func cell(_ type: UInt16, _ row: UInt16, _ column: UInt16, _ data: [UInt8]) -> [UInt8] {
      BIFF.record(type, BIFF.number(row) + BIFF.number(column) + data)
    }
    let bytes: [UInt8] =
      BIFF.record(0x0009, [2, 0, 0x10, 0]) + BIFF.record(0x001E, [7] + Array("General".utf8))
      + BIFF.record(0x001E, [6] + Array("dd\\/mm".utf8)) + cell(2, 0, 0, [0, 0, 0, 42, 0])
      + cell(3, 0, 1, [0, 0, 0] + BIFF.double(0.5))
      + cell(4, 0, 2, [0, 0, 0, 3] + Array("abc".utf8))
      + cell(5, 1, 0, [0, 0, 0, 0x2A, 1])
      + cell(6, 1, 1, [0, 1, 0] + BIFF.double(43542) + [0, 1, 0x1C])
      + cell(6, 1, 2, [0, 0, 0] + BIFF.special(0) + [0, 1, 0x1C]) + BIFF.record(7, [1, 0x78])
      + BIFF.end
    let workbook = try Workbook.open(bytes: bytes, name: "thư mục/bảng điểm.xls")
    let sheet = try #require(try WorkbookGrid(reading: workbook).sheets.first)
    #expect(sheet.name == "bảng điểm")
    #expect(
      sheet.rows.flatMap(\.cells).map(\.value)
        == [
          .number(42), .number(0.5), .text("abc"), .error("#N/A"), .date(XLSValueTests.day),
          .text("x"),
        ])
  }

  @Test(
    "files of BIFF3 and BIFF4 are one sheet with formats by their order",
    arguments: [(0x0209, 0x001E, 0x0243, 0x0206), (0x0409, 0x041E, 0x0443, 0x0406)]
      as [(UInt16, UInt16, UInt16, UInt16)])
  func biff3And4(beginning: UInt16, format: UInt16, cellFormat: UInt16, formula: UInt16) throws {
    let unused: [UInt8] = beginning == 0x0409 ? [0, 0] : []
    let general = BIFF.record(format, unused + [7] + Array("General".utf8))
    let date = BIFF.record(format, unused + [8] + Array("dd/mm/yy".utf8))
    let bytes: [UInt8] =
      BIFF.record(beginning, [0, 0, 0x10, 0, 0, 0]) + general + date
      + BIFF.record(cellFormat, [0, 0] + [UInt8](repeating: 0, count: 10))
      + BIFF.record(cellFormat, [0, 1] + [UInt8](repeating: 0, count: 10))
      + BIFF.numberCell(1, 1, 43542, format: 1)
      + BIFF.record(0x0204, BIFF.place(1, 2) + [2, 0, 0x61, 0x62])
      + BIFF.record(formula, BIFF.place(1, 3) + BIFF.double(3) + [0, 0, 0, 0]) + BIFF.end
    let workbook = try Workbook.open(bytes: bytes, name: "a.xls")
    #expect(
      try WorkbookGrid(reading: workbook).sheets.first?.rows.flatMap(\.cells).map(\.value)
        == [.date(XLSValueTests.day), .text("ab"), .number(3)])
  }

  @Test("a workspace of BIFF4 holds several sheets")
  func workspace() throws {
    let beginning = BIFF.record(0x0409, [0, 0, 0x10, 0, 0, 0])
    let sheets = (1...2).flatMap { number -> [UInt8] in
      let sheet = beginning + BIFF.numberCell(1, 1, Double(number)) + BIFF.end
      let header = BIFF.number(UInt32(sheet.count)) + [2] + Array("S\(number)".utf8)
      return BIFF.record(0x008F, header) + sheet
    }
    let bytes = BIFF.record(0x0409, [0, 0, 0, 1, 0, 0]) + sheets + BIFF.end
    let grid = try WorkbookGrid(reading: Workbook.open(bytes: bytes, name: "a.xlw"))
    #expect(grid.sheets.map(\.name) == ["S1", "S2"])
    #expect(grid.sheets.map { $0.rows.first?.cells.first?.value } == [.number(1), .number(2)])
  }
}
