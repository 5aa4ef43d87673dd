/// The looks that the sheets of a report share.
enum ReportStyle {
  static let plain = CellStyle()
  // The sizes of Nghị định 30/2020/NĐ-CP, Phụ lục I.
  static let annex = CellStyle(size: 14, isBold: true, horizontal: .center)
  static let title = CellStyle(size: 14, isBold: true, horizontal: .center, wraps: true)
  static let titleLine = CellStyle(size: 13, isBold: true, horizontal: .center, wraps: true)
  static let subtitle = CellStyle(size: 13, isItalic: true, horizontal: .center, wraps: true)
  static let office = CellStyle(
    size: 12, isBold: true, horizontal: .center, vertical: .bottom, wraps: true)
  static let motto = CellStyle(size: 12, isBold: true, horizontal: .center)
  static let mottoLine = CellStyle(
    size: 13, isBold: true, isUnderlined: true, horizontal: .center, vertical: .top)
  static let rule = CellStyle(size: 5, isUnderlined: true, horizontal: .center, vertical: .top)
  static let section = CellStyle(size: 12, isBold: true, color: navy)
  static let note = CellStyle(
    size: 10, isItalic: true, color: 0x595959, vertical: .top, wraps: true)

  /// A sentence that stands where a table has nothing to show.
  static let sentence = CellStyle(size: 12, isItalic: true, wraps: true)

  static let header = CellStyle(
    isBold: true, fill: 0xDCE6F1, isBordered: true, horizontal: .center, wraps: true)
  static let band = CellStyle(isBold: true, fill: 0xEEF3F8, isBordered: true)
  static let text = CellStyle(isBordered: true, wraps: true)
  static let centered = CellStyle(isBordered: true, horizontal: .center, wraps: true)
  static let count = CellStyle(
    isBordered: true, horizontal: .right, numberFormat: NumberFormat.count)
  static let void = CellStyle(fill: 0xE7E6E6, isBordered: true, horizontal: .center)

  /// A number of points with so many decimals.
  static func points(_ places: Int) -> CellStyle {
    CellStyle(
      isBordered: true, horizontal: .right, numberFormat: NumberFormat.points(places: places))
  }

  /// The style of a text that leads elsewhere.
  static func link(_ style: CellStyle) -> CellStyle {
    style.with {
      $0.color = blue
      $0.isUnderlined = true
    }
  }

  static let grey: UInt32 = 0x595959
  static let navy: UInt32 = 0x1F3864
  static let blue: UInt32 = 0x1F4E9E

  /// The ground of a class's cells: green for the best, blue, yellow, then orange for the last.
  static func fill(ofClass index: Int, of count: Int) -> UInt32 {
    if index == 0 { return 0xD9EAD3 }
    if index == count - 1 { return 0xFBE5D6 }
    return index == 1 ? 0xDDEBF7 : 0xFFF6DD
  }

  /// The same order of colours, strong enough for a chart.
  static func strongFill(ofClass index: Int, of count: Int) -> UInt32 {
    if index == 0 { return 0x70AD47 }
    if index == count - 1 { return 0xED7D31 }
    return index == 1 ? 0x5B9BD5 : 0xFFC000
  }
}
