import Spreadsheet

/// Where the pages of a printed sheet end, reckoned from the heights of its rows.
///
/// Programs fit pages themselves; this only finds the rows that would be torn apart, and the breaks
/// that keep them together. It is rather a little too careful than too late.
struct PageFlow {
  /// The paper that rows can stand on, in points of the sheet, not of the paper.
  let pageHeight: Double
  /// The height of a row in points.
  let height: (Int) -> Double
  /// The height of the rows that head every page.
  let headHeight: Double
  /// The last of those rows.
  let headRow: Int

  /// - Parameters:
  ///   - page: how the sheet prints.
  ///   - widths: the widths of the printed columns in pixels.
  ///   - height: the height of a row in points.
  init(_ page: PageSetup, widths: [Double], height: @escaping (Int) -> Double) {
    let paper = page.orientation == .portrait ? (210.0, 297.0) : (297.0, 210.0)
    let inside = (
      width: (paper.0 - page.margins.left - page.margins.right) / 25.4 * 96,
      height: (paper.1 - page.margins.top - page.margins.bottom) / 25.4 * 72
    )
    let across = widths.reduce(0, +) / Double(max(1, page.pagesWide))
    let scale = min(1, inside.width / max(1, across))
    // Programs round heights and widths in their own ways.
    pageHeight = inside.height / scale * 0.96
    self.height = height
    headRow = page.repeatedRows?.upperBound ?? 0
    headHeight = page.repeatedRows?.reduce(0) { $0 + height($1) } ?? 0
  }

  /// The rows above which a page has to begin so that no range is torn apart.
  func breaks(keeping ranges: [ClosedRange<Int>], from first: Int, through last: Int) -> [Int] {
    var breaks: [Int] = []
    let kept = Dictionary(ranges.map { ($0.lowerBound, $0) }, uniquingKeysWith: { $1 })
    var used = 0.0
    var row = first
    while row <= last {
      let block = kept[row] ?? row...row
      let needed = block.reduce(0) { $0 + height($1) }
      if used > 0, used + needed > pageHeight {
        if block.count > 1 { breaks.append(row) }
        used = row > headRow ? headHeight : 0
      }
      used += needed
      row = block.upperBound + 1
    }
    return breaks
  }
}
