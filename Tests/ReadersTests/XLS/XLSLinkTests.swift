import Readers
import Spreadsheet
import Testing

@Suite("Links of XLS formulas to other sheets and names")
struct XLSLinkTests {
  /// SupBook of this workbook, of `Năm trước.xls` and of an add-in, and what is referred to.
  private static let links: [UInt8] =
    BIFF.record(0x01AE, [2, 0, 1, 4])
    + BIFF.record(
      0x01AE,
      BIFF.number(UInt16(1)) + BIFF.longText("\u{1}\u{1}D\u{3}Năm trước.xls")
        + BIFF.longText("Q1"))
    + BIFF.record(0x01AE, [1, 0, 1, 0x3A])
    + BIFF.record(0x0023, [0, 0, 0, 0, 0, 0] + BIFF.shortText("_xlfn.IFERROR"))
    + BIFF.record(
      0x0017,
      BIFF.number(UInt16(6))
        + [
          [0, 0, 0], [0, 1, 1], [0, 0, 1], [0, 0xFFFF, 0xFFFF], [1, 0, 0], [2, 0xFFFE, 0xFFFE],
        ].flatMap { ($0 as [UInt16]).flatMap(BIFF.number) })
    + BIFF.record(
      0x0018, [0, 0, 0, 4, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1] + "Điểm".utf16.flatMap(BIFF.number))

  private func formula(_ tokens: [UInt8]) throws -> String? {
    var fixture = XLSFixture(BIFF.formula(1, 1, tokens: tokens), globals: Self.links)
    fixture.sheets.append(XLSFixture.Sheet(name: "Chi tiết '19", records: []))
    return try fixture.cell("A1")?.formula
  }

  static let references: [(target: UInt8, text: String)] = [
    (0, "'Sheet1'!B2"), (1, "'Chi tiết ''19'!B2"), (2, "'Sheet1:Chi tiết ''19'!B2"),
    (3, "#REF!"), (4, "'[Năm trước.xls]Q1'!B2"), (5, ""), (9, ""),
  ]

  @Test("a reference to another sheet names it", arguments: references)
  func sheetReference(target: UInt8, text: String) throws {
    #expect(try formula([0x3A, target, 0, 1, 0, 1, 0xC0]) == text)
  }

  @Test("a range on another sheet names it once, one that is lost is an error")
  func sheetRange() throws {
    #expect(
      try formula([0x3B, 1, 0, 1, 0, 2, 0, 1, 0, 3, 0]) == "'Chi tiết ''19'!$B$2:$D$3")
    #expect(try formula([0x3C, 1, 0, 0, 0, 0, 0]) == "#REF!")
    #expect(try formula([0x3D, 1, 0] + [UInt8](repeating: 0, count: 8)) == "#REF!")
  }

  @Test("names and functions without a number stand under their names")
  func names() throws {
    let iferror: [UInt8] = [0x39, 5, 0, 1, 0, 0, 0]
    let name: [UInt8] = [0x43, 1, 0, 0, 0]
    #expect(try formula(name) == "Điểm")
    #expect(try formula(iferror + name + [0x1E, 5, 0, 0x42, 3, 255, 0]) == "_xlfn.IFERROR(Điểm,5)")
    #expect(try formula([0x43, 2, 0, 0, 0]) == "")
    #expect(try formula([0x39, 0, 0, 1, 0, 0, 0]) == "Điểm")
  }

  @Test("a damaged link table costs the formulas that need it, not the file")
  func damage() throws {
    let fixture = XLSFixture(
      BIFF.formula(1, 1, result: BIFF.double(7), tokens: [0x3A, 0, 0, 1, 0, 1, 0xC0]),
      BIFF.formula(1, 2, result: BIFF.double(8)),
      globals: BIFF.record(0x01AE, [9]), BIFF.record(0x0017, [9, 0, 0]), BIFF.record(0x0018, [0]))
    let cells = try #require(try fixture.sheet()).rows.flatMap(\.cells)
    #expect(cells.map(\.formula) == ["", "1+1"])
    #expect(cells.map(\.value) == [.number(7), .number(8)])
  }
}
