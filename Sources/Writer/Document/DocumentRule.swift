/// The rules below motto and title, drawn as the upper border of an empty paragraph.
enum DocumentRule {
  /// How far a rule below a centred bold text stands in from both edges of a column, so that it is as
  /// long as the text; the column's width and the result are twentieths of a point.
  static func inset(under text: String, size: Double, column: Double) -> String {
    let pixels = TextMeasure(size: size, isBold: true).width(text)
    // A pixel is 15 twentieths of a point.
    return "\(Int(max(0, (column - pixels * 15) / 2)))"
  }
}
