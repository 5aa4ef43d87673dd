import Language
import Spreadsheet

/// The rows below a table's header, each recognised for what it is.
struct TableBody {
  /// A row that says something.
  struct Line {
    var number: Int
    var row: KnownRow
    var kind: Kind
  }

  /// What a row is.
  enum Kind {
    /// The row of a criterion, which is named by its place in the table of criteria, as are groups.
    case criterion(Int)
    /// A further row of a criterion that is split over several: its content is merged down over them, or
    /// goes on in them.
    case continuation(Int)
    /// The heading of a group.
    case group(Int)
    /// A stated total; the groups that a subtotal may be of, nearest first.
    case total(TotalRow, of: [Int])
    /// A row that names no criterion of the regulation.
    case unknown(label: String)
  }

  let sheet: KnownSheet
  let location: TableLocation
  /// The last row that is looked at: the one before the next table.
  let end: Int
  /// Where the header stands again further down, once a printed page.
  let repeatedHeaders: [ClosedRange<Int>]
  private(set) var lines: [Line] = []

  /// Recognises the rows of the table at `location` down to `end`.
  init(
    sheet: KnownSheet, location: TableLocation, end: Int, matcher: CriterionMatcher,
    repeatedHeaders: [ClosedRange<Int>] = []
  ) {
    self.sheet = sheet
    self.location = location
    self.end = end
    self.repeatedHeaders = repeatedHeaders
    var context = matcher.context
    var afterTotal = false
    var lineOfRow: [Int: Int] = [:]
    var split = SplitCriterion(matcher: matcher)
    for row in sheet.rows(location.headerLast + 1...max(location.headerLast + 1, end))
    where row.number <= end {
      if Self.isNumbering(row, of: location)
        || repeatedHeaders.contains(where: { $0.contains(row.number) })
      {
        continue
      }
      let code = cell(.code, row)
      let content = cell(.content, row)
      if let top = content.mergeTop ?? code.mergeTop, top < row.number {
        // Below the first row of a merged cell: more of the same criterion.
        if let criterion = lineOfRow[top] {
          lines.append(Line(number: row.number, row: row, kind: .continuation(criterion)))
        }
        continue
      }
      let contentText = content.cell?.known
      let match = matcher.match(
        code: RowCode(code.cell, on: sheet), content: contentText, in: context)
      let label = label(of: row)
      if match.map({ !$0.agreesInContent }) ?? true, let total = label?.total {
        lines.append(
          Line(number: row.number, row: row, kind: .total(total, of: context.groupAndAbove)))
        if total.closesTable { afterTotal = true }
        continue
      }
      guard let match else {
        if code.cell == nil, !afterTotal {
          if let criterion = split.goesOn(in: row, contentText, of: location) {
            lines.append(Line(number: row.number, row: row, kind: .continuation(criterion)))
            continue
          }
          if let last = lines.last, last.number == row.number - 1,
            case .unknown(let above) = last.kind, let contentText,
            let criterion = split.joined(sheet.known("\(above) \(contentText.text)"), in: context)
          {
            lines[lines.count - 1].kind = .criterion(criterion)
            lines.append(Line(number: row.number, row: row, kind: .continuation(criterion)))
            context.take(criterion)
            continue
          }
        }
        // Below the signature block nothing is data, whether or not a total came before.
        if Self.isSignature(row) { afterTotal = true }
        if !afterTotal, let label {
          let name = label.tidy.isEmpty ? label.text : label.tidy
          if !name.isEmpty {
            lines.append(Line(number: row.number, row: row, kind: .unknown(label: name)))
          }
        }
        continue
      }
      // Behind the total only what is the regulation's to the letter still belongs to the table:
      // some add their bonus and deductions there. Notes and signatures do not.
      if afterTotal, !match.agreesInContent || context.hasTaken(match.criterion) {
        continue
      }
      lineOfRow[row.number] = match.criterion
      let above = matcher.above[match.criterion]
      context.take(match.criterion)
      if matcher.isGroup[match.criterion] {
        context.enter(match.criterion, above: above)
        lines.append(Line(number: row.number, row: row, kind: .group(match.criterion)))
      } else {
        if let parent = above.first { context.enter(parent, above: above.dropFirst()) }
        lines.append(Line(number: row.number, row: row, kind: .criterion(match.criterion)))
        split.begins(match.criterion, in: row, contentText)
      }
    }
  }

