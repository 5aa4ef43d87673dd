import Spreadsheet
import Testing

@testable import Writer

@Suite struct `The pages of a sheet` {
  private static func page(_ rows: Int) -> PageSetup {
    PageSetup(
      area: CellRange(
        CellReference(row: 1, column: 1), CellReference(row: rows, column: 2)),
      orientation: .portrait, margins: .official, footer: "")
  }

  /// Rows of 20 points on a page that holds 34 of them.
  private static func breaks(
    _ rows: Int, keeping ranges: [ClosedRange<Int>], given: [Int] = [],
    repeated: ClosedRange<Int>? = nil
  ) -> [Int] {
    var page = page(rows)
    page.repeatedRows = repeated
    return PageFlow(page, widths: [100, 100]) { _ in 20 }
      .breaks(keeping: ranges, given: given, from: 1, through: rows)
  }

  static let cases: [(Int, [ClosedRange<Int>], [Int], ClosedRange<Int>?, [Int])] = [
    // What fits needs no break; what would be torn begins a page.
    (30, [25...30], [], nil, []), (40, [30...38], [], nil, [30]),
    // A range that begins a page anyway, and one on the second page.
    (70, [35...40], [], nil, [35]), (80, [66...72], [], nil, [66]),
    // A page that begins by hand leaves room; rows that are repeated take some.
    (40, [30...38], [20], nil, []), (70, [62...68], [], nil, []), (70, [62...68], [], 1...3, [62]),
  ]

  @Test(arguments: cases)
  func `keep together what would be torn apart`(
    rows: Int, kept: [ClosedRange<Int>], given: [Int], repeated: ClosedRange<Int>?,
    expected: [Int]
  ) {
    #expect(Self.breaks(rows, keeping: kept, given: given, repeated: repeated) == expected)
  }

  @Test func `are as wide as the widest part of a table that is cut`() {
    var page = Self.page(10)
    page.area.last.column = 6
    page.repeatedColumns = 1...1
    page.columnBreaks = [4]
    // Columns 1 to 3, then 1 again and 4 to 6.
    #expect(PageFlow.width(page, [50, 100, 100, 100, 100, 120]) == 370)
  }
}
