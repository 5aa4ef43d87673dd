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
    guard let file = fopen(path, "rb") else {
      throw ReadingError(.notFound, file: path, detail: String(cString: strerror(errno)))
    }
    defer { fclose(file) }
    var status = stat()
    guard fstat(fileno(file), &status) == 0, status.st_mode & S_IFMT != S_IFDIR else {
      throw ReadingError(.unreadable, file: path, detail: "it is not a file")
    }
    let expected = Int(status.st_size)
    var bytes: [UInt8] = []
    // Pipes have no size; files may grow while they are read.
    var chunk = max(expected + 1, 64 << 10)
    if expected <= limit, let pieces = FilePieces.read(fileno(file), size: expected),
      fseek(file, expected, SEEK_SET) == 0
    {
      bytes = pieces
      chunk = 64 << 10
    }
    while true {
      try Task.checkCancellation()
      guard expected <= limit, bytes.count <= limit else {
        throw ReadingError(
          .limitExceeded, file: path, detail: "larger than \(limit) bytes, which is the most read")
      }
      let piece = [UInt8](unsafeUninitializedCapacity: chunk) { buffer, count in
        count = fread(buffer.baseAddress, 1, chunk, file)
      }
      if piece.isEmpty { break }
      if bytes.isEmpty { bytes = piece } else { bytes += piece }
      chunk = 64 << 10
    }
    guard ferror(file) == 0 else {
      throw ReadingError(.unreadable, file: path, detail: "the file cannot be read to its end")
    }
    return bytes
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
