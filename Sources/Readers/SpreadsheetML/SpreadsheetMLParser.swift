import Spreadsheet

/// Reads one worksheet of an XML spreadsheet and hands out its rows one at a time.
final class SpreadsheetMLParser: XMLHandler {
  /// What is known of the sheet besides its rows.
  private(set) var layout = SheetLayout()
  /// The cell that was begun last: where a failure is looked for.
  private(set) var lastCell: CellReference?
  /// How many cells were handed out.
  private(set) var cellCount = 0

  private let decoder: CellDecoder
  private let styleNumbers: [String: Int]
  private let allowance: CellAllowance
  private var rows: RowSink
  /// Worksheets that come before the one to read.
  private var worksheetsToSkip: Int
  private var place = Place.outside
  private var ignoredDepth = 0
  private var row = 0
  private var rowSpan = 0
  private var rowStyle: Int?
  private var column = 0
  private var describedColumn = 0
  private var columnStyles: [Int: Int] = [:]
  private var cell = StoredCell()

  private enum Place {
    case outside, workbook, worksheet, table, row, cell, data
  }

  private struct StoredCell {
    var reference = CellReference(row: 0, column: 0)
    var style = 0
    var formula: String?
    var type = ValueType.string
    var data: [UInt8] = []
    var dataDepth = 0
    var hasData = false
  }

  private enum ValueType {
    case number, dateTime, boolean, string, error
  }

  /// A reader of the worksheet behind `skipping` others.
  init(
    skipping: Int, decoder: CellDecoder, styleNumbers: [String: Int], allowance: CellAllowance,
    deliver: @escaping (RowView) throws -> Void
  ) {
    worksheetsToSkip = skipping
    self.decoder = decoder
    self.styleNumbers = styleNumbers
    self.allowance = allowance
    rows = RowSink(gathering: false, deliver: deliver)
  }

  func start(_ element: XMLElement) throws {
    if ignoredDepth > 0 {
      ignoredDepth += 1
      return
    }
    switch (place, element.name) {
    case (.data, _): cell.dataDepth += 1
    case (.cell, "Data"): beginData(element)
    case (.row, "Cell"): try beginCell(element)
    case (.table, "Row"): try beginRow(element)
    case (.table, "Column"):
      readColumn(element)
      ignoredDepth = 1
    case (.worksheet, "Table"): place = .table
    case (.workbook, "Worksheet"):
      if worksheetsToSkip == 0 { place = .worksheet } else { ignoredDepth = 1 }
      worksheetsToSkip -= 1
    case (.outside, _): place = .workbook
    default: ignoredDepth = 1
    }
  }

  func characters(_ text: XMLText) {
    if place == .data, ignoredDepth == 0 { text.append(to: &cell.data) }
  }

  func end(_ name: XMLText) throws {
    if ignoredDepth > 0 {
      ignoredDepth -= 1
      return
    }
    switch place {
    case .data:
      if cell.dataDepth == 0 { place = .cell } else { cell.dataDepth -= 1 }
    case .cell:
      place = .row
      try endCell()
    case .row:
      place = .table
      try rows.endRow()
    case .table: place = .worksheet
    case .worksheet: throw EndOfInterest()
    case .workbook, .outside: place = .outside
    }
  }

  private func readColumn(_ element: XMLElement) {
    let first = element.named("Index").flatMap { DecimalText.integer($0) } ?? describedColumn + 1
    let span = element.named("Span").flatMap { DecimalText.integer($0) } ?? 0
    guard (1...CellReference.lastColumn).contains(first) else { return }
    let last = min(first + max(0, span), CellReference.lastColumn)
    describedColumn = last
    if element.named("Hidden")?.isTrue == true { layout.hiddenColumns.append(first...last) }
    if let style = style(of: element) {
      for column in first...last { columnStyles[column] = style }
    }
  }

  private func style(of element: XMLElement) -> Int? {
    element.named("StyleID").flatMap { styleNumbers[$0.string] }
  }

