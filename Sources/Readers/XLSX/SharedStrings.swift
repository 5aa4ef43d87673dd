/// Reads the shared string table (ECMA-376 Part 1, §18.4.9).
final class SharedStringsHandler: XMLHandler {
  private(set) var strings: [String] = []
  private var item = StringItem()
  private var isInItem = false

  func start(_ element: XMLElement) {
    if isInItem {
      item.start(element.name)
    } else if element.name == "si" {
      isInItem = true
      item.reset()
    }
  }

  func characters(_ text: XMLText) {
    if isInItem { item.append(text) }
  }

  func end(_ name: XMLText) {
    guard isInItem else { return }
    if name == "si" {
      isInItem = false
      strings.append(item.text)
    } else {
      item.end(name)
    }
  }
}
