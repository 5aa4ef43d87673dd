import Pipeline
import Spreadsheet
import Testing

@Suite("What thidua read prints")
struct SheetPrinterTests {
  private struct Source: SheetSource {
    var name = "Chấm điểm"
    let visibility = SheetVisibility.visible
    var rows: [Row] = []
    var failure: ReadingError?

    func read(_ body: (Row) throws -> Void) throws -> SheetLayout {
      for row in rows { try body(row) }
      if let failure { throw failure }
      return SheetLayout()
    }
  }

  private func text(_ source: Source, _ format: SheetPrinter.Format) throws -> String {
    var bytes: [UInt8] = []
    var printer = SheetPrinter(format: format)
    try printer.print(source) { bytes += $0 }
    return String(decoding: bytes, as: UTF8.self)
  }

  private func cells(_ values: CellValue...) -> [Cell] {
    values.enumerated().map { Cell(column: $0.offset + 1, value: $0.element) }
  }

  @Test("a row is one JSON line with its cells by column letter")
  func ndjson() throws {
    let source = Source(rows: [
      Row(
        number: 6,
        cells: [
          Cell(column: 1, value: .text("1.1")), Cell(column: 4, value: .number(9.5)),
          Cell(column: 5, value: .boolean(true)),
          Cell(column: 6, value: .date(CivilDateTime(year: 2019, month: 3, day: 18))),
          Cell(column: 7, value: .error("#DIV/0!")),
          Cell(column: 28, value: .time(CivilTime(hour: 7, minute: 30))),
        ])
    ])
    #expect(
      try text(source, .ndjson)
        == #"{"sheet":"Chấm điểm","row":6,"cells":{"A":"1.1","D":9.5,"E":true,"#
        + ##""F":{"date":"2019-03-18T00:00:00"},"G":{"error":"#DIV/0!"},"AB":{"time":"07:30:00"}}}"##
        + "\n")
  }

  @Test("cells without a value, and rows of them, are not printed")
  func blanks() throws {
    let source = Source(rows: [
      Row(number: 1, cells: [Cell(column: 1, value: .empty, formula: "B1")]),
      Row(number: 2, cells: cells(.text(""), .number(1))),
    ])
    #expect(
      try text(source, .ndjson) == #"{"sheet":"Chấm điểm","row":2,"cells":{"B":1}}"# + "\n")
    #expect(try text(source, .count) == "Chấm điểm\t1\t1\t1\n")
  }

  @Test(
    "numbers are valid JSON in their shortest form",
    arguments: [
      (1.0, "1"), (-0.5, "-0.5"), (0.1, "0.1"), (1e21, "1e+21"), (.leastNonzeroMagnitude, "5e-324"),
      (9.1, "9.1"), (123_456_789_012_345_680, "1.2345678901234568e+17"), (1e15, "1000000000000000"),
      (1e16, "1e+16"),
      (-0.0, "-0.0"), (0.1 + 0.2, "0.30000000000000004"),
    ])
  func numbers(number: Double, expected: String) throws {
    let source = Source(name: "S", rows: [Row(number: 1, cells: cells(.number(number)))])
    #expect(
      try text(source, .ndjson) == #"{"sheet":"S","row":1,"cells":{"A":\#(expected)}}"# + "\n")
  }

  @Test("text and names are escaped")
  func escapes() throws {
    let source = Source(
      name: "a\"b", rows: [Row(number: 1, cells: cells(.text("\"\\\n\r\t\u{1}\u{1F}/đ😀")))])
    #expect(
      try text(source, .ndjson)
        == #"{"sheet":"a\"b","row":1,"cells":{"A":"\"\\\n\r\t\u0001\u001f/đ😀"}}"# + "\n")
  }

  @Test("CSV keeps every cell in its row and column")
  func csv() throws {
    let source = Source(rows: [
      Row(
        number: 2,
        cells: [Cell(column: 2, value: .text("a,\"b\"")), Cell(column: 4, value: .number(2))]),
      Row(number: 3, cells: cells(.text("x\ny"), .boolean(false))),
    ])
    #expect(try text(source, .csv) == "\r\n,\"a,\"\"b\"\"\",,2\r\n\"x\ny\",FALSE\r\n")
  }

  @Test("count gives rows, cells and the sum of the numbers")
  func count() throws {
    let source = Source(rows: [
      Row(number: 2, cells: cells(.number(1.5), .text("9"), .number(2))),
      Row(number: 9, cells: cells(.boolean(true))),
    ])
    #expect(try text(source, .count) == "Chấm điểm\t2\t4\t3.5\n")
    #expect(try text(Source(name: "S"), .count) == "S\t0\t0\t0\n")
  }

  @Test("rows before a failure are printed, the count of a broken sheet is not")
  func failure() throws {
    let source = Source(
      name: "S", rows: [Row(number: 1, cells: cells(.number(1)))],
      failure: ReadingError(.unreadable, file: "a", detail: "b"))
    for (format, expected) in [
      (SheetPrinter.Format.ndjson, #"{"sheet":"S","row":1,"cells":{"A":1}}"# + "\n"), (.count, ""),
    ] {
      var bytes: [UInt8] = []
      var printer = SheetPrinter(format: format)
      #expect(throws: ReadingError.self) { try printer.print(source) { bytes += $0 } }
      #expect(String(decoding: bytes, as: UTF8.self) == expected)
    }
  }

  @Test("output is handed over in pieces")
  func pieces() throws {
    let source = Source(
      rows: (1...9000).map { Row(number: $0, cells: cells(.text("một dòng dài"))) })
    var pieces = 0
    var printer = SheetPrinter(format: .ndjson)
    try printer.print(source) { _ in pieces += 1 }
    #expect(pieces > 5)
  }
}
