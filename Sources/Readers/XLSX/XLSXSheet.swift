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
      let sheet = SheetParser(
        decoder: decoder, allowance: budget.allowance(for: "\(index)"),
        textLimit: limits.cellText,
        rows: RowSink(
          gathering: try !RowOrder.isAscending(content), sharedText: decoder.sharedStrings.text,
          deliver: deliver))
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
}
