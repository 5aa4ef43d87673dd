/// Cuts a part into blocks of whole tags, of whole rows, or of whole string items.
final class BlockSource {
  /// Where blocks may end.
  enum Cut {
    /// Before any tag.
    case tag
    /// Before a row; behind the byte `rowsEnd` of the part, before any tag.
    case row(rowsEnd: Int)
    /// Before a string item.
    case stringItem
  }

  private let reader: PartReader
  private let cut: Cut
  /// What was read and belongs to the next block.
  private let rest = ByteBlock(capacity: 0)
  private var offset = 0
  private var isFirst = true

  /// How many bytes a block has, unless a row is longer.
  static let blockSize = 256 << 10
  /// A block that holds no end of a row by then is not the scanner's.
  private static let longestBlock = 64 << 20

  /// Blocks of `part`, from its beginning on.
  ///
  /// - Throws: `PartFault` where it cannot be read.
  init(_ part: PartStream, cut: Cut) throws {
    reader = try PartReader(part)
    self.cut = cut
  }

  /// Fills `block` with the bytes that come next; false where there are none.
  ///
  /// - Throws: `PartFault` where the part is damaged, and where it cannot be cut.
  func next(into block: ByteBlock) throws -> Bool {
    block.fill(UnsafeBufferPointer(start: rest.bytes, count: rest.count), offset: offset)
    rest.truncate(to: 0)
    while true {
      var isLast = reader.isAtEnd
      if !isLast {
        try block.append(room: Self.blockSize) { try reader.read(into: $0) }
        isLast = reader.isAtEnd
      }
      if isFirst {
        isFirst = false
        block.removeFirst(Self.beforeFirstTag(block))
      }
      block.end()
      guard !isLast else {
        offset += block.count
        return block.count > 0
      }
      if let end = end(of: block) {
        rest.append(UnsafeBufferPointer(start: block.bytes + end, count: block.count - end))
        block.truncate(to: end)
        offset += end
        return true
      }
      guard block.count < Self.longestBlock else { throw Uncut() }
    }
  }

  /// Thrown where a part has no place to be cut at.
  struct Uncut: Error {}

  /// The size of a byte order mark and of the blanks behind it, which `XMLDocument` drops too.
  private static func beforeFirstTag(_ block: ByteBlock) -> Int {
    let bytes = UnsafeBufferPointer(start: block.bytes, count: block.count)
    return bytes.count - XMLDocument.withoutMark(bytes[...]).count
  }

  /// The index at which the block may end.
  private func end(of block: ByteBlock) -> Int? {
    var index = block.count
    while index > 1 {
      index -= 1
      guard block.bytes[index] == UInt8(ascii: "<") else { continue }
      switch cut {
      case .tag: return index
      case .row(let rowsEnd):
        if block.offset + index > rowsEnd { return index }
        if UnsafePointer(block.bytes + index).begins(with: 0x776F_723C),
          index + 4 < block.count
        {
          return index
        }
      case .stringItem:
        if UnsafePointer(block.bytes + index).begins(with: 0x6973_3C, count: 3) { return index }
      }
    }
    return nil
  }
}
