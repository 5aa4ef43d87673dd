internal import CLibxlsxwriter
import Glibc
import Spreadsheet

/// A workbook that is being written by libxlsxwriter.
///
/// The class owns the C workbook: `write` closes it, and where it fails the memory is freed and
/// no file is finished. The same calls give the same bytes: the time of creation is fixed, as the
/// library fixes the times in the zip directory.
final class WorkbookWriter {
  /// The path of the file.
  let path: String
  private var handle: UnsafeMutablePointer<lxw_workbook>?
  private var sheets: [UnsafeMutablePointer<lxw_worksheet>] = []
  private var linksOfSheet: [Int] = []
  private var formats: [CellStyle: UnsafeMutablePointer<lxw_format>] = [:]

  /// The first moment that a zip directory can name, 1980-01-01: this program knows no clock.
  private static let creation = 315_532_800
  /// The most links that Excel keeps on a sheet.
  private static let linkLimit = 65_530

  /// Writes a workbook to `path`: `body` fills it, then it is closed.
  ///
  /// - Throws: `WritingError`, or what `body` throws.
  static func write(
    to path: String, title: String, _ body: (WorkbookWriter) throws -> Void
  ) throws {
    try NumericLocale.withC(file: path) {
      let workbook = try WorkbookWriter(path: path, title: title)
      try body(workbook)
      try workbook.close()
    }
  }

  private init(path: String, title: String) throws {
    self.path = path
    // The library opens the file last and says little about why it cannot.
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o666)
    guard descriptor >= 0 else {
      throw WritingError(file: path, detail: String(cString: strerror(errno)))
    }
    Glibc.close(descriptor)
    // Parts are written to temporary files before they are packed: beside the output, where there
    // must be room for it anyway.
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
    handle = folder.withMutableCString { folder in
      var options = lxw_workbook_options()
      options.tmpdir = folder
      return workbook_new_opt(path, &options)
    }
    guard let handle else { throw WritingError(file: path, detail: "out of memory") }
    try title.withMutableCString { title in
      var properties = lxw_doc_properties()
      properties.title = title
      properties.created = Self.creation
      try check(workbook_set_properties(handle, &properties))
    }
  }

  deinit {
    if let handle { lxw_workbook_free(handle) }
  }

  private func close() throws {
    guard let handle else { return }
    // The library frees the workbook whether it succeeds or not.
    self.handle = nil
    try check(workbook_close(handle))
  }

  /// Sets a custom document property (ECMA-376 Part 1, §22.3), cut to the 255 characters that it
  /// may have.
  func setProperty(_ name: String, _ value: String) throws {
    guard let handle else { throw WritingError(file: path, detail: "the workbook is closed") }
    let fitting = String(String.UnicodeScalarView(CellText.fit(value).unicodeScalars.prefix(255)))
    try check(workbook_set_custom_property_string(handle, name, fitting))
  }

  /// Adds a sheet behind those that are there.
  ///
  /// - Throws: `WritingError` where the name is taken or no name of a sheet.
  func addSheet(_ name: String) throws -> SheetWriter {
    guard let handle else { throw WritingError(file: path, detail: "the workbook is closed") }
    try check(workbook_validate_sheet_name(handle, name), sheet: name)
    guard let sheet = workbook_add_worksheet(handle, name) else {
      throw WritingError(file: path, sheet: name, detail: "the sheet cannot be added")
    }
    sheets.append(sheet)
    linksOfSheet.append(0)
    worksheet_set_landscape(sheet)
    worksheet_set_paper(sheet, 9)  // A4: ECMA-376 Part 1, §18.3.1.63
    worksheet_set_margins(sheet, 0.5, 0.4, 0.5, 0.6)
    return SheetWriter(workbook: self, index: sheets.count - 1, name: name)
  }

  fileprivate func sheet(_ index: Int) throws -> UnsafeMutablePointer<lxw_worksheet> {
    guard handle != nil else { throw WritingError(file: path, detail: "the workbook is closed") }
    return sheets[index]
  }

  /// Whether a sheet has room for another link; counts it.
  fileprivate func takeLink(_ index: Int) -> Bool {
    guard linksOfSheet[index] < Self.linkLimit else { return false }
    linksOfSheet[index] += 1
    return true
  }

  fileprivate func check(
    _ error: lxw_error, sheet: String? = nil, cell: @autoclosure () -> String? = nil
  ) throws {
    guard error != LXW_NO_ERROR else { return }
    throw WritingError(
      file: path, sheet: sheet, cell: cell(), detail: String(cString: lxw_strerror(error)))
  }

  fileprivate func chart(_ chart: ColumnChart) throws -> UnsafeMutablePointer<lxw_chart> {
    guard let handle, let object = workbook_add_chart(handle, UInt8(LXW_CHART_COLUMN.rawValue)),
      let series = chart_add_series(
        object, "=\(chart.categories.absolute)", "=\(chart.values.absolute)")
    else { throw WritingError(file: path, detail: "out of memory") }
    CellStyle.font.withMutableCString { name in
      var font = lxw_chart_font()
      font.name = name
      font.size = 12
      font.bold = 1
      chart_title_set_name(object, chart.title)
      chart_title_set_name_font(object, &font)
      font.size = 10
      font.bold = 0
      chart_series_set_labels(series)
      chart_series_set_labels_font(series, &font)
      chart_series_set_labels_num_format(series, chart.numberFormat)
      for (axis, title) in [
        (object.pointee.x_axis, chart.categoryTitle), (object.pointee.y_axis, chart.valueTitle),
      ] {
        chart_axis_set_name(axis, title)
        chart_axis_set_name_font(axis, &font)
        chart_axis_set_num_font(axis, &font)
      }
    }
    chart_axis_set_min(object.pointee.y_axis, 0)
    // The columns say their height themselves.
    chart_axis_major_gridlines_set_visible(object.pointee.y_axis, 0)
    chart_axis_set_num_format(object.pointee.y_axis, chart.numberFormat)
    var fill = lxw_chart_fill()
    fill.color = chart.fill
    chart_series_set_fill(series, &fill)
    chart_set_series_gap(object, 40)
    chart_legend_set_position(object, UInt8(LXW_CHART_LEGEND_NONE.rawValue))
    return object
  }

  fileprivate func format(_ style: CellStyle) throws -> UnsafeMutablePointer<lxw_format> {
    if let format = formats[style] { return format }
    guard let handle, let format = workbook_add_format(handle) else {
      throw WritingError(file: path, detail: "out of memory")
    }
    format_set_font_name(format, CellStyle.font)
    format_set_font_size(format, style.size)
    if style.isBold { format_set_bold(format) }
    if style.isItalic { format_set_italic(format) }
    if style.isUnderlined { format_set_underline(format, UInt8(LXW_UNDERLINE_SINGLE.rawValue)) }
    format_set_font_color(format, style.color)
    if let fill = style.fill { format_set_bg_color(format, fill) }
    if style.isBordered {
      format_set_border(format, UInt8(LXW_BORDER_THIN.rawValue))
      format_set_border_color(format, 0x7F7F7F)
    }
    let horizontal =
      switch style.horizontal {
      case .left: LXW_ALIGN_LEFT
      case .center: LXW_ALIGN_CENTER
      case .right: LXW_ALIGN_RIGHT
      case nil: LXW_ALIGN_NONE
      }
    let vertical =
      switch style.vertical {
      case .top: LXW_ALIGN_VERTICAL_TOP
      case .center: LXW_ALIGN_VERTICAL_CENTER
      }
    format_set_align(format, UInt8(horizontal.rawValue))
    format_set_align(format, UInt8(vertical.rawValue))
    if style.wraps { format_set_text_wrap(format) }
    if style.indent > 0 { format_set_indent(format, style.indent) }
    if style.isUpright { format_set_rotation(format, 90) }
    if style.isUnlocked { format_set_unlocked(format) }
    if let numberFormat = style.numberFormat { format_set_num_format(format, numberFormat) }
    formats[style] = format
    return format
  }
}

