import Spreadsheet

/// A workbook of Excel 2 to 2003: BIFF2 to BIFF8 ([MS-XLS]).
struct XLSWorkbook: WorkbookSource {
  let sheets: [any SheetSource]
  let recalculatesOnLoad: Bool
  let isTyped = true
  let notes: [ReadingNote]

  /// Reads what holds for the whole workbook in `stream`; sheets are read when asked for.
  ///
  /// - Parameter hasMacros: Whether the file holds a project of Visual Basic.
  /// - Throws: `ReadingError`.
  init(stream: XLSStream, hasMacros: Bool, limits: Limits) throws {
    guard stream.bytes.count <= limits.partBytes else {
      throw ReadingError(
        exceeding: ExceededLimit(
          .partBytes, bound: limits.partBytes, met: stream.bytes.count), file: stream.file,
        part: stream.name)
    }
    do {
      let globals = try WorkbookGlobals(
        stream.bytes, name: FileStem.of(path: stream.file))
      try PartFault.check(globals.sheets.count, .entries, limits.entries)
      let ranges = Self.ranges(of: globals.sheets, in: stream.bytes)
      let budget = CellBudget(limit: limits.cells)
      var sheets: [XLSSheet] = []
      var isUncalculated = false
      for (sheet, range) in zip(globals.sheets, ranges) where sheet.kind == .worksheet {
        if let range {
          let head = SheetHead(stream.bytes, in: range)
          if head.isUncalculated { isUncalculated = true }
          if head.isDialog || head.content == .chart || head.content == .macroSheet { continue }
        }
        sheets.append(
          XLSSheet(
            name: sheet.name, visibility: sheet.visibility, range: range, stream: stream,
            globals: globals, budget: budget))
      }
      self.sheets = sheets
      recalculatesOnLoad = isUncalculated
      let macros = hasMacros || globals.sheets.contains { $0.kind == .macros }
      notes = (macros ? [.macros] : []) + (globals.note.map { [$0] } ?? [])
    } catch let fault as PartFault {
      throw fault.error(file: stream.file, part: stream.name)
    }
  }

  /// Where the substream of each sheet is: from where the workbook says, if a sheet begins there, up
  /// to where the next one does.
  ///
  /// So no byte is read for two sheets, whatever the workbook says.
  private static func ranges(of sheets: [BoundSheet], in bytes: [UInt8]) -> [Range<Int>?] {
    let begins = sheets.map { sheet in
      var records = BIFFRecords(bytes, in: sheet.offset..<max(sheet.offset, bytes.count))
      let beginning = (try? records.next()).flatMap { BIFFBeginning($0, in: bytes) }
      return beginning.map { $0.content != .globals && $0.content != .workspace } ?? false
    }
    let offsets = Set(zip(sheets, begins).filter(\.1).map(\.0.offset)).sorted()
    var ends = Dictionary(uniqueKeysWithValues: zip(offsets, offsets.dropFirst() + [bytes.count]))
    return sheets.map { sheet in
      ends.removeValue(forKey: sheet.offset).map { sheet.offset..<$0 }
    }
  }
}
