import Spreadsheet

/// The shared strings of a workbook, one behind the other in one stretch of memory.
struct SharedStrings: Sendable {
  /// The texts in UTF-8.
  private(set) var text: [UInt8] = []
  /// Where each string ends, which is where the next begins.
  private var ends: [Int] = []

  /// How many strings there are.
  var count: Int { ends.count }

  /// Adds a string, which must be UTF-8.
  mutating func append(_ bytes: [UInt8]) {
    text += bytes
    ends.append(text.count)
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
