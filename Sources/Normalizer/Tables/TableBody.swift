import Language
import Regulation
import Spreadsheet

/// The rows below a table's header, each recognised for what it is.
struct TableBody {
  /// A row that says something.
  struct Line {
    var number: Int
    var row: Row
    var kind: Kind
  }

  /// What a row is.
  enum Kind {
    /// The row of a criterion.
    case criterion(Criterion)
    /// A further row of a criterion that is split over several: its content is merged down over them, or
    /// goes on in them.
    case continuation(Criterion)
    /// The heading of a group.
    case group(Criterion)
    /// A stated total; the groups that a subtotal may be of, nearest first.
    case total(TotalRow, of: [Criterion])
    /// A row that names no criterion of the regulation.
    case unknown(label: String)
  }

  let sheet: SheetGrid
  let location: TableLocation
  /// The last row that is looked at: the one before the next table.
  let end: Int
  /// Where the header stands again further down, once a printed page.
  let repeatedHeaders: [ClosedRange<Int>]
  private(set) var lines: [Line] = []

  /// Recognises the rows of the table at `location` down to `end`.
  init(
    sheet: SheetGrid, location: TableLocation, end: Int, matcher: CriterionMatcher,
    repeatedHeaders: [ClosedRange<Int>] = []
  ) {
    self.sheet = sheet
    self.location = location
    self.end = end
    self.repeatedHeaders = repeatedHeaders
    var context = CriterionMatcher.Context()
    var afterTotal = false
    var lineOfRow: [Int: Criterion] = [:]
    var split = SplitCriterion(matcher: matcher)
    for row in sheet.rows where row.number > location.headerLast && row.number <= end {
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
      var contentText: String?
      if case .text(let text) = content.cell?.value { contentText = text }
      let match = matcher.match(code: code.cell?.value, content: contentText, in: context)
      let label = label(of: row)
      if match.map({ !$0.agreesInContent }) ?? true, let total = TotalRow(label: label) {
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
            let criterion = split.joined(above, contentText, in: context)
          {
            lines[lines.count - 1].kind = .criterion(criterion)
            lines.append(Line(number: row.number, row: row, kind: .continuation(criterion)))
            context.taken.insert(criterion.code)
            continue
          }
        }
        // Below the signature block nothing is data, whether or not a total came before.
        if Self.isSignature(row) { afterTotal = true }
        if !afterTotal, !label.isEmpty {
          lines.append(Line(number: row.number, row: row, kind: .unknown(label: label)))
        }
        continue
      }
      // Behind the total only what is the regulation's to the letter still belongs to the table:
      // some add their bonus and deductions there. Notes and signatures do not.
      if afterTotal, !match.agreesInContent || context.taken.contains(match.criterion.code) {
        continue
      }
      lineOfRow[row.number] = match.criterion
      if matcher.isGroup(match.criterion) {
        context.enter(match.criterion, ancestors: matcher.ancestors(of: match.criterion))
        context.taken.insert(match.criterion.code)
        lines.append(Line(number: row.number, row: row, kind: .group(match.criterion)))
      } else {
        let above = matcher.ancestors(of: match.criterion)
        if let parent = above.first { context.enter(parent, ancestors: Array(above.dropFirst())) }
        context.taken.insert(match.criterion.code)
        lines.append(Line(number: row.number, row: row, kind: .criterion(match.criterion)))
        split.begins(match.criterion, in: row, contentText)
      }
    }
  }

  /// The criteria that have a row.
  var criteria: Set<String> {
    Set(
      lines.compactMap {
        if case .criterion(let criterion) = $0.kind { criterion.code } else { nil }
      })
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
  private func cell(_ role: ColumnRole, _ row: Row) -> (cell: Cell?, mergeTop: Int?) {
    guard let column = location.columns[role] else { return (nil, nil) }
    let reference = CellReference(row: row.number, column: column)
    guard let range = sheet.mergedRange(covering: reference) else {
      return (row[column: column], nil)
    }
    let top = range.first.row < range.last.row ? range.first.row : nil
    return (sheet[range.first], top)
  }

  /// The text that a row is headed with: its code and content, or what stands left of its scores.
  private func label(of row: Row) -> String {
    let keys = [location.columns[.code], location.columns[.content]].compactMap { $0 }
    let texts = keys.compactMap { column -> String? in
      guard case .text(let text) = row[column: column]?.value else { return nil }
      let tidy = VietnameseText.tidy(text)
      return tidy.isEmpty ? nil : tidy
    }
    if let last = texts.last {
      // `TỔNG CỘNG` may stand in the column of codes, merged over that of contents.
      return texts.count > 1 && TotalRow(label: texts[0]) != nil ? texts[0] : last
    }
    let scores = [ColumnRole.selfScore, .appraised, .result, .maximum]
      .compactMap { location.columns[$0] }
    for cell in row.cells {
      if let first = scores.min(), cell.column >= first { break }
      if case .text(let text) = cell.value { return VietnameseText.tidy(text) }
    }
    if let code = location.columns[.code].flatMap({ row[column: $0] }) { return code.value.text }
    return ""
  }

  /// Whether a row begins the signature block.
  private static func isSignature(_ row: Row) -> Bool {
    row.cells.contains { cell in
      guard case .text(let text) = cell.value else { return false }
      let key = VietnameseText.fold(text)
      return key.utf8.count < 60 && signatures.contains { key == $0 || key.hasPrefix($0 + " ") }
    }
  }

  private static let signatures = [
    "thu truong", "nguoi lap bieu", "nguoi lap", "ky ten", "noi nhan", "tm", "kt",
    "nguoi cham diem",
    "xac nhan cua",
  ]

  /// Whether a row numbers the columns: `(1) (2) (3)`, `1 2 3 4`, `A B 1 2`.
  static func isNumbering(_ row: Row, of location: TableLocation) -> Bool {
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

extension CriterionMatcher {
  /// Whether a criterion is a group.
  func isGroup(_ criterion: Criterion) -> Bool { table.isGroup(criterion) }

  /// The groups above a criterion, nearest first.
  func ancestors(of criterion: Criterion) -> [Criterion] { table.ancestors(of: criterion) }
}

extension CriterionMatcher.Context {
  /// Notes that the rows from here on stand under `group`.
  fileprivate mutating func enter(_ group: Criterion, ancestors: [Criterion]) {
    self.group = group
    groupAndAbove = [group] + ancestors
  }
}
