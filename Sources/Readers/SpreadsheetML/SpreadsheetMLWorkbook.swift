import Spreadsheet

/// An XML spreadsheet of Excel 2002 and 2003, which Excel opens under an `.xls` name as well.
struct SpreadsheetMLWorkbook: WorkbookSource {
  let sheets: [any SheetSource]
  /// Always false: the format has no such mark.
  let recalculatesOnLoad = false
  let isTyped = true
  let notes: [ReadingNote] = []

  /// Opens a file's content.
  ///
  /// - Throws: `ReadingError`.
  init(bytes: [UInt8], file: String, limits: Limits) throws {
    let document = XMLDocument(bytes)
    let outline = SpreadsheetMLOutline()
    do {
      try PartFault.check(bytes.count, .partBytes, limits.partBytes)
      try XMLPushParser.parse(document, nesting: limits.nesting, with: outline)
    } catch let fault as PartFault {
      throw fault.error(file: file)
    }
    let formats = outline.formats
    let decoder = CellDecoder(
      sharedStrings: SharedStrings(), styles: formats.formats, dateSystem: outline.dateSystem)
    let budget = CellBudget(limit: limits.cells)
    sheets = outline.worksheets.enumerated().map { index, worksheet in
      SpreadsheetMLSheet(
        name: worksheet.name, visibility: worksheet.visibility, file: file, document: document,
        section: worksheet.section, index: index, decoder: decoder,
        styleNumbers: formats.numbers, nesting: limits.nesting, budget: budget)
    }
  }
}

/// One worksheet; it is parsed each time it is read.
struct SpreadsheetMLSheet: StreamedSheet {
  let name: String
  let visibility: SheetVisibility
  let file: String
  let document: XMLDocument
  let section: XMLSection?
  let index: Int
  let decoder: CellDecoder
  let styleNumbers: [String: Int]
  let nesting: Int
  let budget: CellBudget

  func stream(_ deliver: @escaping (RowView) throws -> Void) throws -> SheetLayout {
    let parser = SpreadsheetMLParser(
      skipping: section == nil ? index : 0, decoder: decoder, styleNumbers: styleNumbers,
      allowance: budget.allowance(for: "\(index)"), deliver: deliver)
    defer { budget.note(parser.cellCount, for: "\(index)") }
    do {
      try XMLPushParser.parse(
        .whole(document), from: section, nesting: nesting, with: parser)
    } catch let fault as PartFault {
      throw fault.error(file: file, sheet: name, cell: parser.lastCell.map { "\($0)" })
    }
    return parser.layout
  }
}
