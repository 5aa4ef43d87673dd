import Language
import Spreadsheet

/// The rows below the header of a nominations or practice table, each recognised for what it is.
struct SideTableBody<Column: SideColumn> {
  /// What a row is.
  enum Line {
    /// The heading of a group: `I. Lao động tiên tiến`.
    case group(String)
    /// A row of its own.
    case entry(row: Int)
    /// A further row of the entry above it.
    case continuation(row: Int)
  }

  let sheet: KnownSheet
  let location: SideTableLocation<Column>
  private(set) var lines: [Line] = []
  /// The last row that belongs to the table.
  private(set) var lastRow: Int

  /// Recognises the rows of the table at `location` down to `end`.
  init(sheet: KnownSheet, location: SideTableLocation<Column>, end: Int) {
    self.sheet = sheet
    self.location = location
    lastRow = location.headerLast
    var isClosed = false
    var previous = location.headerLast
    let hasCodes = location.columns[Column.code] != nil
    for row in sheet.rows where row.number > location.headerLast && row.number <= end {
      if isNumbering(row) {
        (previous, lastRow) = (row.number, row.number)
        continue
      }
      let kind = kind(of: row, hasCodes: hasCodes)
      // What follows a gap, as names below a space for signatures do, is no row without its number.
      let isApart = row.number > previous + 2 && hasCodes
      switch kind {
      case .end: return
      case .blank: continue
      case .total:
        isClosed = true
        lastRow = row.number
      case .group(let label):
        if isApart { return }
        // A group may follow the total of the one above it; a note may too, which opens nothing.
        isClosed = isClosed && !GroupHeading.isNumbered(label)
        // Behind the last row of its own a table has no headings: what stands there is of the next one.
        if !isClosed { lines.append(.group(label)) }
      case .entry(let hasCode):
        if !hasCode, isApart || isClosed { return }
        isClosed = isClosed && !hasCode
        lines.append(.entry(row: row.number))
        lastRow = row.number
      case .continuation:
        if isClosed || isApart { return }
        if !lines.isEmpty { lines.append(.continuation(row: row.number)) }
        lastRow = row.number
      }
      previous = row.number
    }
  }

  // MARK: - Cells

  /// A column's text in a row, in one line, a cell that is merged down over the row included; nil
  /// where there is none, or only dashes.
  func text(_ column: Column, row: Int) -> String? {
    if column == Column.name {
      let parts = location.nameColumns.compactMap { text(at: $0, row: row) }
      return parts.isEmpty ? nil : parts.joined(separator: " ")
    }
    return location.columns[column].flatMap { text(at: $0, row: row) }
  }

  /// The A1 reference of a column's cell; the name's stands in where the table has no such column.
  func place(_ column: Column, row: Int) -> String {
    let number = location.columns[column] ?? location.nameColumns.lowerBound
    return "\(CellReference(row: row, column: number))"
  }

  /// Whether a column's cell is merged down from a row above.
  func isMergedFromAbove(_ column: Column, row: Int) -> Bool {
    guard let number = location.columns[column],
      let range = sheet.mergedRange(covering: CellReference(row: row, column: number))
    else { return false }
    return range.first.row < row
  }

  private func text(at column: Int, row: Int) -> String? {
    var reference = CellReference(row: row, column: column)
    if let range = sheet.mergedRange(covering: reference), range.first.column == column {
      reference = range.first
    }
    guard let value = sheet[reference]?.value else { return nil }
    switch value {
    case .error, .empty: return nil
    default: break
    }
    let text = VietnameseText.tidy(value.text)
    return text.contains { $0.isLetter || $0.isNumber || "✓✔☑√\"〃".contains($0) } ? text : nil
  }

  // MARK: - Rows

  private enum Kind {
    case blank, end, total, continuation
    case group(String)
    case entry(hasCode: Bool)
  }

  private func kind(of row: KnownRow, hasCodes: Bool) -> Kind {
    let texts = row.cells.map { VietnameseText.tidy($0.value.text) }.filter { !$0.isEmpty }
    guard let label = texts.first else { return .blank }
    let code = text(Column.code, row: row.number)
    let hasCode = code.map(GroupHeading.isRunningNumber) ?? false
    let name = ownName(of: row)
    let others = Column.allCases.filter {
      $0 != Column.code && $0 != Column.name && text($0, row: row.number) != nil
    }
    if hasCode {
      if isMergedFromAbove(Column.code, row: row.number), name == nil { return .continuation }
      // An empty line of a form, or one that says there is nothing.
      if others.isEmpty, name.map(TableEnd.saysNone) ?? true { return .blank }
      return .entry(hasCode: true)
    }
    let own = others.filter { !isMergedFromAbove($0, row: row.number) }
    let isAlone = own.isEmpty
    if isAlone || texts.count <= 2 {
      if TableEnd.isTotal(label) { return .total }
    }
    if TableEnd.isClosing(texts, isSparse: own.count <= 1) { return .end }
    guard let name else {
      if let range = sheet.mergedRange(
        covering: CellReference(row: row.number, column: location.nameColumns.lowerBound)),
        range.first.column < location.nameColumns.lowerBound
      {
        return .group(label)
      }
      if own.isEmpty { return .group(label) }
      return hasCodes || isMergedFromAbove(Column.name, row: row.number)
        ? .continuation : .entry(hasCode: false)
    }
    if isAlone {
      if TableEnd.saysNone(name) { return .blank }
      // One text alone: a heading, unless the table has no running numbers and it is a name.
      if hasCodes || texts.count > 1 || !PersonName.isPlausible(name)
        || GroupHeading.isNumbered(label)
      {
        return .group(texts.joined(separator: " "))
      }
    }
    return .entry(hasCode: false)
  }

  /// The name that stands in a row itself, not in one that a cell is merged down from.
  private func ownName(of row: KnownRow) -> String? {
    isMergedFromAbove(Column.name, row: row.number) ? nil : text(Column.name, row: row.number)
  }

  /// Whether a row numbers the columns, `(1) (2) (3)`, right below the header.
  private func isNumbering(_ row: KnownRow) -> Bool {
    guard row.number <= location.headerLast + 2, row.cells.count >= 2 else { return false }
    let keys = row.cells.map { VietnameseText.fold($0.value.text) }
    return keys.allSatisfy { $0.utf8.count <= 2 } && keys.filter { Int($0) != nil }.count >= 2
  }
}

/// The headings of groups and the running numbers of rows.
enum GroupHeading {
  /// `1`, `01`, `2.`, `1.3`: the number of a row, not `I` or `A`, which number groups.
  static func isRunningNumber(_ text: String) -> Bool {
    let key = VietnameseText.fold(text)
    return !key.isEmpty && key.utf8.count <= 7 && key.allSatisfy { $0.isNumber || $0 == " " }
  }

  /// Whether a text begins as the heading of a group does: `I.`, `II -`, `A.`, `1. Danh hiệu …`.
  static func isNumbered(_ text: String) -> Bool {
    let words = VietnameseText.fold(text).split(separator: " ")
    guard words.count > 1, let first = words.first else { return false }
    return first.allSatisfy { "ivx".contains($0) } || first.count == 1
  }
}
