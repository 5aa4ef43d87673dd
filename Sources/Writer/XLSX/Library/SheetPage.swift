internal import CLibxlsxwriter
import Spreadsheet

extension SheetWriter {
  /// Sets how the sheet prints.
  func setPage(_ page: PageSetup) throws {
    let scale = self.scale(of: page)
    try call("\(page.area)") { sheet in
      if page.orientation == .portrait { worksheet_set_portrait(sheet) }
      func inches(_ millimetres: Double) -> Double { millimetres / 25.4 }
      worksheet_set_margins(
        sheet, inches(page.margins.left), inches(page.margins.right), inches(page.margins.top),
        inches(page.margins.bottom))
      if let scale {
        worksheet_set_print_scale(sheet, UInt16(clamping: scale))
      } else {
        worksheet_fit_to_pages(
          sheet, UInt16(clamping: page.pagesWide), UInt16(clamping: page.pagesTall ?? 0))
      }
      worksheet_center_horizontally(sheet)
      if page.pagesWide > 1 || !page.columnBreaks.isEmpty { worksheet_print_across(sheet) }
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
    let breaks = Set(page.pageBreaks + breaks(keepingTogether: page)).sorted()
    if !breaks.isEmpty {
      // The list ends with a 0; a break stands below the row that is named.
      var breaks = breaks.map { UInt32(clamping: $0 - 1) } + [0]
      try call("page breaks") { worksheet_set_h_pagebreaks($0, &breaks) }
    }
    if !page.columnBreaks.isEmpty {
      var breaks = page.columnBreaks.sorted().map { UInt16(clamping: $0 - 1) } + [0]
      try call("page breaks") { worksheet_set_v_pagebreaks($0, &breaks) }
    }
    try writeEdges(page)
  }

  /// The widths of the printed columns in pixels.
  private func widths(_ page: PageSetup) -> [Double] {
    let sizes = workbook.sizes(of: index)
    return (page.area.first.column...page.area.last.column).map { sizes.width(ofColumn: $0) }
  }

  /// The size in percent of a sheet that is not fitted; nil for one that is.
  private func scale(of page: PageSetup) -> Int? {
    if let scale = page.scale { return scale }
    guard !page.columnBreaks.isEmpty else { return nil }
    return max(10, scale(across: page, percent: 98))
  }

  /// The size in percent, 100 at most, at which the columns take so much of the page's width.
  func scale(across page: PageSetup, percent: Double) -> Int {
    min(100, Int(page.inside.width / max(1, PageFlow.width(page, widths(page))) * percent))
  }

  /// The height of some rows in points.
  func height(ofRows rows: ClosedRange<Int>) -> Double {
    let sizes = workbook.sizes(of: index)
    return rows.reduce(0) { $0 + sizes.height(ofRow: $1) }
  }

  private func breaks(keepingTogether page: PageSetup) -> [Int] {
    // What is fitted to a number of pages is not broken by hand.
    guard !page.keptTogether.isEmpty, page.pagesTall == nil else { return [] }
    let sizes = workbook.sizes(of: index)
    let flow = PageFlow(page, widths: widths(page)) { sizes.height(ofRow: $0) }
    return flow.breaks(
      keeping: page.keptTogether, given: page.pageBreaks, from: page.area.first.row,
      through: page.area.last.row)
  }

  /// Header and footer, which stand at half of the margin.
  private func writeEdges(_ page: PageSetup) throws {
    var options = lxw_header_footer_options()
    if page.isNumbered {
      options.margin = page.margins.top / 2 / 25.4
      let header = "&C&\"\(CellStyle.font),Regular\"&13&P"
      try call("header") { worksheet_set_header_opt($0, header, &options) }
      workbook.leaveFirstPageUnnumbered(index)
    }
    options.margin = page.margins.bottom / 2 / 25.4
    try call("footer") { worksheet_set_footer_opt($0, page.footer, &options) }
  }
}
