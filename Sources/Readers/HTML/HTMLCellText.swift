/// Gathers the text of an element as a browser lays it out: blanks in a row are one, `br` and blocks
/// begin lines (HTML, §15.3 and CSS Text 3, §4.1).
struct HTMLCellText {
  private var bytes: [UInt8] = []
  /// Line breaks to write before the next text.
  private var breaks = 0
  private var hasBlank = false

  /// Begins another text.
  mutating func reset() {
    bytes.removeAll(keepingCapacity: true)
    breaks = 0
    hasBlank = false
  }

  /// Adds character data.
  mutating func append(_ text: XMLText) {
    for byte in text {
      if byte == 0x20 || (0x09...0x0D).contains(byte) {
        hasBlank = true
        continue
      }
      if breaks > 0 {
        bytes.append(contentsOf: repeatElement(UInt8(ascii: "\n"), count: breaks))
        breaks = 0
      } else if hasBlank, !bytes.isEmpty {
        bytes.append(0x20)
      }
      hasBlank = false
      bytes.append(byte)
    }
  }

  /// A `br`.
  mutating func breakLine() {
    breaks += 1
    hasBlank = false
  }

  /// A paragraph or another block begins or ends.
  mutating func breakBlock() {
    if !bytes.isEmpty, breaks == 0 { breakLine() }
  }

  /// The text; empty where it is blank, no-break spaces included, by which pages fill empty cells.
  var text: String {
    let text = String(decoding: bytes, as: UTF8.self)
    return text.unicodeScalars.allSatisfy { $0 == "\u{A0}" || $0 == "\n" || $0 == " " } ? "" : text
  }
}
