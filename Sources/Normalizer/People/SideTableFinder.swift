import Spreadsheet

/// Where a nominations or practice table stands on a sheet.
struct SideTableLocation<Column: SideColumn>: HeaderLocation, Hashable {
  /// The first row of the header, counted from 1.
  var headerFirst: Int
  /// The last row of the header.
  var headerLast: Int
  /// The column of each role, counted from 1.
  var columns: [Column: Int]
  /// The columns that the name is spread over: family name and given name may stand apart.
  var nameColumns: ClosedRange<Int>
}

/// Finds tables of one kind by their headers, wherever they stand on a sheet.
struct SideTableFinder<Column: SideColumn> {
  let sheet: KnownSheet

  /// The headers on the sheet, from top to bottom.
  func locations() -> [SideTableLocation<Column>] {
    sheet.headers(header)
  }

  /// The header that begins in `row`, of one to three rows, whichever names most.
  private func header(at row: KnownRow) -> SideTableLocation<Column>? {
    // Most rows of a sheet hold a number or no title at all.
    guard row.traits.contains(Column.trait), row.cells.allSatisfy(\.isHeading) else { return nil }
    var best: SideTableLocation<Column>?
    for depth in 1...3 {
      if depth > 1, !continues(row, depth: depth, header: best) { break }
      guard let location = location(from: row.number, through: row.number + depth - 1) else {
        continue
      }
      // A row of titles below the others belongs to the header also where it names nothing new.
      if location.columns.count >= (best?.columns.count ?? 0) { best = location }
    }
    // A title above the header may hold words of a column's title («danh hiệu thi đua»).
    if let found = best, found.headerLast > found.headerFirst,
      let below = location(from: found.headerFirst + 1, through: found.headerLast),
      below.columns.count >= found.columns.count
    {
      return nil
    }
    return best
  }

  /// Whether row `depth` of a header that begins in `first` may belong to it: it holds titles only,
  /// and nothing stands below the title of the names or the running number.
  private func continues(
    _ first: KnownRow, depth: Int, header: SideTableLocation<Column>?
  ) -> Bool {
    guard let next = sheet.row(first.number + depth - 1), !next.cells.isEmpty,
      next.cells.allSatisfy(\.isHeading)
    else { return false }
    var named = 0
    for cell in next.cells {
      guard let text = cell.known else { continue }
      if text.key.utf8.count > 70 { return false }
      if let header {
        let above = header.columns.first { $0.value == cell.column }?.key
        if above == Column.code || header.nameColumns.contains(cell.column) { return false }
      }
      if role(of: text) != nil { named += 1 }
    }
    return named > 0
  }

  private func location(from first: Int, through last: Int) -> SideTableLocation<Column>? {
    var columns: [Column: (column: Int, match: HeaderVocabulary.Match)] = [:]
    for column in sheet.filledColumns(in: first...last) {
      let parts = sheet.titles(in: first...last, column: column)
      guard let named = role(ofParts: parts) else { continue }
      if let known = columns[named.role], known.match >= named.match { continue }
      columns[named.role] = (column, named.match)
    }
    guard let name = columns[Column.name]?.column, columns.count >= 2,
      Column.areTable(Set(columns.keys))
    else { return nil }
    var lastOfName = name
    for row in first...last {
      let place = CellReference(row: row, column: name)
      if let range = sheet.mergedRange(covering: place), range.first.column == name {
        lastOfName = max(lastOfName, range.last.column)
      }
      // `Họ và tên đệm` with `Tên` beside it.
      if sheet[CellReference(row: row, column: name + 1)]?.known?.key == "ten" {
        lastOfName = max(lastOfName, name + 1)
      }
    }
    let taken = columns.filter { $0.key != Column.name }.map(\.value.column)
    while lastOfName > name, taken.contains(where: { (name + 1...lastOfName).contains($0) }) {
      lastOfName -= 1
    }
    return SideTableLocation(
      headerFirst: first, headerLast: last, columns: columns.mapValues(\.column),
      nameColumns: name...lastOfName)
  }

  /// What the titles above one column say together: the lowest, or the lowest read with those above
  /// it where it says too little alone (`Sáng kiến` over `Số văn bản`, over `Tên`).
  private func role(
    ofParts parts: [KnownText]
  ) -> (role: Column, match: HeaderVocabulary.Match)? {
    guard let lowest = parts.last else { return nil }
    if let own = role(of: lowest), own.match == .exact || parts.count == 1 { return own }
    guard parts.count > 1 else { return nil }
    return role(of: lowest) ?? Column.role(of: parts.joined(on: sheet))
      ?? Column.role(of: parts[0])
  }

  private func role(of title: KnownText) -> (role: Column, match: HeaderVocabulary.Match)? {
    Column.role(of: title) ?? Column.roleInRegulation(of: title).map { ($0, .words) }
  }
}
