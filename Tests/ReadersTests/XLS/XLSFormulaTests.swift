import Readers
import Spreadsheet
import Testing

/// Tokens of formulas of BIFF8 ([MS-XLS] §2.5.198).
private enum Token {
  static func int(_ number: UInt16) -> [UInt8] { [0x1E] + BIFF.number(number) }
  static func double(_ number: Double) -> [UInt8] { [0x1F] + BIFF.double(number) }
  static func text(_ text: String) -> [UInt8] { [0x17] + BIFF.shortText(text) }
  /// A cell, relative unless `flags` say otherwise.
  static func cell(_ row: UInt16, _ column: UInt16, _ flags: UInt16 = 0xC000) -> [UInt8] {
    [0x44] + BIFF.number(row - 1) + BIFF.number(column - 1 | flags)
  }
  static func area(
    _ rows: ClosedRange<UInt16>, _ columns: ClosedRange<UInt16>, _ flags: UInt16 = 0xC000
  ) -> [UInt8] {
    [0x25] + corners(rows, columns, flags)
  }
  static func corners(
    _ rows: ClosedRange<UInt16>, _ columns: ClosedRange<UInt16>, _ flags: UInt16 = 0xC000
  ) -> [UInt8] {
    [rows.lowerBound - 1, rows.upperBound - 1, columns.lowerBound - 1 | flags]
      .flatMap(BIFF.number) + BIFF.number(columns.upperBound - 1 | flags)
  }
  static func call(_ number: UInt16, _ count: UInt8) -> [UInt8] {
    [0x42, count] + BIFF.number(number)
  }
  static func fixedCall(_ number: UInt16) -> [UInt8] { [0x41] + BIFF.number(number) }
  static let add: [UInt8] = [0x03]
  static let subtract: [UInt8] = [0x04]
  static let multiply: [UInt8] = [0x05]
  static let power: [UInt8] = [0x07]
  static let parenthesis: [UInt8] = [0x15]
  static let space: [UInt8] = [0x19, 0x40, 0, 1]
}

@Suite("Formulas of XLS cells")
struct XLSFormulaTests {
  /// A formula's tokens and its text.
  struct Case: Sendable {
    let text: String
    let tokens: [UInt8]

    init(_ text: String, _ tokens: [UInt8]...) {
      self.text = text
      self.tokens = tokens.flatMap(\.self)
    }
  }

  static let expressions = [
    Case("9.5", Token.double(9.5)), Case("-2", Token.double(-2)),
    Case("\"Đạt \"\"tốt\"\"\"", Token.text("Đạt \"tốt\"")), Case("TRUE", [0x1D, 1]),
    Case("#DIV/0!", [0x1C, 0x07]),
    Case("B3", Token.cell(3, 2)), Case("$B$3", Token.cell(3, 2, 0)),
    Case("$B3", Token.cell(3, 2, 0x8000)), Case("B$3", Token.cell(3, 2, 0x4000)),
    Case("IV65536", [0x44, 0xFF, 0xFF, 0xFF, 0xC0]),
    Case("B2:D5", Token.area(2...5, 2...4)), Case("$B$2:$D$5", Token.area(2...5, 2...4, 0)),
    Case("A:C", [0x25, 0, 0, 0xFF, 0xFF, 0, 0xC0, 2, 0xC0]),
    Case("3:4", Token.area(3...4, 1...256)),
    Case("#REF!", [0x2A, 0, 0, 0, 0]), Case("#REF!", [0x2B, 0, 0, 0, 0, 0, 0, 0, 0]),
    Case("1+2-3", Token.int(1), Token.int(2), Token.add, Token.int(3), Token.subtract),
    Case("1+2 3", Token.int(1), Token.int(2), Token.int(3), [0x0F], Token.add),
    // Parentheses stand in tokens of their own, and where they are missing come from the order.
    Case("(1+2)*3", Token.int(1), Token.int(2), Token.add, Token.parenthesis, Token.int(3), [5]),
    Case("(1+2)*3", Token.int(1), Token.int(2), Token.add, Token.int(3), Token.multiply),
    Case("1-(2-3)", Token.int(1), Token.int(2), Token.int(3), Token.subtract, Token.subtract),
    Case("-2^2", Token.int(2), [0x13], Token.int(2), Token.power),
    Case("-(2^2)", Token.int(2), Token.int(2), Token.power, [0x13]),
    Case("+A1", Token.cell(1, 1), [0x12]), Case("10%", Token.int(10), [0x14]),
    Case("(1+2)%", Token.int(1), Token.int(2), Token.add, [0x14]),
    Case("\"a\"&1<>A1", Token.text("a"), Token.int(1), [8], Token.cell(1, 1), [0x0E]),
    Case("SUM(A1:A3,,5)", Token.area(1...3, 1...1), [0x16], Token.int(5), Token.call(4, 3)),
    Case("SUM(A1:A3)", Token.area(1...3, 1...1), [0x19, 0x10, 0, 0]),
    Case("SUM((A1,A3))", Token.cell(1, 1), Token.cell(3, 1), [0x10], Token.call(4, 1)),
    Case("ROUND(A1/3,1)", Token.cell(1, 1), Token.int(3), [6], Token.int(1), Token.fixedCall(27)),
    Case(
      "IF(A1>=9,1,0)", Token.cell(1, 1), Token.int(9), [0x0C], [0x19, 2, 9, 0], Token.int(1),
      [0x19, 8, 3, 0], Token.space, Token.int(0), [0x19, 8, 3, 0], Token.call(1, 3)),
    Case(
      "CHOOSE(1,2,3)", Token.int(1), [0x19, 4, 2, 0, 6, 0, 9, 0, 12, 0], Token.int(2),
      Token.int(3), Token.call(100, 3)),
    // What a reference gave before is kept in front of it.
    Case("SUM(A1:A3)", [0x29, 9, 0], Token.area(1...3, 1...1), Token.call(4, 1)),
    Case("SUM(A1:A3)", [0x26, 0, 0, 0, 0, 9, 0], Token.area(1...3, 1...1), Token.call(4, 1)),
  ]

