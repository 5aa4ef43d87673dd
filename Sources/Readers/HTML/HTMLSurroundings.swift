/// The text of a page that stands outside of its tables, in lines as a browser breaks them.
struct HTMLSurroundings {
  /// Lines and how many tables had begun before them.
  private var passages: [(tables: Int, lines: [String])] = []
  private var text = HTMLCellText()

  /// Whether the content of this element is nobody's text: what a page is worked with.
  static func isIgnored(_ name: XMLText) -> Bool {
    switch name {
    case "select", "button", "textarea", "noscript", "nav": true
    default: false
    }
  }

  /// Adds character data.
  mutating func append(_ text: XMLText) { self.text.append(text) }

  /// A `br`.
  mutating func breakLine() { text.breakLine() }

  /// A paragraph or another block begins or ends.
  mutating func breakBlock() { text.breakBlock() }

  /// A table begins, or the page ends, behind `tables` others.
  ///
  /// - Parameter isNamed: Whether a heading names the table as LibreOffice does, which writes
  ///   nothing of its sheets' between tables.
  /// - Returns: how many lines came before.
  mutating func close(tables: Int, isNamed: Bool) -> Int {
    defer { text.reset() }
    let lines = text.text.split(separator: "\n").map(String.init).filter { !Self.isBlank($0) }
    guard !lines.isEmpty, !isNamed else { return 0 }
    passages.append((tables, lines))
    return lines.count
  }

  /// Takes the lines that stand before the table of this number, and those before others that are
  /// not taken yet.
  mutating func take(before table: Int) -> [String] {
    let count = passages.prefix { $0.tables <= table }.count
    defer { passages.removeFirst(count) }
    return passages.prefix(count).flatMap(\.lines)
  }

  private static func isBlank(_ line: String) -> Bool {
    line.unicodeScalars.allSatisfy { $0 == " " || $0 == "\u{A0}" }
  }
}
