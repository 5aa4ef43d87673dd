import Foundation
import Spreadsheet
import Testing

@testable import Writer

@Suite struct `A cell's text` {
  @Test(arguments: [
    ("Công an tỉnh", "Công an tỉnh"), ("a_b", "a_b"), ("", ""), ("hai\ndòng", "hai\ndòng"),
    ("hai\r\ndòng\rba", "hai\ndòng\nba"), ("a\u{0}b", "a\u{2400}b"), ("\u{B}", "\u{240B}"),
    ("\u{FFFE}x\u{FFFF}", "\u{FFFD}x\u{FFFD}"), ("_x0041_", "_x005F_x0041_"),
    ("_x0041_x0042_", "_x005F_x0041_x005F_x0042_"), ("đ\u{301}", "đ\u{301}"),
  ])
  func `keeps what it can hold and shows what it cannot`(text: String, expected: String) {
    #expect(Array(CellText.fit(text).unicodeScalars) == Array(expected.unicodeScalars))
  }

  @Test(arguments: ["a", "ế", "👩‍👩‍👧", "\u{1D11E}", "_x0041_", "\u{1}"])
  func `is cut where it is too long, with a mark`(unit: String) {
    let text = String(repeating: unit, count: 40_000)
    let fitted = CellText.fit(text)
    #expect(fitted.utf16.count <= 32_767 && fitted.utf16.count > 32_700)
    #expect(fitted.hasSuffix("…"))
    let exact = String(repeating: "a", count: 32_767)
    #expect(CellText.fit(exact) == exact)
  }

  @Test(arguments: [
    "=1+1", "a\tb", "<&>\"'", "]]>", "đ\u{301}  hai", " đầu và cuối ", "_x0041_",
    "dòng\nhai", String(repeating: "x", count: 32_767),
  ])
  func `comes back as it was written`(text: String) throws {
    let folder = try TemporaryFolder()
    try WorkbookWriter.write(to: "\(folder.path)/t.xlsx", title: "t") { workbook in
      let sheet = try workbook.addSheet("T")
      try sheet.write(.text(text), at: CellReference(row: 1, column: 1), CellStyle())
      try sheet.write(
        .link(text, to: CellLink(sheet: "T", cell: CellReference(row: 9, column: 9))),
        at: CellReference(row: 2, column: 1), CellStyle())
    }
    let sheet = try #require(try folder.workbook("t.xlsx").sheet("T"))
    for row in 1...2 {
      let cell = try #require(sheet[CellReference(row: row, column: 1)])
      #expect(cell.value == .text(text))
      #expect(cell.formula == nil)
    }
  }

  @Test func `beyond the last row is refused with its place, and no memory is lost`() throws {
    let folder = try TemporaryFolder()
    let error = #expect(throws: WritingError.self) {
      try WorkbookWriter.write(to: "\(folder.path)/t.xlsx", title: "t") { workbook in
        let sheet = try workbook.addSheet("T")
        try sheet.write(
          .text("x"), at: CellReference(row: 1_048_577, column: 1), CellStyle())
      }
    }
    #expect(error?.sheet == "T")
    #expect(error?.cell == "A1048577")
  }
}
