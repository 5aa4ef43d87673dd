/// The heights and widths that were set on a sheet.
struct CellSizes {
  /// Heights in points, by row counted from 1; not a number where none was set.
  private var heights: [Double] = []
  /// Widths in characters, by column.
  private var widths: [Int: Double] = [:]

  /// The height in points that no row exceeds.
  static let greatestHeight = 409.0
  private static let usualHeight = 15.0
  private static let usualWidth = 8.43

  /// The height of a row in points.
  func height(ofRow row: Int) -> Double {
    guard row <= heights.count, !heights[row - 1].isNaN else { return Self.usualHeight }
    return heights[row - 1]
  }

  /// Sets the height of a row in points.
  mutating func set(height: Double, ofRow row: Int) {
    if row > heights.count {
      heights.append(contentsOf: repeatElement(.nan, count: row - heights.count))
    }
    heights[row - 1] = height
  }

  /// The width of a column in pixels (ECMA-376 Part 1, §18.3.1.13).
  func width(ofColumn column: Int) -> Double {
    ((widths[column] ?? Self.usualWidth) * 7 + 5).rounded()
  }

  /// Sets the width of a column in characters.
  mutating func set(width: Double, ofColumn column: Int) { widths[column] = width }
}
