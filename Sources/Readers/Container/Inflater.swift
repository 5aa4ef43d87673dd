import CLibdeflate
import Spreadsheet

/// Inflates whole parts of known size with libdeflate (RFC 1951).
final class Inflater {
  private let handle: OpaquePointer

  init() throws {
    guard let handle = libdeflate_alloc_decompressor() else {
      throw PartFault(.limitExceeded, "no memory to inflate")
    }
    self.handle = handle
  }

  deinit { libdeflate_free_decompressor(handle) }

  /// The `size` bytes that the raw deflate stream `compressed` holds; nil when it does not hold
  /// exactly that many.
  func inflate(_ compressed: [UInt8], size: Int) -> [UInt8]? {
    compressed.withUnsafeBytes { inflate($0, size: size) }
  }

  /// As `inflate(_:size:)`, for bytes that lie in a container.
  func inflate(_ compressed: UnsafeRawBufferPointer, size: Int) -> [UInt8]? {
    var isSound = false
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { output, count in
      // A null actual size asks for exactly `size` bytes.
      let result = libdeflate_deflate_decompress(
        handle, compressed.baseAddress, compressed.count, output.baseAddress, size, nil)
      isSound = result == LIBDEFLATE_SUCCESS
      count = isSound ? size : 0
    }
    return isSound ? bytes : nil
  }

  /// The CRC-32 of `bytes`, as ZIP stores it, behind bytes whose checksum is `first`.
  static func checksum(of bytes: [UInt8], after first: UInt32 = 0) -> UInt32 {
    bytes.withUnsafeBytes { checksum(of: $0[...], after: first) }
  }

  /// The CRC-32 of `bytes`, which lie in a buffer that is filled piece by piece.
  static func checksum(
    of bytes: Slice<UnsafeRawBufferPointer>, after first: UInt32
  ) -> UInt32 {
    let bytes = UnsafeRawBufferPointer(rebasing: bytes)
    return libdeflate_crc32(first, bytes.baseAddress, bytes.count)
  }
}
