/// Reads the items of a shared string table (ECMA-376 Part 1, §18.4.8) out of their bytes.
///
/// As `SheetDataScanner` it knows what programs write, rich runs and phonetic runs included, and
/// stops at all else.
struct SharedStringScanner {
  private let textLimit: Int
  private var scratch: [UInt8] = []
  private var attributes = AttributeScanner()

  /// A scanner of strings of at most `textLimit` bytes.
  init(textLimit: Int) {
    self.textLimit = textLimit
  }

  /// Adds the items that `block` holds from its byte `start` on, whole, to `strings`.
  ///
  /// - Returns: the index of the `<` behind the items: the end of the block, or the end tag of the
  ///   table; nil where it meets what it does not know.
  mutating func scan(_ block: ByteBlock, from start: Int, into strings: inout SharedStrings) -> Int?
  {
    let base = UnsafePointer(block.bytes)
    let last = base + block.count
    var position = base + start
    while true {
      position.skipBlanks()
      if position >= last { return position == last ? block.count : nil }
      if position.begins(with: 0x7373_2F3C) { return position - base }
      guard position.begins(with: 0x6973_3C, count: 3), position[3] == UInt8(ascii: ">") else {
        return nil
      }
      position += 4
      guard scanItem(&position, into: &strings), position <= last else { return nil }
    }
  }

  /// One item, from behind its start tag to behind its end tag.
  private mutating func scanItem(
    _ position: inout UnsafePointer<UInt8>, into strings: inout SharedStrings
  ) -> Bool {
    // An item of one plain text, as nearly all are, goes straight to where it is kept.
    var next = position
    if TextScanner.begins(UInt8(ascii: "t"), &next),
      TextScanner.appendPlain(&next, to: &strings.text, limit: textLimit)
    {
      if TextScanner.endsText(&next), Self.endsItem(&next) {
        strings.endString()
        position = next
        return true
      }
      strings.dropText()
    }
    var text: [UInt8] = []
    var isInRun = false
    while true {
      position.skipBlanks()
      if !isInRun, Self.endsItem(&position) { break }
      if TextScanner.begins(UInt8(ascii: "t"), &position) {
        guard TextScanner.copy(&position, to: &scratch, limit: textLimit),
          TextScanner.endsText(&position)
        else { return false }
        text += scratch
      } else if position.begins(with: 0x2F74_3C, count: 3), position[3] == UInt8(ascii: ">") {
        position += 4
      } else if !isInRun, position.begins(with: 0x3E72_3C, count: 3) {
        position += 3
        isInRun = true
      } else if isInRun, position.begins(with: 0x3E72_2F3C) {
        position += 4
        isInRun = false
      } else if position.begins(with: 0x5072_3C, count: 3) || !isInRun && isPhonetic(position) {
        guard passElement(&position) else { return false }
      } else {
        return false
      }
    }
    guard text.count <= textLimit else { return false }
    EscapedText.decodeInPlace(&text)
    strings.append(text)
    return true
  }

  /// Whether `<phoneticPr` begins here.
  private func isPhonetic(_ position: UnsafePointer<UInt8>) -> Bool {
    position.begins(with: 0x6870_3C, count: 3)
  }

  /// Passes over an element with all it holds: properties of a run, phonetic text.
  private mutating func passElement(_ position: inout UnsafePointer<UInt8>) -> Bool {
    var open: [UnsafeBufferPointer<UInt8>] = []
    repeat {
      guard TextScanner.copy(&position, to: &scratch, limit: textLimit) else { return false }
      let isEnd = position[1] == UInt8(ascii: "/")
      let start = position + (isEnd ? 2 : 1)
      position = start
      while Self.isNameByte(position[0]) { position += 1 }
      let name = UnsafeBufferPointer(start: start, count: position - start)
      guard let first = name.first, first > 64 else { return false }
      if isEnd {
        position.skipBlanks()
        guard position[0] == UInt8(ascii: ">"), let opened = open.popLast(),
          opened.elementsEqual(name)
        else { return false }
        position += 1
      } else {
        attributes.begin()
        while attributes.next(&position) != nil {}
        guard attributes.endsTag || attributes.endsEmpty, open.count < Self.nesting else {
          return false
        }
        if attributes.endsTag { open.append(name) }
      }
    } while !open.isEmpty
    return true
  }

  private static let nesting = 8

  private static func isNameByte(_ byte: UInt8) -> Bool {
    let lower = byte | 0x20
    return lower >= UInt8(ascii: "a") && lower <= UInt8(ascii: "z") || byte >= 48 && byte <= 57
  }

  /// Moves behind `</si>`.
  @inline(__always)
  private static func endsItem(_ position: inout UnsafePointer<UInt8>) -> Bool {
    guard position.begins(with: 0x6973_2F3C),
      position[4] == UInt8(ascii: ">")
    else { return false }
    position += 5
    return true
  }
}
