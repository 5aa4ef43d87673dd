internal import CLibxlsxwriter
import Spreadsheet

extension SheetWriter {
  /// Attaches a comment to a cell.
  ///
  /// - Parameters:
  ///   - author: who says it; programs show the name beside the comment.
  ///   - width: the width in pixels; the height is as much as the text needs.
  func comment(
    _ text: String, at cell: CellReference, author: String = "", width: Double = 300
  ) throws {
    try checkDrawing(at: cell)
    let lines = TextMeasure(size: 9).lines(text, width: width - 30)
    try call("\(cell)") { sheet in
      CellStyle.font.withMutableCString { font in
        CellText.fit(author).withMutableCString { author in
          var options = lxw_comment_options()
          options.author = author
          options.width = UInt16(clamping: Int(width))
          options.height = UInt16(clamping: 24 + lines * 16)
          options.font_name = font
          options.font_size = 9
          return worksheet_write_comment_opt(
            sheet, cell.lxwRow, cell.lxwColumn, CellText.fit(text), &options)
        }
      }
    }
  }
}
