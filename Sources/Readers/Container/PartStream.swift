/// A large part of a container, inflated piece by piece each time it is gone over.
struct PartStream {
  /// Begins to hand out the part's raw deflate stream.
  let open: @Sendable () throws -> any CompressedSource
  /// The size that it must have once inflated.
  let size: UInt64
  /// The checksum that it must have, where there is one.
  let checksum: UInt32?

  private static let pieceSize = 256 << 10

  /// A part whose stream `open` begins to hand out, once each time it is gone over.
  init(
    size: UInt64, checksum: UInt32?, open: @escaping @Sendable () throws -> any CompressedSource
  ) {
    self.size = size
    self.checksum = checksum
    self.open = open
  }

  /// A part whose raw deflate stream is in memory.
  init(compressed: [UInt8], size: UInt64, checksum: UInt32?) {
    self.init(size: size, checksum: checksum) { CompressedBytes(compressed) }
  }

  /// Hands the bytes of the part to `body`, piece by piece, until it returns false; the last piece
  /// is marked.
  ///
  /// - Throws: `PartFault` where the part is damaged, `CancellationError`, and whatever `body` throws.
  func forEachPiece(_ body: (_ piece: [UInt8], _ isLast: Bool) throws -> Bool) throws {
    let reader = try PartReader(self)
    while !reader.isAtEnd {
      try Task.checkCancellation()
      let piece = try [UInt8](unsafeUninitializedCapacity: Self.pieceSize) { output, count in
        count = try reader.read(into: output)
      }
      guard try body(piece, reader.isAtEnd) else { return }
    }
  }
}

/// Goes over a large part once and holds it against what the container says of it.
final class PartReader {
  private let stream: InflateStream
  private let part: PartStream
  private var count: UInt64 = 0
  private var checksum: UInt32 = 0
  /// Whether the last byte was handed out.
  private(set) var isAtEnd = false

  /// A reader at the beginning of `part`.
  ///
  /// - Throws: `PartFault` where it cannot be read.
  init(_ part: PartStream) throws {
    self.part = part
    stream = InflateStream(try part.open())
  }

  /// Fills `output` with the next bytes: with less only at the end, where size and checksum are
  /// known to be right.
  ///
  /// - Returns: how many bytes there are.
  /// - Throws: `PartFault` where the part is damaged.
  func read(into output: UnsafeMutableBufferPointer<UInt8>) throws -> Int {
    guard !isAtEnd else { return 0 }
    let read = try stream.read(into: output)
    count += UInt64(read)
    checksum = Inflater.checksum(of: UnsafeRawBufferPointer(output).prefix(read), after: checksum)
    guard count <= part.size else {
      throw PartFault("damaged ZIP entry: it is longer than it says")
    }
    // What is complete may still be followed by the end-of-block code of its last block.
    isAtEnd = try stream.isAtEnd || count == part.size && stream.endsHere()
    guard isAtEnd else { return read }
    if count != part.size { throw PartFault("damaged ZIP entry: it ends too early") }
    if let expected = part.checksum, checksum != expected {
      throw PartFault("damaged ZIP entry: its checksum is wrong")
    }
    return read
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
