import Foundation

/// A file that is open to be read, as a whole or in pieces.
final class IncomingFile {
  private let descriptor: Int32
  /// How many bytes it has.
  let size: Int

  /// A file that cannot be read.
  struct Failure: Error, Hashable {
    /// What the system says.
    var reason: String

    /// What the system said last.
    static var last: Failure { Failure(reason: String(cString: strerror(errno))) }
  }

  /// Opens the file at a path.
  ///
  /// - Throws: `Failure`.
  init(_ path: String) throws(Failure) {
    // A pipe that nobody writes to would be waited for without end.
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard file >= 0 else { throw .last }
    var status = stat()
    guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      close(file)
      throw Failure(reason: String(cString: strerror(EINVAL)))
    }
    descriptor = file
    size = Int(status.st_size)
  }

  deinit { close(descriptor) }

  /// The bytes in a range.
  ///
  /// - Throws: `Failure`, also where the file became shorter meanwhile.
  func bytes(in range: Range<Int>) throws(Failure) -> [UInt8] {
    var failure: Failure?
    let bytes = [UInt8](unsafeUninitializedCapacity: range.count) { buffer, count in
      while count < range.count {
        let got = pread(
          descriptor, buffer.baseAddress.map { $0 + count }, range.count - count,
          off_t(range.lowerBound + count))
        if got > 0 {
          count += got
        } else if got == 0 || errno != EINTR {
          failure = got == 0 ? Failure(reason: String(cString: strerror(EIO))) : .last
          return
        }
      }
    }
    if let failure { throw failure }
    return bytes
  }

  /// Where its messages lie, where it is a mailbox file.
  func messages() -> [Range<Int>] {
    MIMEParser.messages(inMailbox: descriptor, size: size)
  }
}
