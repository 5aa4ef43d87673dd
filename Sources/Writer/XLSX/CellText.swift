/// Makes any text fit for a cell, without losing in silence what a cell cannot hold.
enum CellText {
  /// The most UTF-16 code units that Excel keeps in a cell.
  static let limit = 32_767
  private static let mark = "…"

  /// The text with line ends as line feeds, characters that XML 1.0 forbids replaced by visible
  /// ones, `_x0041_` kept from being read as an escape (§22.9.2.19), and cut with an ellipsis where
  /// it is too long.
  static func fit(_ text: String) -> String {
    guard needsWork(text) else { return text }
    let escaped = visible(text).replacing(/_(?=x[0-9A-Fa-f]{4}_)/, with: "_x005F_")
    return cut(escaped)
  }

  /// The text with line ends as line feeds and characters that XML 1.0 forbids replaced by visible
  /// ones.
  static func visible(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    var previous: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x0D: scalars.append("\n")
      case 0x0A: if previous != "\r" { scalars.append(scalar) }
      case 0x09: scalars.append(scalar)
      // The control pictures show which character stood there.
      case 0x00...0x1F: scalars.append(Unicode.Scalar(0x2400 + scalar.value) ?? "\u{FFFD}")
      case 0xFFFE, 0xFFFF: scalars.append("\u{FFFD}")
      default: scalars.append(scalar)
      }
      previous = scalar
    }
    return String(scalars)
  }

  private static func needsWork(_ text: String) -> Bool {
    text.utf8.count >= limit
      || text.utf8.contains { $0 < 0x20 || $0 == UInt8(ascii: "_") || $0 == 0xEF }
  }

  private static func cut(_ text: String) -> String {
    guard text.utf16.count > limit else { return text }
    var length = mark.utf16.count
    var end = text.startIndex
    while end < text.endIndex {
      let width = text[end].utf16.count
      if length + width > limit { break }
      length += width
      text.formIndex(after: &end)
    }
    return text[..<end] + mark
  }
}
