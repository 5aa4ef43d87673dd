internal import CLibxlsxwriter
import Spreadsheet

extension SheetWriter {
  /// Writes a truth value.
  func write(_ flag: Bool, at cell: CellReference, _ style: CellStyle) throws {
    let format = try workbook.format(style)
    try call("\(cell)") {
      worksheet_write_boolean($0, cell.lxwRow, cell.lxwColumn, flag ? 1 : 0, format)
    }
  }
}
