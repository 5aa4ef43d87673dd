import Spreadsheet

/// One worksheet of a workbook of Excel 2 to 2003; its substream is parsed each time it is read.
struct XLSSheet: StreamedSheet {
  let name: String
  let visibility: SheetVisibility
  /// Where the sheet's data are; nil where the workbook says nothing that could be.
  let range: Range<Int>?
  let stream: XLSStream
  let globals: WorkbookGlobals
  let budget: CellBudget

  func stream(_ deliver: @escaping (RowView) throws -> Void) throws -> SheetLayout {
    guard let range else { throw error(PartFault("no sheet begins where the workbook says")) }
    let survey = SheetSurvey(stream.bytes, in: range)
    let key = String(range.lowerBound)
    let parser = XLSSheetParser(
      globals: globals, survey: survey, allowance: budget.allowance(for: key), deliver: deliver)
    defer { budget.note(parser.cellCount, for: key) }
    do {
      try parser.parse(stream.bytes, in: range)
    } catch let fault as PartFault {
      throw error(fault, cell: parser.lastCell)
    }
    return survey.layout
  }

  private func error(_ fault: PartFault, cell: CellReference? = nil) -> ReadingError {
    fault.error(file: stream.file, part: stream.name, sheet: name, cell: cell.map { "\($0)" })
  }
}

/// The records of a workbook and where they come from.
struct XLSStream {
  let bytes: [UInt8]
  /// The path of the file, for messages.
  let file: String
  /// The stream's name in the compound file; nil where the file is nothing but the records.
  let name: String?
}
