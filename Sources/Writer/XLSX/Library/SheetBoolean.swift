internal import CLibxlsxwriter
import Spreadsheet

extension SheetWriter {
  /// Writes a truth value.
  func write(_ flag: Bool, at cell: CellReference, _ style: CellStyle) throws {
    let format = try workbook.format(style)
    if let rows {
      return try change(cell, of: rows) { $0.boolean(flag, cell.column, format) }
    }
    try call("\(cell)") {
      worksheet_write_boolean($0, cell.lxwRow, cell.lxwColumn, flag ? 1 : 0, format.handle)
    }
  }
}
