internal import CLibxlsxwriter
import Spreadsheet

/// Cells that go past the library into the rows of their sheet.
extension SheetWriter {
  /// The position of a text among the shared strings of the workbook.
  func textIndex(of text: String) throws -> Int { try workbook.textIndex(of: text) }

  /// Appends a whole row behind all that were written, and finishes these.
  ///
  /// - Throws: `WritingError` where the sheet has no such row, or no rows of its own.
  func append(_ row: RowXML) throws {
    guard let rows, row.row >= rows.firstFree, row.row <= CellReference.lastRow else {
      throw place("\(row.row)")
    }
    guard rows.append(row) else { throw packing }
  }

  /// Writes one cell.
  func write(
    _ content: Content, at cell: CellReference, _ format: CellFormat, to rows: SheetRows
  ) throws {
    let column = cell.column
    switch content {
    case .text(""), .blank: try change(cell, of: rows) { $0.blank(column, format) }
    case .text(let text): try write(text, at: cell, format, to: rows)
    case .number(let number): try change(cell, of: rows) { $0.number(number, column, format) }
    case .formula(let formula, let cached):
      try change(cell, of: rows) { $0.formula(formula, cached: cached, column, format) }
    case .textFormula(let formula, let cached):
      let text = CellText.fit(cached)
      try change(cell, of: rows) { $0.formula(formula, cached: text, column, format) }
    case .link(let text, let target):
      link(cell, to: target)
      try write(text, at: cell, format, to: rows)
    case .linkedNumber(let number, let target):
      link(cell, to: target)
      try change(cell, of: rows) { $0.number(number, column, format) }
    }
  }

  private func write(
    _ text: String, at cell: CellReference, _ format: CellFormat, to rows: SheetRows
  ) throws {
    let index = try textIndex(of: text)
    try change(cell, of: rows) { $0.text(index, cell.column, format) }
  }

  /// Writes the cells of a range that the library merges.
  func merge(
    _ range: CellRange, _ text: String, _ format: CellFormat, in rows: SheetRows
  ) throws {
    for row in range.first.row...range.last.row {
      for column in range.first.column...range.last.column {
        let cell = CellReference(row: row, column: column)
        try write(cell == range.first ? .text(text) : .blank, at: cell, format, to: rows)
      }
    }
  }

  /// Sets the height of a row in points.
  func setHeight(_ height: Double, ofRow row: Int, of rows: SheetRows) throws {
    try change(CellReference(row: row, column: 1), of: rows) { $0.height = height }
  }

  /// Changes the row of a cell.
  func change(
    _ cell: CellReference, of rows: SheetRows, _ body: (inout RowXML) -> Void
  ) throws {
    guard cell.row >= rows.firstOpen, cell.row <= CellReference.lastRow,
      (1...CellReference.lastColumn).contains(cell.column)
    else { throw place("\(cell)") }
    rows.change(cell.row, body)
  }

  /// Throws where a drawing would stand on a sheet whose rows the library does not know.
  func checkDrawing(at cell: CellReference) throws {
    guard rows != nil else { return }
    throw WritingError(
      file: workbook.path, sheet: name, cell: "\(cell)",
      detail: "a sheet with rows of its own has no drawings")
  }

  private func place(_ place: String) -> WritingError {
    WritingError(
      file: workbook.path, sheet: name, cell: place,
      detail: String(cString: lxw_strerror(LXW_ERROR_WORKSHEET_INDEX_OUT_OF_RANGE)))
  }

  private var packing: WritingError {
    WritingError(file: workbook.path, sheet: name, detail: "the rows cannot be packed")
  }
}
