import Spreadsheet

/// Gathers the text of a table cell: its paragraphs, joined by line breaks (ODF 1.3 Part 3, §6.1).
///
/// Annotations, notes, drawings, sub-tables and the ruby text above a word are left out.
struct ODSCellText {
  /// How many blanks `text:s` elements may make in one sheet: each takes a dozen bytes and may ask
  /// for any number.
  private static let blankLimit = 1 << 24

  private var bytes: [UInt8] = []
  private var paragraphs = 0
  /// Elements that are open inside the cell.
  private var depth = 0
  private var ignoredDepth = 0
  private var paragraphDepth = 0
  private var white = White.leading
  private var blanks = 0

  /// What came last in a paragraph: blanks in a row count as one, those at its beginning as none
  /// (§6.1.2).
  private enum White {
    case leading, none, space, layout
  }

  /// Begins another cell.
  mutating func reset() {
    bytes.removeAll(keepingCapacity: true)
    paragraphs = 0
    depth = 0
    ignoredDepth = 0
    paragraphDepth = 0
  }

  /// Whether no element is open inside the cell.
  var isAtTop: Bool { depth == 0 }

  /// Whether the cell shows anything, be it an empty paragraph.
  var hasParagraph: Bool { paragraphs > 0 }

  /// The text; empty where there is none.
  var text: String { String(decoding: bytes, as: UTF8.self) }

  /// An element inside the cell begins.
  ///
  /// - Throws: `PartFault` when the document asks for more blanks than anyone writes.
  mutating func start(_ element: XMLElement) throws {
    depth += 1
    if ignoredDepth > 0 {
      ignoredDepth += 1
      return
    }
    guard element.namespace.map({ $0 == Self.namespace }) == true else {
      ignoredDepth = 1
      return
    }
    switch element.name {
    case "p", "h": beginParagraph()
    case "s":
      let count = element["c", qualified: true].map { DecimalText.integer($0) ?? 1 } ?? 1
      try appendBlanks(count)
    case "tab": append(UInt8(ascii: "\t"))
    case "line-break": append(UInt8(ascii: "\n"))
    case "note", "ruby-text", "tracked-changes", "change", "bibliography-mark": ignoredDepth = 1
    default: break
    }
  }

  private static let namespace: StaticString = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"

  /// Character data inside the cell.
  mutating func append(_ text: XMLText) {
    guard ignoredDepth == 0, paragraphDepth > 0 else { return }
    for byte in text {
      switch byte {
      case 0x20: if white == .none { white = .space }
      case 0x09, 0x0A, 0x0D: if white == .none || white == .space { white = .layout }
      default:
        flushSpace()
        bytes.append(byte)
      }
    }
  }

  /// An element inside the cell ends.
  mutating func end() {
    if ignoredDepth > 0 {
      ignoredDepth -= 1
    } else if depth == paragraphDepth {
      paragraphDepth = 0
      // The standard drops blanks at the end, programs write one there and read it back; a line
      // break comes from laying the XML out.
      if white == .space { bytes.append(0x20) }
    }
    depth -= 1
  }

  private mutating func beginParagraph() {
    guard paragraphDepth == 0 else { return }
    if paragraphs > 0 { bytes.append(UInt8(ascii: "\n")) }
    paragraphs += 1
    paragraphDepth = depth
    white = .leading
  }

  private mutating func flushSpace() {
    if white == .space || white == .layout { bytes.append(0x20) }
    white = .none
  }

  private mutating func append(_ byte: UInt8) {
    guard paragraphDepth > 0 else { return }
    flushSpace()
    bytes.append(byte)
  }

  private mutating func appendBlanks(_ count: Int) throws {
    guard paragraphDepth > 0, count > 0 else { return }
    flushSpace()
    guard count <= Self.blankLimit - blanks else {
      throw PartFault(.limitExceeded, "more than \(Self.blankLimit) blanks in text")
    }
    blanks += count
    bytes.append(contentsOf: repeatElement(0x20, count: count))
  }
}
