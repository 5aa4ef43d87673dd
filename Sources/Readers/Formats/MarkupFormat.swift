/// Tells markup, which Excel opens under an `.xls` name, from plain text.
enum MarkupFormat {
  /// The format of markup; nil for plain text, even where it begins with a `<`.
  static func format(of bytes: [UInt8]) -> FileFormat? {
    // In UTF-16 the letters of tags have zeros beside them.
    let isWide = bytes.prefix(64).contains(0)
    let start = MarkupStart(isWide ? bytes.filter { $0 != 0 } : bytes)
    guard let start else { return nil }
    if start.isElement("workbook"),
      start.tag.contains("urn:schemas-microsoft-com:office:spreadsheet")
    {
      return .spreadsheetML
    }
    if start.isElement("document"), start.tag.contains("urn:oasis:names:tc:opendocument") {
      return start.tag.contains("opendocument.spreadsheet")
        ? .flatOpenDocument : .foreign("flat OpenDocument file")
    }
    let isPage = start.hasPageType || pageElements.contains(start.name)
    if isPage || pieceElements.contains(start.name) {
      if start.holdsTable { return .html }
      if isPage { return .foreign("HTML page without a table") }
    }
    return start.hasProlog ? .foreign("XML document") : nil
  }

  /// What a page begins with.
  private static let pageElements: Set<String> = ["html", "head", "body", "meta", "table"]
  /// What a piece of a page may begin with.
  private static let pieceElements: Set<String> = [
    "title", "style", "script", "link", "base", "center", "div", "form", "font", "p", "h1", "h2",
    "h3", "xml",
  ]
}

/// The first tag of a text, behind byte order mark, blanks, comments, instructions and document
/// type.
private struct MarkupStart {
  /// The element's name as it is written, in lower case.
  private(set) var name = ""
  /// The tag with its attributes, in lower case.
  private(set) var tag = ""
  /// Whether an XML declaration or a document type comes first.
  private(set) var hasProlog = false
  /// Whether the document type is that of HTML.
  private(set) var hasPageType = false
  private let rest: ArraySlice<UInt8>

  /// How far a first tag is looked for behind comments.
  private static let headSize = 1 << 20

  /// Nil when the text does not begin with a tag.
  init?(_ bytes: [UInt8]) {
    var rest = bytes[...]
    for mark in [[0xEF, 0xBB, 0xBF], [0xFF, 0xFE], [0xFE, 0xFF]] as [[UInt8]]
    where rest.starts(with: mark) {
      rest = rest.dropFirst(mark.count)
    }
    while true {
      rest = rest.drop { $0 == 0x20 || (0x09...0x0D).contains($0) }
      guard rest.first == UInt8(ascii: "<"), rest.startIndex < Self.headSize else { return nil }
      let lower = Self.lowered(rest.prefix(64))
      if lower.hasPrefix("<!--") {
        rest = Self.drop(rest, through: "-->")
      } else if lower.hasPrefix("<?") {
        hasProlog = hasProlog || lower.hasPrefix("<?xml")
        rest = Self.drop(rest, through: "?>")
      } else if lower.hasPrefix("<!") {
        let isType = lower.hasPrefix("<!doctype")
        hasProlog = hasProlog || isType
        hasPageType =
          hasPageType
          || isType
            && lower.dropFirst(9).drop { $0.isWhitespace }
              .hasPrefix("html")
        rest = Self.drop(rest, through: ">")
      } else {
        break
      }
    }
    self.rest = rest
    tag = Self.lowered(rest.prefix { $0 != UInt8(ascii: ">") }.prefix(16 << 10))
    let letters = tag.dropFirst().prefix { $0.isLetter || $0.isNumber || "_-.:".contains($0) }
    let after = tag.dropFirst(1 + letters.count).first
    // `<5` and `<b,…` begin a cell of a text, no tag.
    guard !letters.isEmpty, after.map({ $0.isWhitespace || $0 == "/" }) ?? true else { return nil }
    name = String(letters)
  }

  /// Whether the element has this local name.
  func isElement(_ local: String) -> Bool {
    name.split(separator: ":").last.map { $0 == local } ?? false
  }

  /// Whether there is a table with at least a row or a cell in it.
  var holdsTable: Bool {
    var hasTable = false
    var index = rest.startIndex
    while let next = rest[index...].firstIndex(of: UInt8(ascii: "<")) {
      index = next + 1
      let letters = rest[index...].prefix(5).map { $0 | 0x20 }
      if hasTable {
        let isPart = letters.starts(with: "td".utf8) || letters.starts(with: "tr".utf8)
        if isPart || letters.starts(with: "th".utf8) { return true }
      } else if letters.starts(with: "table".utf8) {
        hasTable = true
      }
    }
    return false
  }

  private static func lowered(_ bytes: some Sequence<UInt8>) -> String {
    String(decoding: Array(bytes), as: UTF8.self).lowercased()
  }

  /// What follows the first `end`; nothing where there is none.
  private static func drop(_ bytes: ArraySlice<UInt8>, through end: String) -> ArraySlice<UInt8> {
    let end = Array(end.utf8)
    var rest = bytes
    while let next = rest.firstIndex(of: end[0]) {
      rest = rest[next...]
      if rest.starts(with: end) { return rest.dropFirst(end.count) }
      rest = rest.dropFirst()
    }
    return []
  }
}
