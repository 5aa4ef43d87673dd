internal import CLibxlsxwriter

/// A style as a format of the workbook that is being written: where many cells have one style, it is
/// looked up once.
struct CellFormat {
  /// The library's format, which the workbook owns.
  let handle: UnsafeMutablePointer<lxw_format>

  /// The position of the format among those of cells (ECMA-376 Part 1, §18.8.10).
  var index: Int { Int(lxw_format_get_xf_index(handle)) }
}

extension WorkbookWriter {
  /// The format of a style; equal styles share one.
  func format(_ style: CellStyle) throws -> CellFormat {
    if let format = formats[style] { return format }
    let format = CellFormat(handle: try makeFormat(style))
    formats[style] = format
    return format
  }

  private func makeFormat(_ style: CellStyle) throws -> UnsafeMutablePointer<lxw_format> {
    guard let format = workbook_add_format(try openHandle()) else {
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
      case .bottom: LXW_ALIGN_VERTICAL_BOTTOM
      }
    format_set_align(format, UInt8(horizontal.rawValue))
    format_set_align(format, UInt8(vertical.rawValue))
    if style.wraps { format_set_text_wrap(format) }
    if style.indent > 0 { format_set_indent(format, style.indent) }
    if style.isUpright { format_set_rotation(format, 90) }
    if style.isUnlocked { format_set_unlocked(format) }
    if let numberFormat = style.numberFormat { format_set_num_format(format, numberFormat) }
    return format
  }
}
