/// Reads the little-endian fields of a binary header one after the other.
struct HeaderReader {
  private var rest: ArraySlice<UInt8>

  /// A reader at the beginning of `bytes`.
  init(_ bytes: some Sequence<UInt8>) {
    rest = Array(bytes)[...]
  }

  /// The next `count` bytes.
  ///
  /// - Throws: `PartFault` when the header ends before them.
  mutating func bytes(_ count: Int) throws -> [UInt8] {
    guard count >= 0, count <= rest.count else { throw PartFault("the header ends too early") }
    defer { rest = rest.dropFirst(count) }
    return Array(rest.prefix(count))
  }

  /// The next number of 16 bits.
  ///
  /// - Throws: `PartFault` when the header ends before it.
  mutating func uint16() throws -> Int { Int(try bytes(2).uint16(at: 0)) }

  /// The next number of 32 bits.
  ///
  /// - Throws: `PartFault` when the header ends before it.
  mutating func uint32() throws -> Int { Int(try bytes(4).uint32(at: 0)) }

  /// What is left.
  var remainder: [UInt8] { Array(rest) }
}

extension [UInt8] {
  /// The four bytes of the lower half of a number, the lowest first.
  init(littleEndian number: Int) {
    self = (0..<4).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
  }
}
