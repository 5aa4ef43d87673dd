import Spreadsheet

/// Workbooks typed in TCVN3 (ABC) fonts: their cells hold Latin letters that show as Vietnamese.
enum LegacyText {
  /// The workbook with its texts decoded; nil when none of them is TCVN3.
  static func decoded(_ workbook: WorkbookGrid) -> WorkbookGrid? {
    var changed = false
    let sheets = workbook.sheets.map { sheet in
      let rows = sheet.rows.map { row in
        var row = row
        for index in row.cells.indices {
          guard case .text(let text) = row.cells[index].value,
            let decoded = LegacyVietnamese.decodeTCVN3(text)
          else { continue }
          row.cells[index].value = .text(decoded)
          changed = true
        }
        return row
      }
      return SheetGrid(
        name: sheet.name, visibility: sheet.visibility, rows: rows, layout: sheet.layout)
    }
    return changed
      ? WorkbookGrid(
        sheets: sheets, recalculatesOnLoad: workbook.recalculatesOnLoad,
        isTyped: workbook.isTyped, notes: workbook.notes) : nil
  }
}
