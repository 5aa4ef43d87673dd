import Spreadsheet
import Testing

@Suite("Text of XLS files")
struct XLSTextTests {
  private static func shared(_ pieces: [[UInt8]], _ count: Int = 1) -> XLSFixture {
    let header = BIFF.number(UInt32(count)) + BIFF.number(UInt32(count))
    let table =
      BIFF.record(0x00FC, header + pieces[0])
      + pieces.dropFirst().flatMap { BIFF.record(0x003C, $0) }
    return XLSFixture(
      (0..<count).flatMap { BIFF.sharedLabel(1, $0 + 1, UInt32($0)) }, globals: table)
  }

  /// The lower bytes of UTF-16, and both.
  private static func narrow(_ text: String) -> [UInt8] { text.utf16.map { UInt8($0) } }
  private static func wide(_ text: String) -> [UInt8] { text.utf16.flatMap(BIFF.number) }

  @Test("shared strings in one and in two bytes a character are read")
  func widths() throws {
    let fixture = Self.shared(
      [[5, 0, 0] + Self.narrow("Năm".replacing("ă", with: "ã") + "é!") + BIFF.longText("Điểm 😀")], 2
    )
    #expect(try fixture.sheet()?.row(1)?.cells.map(\.value) == [.text("Nãmé!"), .text("Điểm 😀")])
  }

  @Test("runs of formats and phonetic text are left out")
  func richText() throws {
    let rich: [UInt8] =
      [3, 0, 0x0D] + BIFF.number(UInt16(2)) + BIFF.number(UInt32(6)) + Self.wide("đậm")
      + [UInt8](repeating: 0xEE, count: 2 * 4 + 6)
    let fixture = Self.shared([rich + BIFF.longText("sau")], 2)
    #expect(try fixture.sheet()?.row(1)?.cells.map(\.value) == [.text("đậm"), .text("sau")])
  }

  @Test("a string that goes on in a continuation may change its width there")
  func continuedCharacters() throws {
    let fixture = Self.shared(
      [
        [8, 0, 0] + Self.narrow("tieu"), [1] + Self.wide("ch"), [0] + Self.narrow("i."),
      ])
    #expect(try fixture.value("A1") == .text("tieuchi."))
  }

  @Test("a string whose characters all stand in the continuation is read")
  func continuedAfterHeader() throws {
    #expect(try Self.shared([[3, 0, 0], [1] + Self.wide("ưu ")]).value("A1") == .text("ưu "))
  }

  @Test("a continuation that begins with a new string, or with runs, has no flags of its own")
  func continuedBetween() throws {
    let first: [UInt8] = [2, 0, 8] + BIFF.number(UInt16(1)) + Self.narrow("ab")
    let fixture = Self.shared(
      [first, [9, 9, 9, 9] + BIFF.longText("hai"), BIFF.longText("ba")], 3)
    #expect(
      try fixture.sheet()?.row(1)?.cells.map(\.value) == [.text("ab"), .text("hai"), .text("ba")])
  }

  @Test("the count of strings in front of the table is not believed", arguments: [0, 1, .max])
  func wrongCount(count: UInt32) throws {
    let fixture = XLSFixture(
      BIFF.sharedLabel(1, 1, 1),
      globals: BIFF.record(
        0x00FC,
        BIFF.number(count) + BIFF.number(count) + BIFF.longText("một") + BIFF.longText("hai")))
    #expect(try fixture.value("A1") == .text("hai"))
  }

  @Test("a cell of a string that the table does not hold is damaged")
  func missingString() throws {
    let fixture = XLSFixture(
      BIFF.sharedLabel(3, 2, 1), globals: BIFF.sharedStrings(["một"]))
    let error = try #require(throws: ReadingError.self) { try fixture.sheet() }
    #expect(error.kind == .unreadable)
    #expect(error.sheet == "Sheet1")
    #expect(error.cell == "B3")
  }

  @Test("strings before the place where the table is cut short are kept")
  func cutTable() throws {
    let fixture = Self.shared([BIFF.longText("một") + [200, 0, 0, 0x41]])
    #expect(try fixture.value("A1") == .text("một"))
  }

  @Test("a rich label and a long label are read on into their continuations")
  func labels() throws {
    let fixture = XLSFixture(
      BIFF.record(0x00D6, BIFF.place(1, 1) + BIFF.longText("ngả") + [1, 0, 0, 0, 5, 0]),
      BIFF.record(0x0204, BIFF.place(1, 2) + [4, 0, 0] + Self.narrow("ab")),
      BIFF.record(0x003C, [1] + Self.wide("ạc")),
      BIFF.formula(1, 3, result: BIFF.special(0)),
      BIFF.record(0x0207, [4, 0, 1] + Self.wide("ắ")),
      BIFF.record(0x003C, [0] + Self.narrow("xyz")))
    #expect(
      try fixture.sheet()?.row(1)?.cells.map(\.value)
        == [.text("ngả"), .text("abạc"), .text("ắxyz")])
  }
}
