import Spreadsheet

/// One worksheet of a workbook; its part is parsed each time it is read.
struct XLSXSheet: SheetSource {
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

  func read(_ body: (Row) throws -> Void) throws -> SheetLayout {
    guard let part else {
      throw ReadingError(
        .unreadable, file: package.file, sheet: name, detail: "the sheet's part is not named")
    }
    return try withoutActuallyEscaping(body) { body in
      try read(part, body)
    }
  }

  private func read(
    _ part: String, _ body: @escaping (Row) throws -> Void
  ) throws -> SheetLayout {
    var parser: SheetParser?
    do {
      guard let content = try package.content(of: part, forSheet: index) else {
        throw PartFault("the sheet's part is missing")
      }
      let sheet = SheetParser(
        decoder: decoder, allowance: budget.allowance(for: "\(index)"),
        textLimit: limits.cellText,
        rows: RowSink(gathering: try !RowOrder.isAscending(content), deliver: body))
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
