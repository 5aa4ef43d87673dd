/// A place in a document at which parsing can begin: the start tag of an element.
struct XMLSection {
  /// The start tags of the elements around it, which declare its namespaces.
  let ancestors: [UInt8]
  /// The index of its `<` in the document's bytes.
  let start: Int
}

/// Notes where start tags stand while a document is parsed, so that a part of it can be parsed
/// again later without what comes before.
struct XMLSectionFinder {
  private let bytes: ArraySlice<UInt8>
  private var ancestors: [UInt8] = []

  /// A finder for a document that is parsed from its beginning.
  init(_ document: XMLDocument) {
    bytes = document.bytes
  }

  /// An element begins in which sections will be looked for.
  mutating func enter(_ element: XMLElement) {
    guard let tag = tag(of: element) else { return }
    ancestors += bytes[tag]
    ancestors.append(UInt8(ascii: ">"))
  }

  /// The section that begins with `element`; nil where its place cannot be told.
  func section(at element: XMLElement) -> XMLSection? {
    tag(of: element).map { XMLSection(ancestors: ancestors, start: $0.lowerBound) }
  }

  /// The bytes of the start tag from its `<` up to its `>` or `/>`.
  private func tag(of element: XMLElement) -> Range<Int>? {
    guard let length = element.endOfAttributes else { return nil }
    let end = bytes.startIndex + length
    guard end < bytes.endIndex, bytes[end] == UInt8(ascii: ">") || bytes[end] == UInt8(ascii: "/")
    else { return nil }
    // A value of an attribute cannot hold a `<` (XML 1.0, production 10).
    guard let start = bytes[..<end].lastIndex(of: UInt8(ascii: "<")) else { return nil }
    let name = bytes[(start + 1)..<end].prefix {
      $0 > 0x20 && $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: ">")
    }
    let local = name.lastIndex(of: UInt8(ascii: ":")).map { name[($0 + 1)...] } ?? name
    return local.elementsEqual(element.name) ? start..<end : nil
  }
}
