import Spreadsheet

/// What files read one after the other have in common, read once: the forms that a block issues come
/// back with the same styles, relationships and frames around their rows, and with the same texts.
///
/// Only what was read of the very same bytes is handed out again. It holds little: no more than
/// `largestPart` bytes of a part, no more than `mostParts` of them. One task at a time may use it.
public final class ReadingMemory {
  /// What a part was read as, and of what its bytes should be.
  struct Key: Hashable {
    /// The type of what was read.
    var kind: ObjectIdentifier
    var checksum: UInt32
    var size: Int
    var nesting: Int
  }

  private struct Known {
    var bytes: [UInt8]
    var value: any Sendable
  }

  private static let largestPart = 64 << 10
  private static let mostParts = 64

  private var parts: [Key: Known] = [:]
  /// Texts that recur in cells.
  let texts = TextPool()
  private var inflater: Inflater?

  /// A memory of nothing.
  public init() {}

  /// What was made of `bytes` when they were met before, else what `make` makes of them.
  ///
  /// - Throws: what `make` throws; nothing is remembered then.
  func value<Value: Sendable>(
    of bytes: UnsafeRawBufferPointer, checksum: UInt32, size: Int, nesting: Int,
    _ make: () throws -> Value
  ) rethrows -> Value {
    guard bytes.count <= Self.largestPart else { return try make() }
    let key = Key(
      kind: ObjectIdentifier(Value.self), checksum: checksum, size: size, nesting: nesting)
    if let known = parts[key], known.bytes.withUnsafeBytes({ $0.holdsSame(as: bytes) }),
      let value = known.value as? Value
    {
      return value
    }
    let value = try make()
    if parts.count >= Self.mostParts { parts.removeAll(keepingCapacity: true) }
    parts[key] = Known(bytes: Array(bytes), value: value)
    return value
  }

  /// As `value(of:checksum:size:nesting:_:)`, for what stands in a part before and behind `rows`.
  func value<Value: Sendable>(
    ofFrame block: ByteBlock, around rows: Range<Int>, nesting: Int, _ make: () throws -> Value
  ) rethrows -> Value {
    guard block.count - rows.count <= Self.largestPart else { return try make() }
    // No XML holds a zero.
    let frame =
      Array(block.content(0..<rows.lowerBound)) + [0]
      + block.content(rows.upperBound..<block.count)
    return try frame.withUnsafeBytes { bytes in
      try value(
        of: bytes, checksum: Inflater.checksum(of: frame), size: bytes.count, nesting: nesting,
        make)
    }
  }

  /// What inflates parts.
  ///
  /// - Throws: `PartFault` where there is no memory for it.
  func sharedInflater() throws -> Inflater {
    if let inflater { return inflater }
    let inflater = try Inflater()
    self.inflater = inflater
    return inflater
  }
}
