internal import CLibxlsxwriter
import Spreadsheet

extension SheetWriter {
  /// Sets how the sheet prints.
  func setPage(_ page: PageSetup) throws {
    try call("\(page.area)") { sheet in
      if page.orientation == .portrait { worksheet_set_portrait(sheet) }
      func inches(_ millimetres: Double) -> Double { millimetres / 25.4 }
      worksheet_set_margins(
        sheet, inches(page.margins.left), inches(page.margins.right), inches(page.margins.top),
        inches(page.margins.bottom))
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
    let breaks = Set(page.pageBreaks + breaks(keepingTogether: page)).sorted()
    if !breaks.isEmpty {
      // The list ends with a 0; a break stands below the row that is named.
      var breaks = breaks.map { UInt32(clamping: $0 - 1) } + [0]
      try call("page breaks") { worksheet_set_h_pagebreaks($0, &breaks) }
    }
    try writeEdges(page)
  }

  private func breaks(keepingTogether page: PageSetup) -> [Int] {
    // What is fitted to a number of pages is not broken by hand.
    guard !page.keptTogether.isEmpty, page.pagesTall == nil else { return [] }
    let sizes = workbook.sizes(of: index)
    let columns = page.area.first.column...page.area.last.column
    let flow = PageFlow(page, widths: columns.map { sizes.width(ofColumn: $0) }) {
      sizes.height(ofRow: $0)
    }
    return flow.breaks(
      keeping: page.keptTogether, from: page.area.first.row, through: page.area.last.row)
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
