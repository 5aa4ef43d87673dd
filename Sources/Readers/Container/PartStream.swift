/// A large part of a container, inflated piece by piece each time it is gone over.
struct PartStream {
  /// The part's raw deflate stream.
  let compressed: [UInt8]
  /// The size and the checksum that it must have once inflated.
  let size: UInt64
  let checksum: UInt32

  private static let pieceSize = 256 << 10

  /// Hands the bytes of the part to `body`, piece by piece, until it returns false; the last piece
  /// is marked.
  ///
  /// - Throws: `PartFault` where the part is damaged, `CancellationError`, and whatever `body` throws.
  func forEachPiece(_ body: (_ piece: [UInt8], _ isLast: Bool) throws -> Bool) throws {
    let stream = try InflateStream(compressed)
    var count: UInt64 = 0
    var checksum: UInt32 = 0
    var piece = try stream.next(Self.pieceSize)
    while !piece.isEmpty {
      try Task.checkCancellation()
      count += UInt64(piece.count)
      checksum = Inflater.checksum(of: piece, after: checksum)
      guard count <= size else { throw PartFault("damaged ZIP entry: it is longer than it says") }
      let following = try stream.next(Self.pieceSize)
      if following.isEmpty, count != size {
        throw PartFault("damaged ZIP entry: it ends too early")
      }
      if following.isEmpty, checksum != self.checksum {
        throw PartFault("damaged ZIP entry: its checksum is wrong")
      }
      guard try body(piece, following.isEmpty) else { return }
      piece = following
    }
    if count != size { throw PartFault("damaged ZIP entry: it ends too early") }
  }
}

/// A part as it is at hand.
enum PartContent {
  /// All of it, ready for the parser.
  case whole(XMLDocument)
  /// Too large to be held; text in UTF-8.
  case stream(PartStream)
}
