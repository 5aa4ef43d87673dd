/// Writes CSV (RFC 4180) that spreadsheet programs open as what it says.
package struct CSVText {
  /// The bytes written so far, UTF-8 behind a byte order mark, by which Excel knows the encoding.
  private(set) var bytes: [UInt8] = [0xEF, 0xBB, 0xBF]
  private let delimiter: UInt8

  /// An empty text whose fields stand apart by `delimiter`.
  init(delimiter: Character = ",") {
    self.delimiter = delimiter.asciiValue ?? UInt8(ascii: ",")
  }

  /// A field of a record.
  enum Field {
    /// Text; where a spreadsheet program would take it for a formula, an apostrophe leads it.
    case text(String?)
    /// A number in its exact form.
    case number(String?)
  }

  /// Appends one record, closed by CRLF.
  mutating func record(_ fields: [Field]) {
    for (index, field) in fields.enumerated() {
      if index > 0 { bytes.append(delimiter) }
      switch field {
      case .text(let text): append(Self.harmless(text ?? ""))
      case .number(let number): append(number ?? "")
      }
    }
    bytes += [0x0D, 0x0A]
  }

  private mutating func append(_ text: String) {
    Self.append(text, delimiter: delimiter, to: &bytes)
  }

  /// Appends a field, between quotes where RFC 4180 asks for them.
  package static func append(
    _ text: String, delimiter: UInt8 = UInt8(ascii: ","), to bytes: inout [UInt8]
  ) {
    // As most fields are: copied in one piece.
    let isPlain = text.utf8.withContiguousStorageIfAvailable { field in
      for byte in field
      where byte == delimiter || byte == UInt8(ascii: "\"") || byte == 0x0D || byte == 0x0A {
        return false
      }
      bytes.append(contentsOf: field)
      return true
    }
    if isPlain == true { return }
    append(text.utf8Span.span, delimiter: delimiter, to: &bytes)
  }

  /// Appends a field, given as its UTF-8.
  package static func append(
    _ text: Span<UInt8>, delimiter: UInt8 = UInt8(ascii: ","), to bytes: inout [UInt8]
  ) {
    let quotes = text.indices.contains { index in
      let byte = text[index]
      return byte == delimiter || byte == UInt8(ascii: "\"") || byte == 0x0D || byte == 0x0A
    }
    if quotes { bytes.append(UInt8(ascii: "\"")) }
    for index in text.indices {
      if text[index] == UInt8(ascii: "\"") { bytes.append(UInt8(ascii: "\"")) }
      bytes.append(text[index])
    }
    if quotes { bytes.append(UInt8(ascii: "\"")) }
  }

  /// The text so that no program runs it: signs that begin a formula stand behind an apostrophe.
  ///
  /// A sign alone, and a plain negative number, are no formulas and stay as they are.
  private static func harmless(_ text: String) -> String {
    guard let first = text.unicodeScalars.first, "=+-@\t\r\n＝＋－＠".unicodeScalars.contains(first)
    else { return text }
    let rest = text.unicodeScalars.dropFirst()
    if first == "-" || first == "+", rest.isEmpty { return text }
    if first == "-", rest.allSatisfy({ ("0"..."9").contains($0) || $0 == "." || $0 == "," }) {
      return text
    }
    return "'" + text
  }
}
