/// What text is worth where a number is wanted.
///
/// Programs read it by the rules of their language: `9,5` is nine and a half in one and no number
/// in another. What the file alone does not settle is unclear.
enum TextNumber: Hashable {
  /// A number with a decimal point or none, and nothing else.
  case number(Double)
  /// No number in any language.
  case words
  /// A number, date or time in some language.
  case unclear

  init(_ text: String) {
    let trimmed = text.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed()
    let bytes = String(trimmed).utf8
    let isPlain = bytes.allSatisfy { "0123456789.+-eE".utf8.contains($0) }
    if isPlain, let first = bytes.first(where: { $0 != 43 && $0 != 45 }),
      (48...57).contains(first) || first == 46, let number = Double(String(trimmed)),
      number.isFinite
    {
      self = .number(number)
    } else if !text.contains(where: \.isNumber) || text.contains(where: \.isLetter) {
      self = .words
    } else {
      self = .unclear
    }
  }
}
