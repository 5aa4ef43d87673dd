/// A text that equals another where its bytes do: composed and decomposed letters differ, and hashing
/// need not bring them to one form, which is what makes texts with accents slow as keys.
package struct ExactText: Hashable, Sendable {
  /// The text.
  package let text: String

  /// A key for a text.
  package init(_ text: String) { self.text = text }

  /// Whether both have the same bytes.
  package static func == (one: ExactText, other: ExactText) -> Bool {
    guard one.text.utf8.count == other.text.utf8.count else { return false }
    let isEqual = one.text.utf8.withContiguousStorageIfAvailable { mine in
      other.text.utf8.withContiguousStorageIfAvailable {
        UnsafeRawBufferPointer(mine).holdsSame(as: UnsafeRawBufferPointer($0))
      }
    }
    return (isEqual ?? nil) ?? one.text.utf8.elementsEqual(other.text.utf8)
  }

  /// Takes in the text's bytes.
  package func hash(into hasher: inout Hasher) {
    let isDone: Void? = text.utf8.withContiguousStorageIfAvailable {
      hasher.combine(bytes: UnsafeRawBufferPointer($0))
    }
    if isDone == nil { for byte in text.utf8 { hasher.combine(byte) } }
  }
}
