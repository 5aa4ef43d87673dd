import Spreadsheet

/// Reads the shared string table (ECMA-376 Part 1, §18.4.9).
final class SharedStringsHandler: XMLHandler {
  private(set) var strings: [String] = []
  private var item = StringItem()
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
      strings.append(item.text)
      try PartFault.check(strings.count, .sharedStrings, limits.sharedStrings)
    } else {
      item.end(name)
    }
  }
}
