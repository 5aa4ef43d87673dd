import Spreadsheet

/// How the matrix is spread over sheets of paper: the units side by side as far as the figures stay
/// legible, the others on further pages that begin with the same criteria.
struct MatrixPages {
  /// The columns of units on each page, from left to right.
  let columns: [ClosedRange<Int>]
  /// The scale in percent; nil where one page is wide enough and everything is fitted to it.
  let scale: Int?

  /// The least scale at which 11 points can be read.
  private static let leastScale = 65
  /// The inside of a landscape A4 page with official margins, in pixels at 96 dots an inch.
  private static let paperWidth =
    (297 - PageSetup.Margins.official.left - PageSetup.Margins.official.right) / 25.4 * 96

  /// - Parameters:
  ///   - widths: the widths of the sheet's columns, those of the labels first.
  ///   - labels: how many columns every page repeats.
  init(widths: [Double], labels: Int) {
    // Programs round widths in their own ways.
    let room = Self.paperWidth / Double(Self.leastScale) * 100 * 0.96
    let units = widths.count - labels
    let labelWidth = TextMeasure.pixels(ofColumns: Array(widths.prefix(labels)))
    let unitWidth = TextMeasure.pixels(ofColumns: [widths.last ?? 0]) + 6
    let fitting = max(1, Int((room - labelWidth) / unitWidth))
    guard units > fitting else {
      columns = units > 0 ? [labels + 1...labels + units] : []
      scale = nil
      return
    }
    // As many on each page, so that the last is not left with one.
    let pages = (units + fitting - 1) / fitting
    let perPage = (units + pages - 1) / pages
    columns = stride(from: 0, to: units, by: perPage).map {
      labels + 1 + $0...labels + min($0 + perPage, units)
    }
    scale = Self.leastScale
  }

  /// The columns left of which a page begins.
  var breaks: [Int] { columns.dropFirst().map(\.lowerBound) }
}
