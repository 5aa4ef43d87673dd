import Regulation
import Spreadsheet
import Testing

/// The text whose digest tells whether a form is of this regulation.
@Suite struct CanonicalTextTests {
  private func text(_ change: (inout SampleRegulation) -> Void = { _ in }) throws -> String {
    var sample = SampleRegulation()
    change(&sample)
    return try sample.load().canonicalText
  }

  static let changes: [(cell: String, input: Input)] = [
    ("A3", "1.9"), ("B3", "Giải quyết án hình sự"), ("C3", 21), ("D3", "thưởng"),
    ("F3", "có/không"), ("H3", "x"), ("C2", 40), ("J4", nil),
  ]

  @Test("Each thing that a unit scores itself by changes the text", arguments: changes)
  func changed(_ item: (cell: String, input: Input)) throws {
    #expect(try text { $0.set("Tiêu chí", item.cell, item.input) } != text())
  }

  @Test("The office's own keeping and the way of writing do not")
  func unchanged() throws {
    let plain = try text()
    #expect(try text { $0.set("Đơn vị", "I2", "bang-diem.xlsx") } == plain)
    #expect(try text { $0.item("Số lẻ", 3) } == plain)
    #expect(try text { $0.set("Tiêu chí", "B3", "  GIẢI QUYẾT ÁN.") } == plain)
    #expect(try text { $0["Tiêu chí"].swapAt(2, 3) } == plain)
    #expect(try text { $0.set("Tiêu chí", "C3", "20,0") } == plain)
  }
}
