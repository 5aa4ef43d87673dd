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
    let inside = page.inside
    let scale =
      page.scale.map { Double($0) / 100 }
      ?? min(1, inside.width / max(1, Self.width(page, widths)))
    // Programs round heights and widths in their own ways.
    pageHeight = inside.height / scale * 0.96
    self.height = height
    headRow = page.repeatedRows?.upperBound ?? 0
    headHeight = page.repeatedRows?.reduce(0) { $0 + height($1) } ?? 0
  }

  /// The width of the widest page in pixels, the repeated columns with it.
  static func width(_ page: PageSetup, _ widths: [Double]) -> Double {
    guard !page.columnBreaks.isEmpty else {
      return widths.reduce(0, +) / Double(max(1, page.pagesWide))
    }
    let first = page.area.first.column
    func sum(_ columns: Range<Int>) -> Double {
      columns.reduce(0) { $0 + ($1 - first < widths.count ? widths[$1 - first] : 0) }
    }
    let repeated = page.repeatedColumns.map { sum($0.lowerBound..<$0.upperBound + 1) } ?? 0
    let edges = [first] + page.columnBreaks.sorted() + [page.area.last.column + 1]
    return zip(edges, edges.dropFirst()).enumerated().map { index, edge in
      sum(edge.0..<edge.1) + (index > 0 ? repeated : 0)
    }.max() ?? 0
  }

  /// The rows above which a page has to begin so that no range is torn apart, besides those above
  /// which one begins anyway.
  func breaks(
    keeping ranges: [ClosedRange<Int>], given: [Int], from first: Int, through last: Int
  ) -> [Int] {
    var breaks: [Int] = []
    let kept = Dictionary(ranges.map { ($0.lowerBound, $0) }, uniquingKeysWith: { $1 })
    var used = 0.0
    var row = first
    while row <= last {
      let block = kept[row] ?? row...row
      let needed = block.reduce(0) { $0 + height($1) }
      let isGiven = given.contains(row)
      if used > 0, isGiven || used + needed > pageHeight {
        if block.count > 1, !isGiven { breaks.append(row) }
        used = row > headRow ? headHeight : 0
      }
      used += needed
      row = block.upperBound + 1
    }
    return breaks
  }
}

extension PageSetup {
  /// The paper inside of the margins: its width in pixels, its height in points.
  var inside: (width: Double, height: Double) {
    let paper = orientation == .portrait ? (210.0, 297.0) : (297.0, 210.0)
    return (
      (paper.0 - margins.left - margins.right) / 25.4 * 96,
      (paper.1 - margins.top - margins.bottom) / 25.4 * 72
    )
  }
}
