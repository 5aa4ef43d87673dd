internal import CLibisal

/// Deflates bytes (RFC 1951) by isa-l, in pieces.
///
/// libxlsxwriter packs through minizip and with it through zlib, at a level that it does not let
/// anybody choose. For 10,000 units zlib took 31 of the 133 s of processor time that a consolidation took
/// (`perf record`); isa-l's level 1 packs 229 MB of such XML in 0.16 s, into 27 MB instead of 21.
final class DeflateStream {
  private let stream: UnsafeMutablePointer<isal_zstream>
  private let levelBuffer: UnsafeMutableBufferPointer<UInt8>
  private let room: UnsafeMutableBufferPointer<UInt8>

  /// How the output stands after some bytes.
  enum End {
    /// Some of it may be held back.
    case open
    /// All of it is out and ends with a whole byte: another stream's output may follow.
    case aligned
    /// The stream is at its end.
    case final
  }

  private static let roomSize = 1 << 18
  /// What isa-l's level 1 works with, its large size: igzip_lib.h computes it in a macro that Swift
  /// does not see.
  private static let levelBufferSize = (4 + 2 * 8 + 4 * 64) * 1024

  init() {
    stream = .allocate(capacity: 1)
    stream.initialize(to: isal_zstream())
    levelBuffer = .allocate(capacity: Self.levelBufferSize)
    room = .allocate(capacity: Self.roomSize)
    restart()
  }

  deinit {
    stream.deallocate()
    levelBuffer.deallocate()
    room.deallocate()
  }

  /// Begins a new stream, which looks back at nothing.
  func restart() {
    isal_deflate_init(stream)
    stream.pointee.level = 1
    stream.pointee.level_buf = levelBuffer.baseAddress
    stream.pointee.level_buf_size = UInt32(Self.levelBufferSize)
  }

  /// Deflates bytes and hands the output on, piece by piece; false where isa-l refuses.
  func deflate(
    _ bytes: UnsafeRawBufferPointer, _ end: End, to output: (UnsafeRawBufferPointer) -> Void
  ) -> Bool {
    stream.pointee.next_in = UnsafeMutablePointer(
      mutating: bytes.baseAddress?.assumingMemoryBound(to: UInt8.self))
    stream.pointee.avail_in = UInt32(bytes.count)
    stream.pointee.end_of_stream = end == .final ? 1 : 0
    stream.pointee.flush = UInt16(end == .aligned ? SYNC_FLUSH : NO_FLUSH)
    repeat {
      stream.pointee.next_out = room.baseAddress
      stream.pointee.avail_out = UInt32(room.count)
      guard isal_deflate(stream) == COMP_OK else { return false }
      let packed = room.count - Int(stream.pointee.avail_out)
      output(UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(room)[..<packed]))
    } while stream.pointee.avail_out == 0 || stream.pointee.avail_in > 0
    return true
  }
}
