/// A place in a document at which parsing can begin: the start tag of an element.
struct XMLSection {
  /// The start tags of the elements around it, which declare its namespaces.
  let ancestors: [UInt8]
  /// The index of its `<`, counted from the document's first tag.
  let start: Int
}

/// Notes where start tags stand while a document is parsed, so that a part of it can be parsed
/// again later without what comes before.
struct XMLSectionFinder {
  /// The bytes around the parser's place: all of a document at hand, the last pieces of another.
  private var window: ArraySlice<UInt8> = []
  /// How many bytes of the document come before the window.
  private var passed = 0
  private var lastPiece = 0
  private var ancestors: [UInt8] = []

  /// Takes note of a piece that the parser is about to be given; a tag of more than a piece is not
  /// found.
  mutating func add(_ piece: ArraySlice<UInt8>) {
    let outdated = window.count - lastPiece
    passed += outdated
    window = lastPiece == 0 ? piece : window.suffix(lastPiece) + piece
    lastPiece = piece.count
  }

  /// An element begins in which sections will be looked for.
  mutating func enter(_ element: XMLElement) {
    guard let tag = tag(of: element) else { return }
    ancestors += window[tag]
    ancestors.append(UInt8(ascii: ">"))
  }

  /// The section that begins with `element`; nil where its place cannot be told.
  func section(at element: XMLElement) -> XMLSection? {
    tag(of: element).map {
      XMLSection(ancestors: ancestors, start: passed + $0.lowerBound - window.startIndex)
    }
  }

  /// The bytes of the start tag in the window, from its `<` up to its `>` or `/>`.
  private func tag(of element: XMLElement) -> Range<Int>? {
    guard let length = element.endOfAttributes, length >= passed else { return nil }
    let end = window.startIndex + length - passed
    guard end < window.endIndex,
      window[end] == UInt8(ascii: ">") || window[end] == UInt8(ascii: "/")
    else { return nil }
    // A value of an attribute cannot hold a `<` (XML 1.0, production 10).
    guard let start = window[..<end].lastIndex(of: UInt8(ascii: "<")) else { return nil }
    let name = window[(start + 1)..<end].prefix {
      $0 > 0x20 && $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: ">")
    }
    let local = name.lastIndex(of: UInt8(ascii: ":")).map { name[($0 + 1)...] } ?? name
    return local.elementsEqual(element.name) ? start..<end : nil
  }
}
