import Spreadsheet
import Testing

@Suite("Values of XLS cells")
struct XLSValueTests {
  @Test("a number, a truth value and a text are read as what they are")
  func plainValues() throws {
    let fixture = XLSFixture(
      BIFF.numberCell(1, 1, 9.75), BIFF.record(0x0205, BIFF.place(1, 2) + [1, 0]),
      BIFF.label(1, 3, "Khối thi đua"))
    let row = try #require(try fixture.sheet()?.row(1))
    #expect(row.cells.map(\.value) == [.number(9.75), .boolean(true), .text("Khối thi đua")])
    #expect(row.cells.allSatisfy { $0.formula == nil })
  }

  @Test(
    "packed numbers are unpacked",
    arguments: [
      (0x3FF0_0000, 1), (0x3FF0_0001, 0.01), (0x0000_0006, 1), (0x0000_0007, 0.01),
      (0xFFFF_FFFE, -1), (0x8000_0002, -536_870_912), (0xC008_0000, -3),
      (1_234_567 << 2 | 3, 12_345.67),
    ] as [(UInt32, Double)])
  func packedNumbers(packed: UInt32, number: Double) throws {
    let one = XLSFixture(BIFF.record(0x027E, BIFF.place(2, 2) + BIFF.number(packed)))
    #expect(try one.value("B2") == .number(number))
    let several = XLSFixture(
      BIFF.record(
        0x00BD,
        BIFF.number(UInt16(4)) + BIFF.number(UInt16(2)) + BIFF.number(UInt16(0))
          + BIFF.number(UInt32(0x3FF0_0000)) + BIFF.number(UInt16(0)) + BIFF.number(packed)
          + BIFF.number(UInt16(3))))
    #expect(try several.value("C5") == .number(1))
    #expect(try several.value("D5") == .number(number))
    #expect(try several.sheet()?.row(5)?.cells.count == 2)
  }

  @Test(
    "errors are read as their tokens, of a cell and of a formula",
    arguments: [
      (0x00, "#NULL!"), (0x07, "#DIV/0!"), (0x0F, "#VALUE!"), (0x17, "#REF!"), (0x1D, "#NAME?"),
      (0x24, "#NUM!"), (0x2A, "#N/A"), (0x2B, "#GETTING_DATA"),
    ] as [(UInt8, String)])
  func errors(code: UInt8, token: String) throws {
    let fixture = XLSFixture(
      BIFF.record(0x0205, BIFF.place(1, 1) + [code, 1]),
      BIFF.formula(1, 2, result: BIFF.special(2, code)))
    #expect(try fixture.value("A1") == .error(token))
    #expect(try fixture.value("B1") == .error(token))
  }

  @Test("a formula gives the result that it had, and says that it is one")
  func formulaResults() throws {
    let fixture = XLSFixture(
      BIFF.formula(1, 1, result: BIFF.double(7.5)),
      BIFF.formula(2, 1, result: BIFF.special(1, 1)),
      BIFF.formula(3, 1, result: BIFF.special(0)),
      // A shared formula stands between the cell and its text.
      BIFF.record(0x04BC, [0, 0, 0, 0, 0, 0, 0, 1, 0, 0]),
      BIFF.record(0x0207, BIFF.longText("Đạt")),
      BIFF.formula(4, 1, result: BIFF.special(3)),
      globals: BIFF.record(0x01C1, [0xC1, 1, 0, 0, 0, 0, 2, 0]))
    let cells = try #require(try fixture.sheet()).rows.flatMap(\.cells)
    #expect(cells.map(\.value) == [.number(7.5), .boolean(true), .text("Đạt"), .text("")])
    #expect(cells.allSatisfy { $0.formula != nil })
  }

