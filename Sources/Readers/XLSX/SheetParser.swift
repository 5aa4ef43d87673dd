import Spreadsheet

/// Reads a worksheet part (ECMA-376 Part 1, §18.3) and hands out its rows one at a time.
final class SheetParser: XMLHandler {
  /// What is known of the sheet besides its rows.
  private(set) var layout = SheetLayout()
  /// The cell that was begun last: where a failure is looked for.
  private(set) var lastCell: CellReference?
  /// How many cells were handed out or gathered.
  private(set) var cellCount = 0

  /// Whether the rows are what comes next.
  var isInSheetData: Bool { place == .sheetData }

  private let decoder: CellDecoder
  private let allowance: CellAllowance
  private let textLimit: Int
  private var rows: RowSink
  private var place = Place.outside
  /// How many elements deep the parser is inside one that holds nothing of interest.
  private var ignoredDepth = 0
  private var row = 0
  private var cell = StoredCell()
  private var formulas = SharedFormulas()

  /// Where in the part the parser is.
  private enum Place {
    case outside, worksheet, columns, sheetData, row, cell, value, formula, inlineString,
      mergedCells
  }

  /// A reader that hands rows to `rows`, with at most `textLimit` bytes of text in a cell.
  init(
    decoder: CellDecoder, allowance: CellAllowance, textLimit: Int, rows: RowSink
  ) {
    self.decoder = decoder
    self.allowance = allowance
    self.textLimit = textLimit
    self.rows = rows
  }

  /// Hands out what was gathered; to be called once the part is parsed.
  ///
  /// - Throws: what the receiver of the rows throws.
  func finish() throws {
    try rows.finish()
  }

  func start(_ element: XMLElement) throws {
    if ignoredDepth > 0 {
      ignoredDepth += 1
      return
    }
    switch (place, element.name) {
    case (.row, "c"): try beginCell(element)
    case (.cell, "v"):
      place = .value
      cell.hasValue = true
    case (.cell, "f"): beginFormula(element)
    case (.cell, "is"):
      place = .inlineString
      cell.hasInlineString = true
    case (.inlineString, _): cell.inlineString.start(element.name)
    case (.sheetData, "row"): try beginRow(element)
    case (.worksheet, "sheetData"): place = .sheetData
    case (.worksheet, "cols"): place = .columns
    case (.worksheet, "mergeCells"): place = .mergedCells
    case (.columns, "col"):
      readColumn(element)
      ignoredDepth = 1
    case (.mergedCells, "mergeCell"):
      if let range = element["ref"].flatMap({ CellRange($0.string) }), range.first != range.last {
        layout.mergedRanges.append(range)
      }
      ignoredDepth = 1
    case (.outside, "worksheet"): place = .worksheet
    default: ignoredDepth = 1
    }
  }

  func characters(_ text: XMLText) throws {
    guard ignoredDepth == 0 else { return }
    switch place {
    case .value:
      text.append(to: &cell.text)
      try PartFault.check(cell.text.count, .cellText, textLimit)
    case .formula:
      text.append(to: &cell.formula)
      try PartFault.check(cell.formula.count, .cellText, textLimit)
    case .inlineString:
      cell.inlineString.append(text)
      try PartFault.check(cell.inlineString.byteCount, .cellText, textLimit)
    default: break
    }
  }

  func end(_ name: XMLText) throws {
    if ignoredDepth > 0 {
      ignoredDepth -= 1
      return
    }
    switch place {
    case .value, .formula: place = .cell
    case .inlineString:
      if name == "is" { place = .cell } else { cell.inlineString.end(name) }
    case .cell:
      place = .row
      try endCell()
    case .row:
      place = .sheetData
      try rows.endRow()
    case .sheetData, .columns, .mergedCells: place = .worksheet
    case .worksheet, .outside: place = .outside
    }
  }