  private func beginRow(_ element: XMLElement) throws {
    place = .row
    row = try Self.index(of: element) ?? row + rowSpan + 1
    // A row with a span stands for as many blank rows more.
    rowSpan = max(0, element.named("Span").flatMap { DecimalText.integer($0) } ?? 0)
    guard (1...CellReference.lastRow).contains(row) else {
      throw PartFault("row \(row) lies outside the sheet")
    }
    rowStyle = style(of: element)
    column = 0
    try rows.beginRow(row, isHidden: element.named("Hidden")?.isTrue == true)
  }

  private static func index(of element: XMLElement) throws -> Int? {
    guard let text = element.named("Index") else { return nil }
    guard let index = DecimalText.integer(text), index > 0 else {
      throw PartFault("index “\(text.string)”")
    }
    return index
  }

  private func beginCell(_ element: XMLElement) throws {
    place = .cell
    column = try Self.index(of: element) ?? column + 1
    let reference = CellReference(row: row, column: column)
    guard column <= CellReference.lastColumn else {
      throw PartFault("cell \(reference) lies outside the sheet")
    }
    lastCell = reference
    let across = max(0, element.named("MergeAcross").flatMap { DecimalText.integer($0) } ?? 0)
    let down = max(0, element.named("MergeDown").flatMap { DecimalText.integer($0) } ?? 0)
    if across > 0 || down > 0 {
      let last = CellReference(
        row: min(row + down, CellReference.lastRow),
        column: min(column + across, CellReference.lastColumn))
      layout.mergedRanges.append(CellRange(reference, last))
    }
    // The next cell stands behind the columns that were merged.
    column = min(column + across, CellReference.lastColumn)
    cell.reference = reference
    cell.style = style(of: element) ?? rowStyle ?? columnStyles[reference.column] ?? 0
    cell.formula = element.named("Formula").map {
      RelativeFormula.text($0.string, at: reference)
    }
    cell.hasData = false
    cell.data.removeAll(keepingCapacity: true)
  }

  private func beginData(_ element: XMLElement) {
    place = .data
    cell.hasData = true
    cell.dataDepth = 0
    guard let type = element.named("Type") else {
      cell.type = .string
      return
    }
    switch type {
    case "Number": cell.type = .number
    case "DateTime": cell.type = .dateTime
    case "Boolean": cell.type = .boolean
    case "Error": cell.type = .error
    default: cell.type = .string
    }
  }

  private func endCell() throws {
    let decoded = try decodedValue()
    guard
      cell.formula != nil
        || decoded.content != .empty && (decoded.content != .text || !cell.data.isEmpty)
    else { return }
    cellCount += 1
    try allowance.check(cellCount)
    try rows.append(
      decoded, text: cell.data, formula: cell.formula.map { Array($0.utf8) }, at: cell.reference)
  }

  /// What the cell holds; its text is left in the cell's buffer.
  private func decodedValue() throws -> DecodedCell {
    guard cell.hasData else { return DecodedCell(content: .empty) }
    switch cell.type {
    case .string: return DecodedCell(content: .text)
    case .number: return try decoder.decode(&cell.data, type: .number, style: cell.style)
    case .boolean: return try decoder.decode(&cell.data, type: .boolean, style: cell.style)
    case .error: return try decoder.decode(&cell.data, type: .error, style: cell.style)
    case .dateTime:
      let decoded = try decoder.decode(&cell.data, type: .date, style: cell.style)
      guard case .date(let date) = decoded.content else { return decoded }
      return DecodedCell(
        content: date.asShown(by: decoder.styles.format(cell.style), in: decoder.dateSystem))
    }
  }
}

extension CivilDateTime {
  /// The value of a cell that stores this date.
  ///
  /// The day before the first stands for numbers below one, which are times of day; under a format
  /// of elapsed time a later date is a number of days.
  fileprivate func asShown(by format: NumberFormat, in system: DateSystem)
    -> CellView.Content
  {
    let firstOfMarch1900 = -25_508
    let day =
      switch system {
      case .from1904: daysSince1970 + 24_107
      // Day 60 is the 29 February 1900 that never was.
      case .from1900: daysSince1970 + (daysSince1970 < firstOfMarch1900 ? 25_568 : 25_569)
      }
    guard day > 0 else { return day == 0 ? .time(time) : .date(self) }
    let serial = Double(day) + Double(time.milliseconds) / 86_400_000
    return format.kind(of: serial) == .elapsed ? .number(serial) : .date(self)
  }
}