  @Test("tokens become text in A1 notation", arguments: expressions)
  func texts(_ case: Case) throws {
    let fixture = XLSFixture(BIFF.formula(1, 5, tokens: `case`.tokens))
    #expect(try fixture.cell("E1")?.formula == `case`.text)
  }

  @Test(
    "what has no text, or is damaged, leaves the formula without one",
    arguments: [
      [], [0x03], Token.int(1) + Token.int(2), [0x1E, 1], [0x22, 9, 4, 0], [0x41, 0xFF, 0x7F],
      [0x42, 1, 0x04, 0x80], [0x20, 0, 0, 0, 0, 0, 0, 0], [0x18, 1, 0, 0, 0, 0],
      [0x02, 0, 0, 0, 0],
      [0x23, 1, 0, 0, 0], [0x3A, 0, 0, 0, 0, 0, 0], [0x24, 0, 0, 0], [0x3F], [0x01, 0, 0, 0, 0],
      [0x2C, 0, 0, 0, 0],
      // Longer than formulas are.
      Token.int(1) + [UInt8](repeating: 0x12, count: 1800),
      // The text is longer than formulas are.
      Token.text(String(repeating: "x", count: 250))
        + Array(
          repeatElement(Token.text(String(repeating: "đ", count: 250)) + [8], count: 3)
            .joined()
        ).prefix(1700),
    ] as [[UInt8]])
  func undecodable(tokens: [UInt8]) throws {
    let cell = try XLSFixture(BIFF.formula(1, 1, result: BIFF.double(5), tokens: tokens)).cell("A1")
    #expect(cell?.formula == "")
    #expect(cell?.value == .number(5))
  }

  @Test("each cell of a shared formula has its own, what leaves the sheet coming in again")
  func sharedFormula() throws {
    func member(_ row: Int) -> [UInt8] {
      BIFF.formula(row, 3, result: BIFF.double(1), flags: 8, tokens: [0x01, 1, 0, 2, 0])
    }
    // One row up and two columns to the left, times a fixed cell.
    let tokens: [UInt8] =
      [0x4C, 0xFF, 0xFF, 0xFE, 0xC0] + [0x4C, 0, 0, 4, 0] + Token.multiply
      + [0x2D, 0xFE, 0xFF, 0xFF, 0xFF, 0xFD, 0xC0, 0xFE, 0xC0] + Token.call(4, 1) + Token.add
    let shared = BIFF.record(
      0x04BC, [1, 0, 3, 0, 2, 2, 0, 3] + BIFF.number(UInt16(tokens.count)) + tokens)
    let fixture = XLSFixture(member(2), shared, member(3), member(4))
    let cells = try #require(try fixture.sheet()).rows.flatMap(\.cells)
    #expect(
      cells.map(\.formula)
        == ["A1*$E$1+SUM(IV65536:A1)", "A2*$E$1+SUM(IV1:A2)", "A3*$E$1+SUM(IV2:A3)"])
  }

  @Test("the first cell of an array formula has its text, the others none")
  func arrayFormula() throws {
    let tokens = Token.area(1...3, 1...1) + Token.int(2) + Token.multiply
    let array = BIFF.record(
      0x0221, [0, 0, 1, 0, 1, 1, 0, 0, 0, 0, 0, 0] + BIFF.number(UInt16(tokens.count)) + tokens)
    let member: [UInt8] = [0x01, 0, 0, 1, 0]
    let fixture = XLSFixture(
      BIFF.formula(1, 2, result: BIFF.double(2), tokens: member), array,
      BIFF.formula(2, 2, result: BIFF.double(4), tokens: member))
    #expect(
      try fixture.sheet()?.rows.flatMap(\.cells).map(\.formula) == ["A1:A3*2", ""])
  }
}
