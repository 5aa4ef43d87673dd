import Spreadsheet

/// A workbook whose rows are held to the limits of rows, columns and the text of a cell, whatever
/// its format.
struct BoundedWorkbook: WorkbookSource {
  let sheets: [any SheetSource]
  let recalculatesOnLoad: Bool
  let isTyped: Bool
  let notes: [ReadingNote]
  let properties: [String: String]

  /// Holds the sheets of `workbook`, which `file` is, to `limits`.
  init(_ workbook: some WorkbookSource, file: String, limits: Limits) {
    sheets = workbook.sheets.map { BoundedSheet($0, file: file, limits: limits) }
    recalculatesOnLoad = workbook.recalculatesOnLoad
    isTyped = workbook.isTyped
    notes = workbook.notes
    properties = workbook.properties
  }
}

/// One sheet of a `BoundedWorkbook`.
struct BoundedSheet: SheetSource {
  private let sheet: any SheetSource
  private let file: String
  private let limits: Limits

  /// Holds `sheet` of `file` to `limits`.
  init(_ sheet: any SheetSource, file: String, limits: Limits) {
    self.sheet = sheet
    self.file = file
    self.limits = limits
  }

  var name: String { sheet.name }
  var visibility: SheetVisibility { sheet.visibility }

  func read(_ body: (Row) throws -> Void) throws -> SheetLayout {
    try sheet.read { row in
      try check(row)
      try body(row)
    }
  }

  private func check(_ row: Row) throws {
    if row.number > limits.rows {
      throw excess(.rows, limits.rows, met: row.number, row, row.cells.first)
    }
    if let last = row.cells.last, last.column > limits.columns {
      throw excess(.columns, limits.columns, met: last.column, row, last)
    }
    for cell in row.cells {
      if case .text(let text) = cell.value, text.utf8.count > limits.cellText {
        throw excess(.cellText, limits.cellText, met: text.utf8.count, row, cell)
      }
    }
  }

  private func excess(
    _ name: Limits.Name, _ bound: Int, met: Int, _ row: Row, _ cell: Cell?
  ) -> ReadingError {
    ReadingError(
      exceeding: ExceededLimit(name, bound: bound, met: met), file: file, sheet: sheet.name,
      cell: cell.map { "\(CellReference(row: row.number, column: $0.column))" })
  }
}
