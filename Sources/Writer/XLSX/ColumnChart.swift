import Spreadsheet

/// A chart of columns over one range of categories (ECMA-376 Part 1, §21.2.2.16).
struct ColumnChart {
  /// The chart's title.
  var title: String
  /// The title of the axis of categories.
  var categoryTitle: String
  /// The title of the axis of values.
  var valueTitle: String
  /// The cells that name the columns.
  var categories: CellLink
  /// The cells that hold their heights.
  var values: CellLink
  /// The format of the values.
  var numberFormat: String
  /// The colour of the columns, 0xRRGGBB.
  var fill: UInt32
  /// The width in pixels.
  var width: Double
  /// The height in pixels.
  var height: Double
  /// What the chart shows, for those who cannot see it.
  var description: String
}
