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
}
