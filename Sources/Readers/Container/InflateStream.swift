import CLibisal

/// Inflates a raw deflate stream (RFC 1951) piece by piece with ISA-L, in memory that does not
/// depend on its size.
final class InflateStream {
  private let state: UnsafeMutablePointer<inflate_state>
  /// The stream: ISA-L reads from it as long as it is inflated.
  private let input: UnsafeMutableBufferPointer<UInt8>

  /// A reader of the raw deflate stream `compressed`, of less than 4 GiB.
  init(_ compressed: [UInt8]) throws {
    guard let size = UInt32(exactly: compressed.count) else {
      throw PartFault("a ZIP entry of more than 4 GiB")
    }
    input = .allocate(capacity: compressed.count)
    _ = input.update(fromContentsOf: compressed)
    state = .allocate(capacity: 1)
    isal_inflate_init(state)
    state.pointee.next_in = input.baseAddress
    state.pointee.avail_in = size
  }

  deinit {
    state.deallocate()
    input.deallocate()
  }

  /// The next bytes, at most `capacity`; none at the end of the stream.
  ///
  /// - Throws: `PartFault` where the stream is damaged or ends too early.
  func next(_ capacity: Int) throws -> [UInt8] {
    guard state.pointee.block_state != ISAL_BLOCK_FINISH else { return [] }
    var status = ISAL_DECOMP_OK
    let bytes = [UInt8](unsafeUninitializedCapacity: capacity) { output, count in
      state.pointee.next_out = output.baseAddress
      state.pointee.avail_out = UInt32(clamping: capacity)
      status = isal_inflate(state)
      count = capacity - Int(state.pointee.avail_out)
    }
    state.pointee.next_out = nil
    guard status == ISAL_DECOMP_OK else {
      throw PartFault("damaged ZIP entry: invalid compressed data")
    }
    guard !bytes.isEmpty || state.pointee.block_state == ISAL_BLOCK_FINISH else {
      throw PartFault("damaged ZIP entry: it ends too early")
    }
    return bytes
  }
}
