import Normalizer
import Regulation
import Spreadsheet

/// `CA_cong-an-tinh.xlsx`: a unit's form as a workbook.
///
/// The sheets, in this order: scores, nominations, good practices, and a hidden one with the titles
/// to choose from. Everything but the inputs is locked, without a password.
public enum FormWorkbook {
  /// Writes the form to `path`; the same form gives the same bytes.
  ///
  /// - Throws: `WritingError` with the place that failed; the file is then not whole.
  public static func write(_ form: UnitForm, to path: String) throws {
    try WorkbookWriter.write(to: path, title: form.title(.title)) { workbook in
      for (name, value) in form.identity.properties { try workbook.setProperty(name, value) }
      try FormScoreSheet(form).write(to: workbook)
      try FormExtraSheets(form: form).write(to: workbook)
    }
  }
}

/// The looks of a form's cells.
enum FormStyle {
  /// What the unit fills in.
  static let input = CellStyle(
    fill: 0xFFFBE0, isBordered: true, vertical: .top, wraps: true, isUnlocked: true)
  static let number = input.with {
    $0.horizontal = .right
    $0.vertical = .center
  }
  /// Evidence without which points do not stand.
  static let required = input.with { $0.fill = 0xFDE4CF }
  /// What follows from the inputs.
  static let computed = CellStyle(fill: 0xF2F2F2, isBordered: true, horizontal: .right)
  static let fixed = CellStyle(isBordered: true, horizontal: .right)
  static let void = CellStyle(fill: 0xE7E6E6, isBordered: true)
  static let unit = CellStyle(size: 13, isBold: true)
  static let guidance = CellStyle(size: 10, isItalic: true, color: 0x595959, wraps: true)
  /// The ground of a required evidence that is missing.
  static let missing: UInt32 = 0xF4B6A6
}

extension UnitForm {
  /// How a sheet of the form prints: A4 landscape, one page wide, the header on every page.
  func page(columns: Int, rows: Int, header: Int) -> PageSetup {
    // An ampersand begins a code; Excel takes 255 characters at most.
    let name = String("\(unit.name), \(regulation.block.year)".prefix(100))
    let font = "&\"\(CellStyle.font),Regular\"&9"
    return PageSetup(
      area: CellRange(
        CellReference(row: 1, column: 1), CellReference(row: rows, column: columns)),
      repeatedRows: header...header,
      footer: "&L\(font)\(CellText.fit(name.replacing("&", with: "&&")))&R\(font)\(text(.page))")
  }
}
