import Spreadsheet

/// The shared strings of a workbook, one behind the other in one stretch of memory.
struct SharedStrings: Sendable {
  /// The texts in UTF-8; what is behind the last string belongs to the next one.
  var text: [UInt8] = []
  /// Where each string ends, which is where the next begins.
  private var ends: [Int] = []

  /// How many strings there are.
  var count: Int { ends.count }

  /// Adds a string, which must be UTF-8.
  mutating func append(_ bytes: [UInt8]) {
    text += bytes
    ends.append(text.count)
  }

  /// Ends the string that stands behind the last one.
  @inline(__always)
  mutating func endString() {
    ends.append(text.count)
  }

  /// Drops what stands behind the last string.
  mutating func dropText() {
    text.removeSubrange((ends.last ?? 0)...)
  }

  /// Adds all of `others`.
  mutating func append(_ others: SharedStrings) {
    let start = text.count
    text += others.text
    ends += others.ends.lazy.map { start + $0 }
  }

  /// Makes room for texts of `byteCount` bytes; memory that is not written to is not taken.
  mutating func reserve(_ byteCount: Int) {
    text.reserveCapacity(byteCount)
  }

  /// Forgets all strings, but for their memory.
  mutating func removeAll() {
    text.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
  }

  /// Where the string `index` lies in `text`; nil where there is none of that number.
  subscript(index: Int) -> TextSlice? {
    guard ends.indices.contains(index) else { return nil }
    let start = index == 0 ? 0 : ends[index - 1]
    return TextSlice(isShared: true, start: start, count: ends[index] - start)
  }
}

/// Reads the shared string table (ECMA-376 Part 1, §18.4.9).
final class SharedStringsHandler: XMLHandler {
  private(set) var strings = SharedStrings()
  private var item = StringItem()
  /// The text of the item that ended last.
  private var text: [UInt8] = []
  private var isInItem = false
  private let limits: Limits

  /// A reader that keeps to the limits of strings and of the text of a cell.
  init(limits: Limits) {
    self.limits = limits
  }

  func start(_ element: XMLElement) {
    if isInItem {
      item.start(element.name)
    } else if element.name == "si" {
      isInItem = true
      item.reset()
    }
  }

  func characters(_ text: XMLText) throws {
    guard isInItem else { return }
    item.append(text)
    try PartFault.check(item.byteCount, .cellText, limits.cellText)
  }

  func end(_ name: XMLText) throws {
    guard isInItem else { return }
    if name == "si" {
      isInItem = false
      item.moveText(to: &text)
      strings.append(text)
      try PartFault.check(strings.count, .sharedStrings, limits.sharedStrings)
    } else {
      item.end(name)
    }
  }
}
