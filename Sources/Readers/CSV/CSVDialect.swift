/// How a text file separates, quotes and escapes its fields (RFC 4180 and what departs from it).
struct CSVDialect: Hashable, Sendable {
  /// The byte between two fields; nil where each line is one field.
  var delimiter: UInt8?
  /// The byte that encloses fields; written twice it stands for itself.
  var quote: UInt8 = UInt8(ascii: "\"")
  /// Whether `\"` also stands for a quote and `\\` for a backslash, and `\` before a delimiter, in a
  /// field that is not enclosed, for the delimiter as a character.
  var escapesWithBackslash = false
  /// Whether spaces between a delimiter and an opening quote are passed over.
  var skipsSpaceBeforeQuote = false
}

/// The bytes that a tokenizer of separated values looks for.
enum Separator {
  static let lineFeed: UInt8 = 0x0A
  static let carriageReturn: UInt8 = 0x0D
  static let tab: UInt8 = 0x09
  static let comma = UInt8(ascii: ",")
  static let semicolon = UInt8(ascii: ";")
  static let bar = UInt8(ascii: "|")
  static let quote = UInt8(ascii: "\"")
  static let apostrophe = UInt8(ascii: "'")
  static let backslash = UInt8(ascii: "\\")
  static let space = UInt8(ascii: " ")
}
