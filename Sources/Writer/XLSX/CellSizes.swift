/// The heights and widths that were set on a sheet.
struct CellSizes {
  /// Heights in points, by row.
  var heights: [Int: Double] = [:]
  /// Widths in characters, by column.
  var widths: [Int: Double] = [:]

  /// The height of a row in points.
  func height(ofRow row: Int) -> Double { heights[row] ?? 15 }

  /// The width of a column in pixels (ECMA-376 Part 1, §18.3.1.13).
  func width(ofColumn column: Int) -> Double { ((widths[column] ?? 8.43) * 7 + 5).rounded() }
}
