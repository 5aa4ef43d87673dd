#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Memory in pages of 2 MiB.
///
/// A file that is read whole is written to memory once from end to end: in pages of 4 KiB the 166 MB of
/// a table cost 40,000 page faults, a third of the time of reading them.
enum HugePages {
  private static let size = 2 << 20

  /// Asks for huge pages under a large buffer; where there are none nothing changes.
  static func advise(_ buffer: UnsafeMutableBufferPointer<UInt8>) {
    #if os(Linux)
      guard buffer.count >= 4 * size, let base = buffer.baseAddress else { return }
      let start = UnsafeMutableRawPointer(base).alignedUp(toMultipleOf: size)
      let end = UnsafeMutableRawPointer(base + buffer.count).alignedDown(toMultipleOf: size)
      // Advice only: a refusal is no failure.
      _ = madvise(start, end - start, MADV_HUGEPAGE)
    #endif
  }
}
