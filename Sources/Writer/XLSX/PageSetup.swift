import Spreadsheet

/// How a sheet prints on A4, fitted to its width.
struct PageSetup {
  /// Which side of the paper is up.
  enum Orientation: Hashable { case portrait, landscape }

  /// The paper that stays blank around the cells, in millimetres.
  struct Margins: Hashable {
    var top: Double
    var bottom: Double
    var left: Double
    var right: Double

    /// For working sheets, which are filled in and thrown away.
    static let narrow = Margins(top: 12.7, bottom: 15.2, left: 12.7, right: 10.2)
    /// As Nghị định 30/2020/NĐ-CP, Phụ lục I, asks of official documents.
    static let official = Margins(top: 20, bottom: 20, left: 30, right: 15)
  }

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
  /// Columns left of which a new page begins, for tables that are cut where their parts meet: such a
  /// sheet is not fitted but made as small as its widest page needs.
  var columnBreaks: [Int] = []
  /// The size in percent of a sheet that is not fitted, for one whose first page must hold its rows.
  var scale: Int?
  var orientation = Orientation.landscape
  var margins = Margins.narrow
  /// Rows above which a new page begins.
  var pageBreaks: [Int] = []
  /// Ranges of rows that stand on one page: a signature with the end of its table, a chart.
  var keptTogether: [ClosedRange<Int>] = []
  /// Whether the number of the page stands above the cells, centred, on every page but the first.
  var isNumbered = false
  /// The footer, in the codes of ECMA-376 Part 1, §18.3.1.46.
  var footer: String
}
