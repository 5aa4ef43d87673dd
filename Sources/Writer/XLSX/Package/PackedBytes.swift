internal import CLibdeflate

/// Bytes that were deflated while they were made: a piece of a part that another stream goes on from.
struct PackedBytes {
  /// The output, in pieces, which ends with a whole byte.
  private(set) var pieces: [[UInt8]] = []
  /// How many bytes were deflated.
  private(set) var size = 0
  /// Their CRC-32.
  private(set) var checksum: UInt32 = 0

  /// How many bytes the output has.
  var packedSize: Int { pieces.reduce(0) { $0 + $1.count } }

  /// A piece that grows to this size is followed by another: no large piece is ever moved.
  private static let pieceSize = 1 << 20

  /// Deflates more bytes; false where it cannot be done.
  mutating func append(
    _ bytes: [UInt8], through stream: DeflateStream, isLast: Bool
  ) -> Bool {
    size += bytes.count
    return bytes.withUnsafeBytes { bytes in
      checksum = UInt32(libdeflate_crc32(checksum, bytes.baseAddress, bytes.count))
      return stream.deflate(bytes, isLast ? .aligned : .open) { packed in
        if pieces.last.map({ $0.count + packed.count > Self.pieceSize }) ?? true {
          pieces.append([])
          pieces[pieces.count - 1].reserveCapacity(Self.pieceSize)
        }
        pieces[pieces.count - 1].append(contentsOf: packed)
      }
    }
  }
}
