/// A stretch of a part's bytes, with what a scanner needs behind them.
///
/// The scanners walk over memory without holding every step against its end. What makes that safe is
/// here: behind the last byte stand a `<`, at which every loop of theirs stops, and zeros, which no
/// XML holds. A block is filled by one thread and then read by one.
final class ByteBlock {
  private(set) var bytes: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  /// How many bytes there are.
  private(set) var count = 0
  /// How many bytes of the part come before.
  var offset = 0

  /// How many bytes behind the last one may be looked at.
  static let padding = 32

  /// A block with room for `capacity` bytes.
  init(capacity: Int) {
    self.capacity = capacity
    bytes = .allocate(capacity: capacity + Self.padding)
    end()
  }

  deinit { bytes.deallocate() }

  /// Holds `content`, which comes after `offset` bytes of the part.
  func fill(_ content: UnsafeBufferPointer<UInt8>, offset: Int) {
    count = 0
    self.offset = offset
    append(content)
    end()
  }

  /// Adds bytes; `end()` is to follow.
  func append(_ content: UnsafeBufferPointer<UInt8>) {
    reserve(count + content.count)
    if let start = content.baseAddress {
      (bytes + count).update(from: start, count: content.count)
    }
    count += content.count
  }

  /// Adds the bytes that `read` puts where it is told to, at most `room`; `end()` is to follow.
  func append(
    room: Int, _ read: (UnsafeMutableBufferPointer<UInt8>) throws -> Int
  ) rethrows {
    reserve(count + room)
    count += try read(UnsafeMutableBufferPointer(start: bytes + count, count: room))
  }

  /// Drops the first bytes.
  func removeFirst(_ length: Int) {
    bytes.update(from: bytes + length, count: count - length)
    count -= length
    end()
  }

  /// Drops the bytes from `length` on.
  func truncate(to length: Int) {
    count = length
    end()
  }

  /// The bytes, valid until the block is filled again.
  var content: UnsafeBufferPointer<UInt8> { content(0..<count) }

  /// Some of the bytes, valid until the block is filled again.
  func content(_ range: Range<Int>) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: bytes + range.lowerBound, count: range.count)
  }

  /// Where the last row begins before `wanted` and after `start`, or the first one behind; `end` where
  /// there is none before it.
  func beginOfRow(before wanted: Int, after start: Int, _ end: Int) -> Int {
    guard wanted < end else { return end }
    let isRow = { (index: Int) in
      UnsafePointer(self.bytes + index).begins(with: 0x776F_723C)
    }
    return (start + 1..<wanted).last(where: isRow) ?? (wanted..<end).first(where: isRow) ?? end
  }

  /// Puts behind the last byte what stops a scanner.
  func end() {
    bytes[count] = UInt8(ascii: "<")
    (bytes + count + 1).update(repeating: 0, count: Self.padding - 1)
  }

  private func reserve(_ wanted: Int) {
    guard wanted > capacity else { return }
    capacity = max(wanted, 2 * capacity)
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity + Self.padding)
    larger.update(from: bytes, count: count)
    bytes.deallocate()
    bytes = larger
  }
}
