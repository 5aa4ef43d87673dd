/// Reads the fields of a record one after the other, on into the records that continue it.
struct BIFFFields {
  private let bytes: [UInt8]
  private let type: UInt16
  /// What is left of the piece that is being read.
  private var piece: Range<Int>
  /// The pieces behind it.
  private var later: ArraySlice<Range<Int>>

  /// The fields of `record` and of the `continuations` of its data.
  init(_ bytes: [UInt8], of record: BIFFRecord, continuations: [Range<Int>] = []) {
    self.bytes = bytes
    type = record.type
    piece = record.body
    later = continuations[...]
  }

  /// Whether nothing is left.
  var isAtEnd: Bool { piece.isEmpty && later.allSatisfy(\.isEmpty) }

  /// How many bytes are left, continuations aside.
  var count: Int { piece.count }

  private var cutShort: PartFault {
    PartFault("a record of type \(BIFFRecords.hexadecimal(type)) is cut short")
  }

  /// The next byte.
  ///
  /// - Throws: `PartFault` when none is left, as all that read here.
  mutating func uint8() throws -> UInt8 {
    while piece.isEmpty {
      guard let next = later.popFirst() else { throw cutShort }
      piece = next
    }
    defer { piece = piece.dropFirst() }
    return bytes[piece.lowerBound]
  }

  /// The next two bytes as a number.
  mutating func uint16() throws -> UInt16 {
    guard piece.count >= 2 else { return UInt16(try uint8()) | UInt16(try uint8()) << 8 }
    defer { piece = piece.dropFirst(2) }
    return bytes.uint16(at: piece.lowerBound)
  }

  /// The next four bytes as a number.
  mutating func uint32() throws -> UInt32 {
    UInt32(try uint16()) | UInt32(try uint16()) << 16
  }

  /// The next eight bytes as a number.
  mutating func uint64() throws -> UInt64 {
    UInt64(try uint32()) | UInt64(try uint32()) << 32
  }

  /// Passes over `count` bytes.
  mutating func skip(_ count: Int) throws {
    var rest = count
    while rest > piece.count {
      rest -= piece.count
      guard let next = later.popFirst() else { throw cutShort }
      piece = next
    }
    piece = piece.dropFirst(rest)
  }

  /// The next `count` bytes.
  mutating func bytes(_ count: Int) throws -> ArraySlice<UInt8> {
    if count <= piece.count {
      defer { piece = piece.dropFirst(count) }
      return bytes[piece.prefix(count)]
    }
    var gathered: ArraySlice<UInt8> = []
    while gathered.count < count {
      if piece.isEmpty {
        guard let next = later.popFirst() else { throw cutShort }
        piece = next
      }
      let part = piece.prefix(count - gathered.count)
      gathered += bytes[part]
      piece = piece.dropFirst(part.count)
    }
    return gathered
  }

  /// The next `count` characters of a Unicode string ([MS-XLS] §2.5.293), two bytes each where
  /// `isWide`, else the lower byte of each alone.
  ///
  /// Where a string goes on in a continuation, that begins with a byte that says anew which of the
  /// two it is (§2.4.58).
  mutating func characters(_ count: Int, isWide: Bool) throws -> String {
    if !isWide, count <= piece.count {
      let latin = bytes[piece.prefix(count)]
      if latin.allSatisfy({ $0 < 0x80 }) {
        piece = piece.dropFirst(count)
        return String(decoding: latin, as: UTF8.self)
      }
    }
    var isWide = isWide
    var units: [UInt16] = []
    units.reserveCapacity(min(count, bytes.count))
    while units.count < count {
      if piece.isEmpty {
        guard let next = later.popFirst() else { throw cutShort }
        piece = next
        isWide = try uint8() & 1 != 0
      }
      let width = isWide ? 2 : 1
      let taken = min(count - units.count, piece.count / width)
      guard taken > 0 || piece.isEmpty else { throw cutShort }
      for offset in stride(from: piece.lowerBound, to: piece.lowerBound + taken * width, by: width)
      {
        units.append(isWide ? bytes.uint16(at: offset) : UInt16(bytes[offset]))
      }
      piece = piece.dropFirst(taken * width)
    }
    return String(decoding: units, as: UTF16.self)
  }
}
