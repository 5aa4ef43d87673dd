/// A text that equals another where its bytes do: composed and decomposed letters differ, and hashing
/// need not bring them to one form, which is what makes texts with accents slow as keys.
public struct ExactText: Hashable, Sendable {
  /// The text.
  public let text: String

  /// A key for a text.
  public init(_ text: String) { self.text = text }

  /// Whether both have the same bytes.
  public static func == (one: ExactText, other: ExactText) -> Bool {
    guard one.text.utf8.count == other.text.utf8.count else { return false }
    let isEqual = one.text.utf8.withContiguousStorageIfAvailable { mine in
      other.text.utf8.withContiguousStorageIfAvailable { Self.areEqual(mine, $0) }
    }
    return (isEqual ?? nil) ?? one.text.utf8.elementsEqual(other.text.utf8)
  }

  /// Whether two stretches of one length hold the same bytes, eight of which are compared at a time.
  private static func areEqual(
    _ one: UnsafeBufferPointer<UInt8>, _ other: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    let (one, other) = (UnsafeRawBufferPointer(one), UnsafeRawBufferPointer(other))
    var index = 0
    while index + 8 <= one.count {
      let left = one.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      guard left == other.loadUnaligned(fromByteOffset: index, as: UInt64.self) else {
        return false
      }
      index += 8
    }
    while index < one.count {
      guard one[index] == other[index] else { return false }
      index += 1
    }
    return true
  }

  /// Takes in the text's bytes.
  public func hash(into hasher: inout Hasher) {
    let isDone: Void? = text.utf8.withContiguousStorageIfAvailable {
      hasher.combine(bytes: UnsafeRawBufferPointer($0))
    }
    if isDone == nil { for byte in text.utf8 { hasher.combine(byte) } }
  }
}
