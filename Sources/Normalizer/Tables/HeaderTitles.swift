import Spreadsheet

/// Where a table's header stands on a sheet.
protocol HeaderLocation {
  /// The first row of the header, counted from 1.
  var headerFirst: Int { get }
  /// The last row of the header.
  var headerLast: Int { get }
}

extension HeaderLocation {
  /// The rows of the header.
  var headerRows: ClosedRange<Int> { headerFirst...headerLast }
}

/// What finders of tables ask of a sheet's titles.
extension KnownSheet {
  /// The headers that begin in the sheet's rows, from top to bottom; inside one none begins.
  func headers<Location: HeaderLocation>(_ header: (KnownRow) -> Location?) -> [Location] {
    var found: [Location] = []
    for row in rows {
      if let last = found.last, row.number <= last.headerLast { continue }
      if let location = header(row) { found.append(location) }
    }
    return found
  }

  /// The columns that hold anything in some rows, from left to right.
  func filledColumns(in rows: ClosedRange<Int>) -> [Int] {
    let numbers = self.rows(rows).map { $0.cells.map(\.column) }
    return numbers.count == 1 ? numbers[0] : Set(numbers.joined()).sorted()
  }

  /// The titles that stand over a column in the rows of a header, from top to bottom.
  func titles(in rows: ClosedRange<Int>, column: Int) -> [KnownText] {
    rows.compactMap { title(row: $0, column: column) }
  }

  /// The title that stands over a column in one header row: its own, or that of a cell merged across
  /// it from the left.
  private func title(row: Int, column: Int) -> KnownText? {
    let reference = CellReference(row: row, column: column)
    if let cell = self[reference] { return cell.known }
    guard let range = mergedRange(covering: reference), range.first.row == row else { return nil }
    return self[range.first]?.known
  }
}

extension [KnownText] {
  /// What titles above one another say together.
  func joined(on sheet: KnownSheet) -> KnownText {
    count == 1 ? self[0] : sheet.known(map(\.text).joined(separator: " "))
  }
}
