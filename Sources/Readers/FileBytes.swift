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
}
