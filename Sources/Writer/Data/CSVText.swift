import Regulation

/// Writes CSV (RFC 4180) that spreadsheet programs open as what it says.
package struct CSVText {
  /// The bytes that were not taken yet, UTF-8 behind a byte order mark, by which Excel knows the encoding.
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
    /// Points in their exact form.
    case points(Points?)
  }

  /// Hands over what was written once it is long enough, or in any case.
  mutating func flush<Failure: Error>(
    atLeast size: Int = 1, to take: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    guard bytes.count >= size else { return }
    try take(bytes)
    bytes.removeAll(keepingCapacity: true)
  }

  /// Appends one record, closed by CRLF.
  mutating func record(_ fields: [Field]) {
    for (index, field) in fields.enumerated() {
      if index > 0 { bytes.append(delimiter) }
      write(field)
    }
    endRecord()
  }

  /// Fields as they stand in a record, for records that have them in common.
  static func fields(_ fields: [Field]) -> [UInt8] {
    var text = CSVText()
    text.bytes.removeAll()
    for (index, field) in fields.enumerated() {
      if index > 0 { text.bytes.append(text.delimiter) }
      text.write(field)
    }
    return text.bytes
  }

  /// Begins a record with fields that are written already.
  mutating func begin(with fields: [UInt8]) { bytes.append(contentsOf: fields) }

  /// Appends fields that are written already to the record that is begun.
  mutating func append(_ fields: [UInt8]) {
    bytes.append(delimiter)
    bytes.append(contentsOf: fields)
  }

  /// Appends a field to the record that is begun.
  mutating func append(_ field: Field) {
    bytes.append(delimiter)
    write(field)
  }

  /// Closes a record by CRLF.
  mutating func endRecord() {
    bytes.append(0x0D)
    bytes.append(0x0A)
  }

  private mutating func write(_ field: Field) {
    switch field {
    case .text(let text?): append(Self.harmless(text))
    case .number(let number?): append(number)
    case .points(let points?): points.append(to: &bytes)
    case .text(nil), .number(nil), .points(nil): break
    }
  }

  private mutating func append(_ text: String) {
    Self.append(text, delimiter: delimiter, to: &bytes)
  }

  /// Appends a field, between quotes where RFC 4180 asks for them.
  package static func append(
    _ text: String, delimiter: UInt8 = UInt8(ascii: ","), to bytes: inout [UInt8]
  ) {
    append(text.utf8Span.span, delimiter: delimiter, to: &bytes)
  }

  /// Appends a field, given as its UTF-8.
  package static func append(
    _ text: Span<UInt8>, delimiter: UInt8 = UInt8(ascii: ","), to bytes: inout [UInt8]
  ) {
    text.withUnsafeBufferPointer { field in
      let isPlain = field.allSatisfy {
        $0 != delimiter && $0 != UInt8(ascii: "\"") && $0 != 0x0D && $0 != 0x0A
      }
      // As most fields are: copied in one piece.
      if isPlain { return bytes.append(contentsOf: field) }
      bytes.append(UInt8(ascii: "\""))
      for byte in field {
        if byte == UInt8(ascii: "\"") { bytes.append(byte) }
        bytes.append(byte)
      }
      bytes.append(UInt8(ascii: "\""))
    }
  }

  /// The text so that no program runs it: signs that begin a formula stand behind an apostrophe.
  ///
  /// A sign alone, and a plain negative number, are no formulas and stay as they are.
  private static func harmless(_ text: String) -> String {
    // Letters and digits of ASCII begin no formula: most texts begin with one.
    guard let byte = text.utf8.first else { return text }
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "a")...UInt8(ascii: "z"):
      return text
    default: break
    }
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
