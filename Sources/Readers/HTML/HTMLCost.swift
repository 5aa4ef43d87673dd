import Spreadsheet

/// What a page would cost the parser, which looks through all open elements for an end tag and
/// through all attributes of a tag for each of them.
struct HTMLCost {
  /// How many such looks a page may take: a second or so.
  private static let budget = 500_000_000

  /// More open elements than any page has, though many forget their end tags; each takes memory.
  private static let mostOpen = 100_000

  /// How many elements may be open at once.
  let mostOpenElements: Int

  /// Goes over the tags of `page`.
  ///
  /// - Throws: `PartFault` where its attributes alone are too many.
  init(_ page: ArraySlice<UInt8>) throws {
    let bytes = page.span
    var endTags = 0
    var looks = 0
    var index = 0
    while index + 1 < bytes.count {
      guard bytes[index] == UInt8(ascii: "<") else {
        index += 1
        continue
      }
      index += 1
      if bytes[index] == UInt8(ascii: "/") { endTags += 1 }
      guard (97...122).contains(bytes[index] | 0x20) else { continue }
      let attributes = Self.passAttributes(in: bytes, from: &index)
      looks += min(attributes * attributes, Self.budget)
      guard looks < Self.budget else {
        throw PartFault(.limitExceeded, "more attributes in tags than any page has")
      }
    }
    mostOpenElements = min(Self.mostOpen, max(256, Self.budget / (endTags + 1)))
  }

  /// Moves to the end of a tag and counts what may part its attributes: an upper bound of their
  /// number.
  private static func passAttributes(in bytes: Span<UInt8>, from index: inout Int) -> Int {
    var quote: UInt8?
    var count = 0
    while index < bytes.count {
      let byte = bytes[index]
      if let open = quote {
        if byte == open { quote = nil }
      } else {
        switch byte {
        case UInt8(ascii: ">"): return count
        case UInt8(ascii: "\""), UInt8(ascii: "'"):
          quote = byte
          count += 1
        case UInt8(ascii: "/"), 0x20, 0x09...0x0D: count += 1
        default: break
        }
      }
      index += 1
    }
    return count
  }
}