  @Test("a formula that its program did not calculate has no result")
  func uncalculated() throws {
    let fixture = XLSFixture(
      BIFF.formula(1, 1, result: BIFF.double(0), flags: 3),
      BIFF.formula(2, 1, result: BIFF.special(3), flags: 3),
      BIFF.formula(3, 1, result: BIFF.double(5), flags: 3),
      // To be calculated on load, as Apache POI writes it.
      BIFF.formula(4, 1, result: BIFF.double(0), flags: 2),
      // Volatile, but calculated.
      BIFF.formula(5, 1, result: BIFF.double(0), flags: 1),
      // Its text is missing.
      BIFF.formula(6, 1, result: BIFF.special(0)), BIFF.numberCell(6, 2, 1),
      BIFF.formula(7, 1, result: BIFF.special(0)))
    let rows = try #require(try fixture.sheet()).rows
    let formulas = rows.compactMap(\.cells.first)
    #expect(
      formulas.map(\.value) == [.empty, .empty, .number(5), .empty, .number(0), .empty, .empty])
    #expect(formulas.allSatisfy { $0.formula != nil })
    #expect(rows.count == 7)
  }

  @Test("an empty text is a result where a program that calculates wrote the workbook")
  func emptyText() throws {
    let formula = BIFF.formula(1, 1, result: BIFF.special(3))
    #expect(try XLSFixture(formula).value("A1") == .empty)
    let mark = BIFF.record(0x01C1, [0xC1, 1, 0, 0, 0, 0, 2, 0])
    #expect(try XLSFixture(formula, globals: mark).value("A1") == .text(""))
  }

  /// What tells of Calc in a workbook's globals: its name in the user's place, or its engine.
  static let marksOfCalc: [[UInt8]] = [
    BIFF.record(0x005C, [4, 0, 0] + Array("Calc".utf8) + Array(repeating: 0x20, count: 105)),
    BIFF.record(0x01C1, [0xC1, 1, 0, 0, 0x54, 0x8D, 1, 0]),
  ]

  @Test("zero and an empty text are results where Calc wrote the workbook", arguments: marksOfCalc)
  func writtenByCalc(mark: [UInt8]) throws {
    let fixture = XLSFixture(
      BIFF.formula(1, 1, result: BIFF.double(0), flags: 2),
      BIFF.formula(2, 1, result: BIFF.special(3), flags: 2), globals: mark)
    #expect(try fixture.value("A1") == .number(0))
    #expect(try fixture.value("A2") == .text(""))
  }

  @Test("blank formatted cells and empty texts are no cells")
  func blankCells() throws {
    let fixture = XLSFixture(
      BIFF.record(0x0201, BIFF.place(1, 1)),
      BIFF.record(0x00BE, BIFF.place(1, 2) + [0, 0, 0, 0, 4, 0]),
      BIFF.label(2, 1, ""), BIFF.numberCell(3, 2, 1))
    #expect(try fixture.sheet()?.rows.map(\.number) == [3])
  }

  @Test("what is no finite number is a number error", arguments: [Double.infinity, -.infinity])
  func infinity(number: Double) throws {
    #expect(try XLSFixture(BIFF.numberCell(1, 1, number)).value("A1") == .error("#NUM!"))
  }

  /// A day, a time, a percentage or a number: what a number format makes of a serial number.
  struct Formatted: Sendable {
    let format: UInt16
    let code: String?
    let serial: Double
    let value: CellValue
    var isPercentage = false
  }

  static let day = CivilDateTime(year: 2019, month: 3, day: 18)
  static let noon = CivilTime(hour: 12, minute: 0)

  @Test(
    "the number format decides what a number is",
    arguments: [
      Formatted(format: 0, code: nil, serial: 43542, value: .number(43542)),
      Formatted(format: 14, code: nil, serial: 43542, value: .date(day)),
      Formatted(format: 20, code: nil, serial: 0.5, value: .time(noon)),
      Formatted(format: 46, code: nil, serial: 1.5, value: .number(1.5)),
      Formatted(format: 9, code: nil, serial: 0.5, value: .number(0.5), isPercentage: true),
      Formatted(format: 164, code: "dd/mm/yyyy", serial: 43542, value: .date(day)),
      Formatted(format: 165, code: "0 \"ngày\"", serial: 43542, value: .number(43542)),
      Formatted(format: 166, code: "[Red]0.00", serial: 43542, value: .number(43542)),
      Formatted(format: 0, code: "Standard", serial: 43542, value: .number(43542)),
      // A code of a built-in number takes the place of the built-in one.
      Formatted(format: 14, code: "0.0", serial: 43542, value: .number(43542)),
      Formatted(format: 999, code: nil, serial: 43542, value: .number(43542)),
    ])
  func numberFormats(_ case: Formatted) throws {
    let fixture = XLSFixture(
      BIFF.numberCell(1, 1, `case`.serial, format: 1),
      BIFF.formula(1, 2, result: BIFF.double(`case`.serial), format: 1),
      globals: BIFF.cellFormat(0), BIFF.cellFormat(`case`.format),
      `case`.code.map { BIFF.format(`case`.format, $0) } ?? [])
    for reference in ["A1", "B1"] {
      let cell = try #require(try fixture.cell(reference))
      #expect(cell.value == `case`.value)
      #expect(cell.isPercentage == `case`.isPercentage)
    }
  }

  @Test("a format's code that its record counts one character too long is read")
  func miscountedFormat() throws {
    let code = BIFF.number(UInt16(11)) + [0] + Array("dd/mm/yyyy".utf8)
    let fixture = XLSFixture(
      BIFF.numberCell(1, 1, 43542, format: 1),
      globals: BIFF.cellFormat(0), BIFF.cellFormat(164),
      BIFF.record(0x041E, BIFF.number(UInt16(164)) + code))
    #expect(try fixture.value("A1") == .date(Self.day))
  }

  @Test("a packed number follows its format too, each of several its own")
  func packedDates() throws {
    let packed = BIFF.number(UInt32(43542 << 2 | 2))
    let fixture = XLSFixture(
      BIFF.record(0x027E, BIFF.place(1, 1, format: 1) + packed),
      BIFF.record(
        0x00BD,
        BIFF.number(UInt16(0)) + BIFF.number(UInt16(1)) + BIFF.number(UInt16(0)) + packed
          + BIFF.number(UInt16(1)) + packed + BIFF.number(UInt16(2))),
      globals: BIFF.cellFormat(0), BIFF.cellFormat(14))
    #expect(
      try fixture.sheet()?.row(1)?.cells.map(\.value)
        == [.date(Self.day), .number(43542), .date(Self.day)])
  }

  @Test("days are counted from 1904 where the workbook says so")
  func dateSystem() throws {
    let fixture = XLSFixture(
      BIFF.numberCell(1, 1, 42080, format: 0),
      globals: BIFF.record(0x0022, [1, 0]), BIFF.cellFormat(14))
    #expect(try fixture.value("A1") == .date(Self.day))
  }
}
