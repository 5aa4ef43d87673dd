import CLinux
import Foundation

/// Files that are on the disk, whole and readable by their owner alone, once a call returns.
enum Durable {
  /// The mode of the ledger's files: what units sent is nobody else's business.
  static let fileMode: mode_t = 0o600
  /// The mode of the ledger's folders.
  static let folderMode: mode_t = 0o700

  /// Makes a folder and those above it.
  ///
  /// - Throws: `LedgerError.cannotWrite`.
  static func makeFolder(_ path: String) throws(LedgerError) {
    guard mkdir(path, folderMode) != 0 else { return }
    switch errno {
    case EEXIST:
      var status = stat()
      guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else {
        throw .cannotWrite(path: path, reason: reason(ENOTDIR))
      }
    case ENOENT:
      let parent = (path as NSString).deletingLastPathComponent
      guard !parent.isEmpty, parent != path else { fallthrough }
      try makeFolder(parent)
      try makeFolder(path)
    default: throw .cannotWrite(path: path, reason: reason(errno))
    }
  }

  /// Writes a new file aside, then moves it to `path`: a reader sees all of it or nothing.
  ///
  /// It is on the disk after the next `flush(fileSystemOf:)`.
  ///
  /// - Throws: `LedgerError.cannotWrite`; nothing then stands at `path` that was not there before.
  static func write(
    _ bytes: [UInt8], to path: String, staging: String
  ) throws(LedgerError) {
    let draft = "\(staging)/\(UUID().uuidString)"
    let file = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, fileMode)
    guard file >= 0 else { throw .cannotWrite(path: path, reason: reason(errno)) }
    do throws(LedgerError) {
      defer { close(file) }
      try append(bytes, to: file, path: path)
      guard rename(draft, path) == 0 else { throw .cannotWrite(path: path, reason: reason(errno)) }
    } catch {
      unlink(draft)
      throw error
    }
  }

  /// Writes all of `bytes` at the place where `file` stands.
  ///
  /// - Throws: `LedgerError.cannotWrite`.
  static func append(
    _ bytes: [UInt8], to file: Int32, path: String
  ) throws(LedgerError) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { Foundation.write(file, $0.baseAddress, $0.count) }
      if written > 0 {
        rest = rest.dropFirst(written)
      } else if written == 0 || errno != EINTR {
        throw .cannotWrite(path: path, reason: reason(errno))
      }
    }
  }

  /// Waits until everything written to a folder's file system is on the disk.
  ///
  /// - Throws: `LedgerError.cannotWrite`.
  static func flush(fileSystemOf folder: String) throws(LedgerError) {
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .cannotWrite(path: folder, reason: reason(errno)) }
    defer { close(descriptor) }
    guard thidua_syncfs(descriptor) == 0 else {
      throw .cannotWrite(path: folder, reason: reason(errno))
    }
  }

  /// The bytes of a file, from an offset on.
  ///
  /// - Throws: `LedgerError.cannotRead`.
  static func read(_ path: String, from offset: Int = 0) throws(LedgerError) -> [UInt8] {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw .cannotRead(path: path, reason: reason(errno)) }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0, lseek(file, off_t(offset), SEEK_SET) >= 0 else {
      throw .cannotRead(path: path, reason: reason(errno))
    }
    let size = max(0, Int(status.st_size) - offset)
    var failure: Int32?
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      while count < size {
        let got = Foundation.read(file, buffer.baseAddress.map { $0 + count }, size - count)
        if got > 0 {
          count += got
        } else if got == 0 {
          return
        } else if errno != EINTR {
          failure = errno
          return
        }
      }
    }
    if let failure { throw .cannotRead(path: path, reason: reason(failure)) }
    return bytes
  }

  /// What the operating system says of an error.
  static func reason(_ code: Int32) -> String { String(cString: strerror(code)) }
}
