import Testing

@testable import Readers

@Suite("Formulas of OpenDocument")
struct OpenFormulaTests {
  @Test(
    "references, separators and prefixes are brought to the other notation",
    arguments: [
      ("of:=SUM([.A1:.A3];[.$B$2])", "SUM(A1:A3,$B$2)"),
      ("of:=[$Điểm.A1]+[Khối.B2:.C3]", "'Điểm'!A1+'Khối'!B2:C3"),
      ("of:=[$'Khác ''x'' y.z'.A1]", "'Khác ''x'' y.z'!A1"),
      ("of:=[$A.A1:$C.B2]", "'A:C'!A1:B2"), ("of:=[$A.A1:$A.B2]", "'A'!A1:B2"),
      ("of:=SUM([.A:.A];[.2:.2])", "SUM(A:A,2:2)"),
      (#"of:=IF([.A1]>=9;"giỏi; ""[.B1]""";"khá")"#, #"IF(A1>=9,"giỏi; ""[.B1]""","khá")"#),
      ("of:={1;2|3;4}", "{1,2;3,4}"), ("of:=[.A1:.B2]![.B1:.C2]", "A1:B2 B1:C2"),
      ("of:=IFERROR([.A1];#DIV/0!)", "IFERROR(A1,#DIV/0!)"),
      ("of:=[.#REF!]+1", "#REF!+1"), ("of:=[#REF!]+1", "#REF!+1"), ("of:=[$#REF!.A1]", "#REF!"),
      ("of:=['file:///x.ods'#$Sheet1.A1]", "'[file:///x.ods]Sheet1'!A1"),
      ("of:=COM.MICROSOFT.CONCAT([.A1])", "CONCAT(A1)"), ("oooc:=SUM([.A1];2)", "SUM(A1,2)"),
      ("msoxl:=SUM(A1,2)", "SUM(A1,2)"), ("=[.A1]*2", "A1*2"), ("of:=TRUE()", "TRUE()"),
    ])
  func translated(formula: String, text: String) {
    #expect(OpenFormula.text(formula) == text)
  }

  @Test(
    "a formula that cannot be followed has the empty text",
    arguments: ["of:=[.A1", "of:=[A1]", "of:=['A.A1]", "of:=[.]", "of:=[]"])
  func notTranslated(formula: String) {
    #expect(OpenFormula.text(formula).isEmpty)
  }
}
