/// Cuts UTF-8 text into fields and records, without decoding or copying it.
///
/// There is no malformed input: what RFC 4180 does not allow is read as a spreadsheet program
/// reads it. Text behind a closing quote is added to the field. A quote that never closes was no
/// quote: it is read again as plain text, so that the rest of the file keeps its fields. So is one
/// that closes on a later line in the midst of text, where a lone quote met the next field's.
struct CSVTokenizer {
  /// A field, as positions in the text.
  struct Field {
    /// How the field is written.
    enum Form {
      /// As it stands.
      case plain
      /// As it stands but for backslashes that announce the character behind them.
      case announced
      /// Enclosed, with no quote inside.
      case enclosed
      /// Enclosed, with quotes inside that are escaped.
      case escaped
      /// Enclosed, with text behind the closing quote.
      case trailed
    }

    /// Where the content starts, behind an opening quote.
    var start: Int
    /// Where the content ends; for a `trailed` field where the closing quote stands.
    var contentEnd: Int
    /// Where the field ends: the content's end but for a `trailed` field.
    var end: Int
    /// How the field is written.
    var form: Form
    /// Whether the record ends with this field.
    var endsRecord: Bool

    /// Whether the field holds nothing.
    var isEmpty: Bool { start == end }

    /// Where the field's text stands; nil where it is not one stretch of the file.
    var stretch: Range<Int>? {
      form == .plain || form == .enclosed ? start..<end : nil
    }
  }

  /// The dialect that is read.
  let dialect: CSVDialect
  /// Where the next field starts.
  private(set) var position: Int
  /// Whether something was looked for and not found as far as the tokenizer may look: what it says
  /// then need not hold.
  private(set) var isAtHorizon = false
  private let text: [UInt8]
  /// How far the tokenizer may look.
  private let horizon: Int
  /// A delimiter promises a field, even where the text ends behind it.
  private var isAfterDelimiter = false
  /// What ends plain text, and a backslash where it announces something.
  private let plainEnds: ByteSet
  /// What matters between quotes.
  private let enclosedMarks: ByteSet

  /// A tokenizer of `text` from `start` on.
  ///
  /// - Parameter horizon: where to stop looking for the end of a field, see `isAtHorizon`; by default
  ///   the end of the text.
  init(_ text: [UInt8], from start: Int = 0, dialect: CSVDialect, horizon: Int? = nil) {
    self.text = text
    self.position = start
    self.horizon = min(horizon ?? text.count, text.count)
    self.dialect = dialect
    // A line feed ends a field in any case, so it can stand in for a delimiter and for a backslash.
    plainEnds = ByteSet(
      dialect.delimiter ?? Separator.lineFeed,
      dialect.escapesWithBackslash ? Separator.backslash : Separator.lineFeed,
      Separator.lineFeed, Separator.carriageReturn)
    enclosedMarks = ByteSet(
      dialect.quote, dialect.escapesWithBackslash ? Separator.backslash : dialect.quote,
      Separator.lineFeed, Separator.carriageReturn)
  }

  /// The next field; nil at the end of the text.
  ///
  /// A blank line is a record of one empty field.
  @inline(__always)
  mutating func next() -> Field? {
    guard position < text.count || isAfterDelimiter else { return nil }
    let quote = dialect.skipsSpaceBeforeQuote ? endOfSpaces(from: position) : position
    if quote < text.count, text[quote] == dialect.quote, let field = enclosedField(from: quote) {
      return field
    }
    let start = position
    let (end, isAnnounced) = endOfPlainText(from: start)
    return Field(
      start: start, contentEnd: end, end: end, form: isAnnounced ? .announced : .plain,
      endsRecord: advance(past: end))
  }

  /// The text of a field; bytes that are not UTF-8 become U+FFFD.
  func content(of field: Field) -> String {
    if let stretch = field.stretch { return String(decoding: text[stretch], as: UTF8.self) }
    var content: [UInt8] = []
    appendContent(of: field, to: &content)
    return String(decoding: content, as: UTF8.self)
  }

  /// Adds the text of a field, whatever its form, to `content`.
  func appendContent(of field: Field, to content: inout [UInt8]) {
    if let stretch = field.stretch { return content += text[stretch] }
    var index = field.start
    while index < field.contentEnd {
      if field.form == .announced ? announces(at: index) : isEscape(at: index) { index += 1 }
      content.append(text[index])
      index += 1
    }
    if field.form == .trailed { content += text[field.contentEnd + 1..<field.end] }
  }

