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
      try Task.checkCancellation()
      try check(row.number, row.cells)
      try body(row)
    }
  }

  func forEachRow(_ body: (RowView) throws -> Void) throws -> SheetLayout {
    try sheet.forEachRow { row in
      try Task.checkCancellation()
      try check(row.number, row.cells)
      try body(row)
    }
  }

  @inline(__always)
  private func check(_ row: Int, _ cells: [some BoundedCell]) throws {
    if row > limits.rows {
      throw excess(.rows, limits.rows, met: row, row, cells.first?.column)
    }
    if let last = cells.last, last.column > limits.columns {
      throw excess(.columns, limits.columns, met: last.column, row, last.column)
    }
    for cell in cells where cell.textSize > limits.cellText {
      throw excess(.cellText, limits.cellText, met: cell.textSize, row, cell.column)
    }
  }

  private func excess(
    _ name: Limits.Name, _ bound: Int, met: Int, _ row: Int, _ column: Int?
  ) -> ReadingError {
    ReadingError(
      exceeding: ExceededLimit(name, bound: bound, met: met), file: file, sheet: sheet.name,
      cell: column.map { "\(CellReference(row: row, column: $0))" })
  }
}

/// What is limited of a cell.
private protocol BoundedCell {
  var column: Int { get }
  /// The size of the text in bytes of UTF-8.
  var textSize: Int { get }
}

extension CellView: BoundedCell {}

extension Cell: BoundedCell {
  fileprivate var textSize: Int {
    if case .text(let text) = value { text.utf8.count } else { 0 }
  }
}
