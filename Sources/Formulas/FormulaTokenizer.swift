/// Cuts a formula's text into tokens.
struct FormulaTokenizer {
  private let bytes: [UInt8]
  private var position = 0

  /// The longest formula that a spreadsheet program accepts, in characters.
  private static let maximumLength = 8192

  /// The tokens of a formula, given without its leading `=`; a leading one is taken all the same.
  ///
  /// - Throws: `FormulaFailure.unsupported` at the first character that starts no token: an
  ///   external or structured reference (`[`), an array (`{`), a spill (`#`) or an `@`.
  static func tokens(of formula: String) throws(FormulaFailure) -> [FormulaToken] {
    guard formula.utf16.count <= maximumLength else { throw .unsupported("length") }
    var tokenizer = FormulaTokenizer(bytes: Array(formula.utf8))
    if tokenizer.bytes.first == UInt8(ascii: "=") { tokenizer.position = 1 }
    var tokens: [FormulaToken] = []
    while let token = try tokenizer.next() { tokens.append(token) }
    return tokens
  }

  private init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  private var current: UInt8? { position < bytes.count ? bytes[position] : nil }

  private mutating func next() throws(FormulaFailure) -> FormulaToken? {
    while let byte = current, byte == 32 || byte == 9 || byte == 10 || byte == 13 { position += 1 }
    guard let byte = current else { return nil }
    switch byte {
    case UInt8(ascii: "\""): return .string(try quoted(by: byte))
    case UInt8(ascii: "'"):
      let name = try quoted(by: byte)
      guard !name.contains("[") else { throw .unsupported("external reference") }
      return .quotedSheet(name)
    case UInt8(ascii: "#"): return .error(try errorLiteral())
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."): return .number(try number())
    case _ where Self.isWordByte(byte):
      let start = position
      while let byte = current, Self.isWordByte(byte) { position += 1 }
      return .word(String(decoding: bytes[start..<position], as: UTF8.self))
    default:
      for length in [2, 1] where position + length <= bytes.count {
        let text = String(decoding: bytes[position..<(position + length)], as: UTF8.self)
        if let symbol = FormulaToken.Symbol(rawValue: text) {
          position += length
          return .symbol(symbol)
        }
      }
      throw .unsupported(byte == UInt8(ascii: "[") ? "external or structured reference" : rest)
    }
  }

  private var rest: String { String(decoding: bytes[position...].prefix(40), as: UTF8.self) }

  /// Letters of any script, digits, and the signs that names and references hold.
  private static func isWordByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "."),
      UInt8(ascii: "$"), UInt8(ascii: "\\"), UInt8(ascii: "?"), 0x80...:
      true
    default: false
    }
  }

  /// Text between two of the same quotes; a doubled quote inside stands for itself.
  private mutating func quoted(by quote: UInt8) throws(FormulaFailure) -> String {
    var content: [UInt8] = []
    position += 1
    while let byte = current {
      position += 1
      if byte != quote {
        content.append(byte)
      } else if current == quote {
        content.append(quote)
        position += 1
      } else {
        return String(decoding: content, as: UTF8.self)
      }
    }
    throw .unsupported("quote without end")
  }

  private mutating func errorLiteral() throws(FormulaFailure) -> String {
    for token in FormulaValue.errorTokens {
      let end = position + token.utf8.count
      guard end <= bytes.count else { continue }
      let text = String(decoding: bytes[position..<end], as: UTF8.self).uppercased()
      if text == token {
        position = end
        return token
      }
    }
    throw .unsupported(rest)
  }

  private mutating func number() throws(FormulaFailure) -> Double {
    let start = position
    func isDigit(_ byte: UInt8?) -> Bool { byte.map { (48...57).contains($0) } ?? false }
    while isDigit(current) { position += 1 }
    if current == UInt8(ascii: ".") {
      position += 1
      while isDigit(current) { position += 1 }
    }
    if current == UInt8(ascii: "E") || current == UInt8(ascii: "e") {
      var end = position + 1
      if end < bytes.count, bytes[end] == UInt8(ascii: "+") || bytes[end] == UInt8(ascii: "-") {
        end += 1
      }
      if end < bytes.count, isDigit(bytes[end]) {
        position = end
        while isDigit(current) { position += 1 }
      }
    }
    guard let number = Double(String(decoding: bytes[start..<position], as: UTF8.self)),
      number.isFinite
    else { throw .unsupported("number") }
    return number
  }
}