  /// Where the spaces that begin at `start` end.
  private mutating func endOfSpaces(from start: Int) -> Int {
    var index = start
    while index < horizon, text[index] == Separator.space { index += 1 }
    if index >= horizon { noteHorizon() }
    return index
  }

  /// Notes that something was looked for as far as the tokenizer may look.
  private mutating func noteHorizon() {
    if horizon < text.count { isAtHorizon = true }
  }

  /// Reads the field whose opening quote stands at `quote`; nil, with nothing read, where that quote
  /// encloses nothing.
  private mutating func enclosedField(from quote: Int) -> Field? {
    let start = quote + 1
    guard let enclosure = enclosure(from: start) else {
      noteHorizon()
      return nil
    }
    let contentEnd = enclosure.closingQuote
    let behind = endOfPlainText(from: contentEnd + 1).end
    if behind == contentEnd + 1 {
      return Field(
        start: start, contentEnd: contentEnd, end: contentEnd,
        form: enclosure.isEscaped ? .escaped : .enclosed, endsRecord: advance(past: behind))
    }
    if enclosure.spansLines { return nil }
    return Field(
      start: start, contentEnd: contentEnd, end: behind, form: .trailed,
      endsRecord: advance(past: behind))
  }

  private struct Enclosure {
    var closingQuote: Int
    var isEscaped = false
    var spansLines = false
  }

  /// Looks for the quote that closes a field whose content starts at `start`.
  private func enclosure(from start: Int) -> Enclosure? {
    let bytes = text.span
    var enclosure = Enclosure(closingQuote: start)
    var index = start
    while true {
      index = enclosedMarks.firstIndex(in: bytes, from: index, to: horizon)
      guard index < horizon else { break }
      let byte = bytes[index]
      if byte == Separator.lineFeed || byte == Separator.carriageReturn {
        enclosure.spansLines = true
      } else if isEscape(at: index) {
        enclosure.isEscaped = true
        index += 1
      } else if byte == dialect.quote {
        enclosure.closingQuote = index
        return enclosure
      }
      index += 1
    }
    return nil
  }

  /// Whether the byte at `index`, in an enclosed field, only announces the one behind it.
  private func isEscape(at index: Int) -> Bool {
    guard index + 1 < text.count else { return false }
    let byte = text[index]
    let following = text[index + 1]
    if byte == dialect.quote { return following == dialect.quote }
    return byte == Separator.backslash && dialect.escapesWithBackslash
      && (following == dialect.quote || following == Separator.backslash)
  }

  /// Whether the byte at `index`, in a field that is not enclosed, only announces the one behind it.
  private func announces(at index: Int) -> Bool {
    guard dialect.escapesWithBackslash, text[index] == Separator.backslash,
      index + 1 < text.count
    else { return false }
    let following = text[index + 1]
    return following == dialect.delimiter || following == dialect.quote
      || following == Separator.backslash
  }

  /// Where the delimiter or line break stands that ends plain text starting at `start`, and whether
  /// a backslash announces one before.
  @inline(__always)
  private func endOfPlainText(from start: Int) -> (end: Int, isAnnounced: Bool) {
    let end = plainEnds.firstIndex(in: text.span, from: start, to: horizon)
    guard dialect.escapesWithBackslash, end < horizon, text[end] == Separator.backslash else {
      return (end, false)
    }
    return endOfTextWithBackslashes(from: end)
  }

  private func endOfTextWithBackslashes(from start: Int) -> (end: Int, isAnnounced: Bool) {
    let bytes = text.span
    var isAnnounced = false
    var index = start
    while index < horizon {
      if announces(at: index) {
        isAnnounced = true
        index += 2
      } else if bytes[index] == Separator.backslash, dialect.delimiter != Separator.backslash {
        index += 1
      } else {
        break
      }
      index = plainEnds.firstIndex(in: bytes, from: index, to: horizon)
    }
    return (min(index, text.count), isAnnounced)
  }

  /// Moves behind the delimiter or line break at `end`: LF, CR LF or a lone CR.
  ///
  /// - Returns: whether the record ends there.
  @inline(__always)
  private mutating func advance(past end: Int) -> Bool {
    isAfterDelimiter = false
    if end >= horizon { noteHorizon() }
    guard end < text.count else {
      position = end
      return true
    }
    if text[end] == dialect.delimiter {
      position = end + 1
      isAfterDelimiter = true
      return false
    }
    let isPair =
      text[end] == Separator.carriageReturn && end + 1 < text.count
      && text[end + 1] == Separator.lineFeed
    position = end + (isPair ? 2 : 1)
    return true
  }
}
