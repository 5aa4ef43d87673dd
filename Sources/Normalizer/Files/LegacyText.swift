public import Spreadsheet

/// Workbooks typed in TCVN3 (ABC) fonts: their cells hold Latin letters that show as Vietnamese.
///
/// A cell says little about its encoding when it is short (`Cã` for `Có`), so the workbook is judged
/// as a whole: once some cells are beyond doubt, the others follow unless the workbook holds Unicode
/// Vietnamese too, as where a table was pasted into an old file.
public enum LegacyText {
  /// The workbook as it is read and meant: texts of TCVN3 cells in Unicode, everything else as it is.
  public static func readable(_ workbook: WorkbookGrid) -> WorkbookGrid {
    workbook.isTyped ? decoded(workbook) ?? workbook : workbook
  }

  /// How the letters of a text are beyond doubt written.
  enum Script: Hashable {
    /// The bytes of TCVN3, taken for Latin letters.
    case tcvn3
    /// Vietnamese letters in Unicode.
    case unicode
  }

  /// How a text is written; nil where it does not say.
  static func script(of text: String) -> Script? {
    guard text.utf8.contains(where: { $0 >= 0x80 }) else { return nil }
    // A letter beyond Latin-1 is no byte of TCVN3.
    if text.unicodeScalars.contains(where: isUnicodeVietnamese) { return .unicode }
    return LegacyVietnamese.decodeTCVN3(text) != nil ? .tcvn3 : nil
  }

  /// The workbook with its texts decoded; nil when none of them is beyond doubt TCVN3.
  static func decoded(_ workbook: WorkbookGrid) -> WorkbookGrid? {
    var legacy = 0
    var unicode = 0
    forEachText(of: workbook) { text in
      switch script(of: text) {
      case .tcvn3: legacy += 1
      case .unicode: unicode += 1
      case nil: break
      }
    }
    guard legacy > 0 else { return nil }
    // A few cells with a Unicode name in them do not make the short ones doubtful.
    let isLegacyThroughout = unicode * 4 <= legacy
    let sheets = workbook.sheets.map { sheet in
      let rows = sheet.rows.map { row in
        var row = row
        for index in row.cells.indices {
          guard case .text(let text) = row.cells[index].value,
            let decoded = LegacyVietnamese.decodeTCVN3(text, isCertain: isLegacyThroughout)
          else { continue }
          row.cells[index].value = .text(decoded)
        }
        return row
      }
      return SheetGrid(
        name: sheet.name, visibility: sheet.visibility, rows: rows, layout: sheet.layout)
    }
    return WorkbookGrid(
      sheets: sheets, recalculatesOnLoad: workbook.recalculatesOnLoad, isTyped: workbook.isTyped,
      notes: workbook.notes, properties: workbook.properties)
  }

  private static func forEachText(of workbook: WorkbookGrid, _ body: (String) -> Void) {
    for sheet in workbook.sheets {
      for row in sheet.rows {
        for cell in row.cells {
          if case .text(let text) = cell.value { body(text) }
        }
      }
    }
  }

  /// Letters of Vietnamese that no 8-bit font puts at a Latin-1 place.
  private static func isUnicodeVietnamese(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x102, 0x103, 0x110, 0x111, 0x1A0, 0x1A1, 0x1AF, 0x1B0, 0x1EA0...0x1EF9: true
    default: false
    }
  }
}
