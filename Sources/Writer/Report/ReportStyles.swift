/// The looks that the sheets of a report share.
enum ReportStyle {
  static let plain = CellStyle()
  static let title = CellStyle(size: 15, isBold: true, horizontal: .center)
  static let subtitle = CellStyle(size: 12, isItalic: true, horizontal: .center)
  static let office = CellStyle(size: 12, isBold: true, horizontal: .center, wraps: true)
  static let motto = CellStyle(size: 12, isBold: true, horizontal: .center)
  static let mottoLine = CellStyle(
    size: 12, isBold: true, isUnderlined: true, horizontal: .center)
  static let section = CellStyle(size: 12, isBold: true, color: navy)
  static let note = CellStyle(
    size: 10, isItalic: true, color: 0x595959, vertical: .top, wraps: true)

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

  static let navy: UInt32 = 0x1F3864
  static let blue: UInt32 = 0x1F4E9E

  /// The ground of a class's cells: green for the best, blue, yellow, then orange for the last.
  static func fill(ofClass index: Int, of count: Int) -> UInt32 {
    if index == 0 { return 0xD9EAD3 }
    if index == count - 1 { return 0xFBE5D6 }
    return index == 1 ? 0xDDEBF7 : 0xFFF6DD
  }
}
