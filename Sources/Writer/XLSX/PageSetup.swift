import Spreadsheet

/// How a sheet prints: A4, landscape, fitted to its width.
struct PageSetup {
  /// The cells that print.
  var area: CellRange
  /// The rows that head every page; nil for none.
  var repeatedRows: ClosedRange<Int>?
  /// The columns that begin every page; nil for none.
  var repeatedColumns: ClosedRange<Int>?
  /// How many pages stand side by side.
  var pagesWide = 1
  /// How many pages the rows are fitted to; nil for as many as they need.
  var pagesTall: Int?
  /// The footer, in the codes of ECMA-376 Part 1, §18.3.1.46.
  var footer: String
}