  private func beginRow(_ element: XMLElement) throws {
    place = .row
    var number = row + 1
    var isHidden = false
    try element.forEachAttribute { name, value in
      if name == "r" {
        guard !value.isEmpty else { return }
        guard let given = DecimalText.integer(value), (1...CellReference.lastRow).contains(given)
        else { throw PartFault("row number “\(value.string)”") }
        number = given
      } else if name == "hidden" {
        isHidden = value.isTrue
      }
    }
    guard number <= CellReference.lastRow else {
      throw PartFault("more than \(CellReference.lastRow) rows")
    }
    row = number
    cell.reference = CellReference(row: number, column: 0)
    try rows.beginRow(number, isHidden: isHidden)
  }

  private func beginCell(_ element: XMLElement) throws {
    place = .cell
    cell.reset()
    var reference = CellReference(row: row, column: cell.reference.column + 1)
    try element.forEachAttribute { name, value in
      switch name {
      case "r":
        guard !value.isEmpty else { return }
        guard let given = CellReference(utf8: value) else {
          throw PartFault("cell reference “\(value.string)”")
        }
        reference = given
      case "s": cell.style = DecimalText.integer(value) ?? 0
      case "t": cell.type = CellDecoder.StoredType(value)
      default: break
      }
    }
    guard reference.row <= CellReference.lastRow, reference.column <= CellReference.lastColumn
    else { throw PartFault("cell \(reference) lies outside the sheet") }
    cell.reference = reference
    lastCell = reference
  }

  private func beginFormula(_ element: XMLElement) {
    place = .formula
    cell.hasFormula = true
    if element["t"].map({ $0 == "shared" }) == true {
      cell.sharedFormula = element["si"].flatMap { DecimalText.integer($0) }
    }
  }

  private func endCell() throws {
    let decoded = try decodedValue()
    let hasFormula = decodeFormula()
    let textSize = decoded.sharedText?.count ?? cell.text.count
    // A formatted cell without content is no cell; nor is an empty text that no formula made.
    guard hasFormula || decoded.content != .empty && (decoded.content != .text || textSize > 0)
    else { return }
    cellCount += 1
    try allowance.check(cellCount)
    try rows.append(
      decoded, text: cell.text, formula: hasFormula ? cell.formula : nil, at: cell.reference)
  }

  /// What the cell holds; its text is left in the cell's buffer.
  private func decodedValue() throws -> DecodedCell {
    if cell.hasInlineString {
      cell.takeInlineString()
      return DecodedCell(content: .text)
    }
    guard cell.hasValue else { return DecodedCell(content: .empty) }
    return try decoder.decode(&cell.text, type: cell.type, style: cell.style)
  }

  /// Makes the cell's formula of what is stored of it; false where it has none.
  private func decodeFormula() -> Bool {
    guard cell.hasFormula else { return false }
    if let group = cell.sharedFormula, cell.formula.isEmpty {
      cell.formula += formulas.text(of: group, at: cell.reference).utf8
      return true
    }
    EscapedText.decodeInPlace(&cell.formula)
    if let group = cell.sharedFormula {
      formulas.begin(
        group, text: String(decoding: cell.formula, as: UTF8.self), at: cell.reference)
    }
    return true
  }

  private func readColumn(_ element: XMLElement) {
    guard element["hidden"]?.isTrue == true,
      let first = element["min"].flatMap({ DecimalText.integer($0) }),
      let last = element["max"].flatMap({ DecimalText.integer($0) }), first >= 1, first <= last
    else { return }
    layout.hiddenColumns.append(first...last)
  }
}

/// The pieces of the cell that is being parsed; its buffers serve every cell of a sheet.
private struct StoredCell {
  var reference = CellReference(row: 0, column: 0)
  var type = CellDecoder.StoredType.number
  var style = 0
  /// What `v` stores, then the cell's text.
  var text: [UInt8] = []
  var hasValue = false
  var formula: [UInt8] = []
  var hasFormula = false
  var sharedFormula: Int?
  var inlineString = StringItem()
  var hasInlineString = false

  /// Makes the inline string the cell's text.
  mutating func takeInlineString() {
    inlineString.moveText(to: &text)
  }

  mutating func reset() {
    type = .number
    style = 0
    text.removeAll(keepingCapacity: true)
    hasValue = false
    formula.removeAll(keepingCapacity: true)
    hasFormula = false
    sharedFormula = nil
    inlineString.reset()
    hasInlineString = false
  }
}
