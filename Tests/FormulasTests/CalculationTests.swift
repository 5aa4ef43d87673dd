import Formulas
import Spreadsheet
import Testing

private func evaluate(
  _ cell: String, _ sheets: SheetGrid..., recalculatesOnLoad: Bool = false
) throws -> Result<CellValue, FormulaFailure> {
  let workbook = WorkbookGrid(sheets: sheets, recalculatesOnLoad: recalculatesOnLoad)
  return FormulaEvaluator(workbook: workbook)
    .evaluate(try #require(CellReference(cell)), onSheet: sheets[0].name)
}

@Suite("Cells that formulas need")
struct CalculationTests {
  @Test("keep the result that the file holds")
  func storedResult() throws {
    let cells = sheet(["A1": .calculated("1+1", .number(3)), "A2": "=A1*2"])
    #expect(try evaluate("A2", cells) == .success(.number(6)))
    #expect(try evaluate("A1", cells) == .success(.number(3)))
    #expect(try evaluate("B7", cells) == .success(.empty))
  }

  @Test("are computed again where a stored 0 proves nothing", arguments: [false, true])
  func storedZero(recalculatesOnLoad: Bool) throws {
    let cells = sheet(["A1": .calculated("1+1", .number(0)), "A2": "=A1*2", "A3": 0])
    #expect(
      try evaluate("A2", cells, recalculatesOnLoad: recalculatesOnLoad)
        == .success(.number(recalculatesOnLoad ? 4 : 0)))
    #expect(
      try evaluate("A3", cells, recalculatesOnLoad: recalculatesOnLoad) == .success(.number(0)))
  }

  @Test("are known to lack a result")
  func needsCalculation() {
    let evaluator = FormulaEvaluator(workbook: WorkbookGrid(sheets: [], recalculatesOnLoad: true))
    #expect(evaluator.needsCalculation(Cell(column: 1, value: .empty, formula: "1")))
    #expect(evaluator.needsCalculation(Cell(column: 1, value: .number(0), formula: "1")))
    #expect(!evaluator.needsCalculation(Cell(column: 1, value: .number(1), formula: "1")))
    #expect(!evaluator.needsCalculation(Cell(column: 1, value: .number(0))))
  }

  @Test("make a circle that is found, on one sheet or over several")
  func cycles() throws {
    let own = sheet(["A1": "=A1+1"])
    #expect(
      try evaluate("A1", own)
        == .failure(.cycle(sheet: "Sheet1", cell: CellReference(row: 1, column: 1))))
    let total = sheet(["A1": 5, "A2": "=SUM(A1:A2)"])
    #expect(
      try evaluate("A2", total)
        == .failure(.cycle(sheet: "Sheet1", cell: CellReference(row: 2, column: 1))))
    let one = sheet("Một", ["A1": "=Hai!B2", "A2": "=IF(TRUE,3,A1)", "A3": "=IFERROR(A1,0)"])
    let two = sheet("Hai", ["B2": "=Một!A1*2"])
    for cell in ["A1", "A3"] {
      guard case .failure(.cycle) = try evaluate(cell, one, two) else {
        Issue.record("\(cell) is in a circle or needs one")
        continue
      }
    }
    #expect(try evaluate("A2", one, two) == .success(.number(3)))
  }

  @Test("may form a chain of any length")
  func longChain() throws {
    var cells: [String: Content] = ["A1": 1]
    for row in 2...10_000 { cells["A\(row)"] = .formula("A\(row - 1)+1") }
    #expect(try evaluate("A10000", sheet(cells)) == .success(.number(10_000)))
    cells["A1"] = "=A10000"
    guard case .failure(.cycle) = try evaluate("A5000", sheet(cells)) else {
      Issue.record("a circle of 10,000 cells was not found")
      return
    }
  }

  @Test("are computed once each, however many formulas need them")
  func sharedCells() throws {
    // Without keeping results this takes two to the power of 200 steps.
    var cells: [String: Content] = ["A1": 1]
    for row in 2...200 { cells["A\(row)"] = .formula("A\(row - 1)+A\(row - 1)-1") }
    #expect(try evaluate("A200", sheet(cells)) == .success(.number(1)))
    // Each cell sums all before it.
    for row in 2...1000 { cells["A\(row)"] = .formula("SUM(A$1:A\(row - 1))*0+1") }
    cells["B1"] = "=SUM(A1:A1000)"
    #expect(try evaluate("B1", sheet(cells)) == .success(.number(1000)))
  }

  @Test("are not read without end")
  func bound() throws {
    var cells: [String: Content] = ["A1": 1]
    for row in 2...10_000 { cells["A\(row)"] = .formula("SUM(A$1:A\(row - 1))") }
    #expect(try evaluate("A10000", sheet(cells)) == .failure(.tooLarge))
  }

  @Test("are refused with a formula that is longer or deeper than programs allow")
  func size() throws {
    func nested(_ depth: Int) -> Content {
      .formula(String(repeating: "(", count: depth) + "1" + String(repeating: ")", count: depth))
    }
    let long = Array(repeating: "1", count: 4096).joined(separator: "+")
    let cells = sheet([
      "A1": nested(64), "A2": nested(65), "A3": nested(3000), "A4": .formula(long),
      "A5": .formula(long + "+1"), "A6": .formula(String(repeating: "-", count: 8000) + "1"),
      "A7": .formula("1" + String(repeating: "%", count: 8000)),
    ])
    #expect(try evaluate("A1", cells) == .success(.number(1)))
    #expect(try evaluate("A2", cells) == .failure(.unsupported("nesting")))
    #expect(try evaluate("A3", cells) == .failure(.unsupported("nesting")))
    #expect(try evaluate("A4", cells) == .success(.number(4096)))
    #expect(try evaluate("A5", cells) == .failure(.unsupported("length")))
    #expect(try evaluate("A6", cells) == .success(.number(1)))
    #expect(try evaluate("A7", cells) == .failure(.unsupported("nesting")))
  }

  @Test("that share a formula given elsewhere are not calculated")
  func sharedFormula() throws {
    let cells = sheet(["A1": .formula(""), "A2": "=A1+1", "A3": .calculated("", .number(4))])
    let failure = FormulaFailure.notCalculated(
      sheet: "Sheet1", cell: CellReference(row: 1, column: 1))
    #expect(try evaluate("A1", cells) == .failure(failure))
    #expect(try evaluate("A2", cells) == .failure(failure))
    #expect(try evaluate("A3", cells) == .success(.number(4)))
    guard case .failure = try evaluate("A1", sheet("Khác", [:])) else { return }
  }

  @Test("on a sheet that is not there are refused")
  func missingSheet() {
    let evaluator = FormulaEvaluator(workbook: WorkbookGrid(sheets: []))
    #expect(
      evaluator.evaluate(CellReference(row: 1, column: 1), onSheet: "Vắng")
        == .failure(.unsupported("Vắng")))
  }

  @Test("are subtotalled without other subtotals")
  func subtotals() throws {
    let cells: [String: Content] = [
      "A1": 1, "A2": 2, "A3": "=SUBTOTAL(9,A1:A2)", "A4": 4, "A5": "=subtotal(9,A1:A4)",
      "A6": "=SUBTOTAL(109,A1:A5)", "A7": "=SUBTOTAL(1,A1:A4)", "A8": "=SUBTOTAL(3,A1:A4)",
      "A9": "=SUBTOTAL(2,A1:A4)+0", "A10": "=SUBTOTAL(9,A1:A9)",
    ]
    #expect(try evaluate("A3", sheet(cells)) == .success(.number(3)))
    #expect(try evaluate("A5", sheet(cells)) == .success(.number(7)))
    #expect(try evaluate("A6", sheet(cells)) == .success(.number(7)))
    #expect(try evaluate("A7", sheet(cells)) == .success(.number(7.0 / 3)))
    #expect(try evaluate("A8", sheet(cells)) == .success(.number(3)))
    #expect(try evaluate("A9", sheet(cells)) == .success(.number(3)))
    // Whether a subtotal inside a larger formula counts differs between programs.
    #expect(
      try evaluate("A10", sheet(cells)) == .failure(.unsupported("SUBTOTAL inside a formula")))
  }

  @Test("in hidden rows are left out by SUBTOTAL 109 alone, and SUBTOTAL 9 cannot know")
  func hiddenRows() throws {
    let cells = sheet(
      [
        "A1": 1, "A2": 2, "A3": "=SUBTOTAL(109,A1:A2)", "A4": "=SUBTOTAL(9,A1:A2)",
        "A5": "=SUM(A1:A2)",
      ],
      hiddenRows: [2])
    #expect(try evaluate("A3", cells) == .success(.number(1)))
    #expect(try evaluate("A4", cells) == .failure(.unsupported("SUBTOTAL over hidden rows")))
    #expect(try evaluate("A5", cells) == .success(.number(3)))
  }
}
