import Spreadsheet

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Reads whole files.
public enum FileBytes {
  /// The bytes of the file at `path`, at most `limit` of them.
  ///
  /// - Throws: `ReadingError`: `.notFound`, `.limitExceeded`, `.unreadable`.
  public static func read(_ path: String, limit: Int) throws -> [UInt8] {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else {
      throw ReadingError(.notFound, file: path, detail: String(cString: strerror(errno)))
    }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0, status.st_mode & S_IFMT != S_IFDIR else {
      throw ReadingError(.unreadable, file: path, detail: "it is not a file")
    }
    let expected = Int(status.st_size)
    let isRegular = status.st_mode & S_IFMT == S_IFREG
    var bytes: [UInt8] = []
    if expected <= limit, let pieces = FilePieces.read(file, size: expected),
      lseek(file, off_t(expected), SEEK_SET) >= 0
    {
      bytes = pieces
    }
    while true {
      try Task.checkCancellation()
      guard expected <= limit, bytes.count <= limit else {
        throw ReadingError(
          .limitExceeded, file: path, detail: "larger than \(limit) bytes, which is the most read")
      }
      // Pipes have no size; files may grow while they are read.
      let chunk = isRegular && bytes.isEmpty ? expected + 1 : 64 << 10
      let piece = try Self.piece(of: file, path, atMost: chunk)
      if bytes.isEmpty { bytes = piece } else { bytes += piece }
      // Less than was asked for is the end of a file, and nothing that of a pipe.
      if piece.isEmpty || isRegular && piece.count < chunk { break }
    }
    return bytes
  }

  /// The next bytes of an open file; none at its end.
  private static func piece(
    of file: CInt, _ path: String, atMost size: Int
  ) throws -> [UInt8] {
    var hasFailed = false
    let piece = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      while true {
        let got = readOnce(file, buffer.baseAddress, size)
        if got < 0, errno == EINTR { continue }
        hasFailed = got < 0
        count = max(0, got)
        return
      }
    }
    guard !hasFailed else {
      throw ReadingError(.unreadable, file: path, detail: "the file cannot be read to its end")
    }
    return piece
  }

  /// Whether the file at `path` is a ZIP container that is read in place rather than held whole.
  ///
  /// - Throws: `ReadingError`: `.notFound`, and `.limitExceeded` for more than `limit` bytes.
  static func isLargeContainer(_ path: String, limit: Int) throws -> Bool {
    guard let file = fopen(path, "rb") else {
      throw ReadingError(.notFound, file: path, detail: String(cString: strerror(errno)))
    }
    defer { fclose(file) }
    var status = stat()
    guard fstat(fileno(file), &status) == 0, status.st_mode & S_IFMT == S_IFREG,
      status.st_size > heldContainerBytes, status.st_size <= limit
    else { return false }
    var head = [UInt8](repeating: 0, count: 4)
    return fread(&head, 1, head.count, file) == head.count && FileFormat(of: head) == .zip
  }

  /// The size up to which a container is held whole: reading it at once is quicker.
  private static let heldContainerBytes = 8 << 20
}

/// The system's call, whose name is taken above.
private func readOnce(_ file: CInt, _ buffer: UnsafeMutablePointer<UInt8>?, _ size: Int) -> Int {
  read(file, buffer, size)
}