  /// The criteria that have a row.
  var criteria: Set<Int> {
    Set(
      lines.compactMap {
        if case .criterion(let criterion) = $0.kind { criterion } else { nil }
      })
  }

  /// Whether any criterion has a row.
  var hasCriteria: Bool {
    lines.contains { if case .criterion = $0.kind { true } else { false } }
  }

  /// Whether this is the rest of `earlier`, whose header is only repeated here: the columns are the
  /// same, the criteria others, and no total closed the table before.
  func continues(_ earlier: TableBody) -> Bool {
    let isClosed = earlier.lines.contains { line in
      if case .total(let total, _) = line.kind { total.closesTable } else { false }
    }
    return !isClosed && location.columns == earlier.location.columns
      && criteria.isDisjoint(with: earlier.criteria)
  }

  /// The last row that is surely the table's: a criterion's, a group's or a total.
  var lastKnownRow: Int {
    let known = lines.last { line in
      if case .unknown = line.kind { false } else { true }
    }
    return known?.number ?? location.headerLast
  }

  /// The last row that belongs to the table.
  var lastRow: Int { lines.last?.number ?? location.headerLast }

  /// A cell of a row, with the first row of a merge that covers it.
  private func cell(_ role: ColumnRole, _ row: KnownRow) -> (cell: KnownCell?, mergeTop: Int?) {
    guard let column = location.columns[role] else { return (nil, nil) }
    let reference = CellReference(row: row.number, column: column)
    guard let range = sheet.mergedRange(covering: reference) else {
      return (row[column: column], nil)
    }
    let top = range.first.row < range.last.row ? range.first.row : nil
    return (sheet[range.first], top)
  }

  /// The text that a row is headed with: its code and content, or what stands left of its scores.
  private func label(of row: KnownRow) -> KnownText? {
    let codeCell = location.columns[.code].flatMap { row[column: $0] }
    let code = codeCell?.known.flatMap { $0.tidy.isEmpty ? nil : $0 }
    let content = location.columns[.content].flatMap { row[column: $0]?.known }
      .flatMap { $0.tidy.isEmpty ? nil : $0 }
    if let code, let content {
      // `TỔNG CỘNG` may stand in the column of codes, merged over that of contents.
      return code.total != nil ? code : content
    }
    if let last = content ?? code { return last }
    let scores = [ColumnRole.selfScore, .appraised, .result, .maximum]
      .compactMap { location.columns[$0] }
    for cell in row.cells {
      if let first = scores.min(), cell.column >= first { break }
      if let text = cell.known { return text.tidy.isEmpty ? nil : text }
    }
    // A code of blanks alone, right of the scores: the row may hold a score for all that.
    return codeCell.map { sheet.known($0.value.text) }
  }

  /// Whether a row begins the signature block.
  private static func isSignature(_ row: KnownRow) -> Bool {
    row.cells.contains { $0.known?.isSignature ?? false }
  }

  /// Whether a signature block begins with the text of a key.
  static func isSignature(_ key: String) -> Bool {
    key.utf8.count < 60 && signatures.contains { key == $0 || key.hasPrefix($0 + " ") }
  }

  private static let signatures = [
    "thu truong", "nguoi lap bieu", "nguoi lap", "ky ten", "noi nhan", "tm", "kt",
    "nguoi cham diem",
    "xac nhan cua",
  ]

  /// Whether a row numbers the columns: `(1) (2) (3)`, `1 2 3 4`, `A B 1 2`.
  static func isNumbering(_ row: KnownRow, of location: TableLocation) -> Bool {
    guard row.cells.count >= 3, row.number <= location.headerLast + 2 else { return false }
    var numbers = 0
    for cell in row.cells {
      let text = VietnameseText.fold(cell.value.text)
      let parts = text.split(separator: " ")
      guard let head = parts.first, head.count <= 2 else { return false }
      if Int(head) != nil {
        numbers += 1
      } else if parts.count > 1 || head.count > 1 {
        return false
      }
    }
    guard let content = location.columns[.content].flatMap({ row[column: $0] }) else {
      return false
    }
    let text = VietnameseText.fold(content.value.text)
    return numbers >= 2 && (Int(text) != nil || text.count == 1)
  }
}
