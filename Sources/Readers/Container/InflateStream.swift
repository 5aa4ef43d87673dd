import CLibisal

/// Inflates a raw deflate stream (RFC 1951) piece by piece with ISA-L, in memory that does not
/// depend on its size.
final class InflateStream {
  private let state: UnsafeMutablePointer<inflate_state>
  /// The piece of the stream that ISA-L reads from.
  private var input: UnsafeMutableBufferPointer<UInt8>
  /// The pieces of the stream that are still to come.
  private let source: any CompressedSource

  /// A reader of the raw deflate stream that `source` hands out.
  init(_ source: any CompressedSource) {
    self.source = source
    input = .allocate(capacity: 0)
    state = .allocate(capacity: 1)
    isal_inflate_init(state)
  }

  deinit {
    state.deallocate()
    input.deallocate()
  }

  /// Whether the end of the stream was reached.
  var isAtEnd: Bool { state.pointee.block_state == ISAL_BLOCK_FINISH }

  /// Fills `output` with the next bytes: with less only at the end of the stream.
  ///
  /// - Returns: how many bytes there are.
  /// - Throws: `PartFault` where the stream is damaged or ends too early, and what the source throws.
  func read(into output: UnsafeMutableBufferPointer<UInt8>) throws -> Int {
    state.pointee.next_out = output.baseAddress
    state.pointee.avail_out = UInt32(clamping: output.count)
    defer { state.pointee.next_out = nil }
    while !isAtEnd, state.pointee.avail_out > 0 {
      // ISA-L holds bytes back, so what is left of the input does not tell whether it can go on.
      let before = (state.pointee.avail_in, state.pointee.avail_out)
      let status = isal_inflate(state)
      guard status == ISAL_DECOMP_OK || status == ISAL_END_INPUT else {
        throw PartFault("damaged ZIP entry: invalid compressed data")
      }
      let isStuck = before == (state.pointee.avail_in, state.pointee.avail_out) && !isAtEnd
      guard isStuck else { continue }
      guard state.pointee.avail_in == 0 else { throw Self.endsEarly }
      try refill()
    }
    return output.count - Int(state.pointee.avail_out)
  }

  /// Whether the stream ends behind the bytes that were read.
  ///
  /// - Throws: `PartFault` where more bytes follow than the stream should hold, or it is damaged.
  func endsHere() throws -> Bool {
    guard !isAtEnd else { return true }
    let surplus = try withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 1) {
      try read(into: $0)
    }
    guard surplus == 0 else { throw PartFault("damaged ZIP entry: it is longer than it says") }
    return true
  }

  private func refill() throws {
    let piece = try source.next()
    guard !piece.isEmpty else { throw Self.endsEarly }
    if input.count < piece.count {
      input.deallocate()
      input = .allocate(capacity: piece.count)
    }
    _ = input.update(fromContentsOf: piece)
    state.pointee.next_in = input.baseAddress
    state.pointee.avail_in = UInt32(piece.count)
  }

  private static let endsEarly = PartFault("damaged ZIP entry: it ends too early")
}

/// Hands out a compressed stream piece by piece.
protocol CompressedSource {
  /// The next bytes, of less than 4 GiB; none at the end.
  ///
  /// - Throws: `PartFault` where they cannot be read.
  func next() throws -> ArraySlice<UInt8>
}

/// A compressed stream that is in memory.
final class CompressedBytes: CompressedSource {
  private let bytes: [UInt8]
  private var position = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  func next() -> ArraySlice<UInt8> {
    let piece = bytes[position..<min(bytes.count, position + Self.pieceSize)]
    position = piece.endIndex
    return piece
  }

  private static let pieceSize = 256 << 10
}
