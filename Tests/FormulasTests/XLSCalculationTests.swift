import Formulas
import Foundation
import Readers
import Spreadsheet
import Testing

@Suite("Formulas of XLS files that were never calculated")
struct XLSCalculationTests {
  private static let fixture = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "fixtures/formulas/xlwt.xls")

  static let results: [(cell: String, value: CellValue?)] = [
    ("A1", .number(24.75)), ("A2", .number(8.25)), ("A3", .number(7.3)),
    ("A4", .text("Đạt \"tốt\"")), ("A5", .number(3.205)), ("A6", .number(4)), ("A7", .number(4)),
    ("A8", .text("Hạng 1")), ("A9", .number(24.75)), ("A10", .number(27.75)), ("A11", nil),
    ("A12", .number(8.25)), ("A13", .number(2)),
  ]

  @Test("what xlwt wrote without results is computed, over sheets too", arguments: results)
  func xlwt(cell: String, value: CellValue?) throws {
    let workbook = try WorkbookGrid(reading: Workbook.open(path: Self.fixture.path))
    let reference = try #require(CellReference(cell))
    let evaluator = FormulaEvaluator(workbook: workbook)
    let stored = try #require(workbook.sheets[0][reference])
    #expect(evaluator.needsCalculation(stored))
    let result = evaluator.evaluate(reference, onSheet: "Bảng điểm")
    switch (result, value) {
    case (.success(let computed), let value?): #expect(computed == value)
    case (.failure(let failure), nil): #expect("\(failure)".contains("VLOOKUP"))
    default: Issue.record("\(cell): \(result)")
    }
  }
}
