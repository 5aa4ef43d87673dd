import Spreadsheet

/// Where a score table stands on a sheet: its header and what each of its columns holds.
struct TableLocation: HeaderLocation, Hashable {
  /// The first row of the header, counted from 1.
  var headerFirst: Int
  /// The last row of the header.
  var headerLast: Int
  /// The column of each role, counted from 1.
  var columns: RoleColumns
  /// Columns that were headed like one that is in use, with the role they compete for.
  var rivals: [Int: ColumnRole]
  /// Columns whose titles speak of points in no words that are known, with these titles.
  var unknown: [Int: String]
}

/// Finds score tables by their headers, wherever they stand on a sheet.
struct TableFinder {
  let sheet: KnownSheet
  /// Whether a table of criteria will do, which has maxima and no scores yet.
  var acceptsCriteria = false

  /// The headers of score tables on the sheet, from top to bottom.
  func locations() -> [TableLocation] {
    sheet.headers(header)
  }

  /// The header that begins in `row`, if one does: of one, two or three rows, whichever names most.
  private func header(at row: KnownRow) -> TableLocation? {
    // A quick look first: most rows of a sheet hold no title at all.
    guard row.traits.contains(.column) else { return nil }
    // Contents of criteria speak of contents, too: alone, a row without a title of scores is no header.
    let mayStandAlone =
      row.traits.contains(.score) || acceptsCriteria && row.traits.contains(.maximum)
    var best: TableLocation?
    for depth in 1...3 {
      if depth > 1, !continues(row, depth: depth) { break }
      guard depth > 1 || mayStandAlone,
        let location = location(from: row.number, through: row.number + depth - 1)
      else { continue }
      func weight(_ location: TableLocation?) -> (Int, Int) {
        (location?.columns.count ?? 0, location?.rivals.count ?? 0)
      }
      if weight(location) > weight(best) { best = location }
    }
    // A title right above the header may hold words of a column's title («bảng tự chấm điểm»): what
    // the rows below name as well without it is no part of the header.
    if let found = best, found.headerLast > found.headerFirst,
      let below = location(from: found.headerFirst + 1, through: found.headerLast),
      below.columns.count >= found.columns.count
    {
      return nil
    }
    return best
  }

  /// Whether row `depth` of a header that begins in `first` may belong to it: it holds titles only,
  /// and beside the column of contents there is nothing new.
  private func continues(_ first: KnownRow, depth: Int) -> Bool {
    guard let next = sheet.row(first.number + depth - 1), !next.cells.isEmpty,
      next.cells.allSatisfy({ $0.known != nil })
    else { return false }
    var named = 0
    for cell in next.cells {
      guard let text = cell.known else { continue }
      // Below a header cell of its own, a text would be the first line of the body.
      switch first[column: cell.column]?.known?.column?.role {
      case .content, .code: return false
      default: break
      }
      // Under a title merged across several columns each names its part: `6 tháng`, `Cả năm`.
      if text.column != nil || isPart(cell.column, of: first) { named += 1 }
      if text.key.utf8.count > 60 { return false }
    }
    return named > 0
  }

  /// Whether a column lies under a score's title that is merged across several columns.
  private func isPart(_ column: Int, of header: KnownRow) -> Bool {
    let reference = CellReference(row: header.number, column: column)
    guard let range = sheet.mergedRange(covering: reference),
      range.first.column < range.last.column,
      let role = sheet[range.first]?.known?.column?.role
    else { return false }
    return role == .selfScore || role == .appraised
  }

  private func location(from first: Int, through last: Int) -> TableLocation? {
    var candidates: [ColumnRole: [Candidate]] = [:]
    var unknown: [Int: String] = [:]
    for column in sheet.filledColumns(in: first...last) {
      let parts = sheet.titles(in: first...last, column: column)
      guard let named = role(ofParts: parts) else {
        let title = parts.joined(on: sheet)
        if title.speaksOfPoints { unknown[column] = title.tidy }
        continue
      }
      candidates[named.role, default: []].append(
        Candidate(column: column, match: named.match, stage: parts.joined(on: sheet).stage))
    }
    var columns: RoleColumns = [:]
    var rivals: [Int: ColumnRole] = [:]
    for (role, list) in candidates {
      let exact = list.filter { $0.match == .exact }
      let equals = exact.isEmpty || list.contains { $0.stage != nil } ? list : exact
      // Of several rounds or periods the last is the year's: `Cả năm`, `lần 2`.
      let last = equals.filter { $0.stage != nil }.max { ($0.stage ?? .none) < ($1.stage ?? .none) }
      let chosen = (last ?? equals[0]).column
      columns[role] = chosen
      for other in equals where other.column != chosen { rivals[other.column] = role }
    }
    if let points = columns[.points] {
      columns[.points] = nil
      if columns[.selfScore] == nil { columns[.selfScore] = points }
    }
    let hasKey = columns[.content] != nil || columns[.code] != nil
    let isOfCriteria =
      acceptsCriteria && columns[.maximum] != nil && columns[.content] != nil
    let hasScore =
      isOfCriteria || columns[.selfScore] != nil || columns[.appraised] != nil
      || columns[.result] != nil
    guard hasKey, hasScore,
      columns.count >= 3 || (columns.count == 2 && columns[.selfScore] != nil)
        || isOfCriteria
    else { return nil }
    return TableLocation(
      headerFirst: first, headerLast: last, columns: columns, rivals: rivals,
      unknown: unknown)
  }

  /// A column that a title names for a role.
  private struct Candidate {
    var column: Int
    var match: HeaderVocabulary.Match
    var stage: ScoreStage?
  }

  /// What the titles above one column say together: the lowest one, or the lowest read with those
  /// above it where it says too little alone (`Đơn vị tự chấm` over `Điểm`).
  private func role(
    ofParts parts: [KnownText]
  ) -> (role: ColumnRole, match: HeaderVocabulary.Match)? {
    guard let lowest = parts.last else { return nil }
    let own = lowest.column
    guard parts.count > 1 else { return own }
    if let own, own.role != .points { return own }
    return parts.joined(on: sheet).column ?? own ?? parts[0].column
  }
}
