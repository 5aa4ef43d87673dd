import Spreadsheet

/// A cell as formulas of BIFF point to it: an address, or a distance from the cell that the formula
/// stands in ([MS-XLS] §2.5.198.111 and below).
struct FormulaPlace {
  private let row: Int
  private let column: Int
  private let isRowRelative: Bool
  private let isColumnRelative: Bool

  /// Reads a row and a column; where `origin` is given, the relative ones of them are distances
  /// from there.
  ///
  /// BIFF8 has the two flags in the word of the column, BIFF2 to BIFF5 in that of the row. What
  /// leaves the sheet on one side comes in on the other.
  init(row rowWord: UInt16, column columnWord: UInt16, version: BIFFVersion, origin: CellReference?)
  {
    let flags = version == .biff8 ? columnWord : rowWord
    isRowRelative = flags & 0x8000 != 0
    isColumnRelative = flags & 0x4000 != 0
    let rows = Self.rowCount(version)
    var row = Int(rowWord) & (rows - 1)
    var column = Int(columnWord & 0xFF)
    if let origin {
      if isRowRelative { row = (row + origin.row - 1) & (rows - 1) }
      if isColumnRelative { column = (column + origin.column - 1) & 0xFF }
    }
    self.row = row
    self.column = column
  }

  private static func rowCount(_ version: BIFFVersion) -> Int {
    version == .biff8 ? 65_536 : 16_384
  }

  /// The place in A1 notation, with the dollar signs of what is absolute.
  var text: String { columnText + rowText }

  private var rowText: String { (isRowRelative ? "" : "$") + "\(row + 1)" }
  private var columnText: String {
    (isColumnRelative ? "" : "$") + CellReference.letters(ofColumn: column + 1)
  }

  /// The rectangle from this place to `last`; whole columns and rows as such.
  func text(to last: FormulaPlace, version: BIFFVersion) -> String {
    if row == 0, last.row == Self.rowCount(version) - 1 {
      return columnText + ":" + last.columnText
    }
    if column == 0, last.column == XLSSheetParser.columnCount - 1 {
      return rowText + ":" + last.rowText
    }
    return text + ":" + last.text
  }
}
