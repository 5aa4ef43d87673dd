/// The text of a string item: a shared string or an inline string (ECMA-376 Part 1, §18.4.8).
///
/// Rich runs are joined; phonetic runs (`rPh`) and properties are left out.
struct StringItem {
  private var bytes: [UInt8] = []
  private var isInText = false
  private var ignoredDepth = 0

  /// Begins another item.
  mutating func reset() {
    bytes.removeAll(keepingCapacity: true)
    isInText = false
    ignoredDepth = 0
  }

  /// An element inside the item begins.
  mutating func start(_ name: XMLText) {
    if ignoredDepth > 0 {
      ignoredDepth += 1
    } else if name == "t" {
      isInText = true
    } else if !(name == "r") {
      ignoredDepth = 1
    }
  }

  /// Character data inside the item.
  mutating func append(_ text: XMLText) {
    if isInText { text.append(to: &bytes) }
  }

  /// An element inside the item ends.
  mutating func end(_ name: XMLText) {
    if ignoredDepth > 0 {
      ignoredDepth -= 1
    } else if name == "t" {
      isInText = false
    }
  }

  /// The size of the text as stored.
  var byteCount: Int { bytes.count }

  /// Moves the text to `text`, its escapes decoded, in UTF-8.
  ///
  /// Blanks are kept as stored, with or without `xml:space`.
  mutating func moveText(to text: inout [UInt8]) {
    EscapedText.decodeInPlace(&bytes)
    swap(&bytes, &text)
  }
}
