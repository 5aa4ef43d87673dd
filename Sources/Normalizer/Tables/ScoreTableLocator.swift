import Spreadsheet

/// Finds the score tables of a workbook: headers with rows of the regulation's criteria below them.
struct ScoreTableLocator {
  let matcher: CriterionMatcher

  /// The score tables of a workbook: headers with rows of the regulation's criteria below them.
  func tables(in workbook: KnownWorkbook) -> [TableBody] {
    workbook.sheets.flatMap { tables(on: $0) }
  }

  /// The score tables of one sheet.
  func tables(on sheet: KnownSheet) -> [TableBody] {
    let locations = TableFinder(sheet: sheet).locations()
    let bodies = locations.enumerated().compactMap { index, location -> TableBody? in
      let end =
        index + 1 < locations.count
        ? locations[index + 1].headerFirst - 1 : (sheet.rows.last?.number ?? 0)
      let body = TableBody(sheet: sheet, location: location, end: end, matcher: matcher)
      return body.hasCriteria ? body : nil
    }
    return bodies.reduce(into: [TableBody]()) { joined, body in
      // A header that is repeated at the head of each printed page begins no new table.
      if let last = joined.last, body.continues(last) {
        joined[joined.count - 1] = TableBody(
          sheet: sheet, location: last.location, end: body.end, matcher: matcher,
          repeatedHeaders: last.repeatedHeaders + [body.location.headerRows])
      } else {
        joined.append(body)
      }
    }
  }

  /// The rows between two tables of a sheet; nil where there are none.
  static func zone(below upper: TableBody, above lower: TableBody) -> ClosedRange<Int>? {
    let (first, last) = (upper.lastKnownRow + 1, lower.location.headerFirst - 1)
    return first <= last ? first...last : nil
  }

  /// The row above which a table's titles end: its header, or that of the first table of the sheet.
  static func titleEnd(of table: TableBody, among tables: [TableBody]) -> Int {
    tables.first { $0.sheet.name == table.sheet.name }?.location.headerFirst
      ?? table.location.headerFirst
  }
}