/// One sheet of a workbook that is being written; rows and columns count from 1.
struct SheetWriter {
  fileprivate let workbook: WorkbookWriter
  fileprivate let index: Int
  /// The sheet's name.
  let name: String

  /// What a cell holds.
  enum Content {
    /// Text, never a formula or a link, whatever it looks like.
    case text(String)
    case number(Double)
    /// A formula without its `=`, with the result that readers see before they recalculate.
    case formula(String, cached: Double)
    /// A text that leads to a cell of this workbook; beyond the links that a sheet can have, the
    /// text alone.
    case link(String, to: CellLink)
    /// Nothing but the style.
    case blank
  }

  private func call(
    _ place: @autoclosure () -> String,
    _ body: (UnsafeMutablePointer<lxw_worksheet>) throws -> lxw_error
  ) throws {
    try workbook.check(body(try workbook.sheet(index)), sheet: name, cell: place())
  }

  /// Writes one cell.
  ///
  /// - Throws: `WritingError` with the cell, where it lies outside of a sheet.
  func write(_ content: Content, at cell: CellReference, _ style: CellStyle) throws {
    let format = try workbook.format(style)
    let (row, column) = (cell.lxwRow, cell.lxwColumn)
    try call("\(cell)") { sheet in
      switch content {
      case .text(let text):
        return worksheet_write_string(sheet, row, column, CellText.fit(text), format)
      case .number(let number):
        return worksheet_write_number(sheet, row, column, number, format)
      case .formula(let formula, let cached):
        return worksheet_write_formula_num(sheet, row, column, "=\(formula)", format, cached)
      case .link(let text, let target):
        if workbook.takeLink(index) {
          // The text is written over the link's: its own is no cell text and has narrower limits.
          let error = worksheet_write_url_opt(
            sheet, row, column, "internal:\(target)", format, nil, nil)
          guard error == LXW_NO_ERROR else { return error }
        }
        return worksheet_write_string(sheet, row, column, CellText.fit(text), format)
      case .blank:
        return worksheet_write_blank(sheet, row, column, format)
      }
    }
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
        CellText.fit(text), format)
    }
  }

  /// Sets the width of columns in characters, and the style of their cells that hold nothing.
  func setColumns(_ columns: ClosedRange<Int>, width: Double, _ style: CellStyle? = nil) throws {
    let format = try style.map { try workbook.format($0) }
    try call(CellReference.letters(ofColumn: columns.lowerBound)) { sheet in
      worksheet_set_column(
        sheet, UInt16(clamping: columns.lowerBound - 1), UInt16(clamping: columns.upperBound - 1),
        width, format)
    }
  }

  /// Sets the height of a row in points; rows whose height is not set fit their text.
  func setRow(_ row: Int, height: Double) throws {
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

  /// Sets how the sheet prints.
  func setPage(_ page: PageSetup) throws {
    try call("\(page.area)") { sheet in
      worksheet_fit_to_pages(
        sheet, UInt16(clamping: page.pagesWide), UInt16(clamping: page.pagesTall ?? 0))
      worksheet_center_horizontally(sheet)
      if page.pagesWide > 1 { worksheet_print_across(sheet) }
      return worksheet_print_area(
        sheet, page.area.first.lxwRow, page.area.first.lxwColumn, page.area.last.lxwRow,
        page.area.last.lxwColumn)
    }
    if let rows = page.repeatedRows {
      try call("\(rows)") { sheet in
        worksheet_repeat_rows(
          sheet, UInt32(clamping: rows.lowerBound - 1), UInt32(clamping: rows.upperBound - 1))
      }
    }
    if let columns = page.repeatedColumns {
      try call("\(columns)") { sheet in
        worksheet_repeat_columns(
          sheet, UInt16(clamping: columns.lowerBound - 1),
          UInt16(clamping: columns.upperBound - 1))
      }
    }
    try call("footer") { worksheet_set_footer($0, page.footer) }
  }

  /// Fills the cells of a range for which a formula, written for its first cell, holds.
  func highlight(_ range: CellRange, where formula: String, fill: UInt32) throws {
    let format = try workbook.format(CellStyle(fill: fill))
    try call("\(range)") { sheet in
      "=\(formula)".withMutableCString { formula in
        var rule = lxw_conditional_format()
        rule.type = UInt8(LXW_CONDITIONAL_TYPE_FORMULA.rawValue)
        rule.value_string = formula
        rule.format = format
        return worksheet_conditional_format_range(
          sheet, range.first.lxwRow, range.first.lxwColumn, range.last.lxwRow,
          range.last.lxwColumn, &rule)
      }
    }
  }

  /// Offers the texts of another range as a list to choose from; strict lists refuse other texts.
  func offer(
    _ source: CellRange, on sheetName: String, in range: CellRange, isStrict: Bool, hint: String
  ) throws {
    try call("\(range)") { sheet in
      "=\(CellLink(sheet: sheetName, range: source).absolute)".withMutableCString { formula in
        hint.withMutableCString { hint in
          var rule = lxw_data_validation()
          rule.validate = UInt8(LXW_VALIDATION_TYPE_LIST_FORMULA.rawValue)
          rule.value_formula = formula
          rule.ignore_blank = UInt8(LXW_VALIDATION_ON.rawValue)
          rule.dropdown = UInt8(LXW_VALIDATION_ON.rawValue)
          rule.show_input = UInt8(LXW_VALIDATION_ON.rawValue)
          rule.show_error = UInt8(
            isStrict ? LXW_VALIDATION_ON.rawValue : LXW_VALIDATION_OFF.rawValue)
          rule.error_message = isStrict ? hint : nil
          return worksheet_data_validation_range(
            sheet, range.first.lxwRow, range.first.lxwColumn, range.last.lxwRow,
            range.last.lxwColumn, &rule)
        }
      }
    }
  }

  /// Refuses what is typed into the cells of a range where it breaks a rule; blank cells are free.
  func validate(_ range: CellRange, _ rule: CellRule, hint: CellHint) throws {
    try call("\(range)") { sheet in
      Self.cut(hint.title, 32).withMutableCString { title in
        Self.cut(hint.text, 255).withMutableCString { text in
          var validation = lxw_data_validation()
          validation.ignore_blank = UInt8(LXW_VALIDATION_ON.rawValue)
          validation.show_input = UInt8(LXW_VALIDATION_ON.rawValue)
          validation.show_error = UInt8(LXW_VALIDATION_ON.rawValue)
          validation.error_type = UInt8(LXW_VALIDATION_ERROR_TYPE_STOP.rawValue)
          validation.input_title = title
          validation.input_message = text
          validation.error_title = title
          validation.error_message = text
          func apply() -> lxw_error {
            worksheet_data_validation_range(
              sheet, range.first.lxwRow, range.first.lxwColumn, range.last.lxwRow,
              range.last.lxwColumn, &validation)
          }
          switch rule {
          case .anything:
            validation.validate = UInt8(LXW_VALIDATION_TYPE_ANY.rawValue)
            return apply()
          case .decimal(let bounds):
            validation.validate = UInt8(LXW_VALIDATION_TYPE_DECIMAL.rawValue)
            validation.criteria = UInt8(LXW_VALIDATION_CRITERIA_BETWEEN.rawValue)
            validation.minimum_number = bounds.lowerBound
            validation.maximum_number = bounds.upperBound
            return apply()
          case .decimalFromZero, .wholeFromZero:
            let type =
              rule == .wholeFromZero ? LXW_VALIDATION_TYPE_INTEGER : LXW_VALIDATION_TYPE_DECIMAL
            validation.validate = UInt8(type.rawValue)
            validation.criteria = UInt8(LXW_VALIDATION_CRITERIA_GREATER_THAN_OR_EQUAL_TO.rawValue)
            validation.value_number = 0
            return apply()
          case .formula(let formula):
            validation.validate = UInt8(LXW_VALIDATION_TYPE_CUSTOM_FORMULA.rawValue)
            return "=\(formula)".withMutableCString { formula in
              validation.value_formula = formula
              return apply()
            }
          case .list(let texts):
            validation.validate = UInt8(LXW_VALIDATION_TYPE_LIST.rawValue)
            validation.dropdown = UInt8(LXW_VALIDATION_ON.rawValue)
            let copies = texts.map { strdup($0) }
            defer { for copy in copies { free(copy) } }
            // The list ends with a null pointer.
            var pointers = copies + [nil]
            return pointers.withUnsafeMutableBufferPointer { list in
              validation.value_list = list.baseAddress
              return apply()
            }
          }
        }
      }
    }
  }

  /// A text fit for XML with so many characters at most.
  private static func cut(_ text: String, _ limit: Int) -> String {
    String(String.UnicodeScalarView(CellText.fit(text).unicodeScalars.prefix(limit)))
  }

  /// Locks every cell whose style does not unlock it, without a password; rows and columns may still
  /// be made larger.
  func protect() throws {
    let sheet = try workbook.sheet(index)
    var options = lxw_protection()
    options.format_columns = 1
    options.format_rows = 1
    worksheet_protect(sheet, nil, &options)
  }

  /// Takes the sheet's tab out of sight.
  func hide() throws {
    worksheet_hide(try workbook.sheet(index))
  }

  /// Attaches a comment to a cell, as large as its text needs.
  func comment(_ text: String, at cell: CellReference) throws {
    let lines = TextMeasure(size: 9).lines(text, width: 270)
    try call("\(cell)") { sheet in
      CellStyle.font.withMutableCString { font in
        var options = lxw_comment_options()
        options.width = 300
        options.height = UInt16(clamping: 24 + lines * 16)
        options.font_name = font
        options.font_size = 9
        return worksheet_write_comment_opt(
          sheet, cell.lxwRow, cell.lxwColumn, CellText.fit(text), &options)
      }
    }
  }

  /// Places a chart whose upper left corner lies in `cell`.
  func add(_ chart: ColumnChart, at cell: CellReference) throws {
    let object = try workbook.chart(chart)
    try call("\(cell)") { sheet in
      chart.description.withMutableCString { description in
        var options = lxw_chart_options()
        // The library's charts are 480 × 288 pixels.
        options.x_scale = chart.width / 480
        options.y_scale = chart.height / 288
        options.object_position = UInt8(LXW_OBJECT_MOVE_DONT_SIZE.rawValue)
        options.description = description
        return worksheet_insert_chart_opt(sheet, cell.lxwRow, cell.lxwColumn, object, &options)
      }
    }
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
  fileprivate var lxwRow: UInt32 { UInt32(clamping: row - 1) }
  fileprivate var lxwColumn: UInt16 { UInt16(clamping: column - 1) }
}

extension String {
  /// Lends the text to C code that only reads it, though its signature does not say so.
  fileprivate func withMutableCString<Result>(
    _ body: (UnsafeMutablePointer<CChar>) throws -> Result
  ) rethrows -> Result {
    try withCString { try body(UnsafeMutablePointer(mutating: $0)) }
  }
}
