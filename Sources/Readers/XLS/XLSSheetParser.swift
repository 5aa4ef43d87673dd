import Spreadsheet

/// Reads the cells of a worksheet substream ([MS-XLS] §2.1.7.20.5) and hands out its rows one at a
/// time.
final class XLSSheetParser {
  /// How many columns a sheet has ([MS-XLS] §2.5.51).
  static let columnCount = 256
  /// How deep substreams may lie within each other: charts lie within sheets, nothing within these.
  private static let depthLimit = 8

  /// The cell that was begun last: where a failure is looked for.
  private(set) var lastCell: CellReference?
  /// How many cells were handed out or gathered.
  private(set) var cellCount = 0

  private let globals: WorkbookGlobals
  private let hiddenRows: Set<Int>
  private let allowance: CellAllowance
  private var rows: RowSink
  /// The row whose cells are being handed on.
  private var currentRow: Int?
  /// The cell of a formula whose result, a text, is to follow, and the formula.
  private var awaitingText: (cell: CellReference, formula: String)?
  private var formulas: FormulaTexts

  /// A parser of a sheet that `survey` looked over; it hands out the cells that are allowed.
  init(
    globals: WorkbookGlobals, survey: SheetSurvey, allowance: CellAllowance,
    deliver: @escaping (RowView) throws -> Void
  ) {
    self.globals = globals
    hiddenRows = survey.hiddenRows
    self.allowance = allowance
    formulas = FormulaTexts(
      decoder: FormulaDecoder(
        version: globals.version, text: globals.text, links: globals.links),
      groups: survey.formulaGroups)
    rows = RowSink(
      gathering: !survey.isAscending, sharedText: globals.sharedStrings.text, deliver: deliver)
  }

  /// Reads the substream in `range`.
  ///
  /// - Throws: `PartFault`, and what the receiver of the rows throws.
  func parse(_ bytes: [UInt8], in range: Range<Int>) throws {
    var records = BIFFRecords(bytes, in: range)
    guard let first = try records.next(), BIFFBeginning(first, in: bytes) != nil else {
      throw PartFault("no sheet begins where the workbook says")
    }
    var depth = 1
    while let record = try records.next() {
      if record.isBeginning {
        depth += 1
        guard depth <= Self.depthLimit else {
          throw PartFault(
            .limitExceeded, "more than \(Self.depthLimit) substreams within each other")
        }
      } else if record.type == BIFFRecord.end {
        depth -= 1
        if depth == 0 { return try finish() }
      } else if depth == 1 {
        try read(record, &records)
      }
    }
    throw PartFault("the data end before the sheet does")
  }

  private func finish() throws {
    try handOnAwaiting(.empty)
    if currentRow != nil { try rows.endRow() }
    try rows.finish()
  }

  private func read(_ record: BIFFRecord, _ records: inout BIFFRecords) throws {
    switch record.type {
    case BIFFRecord.filePass: throw PartFault(.encrypted, "workbook protected by a password")
    case BIFFRecord.string, BIFFRecord.stringOfBIFF2:
      guard awaitingText != nil else { return }
      var fields = try records.fields(of: record)
      try handOnAwaiting(.text(globals.text.long(&fields)))
    case _ where record.holdsCells:
      try handOnAwaiting(.empty)
      var fields = try records.fields(of: record)
      try readCells(record.type, &fields, of: records.bytes)
    default: return
    }
  }

  private func readCells(
    _ type: UInt16, _ fields: inout BIFFFields, of bytes: [UInt8]
  ) throws {
    let cell = try place(&fields)
    if type == BIFFRecord.packedNumbers { return try readPackedNumbers(from: cell, &fields) }
    let format = try format(&fields)
    switch type {
    case BIFFRecord.number, BIFFRecord.numberOfBIFF2:
      try append(Double(bitPattern: fields.uint64()), format, at: cell)
    case BIFFRecord.packedNumber:
      try append(CellContent.packedNumber(fields.uint32()), format, at: cell)
    case BIFFRecord.integerOfBIFF2: try append(Double(fields.uint16()), format, at: cell)
    case BIFFRecord.label, BIFFRecord.labelOfBIFF2, BIFFRecord.richLabel:
      try append(.text(globals.text.long(&fields)), at: cell)
    case BIFFRecord.sharedLabel: try append(sharedString(fields.uint32()), at: cell)
    case BIFFRecord.booleanOrError, BIFFRecord.booleanOrErrorOfBIFF2:
      let value = try fields.uint8()
      try append(CellContent.booleanOrError(value, isError: fields.uint8() != 0), at: cell)
    default: try readFormula(format, at: cell, &fields, of: bytes)
    }
  }

