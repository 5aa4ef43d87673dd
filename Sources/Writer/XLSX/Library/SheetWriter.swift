internal import CLibxlsxwriter
import Spreadsheet

/// One sheet of a workbook that is being written; rows and columns count from 1.
struct SheetWriter {
  /// The workbook that holds the sheet.
  let workbook: WorkbookWriter
  /// The position of the sheet, counted from 0.
  let index: Int
  /// The sheet's name.
  let name: String
  /// The sheet's rows, where they go past the library.
  let rows: SheetRows?

  /// What a cell holds.
  enum Content {
    /// Text, never a formula or a link, whatever it looks like.
    case text(String)
    case number(Double)
    /// A formula without its `=`, with the result that readers see before they recalculate.
    case formula(String, cached: Double)
    /// A formula whose result is a text.
    case textFormula(String, cached: String)
    /// A text that leads to a cell of this workbook; beyond the links that a sheet can have, the
    /// text alone.
    case link(String, to: CellLink)
    /// A number that leads to a cell of this workbook, as long as the sheet can have links.
    case linkedNumber(Double, to: CellLink)
    /// Nothing but the style.
    case blank
  }

  /// Calls the library on the sheet; an error code is thrown with the place.
  func call(
    _ place: @autoclosure () -> String,
    _ body: (UnsafeMutablePointer<lxw_worksheet>) throws -> lxw_error
  ) throws {
    try workbook.check(body(try workbook.sheet(index)), sheet: name, cell: place())
  }

  /// Writes one cell.
  ///
  /// - Throws: `WritingError` with the cell, where it lies outside of a sheet.
  func write(_ content: Content, at cell: CellReference, _ style: CellStyle) throws {
    try write(content, at: cell, workbook.format(style))
  }

  /// Writes one cell.
  ///
  /// - Throws: `WritingError` with the cell, where it lies outside of a sheet.
  func write(_ content: Content, at cell: CellReference, _ format: CellFormat) throws {
    if let rows { return try write(content, at: cell, format, to: rows) }
    let format = format.handle
    let (row, column) = (cell.lxwRow, cell.lxwColumn)
    try call("\(cell)") { sheet in
      switch content {
      case .text(let text):
        return worksheet_write_string(sheet, row, column, CellText.fit(text), format)
      case .number(let number):
        return worksheet_write_number(sheet, row, column, number, format)
      case .formula(let formula, let cached):
        return worksheet_write_formula_num(sheet, row, column, "=\(formula)", format, cached)
      case .textFormula(let formula, let cached):
        return worksheet_write_formula_str(
          sheet, row, column, "=\(formula)", format, CellText.fit(cached))
      case .link(let text, let target):
        let error = link(target, row, column, format, sheet)
        guard error == LXW_NO_ERROR else { return error }
        return worksheet_write_string(sheet, row, column, CellText.fit(text), format)
      case .linkedNumber(let number, let target):
        let error = link(target, row, column, format, sheet)
        guard error == LXW_NO_ERROR else { return error }
        return worksheet_write_number(sheet, row, column, number, format)
      case .blank:
        return worksheet_write_blank(sheet, row, column, format)
      }
    }
  }

  /// Makes a cell lead to another, as long as the sheet can have links; what it shows is written over
  /// the link's text, which is no cell text and has narrower limits.
  private func link(
    _ target: CellLink, _ row: UInt32, _ column: UInt16,
    _ format: UnsafeMutablePointer<lxw_format>, _ sheet: UnsafeMutablePointer<lxw_worksheet>
  ) -> lxw_error {
    guard workbook.takeLink(index) else { return LXW_NO_ERROR }
    return worksheet_write_url_opt(sheet, row, column, "internal:\(target)", format, nil, nil)
  }

  /// Writes a text over a range of cells, merged where it is more than one.
  func merge(_ range: CellRange, _ text: String, _ style: CellStyle) throws {
    guard range.first != range.last else {
      return try write(.text(text), at: range.first, style)
    }
    let format = try workbook.format(style)
    try call("\(range)") { sheet in
      worksheet_merge_range(
        sheet, range.first.lxwRow, range.first.lxwColumn, range.last.lxwRow, range.last.lxwColumn,
        CellText.fit(text), format.handle)
    }
    if let rows { try merge(range, text, format, in: rows) }
  }

  /// Sets the width of columns in characters, and the style of their cells that hold nothing.
  func setColumns(_ columns: ClosedRange<Int>, width: Double, _ style: CellStyle? = nil) throws {
    for column in columns { workbook.note(width: width, ofColumn: column, on: index) }
    let format = try style.map { try workbook.format($0).handle }
    try call(CellReference.letters(ofColumn: columns.lowerBound)) { sheet in
      worksheet_set_column(
        sheet, UInt16(clamping: columns.lowerBound - 1), UInt16(clamping: columns.upperBound - 1),
        width, format)
    }
  }

  /// Sets the height of a row in points, as far as a row can have it; rows whose height is not set fit
  /// their text.
  func setRow(_ row: Int, height wanted: Double) throws {
    let height = min(wanted, CellSizes.greatestHeight)
    workbook.note(height: height, ofRow: row, on: index)
    if let rows { return try setHeight(height, ofRow: row, of: rows) }
    try call("\(row)") { worksheet_set_row($0, UInt32(clamping: row - 1), height, nil) }
  }

  /// Keeps the rows above and the columns left of `cell` in sight.
  func freeze(at cell: CellReference) throws {
    worksheet_freeze_panes(try workbook.sheet(index), cell.lxwRow, cell.lxwColumn)
  }

  /// Gives a table's header row buttons to filter by.
  func filter(_ range: CellRange) throws {
    try call("\(range)") { sheet in
      worksheet_autofilter(
        sheet, range.first.lxwRow, range.first.lxwColumn, range.last.lxwRow, range.last.lxwColumn)
    }
  }

  /// Sets the colour of the sheet's tab and hides the lines of the grid.
  func setLook(tab: UInt32) throws {
    let sheet = try workbook.sheet(index)
    worksheet_set_tab_color(sheet, tab)
    worksheet_gridlines(sheet, UInt8(LXW_HIDE_ALL_GRIDLINES.rawValue))
  }

  /// Takes the sheet's tab out of sight.
  func hide() throws {
    worksheet_hide(try workbook.sheet(index))
  }

  /// Marks what programs should not warn about: codes that look like numbers, and formulas that
  /// differ from their neighbours' on purpose.
  func silence(codes: CellRange? = nil, formulas: CellRange? = nil) throws {
    if let codes {
      try call("\(codes)") {
        worksheet_ignore_errors($0, UInt8(LXW_IGNORE_NUMBER_STORED_AS_TEXT.rawValue), "\(codes)")
      }
    }
    if let formulas {
      for kind in [LXW_IGNORE_FORMULA_DIFFERS, LXW_IGNORE_FORMULA_RANGE] {
        try call("\(formulas)") {
          worksheet_ignore_errors($0, UInt8(kind.rawValue), "\(formulas)")
        }
      }
    }
  }
}

extension CellReference {
  /// The row from 0; one that no number here can hold becomes one that the library refuses.
  var lxwRow: UInt32 { UInt32(clamping: row - 1) }
  var lxwColumn: UInt16 { UInt16(clamping: column - 1) }
}
