import Spreadsheet

/// The letters of columns as bytes: every cell names its column.
enum ColumnLetters {
  private static let all = (1...CellReference.lastColumn).map {
    Array(CellReference.letters(ofColumn: $0).utf8)
  }

  /// Writes the letters of a column that a sheet can have.
  static func append(_ column: Int, to bytes: inout [UInt8]) {
    bytes.append(contentsOf: all[column - 1])
  }
}