  /// MulRk (§2.4.175): numbers of neighbouring cells, and behind them the last column.
  private func readPackedNumbers(
    from first: CellReference, _ fields: inout BIFFFields
  ) throws {
    var cell = first
    while fields.count >= 6 {
      try check(cell)
      let format = globals.formats.format(ofCellFormat: Int(try fields.uint16()))
      try append(CellContent.packedNumber(fields.uint32()), format, at: cell)
      cell.column += 1
    }
  }

  /// Formula (§2.4.127).
  private func readFormula(
    _ format: NumberFormat, at cell: CellReference, _ fields: inout BIFFFields, of bytes: [UInt8]
  ) throws {
    let result = try FormulaResult(&fields, globals: globals)
    let formula = formulas.text(fields, at: cell, bytes: bytes)
    switch result {
    case .number(let number): try append(number, format, at: cell, formula: formula)
    case .value(let value): try append(value, at: cell, formula: formula)
    case .none: try append(.empty, at: cell, formula: formula)
    case .followingText: awaitingText = (cell, formula)
    }
  }

  /// The row and column at the beginning of a cell's record (§2.5.13).
  private func place(_ fields: inout BIFFFields) throws -> CellReference {
    let row = Int(try fields.uint16()) + 1
    let cell = CellReference(row: row, column: Int(try fields.uint16()) + 1)
    try check(cell)
    lastCell = cell
    return cell
  }

  private func check(_ cell: CellReference) throws {
    guard cell.column <= Self.columnCount else {
      throw PartFault("cell \(cell) lies outside the sheet")
    }
  }

  /// The number format behind the place: by the number of a cell format, or in BIFF2 among
  /// attributes of the cell's own.
  private func format(_ fields: inout BIFFFields) throws -> NumberFormat {
    guard globals.version == .biff2 else {
      return globals.formats.format(ofCellFormat: Int(try fields.uint16()))
    }
    try fields.skip(1)
    let identifier = Int(try fields.uint8() & 0x3F)
    try fields.skip(1)
    return globals.formats.format(ofNumber: identifier)
  }

  private func sharedString(_ index: UInt32) throws -> DecodedCell {
    guard let text = globals.sharedStrings[Int(index)] else {
      throw PartFault(
        "shared string \(index) does not exist, the workbook holds \(globals.sharedStrings.count)")
    }
    return DecodedCell(content: .text, sharedText: text)
  }
}

extension XLSSheetParser {
  /// Hands on the formula that waits for its text; empty where none follows.
  private func handOnAwaiting(_ value: CellValue) throws {
    guard let (cell, formula) = awaitingText else { return }
    awaitingText = nil
    try append(value, at: cell, formula: formula)
  }

  private func append(
    _ number: Double, _ format: NumberFormat, at cell: CellReference, formula: String? = nil
  ) throws {
    // The standard allows neither infinities nor what is no number (§2.5.342).
    guard number.isFinite else {
      return try append(.error("#NUM!"), at: cell, formula: formula)
    }
    let (value, isPercentage) = CellDecoder.value(
      number, format: format, dateSystem: globals.dateSystem)
    try append(value, at: cell, formula: formula, isPercentage: isPercentage)
  }

  private func append(
    _ value: CellValue, at cell: CellReference, formula: String? = nil, isPercentage: Bool = false
  ) throws {
    let text: [UInt8] =
      switch value {
      case .text(let string), .error(let string): Array(string.utf8)
      default: []
      }
    try append(
      DecodedCell(content: CellView.Content(value), isPercentage: isPercentage), text: text,
      at: cell, formula: formula)
  }

  private func append(
    _ value: DecodedCell, text: [UInt8] = [], at cell: CellReference, formula: String? = nil
  ) throws {
    // An empty text that no formula made is no cell.
    let textSize = value.sharedText?.count ?? text.count
    guard formula != nil || value.content != .text || textSize > 0 else { return }
    cellCount += 1
    try allowance.check(cellCount)
    if currentRow != cell.row {
      if currentRow != nil { try rows.endRow() }
      currentRow = cell.row
      try rows.beginRow(cell.row, isHidden: hiddenRows.contains(cell.row))
    }
    try rows.append(value, text: text, formula: formula.map { Array($0.utf8) }, at: cell)
  }
}
