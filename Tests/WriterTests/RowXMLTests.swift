import Foundation
import Readers
import Spreadsheet
import Testing

@testable import Writer

/// The rows that go into the package past libxlsxwriter.
@Suite struct RowXMLTests {
  @Test(
    "A number has the digits that read back as the same number",
    arguments: [
      (0, "0"), (-0.0, "-0.0"), (1, "1"), (-1, "-1"), (0.5, "0.5"), (9.25, "9.25"),
      (-0.0001, "-0.0001"),
      (100, "100"), (1_234_567.8901, "1234567.8901"), (0.1 + 0.2, "0.30000000000000004"),
      (1.0 / 3, "0.3333333333333333"), (1e300, "1e+300"),
      (899_999_999_999.9999, "899999999999.9999"),
      (0.00005, "5e-05"), (123_456_789_012_345_680, "1.2345678901234568e+17"),
    ] as [(Double, String)])
  func numbers(number: Double, text: String) {
    var bytes: [UInt8] = []
    DecimalText.append(number, to: &bytes)
    #expect(String(decoding: bytes, as: UTF8.self) == text)
    #expect(Double(text) == number)
  }

  @Test("Numbers of four decimals come back whole, whichever they are")
  func randomNumbers() {
    var generator = SystemRandomNumberGenerator()
    for _ in 0..<100_000 {
      let places = Double(Int.random(in: -10_000_000_000...10_000_000_000, using: &generator))
      let number = places / 10_000
      var bytes: [UInt8] = []
      DecimalText.append(number, to: &bytes)
      #expect(Double(String(decoding: bytes, as: UTF8.self)) == number)
    }
  }

  @Test("Equal texts have one place; texts that only look alike have each their own")
  func texts() throws {
    let composed = "Đề cương"
    let decomposed = composed.decomposedStringWithCanonicalMapping
    let numbered = (0..<5_000).map { "bai-nop/don-vi-\($0).xlsx" }
    let folder = try TemporaryFolder()
    let path = "\(folder.path)/a.xlsx"
    try WorkbookWriter.write(to: path, title: "") { workbook in
      let all = [composed, decomposed] + numbered
      let first = try all.map { try workbook.textIndex(of: $0) }
      let second = try all.map { try workbook.textIndex(of: $0) }
      #expect(first == Array(0..<all.count))
      #expect(second == first)
      _ = try workbook.addSheet("A")
    }
    let table = try #require(try folder.part("xl/sharedStrings.xml", of: "a.xlsx"))
    #expect(table.contains("count=\"10004\" uniqueCount=\"5002\""))
  }

  /// A workbook of one sheet with rows of its own, and its cells as the program reads them.
  private func cells(
    _ fill: (SheetWriter, CellFormat) throws -> Void
  ) throws -> [String: CellValue] {
    let folder = try TemporaryFolder()
    let path = "\(folder.path)/a.xlsx"
    try WorkbookWriter.write(to: path, title: "") { workbook in
      let sheet = try workbook.addSheet("A", hasOwnRows: true)
      try fill(sheet, workbook.format(CellStyle()))
    }
    var cells: [String: CellValue] = [:]
    try Workbook.open(path: path).sheets[0].read { row in
      for cell in row.cells {
        cells["\(CellReference(row: row.number, column: cell.column))"] = cell.value
      }
    }
    return cells
  }

  @Test("Cells stand in their order whichever way they were written, and the last writing holds")
  func order() throws {
    let cells = try cells { sheet, format in
      for (column, number) in [(3, 3.0), (1, 1), (16_384, 9), (3, 4), (2, 2)] {
        try sheet.write(.number(number), at: CellReference(row: 5, column: column), format)
      }
      try sheet.write(.text("<&>\"ă"), at: CellReference(row: 2, column: 2), format)
      try sheet.write(
        .textFormula("A5&\"<\"", cached: "1<"), at: CellReference(row: 2, column: 1), format)
    }
    #expect(
      cells == [
        "A5": .number(1), "B5": .number(2), "C5": .number(4), "XFD5": .number(9),
        "B2": .text("<&>\"ă"), "A2": .text("1<"),
      ])
  }

  @Test("Many rows are packed while they are written, and none is lost")
  func manyRows() throws {
    let cells = try cells { sheet, format in
      var row = RowXML(1)
      for number in 1...30_000 {
        row.restart(as: number * 2)
        row.number(Double(number), 1, format)
        try sheet.append(row)
      }
    }
    #expect(cells.count == 30_000)
    #expect(cells["A60000"] == .number(30_000))
  }

  @Test("What lies outside of a sheet, or above rows that are finished, is refused")
  func outside() throws {
    for cell in [CellReference(row: 1_048_577, column: 1), CellReference(row: 1, column: 16_385)] {
      #expect(throws: WritingError.self) {
        try cells { try $0.write(.number(1), at: cell, $1) }
      }
    }
    #expect(throws: WritingError.self) {
      try cells { sheet, format in
        try sheet.append(RowXML(9))
        try sheet.write(.number(1), at: CellReference(row: 9, column: 1), format)
      }
    }
    #expect(throws: WritingError.self) {
      try cells { sheet, _ in
        try sheet.append(RowXML(9))
        try sheet.append(RowXML(9))
      }
    }
  }
}
