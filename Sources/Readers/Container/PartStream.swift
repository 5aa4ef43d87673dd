/// A large part of a container, inflated piece by piece each time it is gone over.
struct PartStream {
  /// The part's raw deflate stream.
  let compressed: [UInt8]
  /// The size that it must have once inflated.
  let size: UInt64
  /// The checksum that it must have, where there is one.
  let checksum: UInt32?

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
      if following.isEmpty, let expected = self.checksum, checksum != expected {
        throw PartFault("damaged ZIP entry: its checksum is wrong")
      }
      guard try body(piece, following.isEmpty) else { return }
      piece = following
    }
    if count != size { throw PartFault("damaged ZIP entry: it ends too early") }
  }
}

extension PartStream {
  /// Whether the text is not in UTF-16, which is not brought to UTF-8 piece by piece.
  var isUTF8: Bool {
    get throws {
      var isUTF16 = false
      try forEachPiece { piece, _ in
        isUTF16 = XMLDocument(piece).isTranscoded
        return false
      }
      return !isUTF16
    }
  }
}

/// A part as it is at hand.
enum PartContent {
  /// All of it, ready for the parser.
  case whole(XMLDocument)
  /// Too large to be held; text in UTF-8.
  case stream(PartStream)
}

extension PartContent {
  /// Whether the bytes are UTF-8 although the document says that it is UTF-16.
  var isTranscoded: Bool {
    if case .whole(let document) = self { document.isTranscoded } else { false }
  }

  /// Hands the document to `body` from its first tag on, piece by piece or all at once, until it
  /// returns false; the last piece is marked.
  ///
  /// - Throws: `PartFault` where it is damaged or empty, and whatever `body` throws.
  func forEachPiece(_ body: (_ piece: ArraySlice<UInt8>, _ isLast: Bool) throws -> Bool) throws {
    switch self {
    case .whole(let document):
      guard !document.bytes.isEmpty else { throw PartFault("the part is empty") }
      _ = try body(document.bytes, true)
    case .stream(let stream):
      var isFirst = true
      try stream.forEachPiece { piece, isLast in
        let bytes = isFirst ? XMLDocument(piece).bytes : piece[...]
        isFirst = false
        return try body(bytes, isLast)
      }
    }
  }
}
