import Spreadsheet
import Testing

@testable import Readers

@Suite("Shared formulas")
struct SharedFormulaTests {
  @Test(
    "relative references move along, everything else stays",
    arguments: [
      ("A1+B2", "B3+C4"), ("$A1+A$1+$A$1", "$A3+B$1+$A$1"), ("SUM(A1:B9)*2", "SUM(B3:C11)*2"),
      ("a1", "B3"), ("A:A", "B:B"), ("$A:C", "$A:D"), ("1:3", "3:5"), ("$1:3", "$1:5"),
      ("LOG10(A1)", "LOG10(B3)"), ("IF(A1=\"A1\",\"b\"\"A1\",A2)", "IF(B3=\"A1\",\"b\"\"A1\",B4)"),
      ("Sheet1!A1", "Sheet1!B3"), ("Q1!A1", "Q1!B3"), ("T1[x]+A1", "T1[x]+B3"),
      ("'Bảng A1'!A1", "'Bảng A1'!B3"),
      ("'it''s A1'!A1", "'it''s A1'!B3"),
      ("[1]Data!A1", "[1]Data!B3"), ("Table1[[#This Row],[A1]]+A1", "Table1[[#This Row],[A1]]+B3"),
      ("A1.5", "A1.5"), ("Tổng_A1+A1", "Tổng_A1+B3"), ("_A1", "_A1"), ("ABCD1", "ABCD1"),
      ("1.5E+3+A1", "1.5E+3+B3"), ("A1048574", "B1048576"), ("#REF!+A1", "#REF!+B3"),
      ("TRUE", "TRUE"),
      ("A1#", "B3#"), ("XFD1048577+1", "XFD1048577+1"), ("{1,2;3,4}*A1", "{1,2;3,4}*B3"),
      ("_xlfn.CONCAT(A1,B1)", "_xlfn.CONCAT(B3,C3)"), ("A1:INDEX(B:B,3)", "B3:INDEX(C:C,3)"),
    ])
  func translation(formula: String, expected: String) {
    let shared = SharedFormula(text: formula, origin: CellReference(row: 1, column: 5))
    #expect(shared.text(at: CellReference(row: 3, column: 6)) == expected)
  }

  @Test(
    "a reference that would leave the sheet has no translation", arguments: ["A1", "B:A", "1:2"])
  func outside(formula: String) {
    let shared = SharedFormula(text: formula, origin: CellReference(row: 5, column: 5))
    #expect(shared.text(at: CellReference(row: 4, column: 4)) == nil)
  }

  @Test("a long formula is written out for many cells, but not without end")
  func longFormula() throws {
    let formula = "A1+\"" + String(repeating: "x", count: 32_000) + "\""
    let cells = (2...3000).map {
      "<row r=\"\($0)\"><c r=\"B\($0)\"><f t=\"shared\" si=\"0\"/><v>1</v></c></row>"
    }
    let fixture = WorkbookFixture(
      rows: """
        <row r="1"><c r="B1"><f t="shared" si="0" ref="B1:B3000">\(formula)</f><v>1</v></c></row>
        \(cells.joined())
        """)
    let rows = try fixture.sheet().rows
    #expect(rows.count == 3000)
    let sizes = rows.compactMap { $0.cells.first?.formula?.utf8.count }
    #expect(sizes.count == 3000)
    #expect(sizes[1] == formula.utf8.count)
    #expect(sizes[2999] == 0)
    #expect(sizes.reduce(0, +) <= 33 << 20)
  }

  @Test(
    "a formula is gone over once, whatever it is made of",
    arguments: ["A1+", "A:A,", "$A$1:", "[", "'", "\"", "((((", "A1:A", "Sheet1!A1*", "1:1;"])
  func length(piece: String) {
    // Going over it once more for each of its pieces would take minutes.
    let formula = String(repeating: piece, count: 20_000)
    let shared = SharedFormula(text: formula, origin: CellReference(row: 1, column: 1))
    let text = shared.text(at: CellReference(row: 2, column: 1)) ?? ""
    #expect(text.utf8.count >= formula.utf8.count || text.isEmpty)
  }
}
