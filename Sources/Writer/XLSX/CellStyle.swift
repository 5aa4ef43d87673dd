/// How a cell looks; equal styles become one format of the workbook.
struct CellStyle: Hashable {
  /// Where the text stands from left to right; by the kind of value where not given.
  enum Horizontal: Hashable { case left, center, right }
  /// Where the text stands from top to bottom.
  enum Vertical: Hashable { case top, center, bottom }

  /// The font's height in points.
  var size = 11.0
  var isBold = false
  var isItalic = false
  var isUnderlined = false
  /// The text's colour, 0xRRGGBB.
  var color: UInt32 = 0x000000
  /// The ground's colour; nil for none.
  var fill: UInt32?
  /// Whether thin lines stand around the cell.
  var isBordered = false
  var horizontal: Horizontal?
  var vertical = Vertical.center
  var wraps = false
  /// Steps of indentation from the left.
  var indent: UInt8 = 0
  /// Whether the text runs upwards.
  var isUpright = false
  /// The number format (ECMA-376 Part 1, §18.8.31); nil for General.
  var numberFormat: String?
  /// Whether the cell may be changed on a protected sheet.
  var isUnlocked = false

  /// What tells most styles apart: every cell looks its style up.
  func hash(into hasher: inout Hasher) {
    hasher.combine(size.bitPattern ^ UInt64(color) << 8 ^ UInt64(fill ?? 0x1_0000_00) << 32)
    let flags = [isBold, isItalic, isUnderlined, isBordered, wraps, isUpright]
    hasher.combine(flags.reduce(UInt8(0)) { $0 << 1 | ($1 ? 1 : 0) })
    hasher.combine(numberFormat?.utf8.count)
  }

  /// The font of every report.
  static let font = "Times New Roman"

  /// The style with some of its properties changed.
  func with(_ change: (inout CellStyle) -> Void) -> CellStyle {
    var copy = self
    change(&copy)
    return copy
  }
}

/// Formats for numbers, whose decimal mark the reader's locale decides.
enum NumberFormat {
  /// A number with so many decimals.
  static func points(places: Int) -> String {
    places > 0 ? "#,##0." + String(repeating: "0", count: places) : "#,##0"
  }
  /// A whole number.
  static let count = "#,##0"
  /// A share, as a percentage with one decimal.
  static let share = "0.0%"
  /// A number whose sign matters.
  static let signed = "+0.00;-0.00;0.00"
  /// Text, whatever it looks like: codes keep their zeros.
  static let text = "@"
  /// A day with its time.
  static let dateTime = "dd/mm/yyyy hh:mm"
}
