import Spreadsheet

/// A chart that the reading program draws (ECMA-376 Part 1, §21.2).
///
/// Categories, values and names stand in cells, so that a chart follows what is typed there; their
/// numbers and texts as written are kept in it too, for programs that draw before they recalculate.
/// A cell that holds a formula counts 0 there: charts are drawn of numbers.
struct Chart {
  /// Where the values run to.
  enum Direction: Hashable {
    /// Upwards, categories from left to right.
    case columns
    /// To the right, categories from top to bottom.
    case bars
  }

  /// How the series of one category stand to each other.
  enum Grouping: Hashable {
    /// Side by side.
    case clustered
    /// On top of each other.
    case stacked
    /// On top of each other, each category as long as the whole plot.
    case stackedToWhole
  }

  /// Where the names of the series stand.
  enum Legend: Hashable { case bottom, right, top }

  /// One axis.
  struct Axis: Hashable {
    /// The title; nil for none.
    var title: String?
    /// The lowest value; nil where the program decides.
    var minimum: Double?
    /// The highest value; nil where the program decides.
    var maximum: Double?
    /// The format of the numbers at the axis.
    var numberFormat: String?
    /// Whether lines run across the plot.
    var hasGridlines = false
    /// Whether nothing of it is drawn.
    var isHidden = false
    /// The size of the labels in points.
    var size = 10.0
  }

  /// One row of values.
  struct Series {
    /// The cell with the series' name; nil where it needs none.
    var name: CellLink?
    /// The name where no cell holds it.
    var caption: String?
    /// The cells with the values.
    var values: CellLink
    /// The colour, 0xRRGGBB; nil for a series that only lifts those above it.
    var fill: UInt32?
    /// The colours of single values, in their order, where they differ.
    var pointFills: [UInt32] = []
    /// The format of the values that stand at the columns; nil for none.
    var labels: String?
    /// Whether labels stand inside of the columns, for stacked ones, and are white.
    var hasLightLabels = false
  }

  var direction = Direction.columns
  var grouping = Grouping.clustered
  /// The title; nil for none.
  var title: String?
  /// The cells that name the categories.
  var categories: CellLink
  var categoryAxis = Axis()
  var valueAxis = Axis(minimum: 0)
  var series: [Series]
  /// Where the legend stands; nil for none.
  var legend: Legend?
  /// The room between categories, in percent of a column's width.
  var gap: UInt16 = 40
  /// The width in pixels.
  var width: Double
  /// The height in pixels.
  var height: Double
  /// What the chart shows, for those who cannot see it.
  var description: String
}
