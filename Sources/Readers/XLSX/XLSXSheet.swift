import Spreadsheet

/// One worksheet of a workbook; its part is parsed each time it is read.
struct XLSXSheet: StreamedSheet {
  let name: String
  let visibility: SheetVisibility
  /// The worksheet's part; nil where the workbook's relationship to it is missing.
  let part: String?
  /// How many sheets come before it.
  let index: Int
  let package: OPCPackage
  let decoder: CellDecoder
  let budget: CellBudget
  let limits: Limits
  /// Whether the scanner is tried before libxml2.
  let usesScanner: Bool

  func read(_ body: (Row) throws -> Void) throws -> SheetLayout {
    var copies = RowCopies(texts: package.memory?.texts)
    return try forEachRow { try body(copies.row($0)) }
  }

  func stream(_ deliver: @escaping (RowView) throws -> Void) throws -> SheetLayout {
    guard let part else {
      throw ReadingError(
        .unreadable, file: package.file, sheet: name, detail: "the sheet's part is not named")
    }
    var parser: SheetParser?
    do {
      guard let content = try package.content(of: part, forSheet: index) else {
        throw PartFault("the sheet's part is missing")
      }
      var lastRow = 0
      if usesScanner {
        let head = sheetParser(gathering: false) { _ in }
        var scanned = ScannedSheet(
          decoder: decoder, allowance: allowance, limits: limits, parser: head,
          memory: package.memory, deliver: deliver)
        defer { budget.note(scanned.cellCount, for: "\(index)") }
        if try scanned.read(content) { return scanned.layout }
        lastRow = scanned.lastRow
      }
      let sheet = try sheetParser(gathering: !RowOrder.isAscending(content)) { row in
        // What was handed on before the scanner met something that it does not know.
        if row.number > lastRow { try deliver(row) }
      }
      parser = sheet
      defer { budget.note(sheet.cellCount, for: "\(index)") }
      try XMLPushParser.parse(content, nesting: limits.nesting, with: sheet)
      try sheet.finish()
      return sheet.layout
    } catch let fault as PartFault {
      throw fault.error(
        file: package.file, part: part, sheet: name, cell: parser?.lastCell.map { "\($0)" })
    }
  }

  private var allowance: CellAllowance { budget.allowance(for: "\(index)") }

  private func sheetParser(
    gathering: Bool, deliver: @escaping (RowView) throws -> Void
  ) -> SheetParser {
    SheetParser(
      decoder: decoder, allowance: allowance, textLimit: limits.cellText,
      rows: RowSink(
        gathering: gathering, sharedText: decoder.sharedStrings.text, deliver: deliver))
  }
}
