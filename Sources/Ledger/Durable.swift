import CLinux
import Foundation
import Language

/// Files that are on the disk, whole and readable by their owner alone, once a call returns.
///
/// No link is followed: what stands in a ledger's place and leads elsewhere is refused.
enum Durable {
  /// The mode of the ledger's files: what units sent is nobody else's business.
  static let fileMode: mode_t = 0o600
  /// The mode of the ledger's folders.
  static let folderMode: mode_t = 0o700

  /// Makes a folder and those above it; one that others can read is closed to them.
  ///
  /// - Throws: `LedgerError.cannotWrite`, `.readOnly`.
  static func makeFolder(_ path: String) throws(LedgerError) {
    guard mkdir(path, folderMode) != 0 else {
      // What a mask took away from the owner comes back.
      guard chmod(path, folderMode) == 0 else { throw failure(errno, at: path) }
      return
    }
    switch errno {
    case EEXIST:
      var status = stat()
      guard lstat(path, &status) == 0 else { throw failure(errno, at: path) }
      switch status.st_mode & S_IFMT {
      case S_IFDIR: break
      case S_IFLNK: throw failure(ELOOP, at: path)
      default: throw failure(ENOTDIR, at: path)
      }
      // Of another owner's folder the mode is theirs to set.
      if status.st_mode & 0o077 != 0, status.st_uid == geteuid() { chmod(path, folderMode) }
    case ENOENT:
      let parent = (path as NSString).deletingLastPathComponent
      guard !parent.isEmpty, parent != path else { fallthrough }
      try makeFolder(parent)
      try makeFolder(path)
    default: throw failure(errno, at: path)
    }
  }

  /// Opens a file of the ledger to write, or makes it, with the ledger's mode whatever the mask.
  ///
  /// - Throws: `LedgerError.cannotWrite`, `.readOnly`.
  static func open(_ path: String, _ flags: Int32) throws(LedgerError) -> Int32 {
    let file = Foundation.open(path, flags | O_CREAT | O_NOFOLLOW | O_CLOEXEC, fileMode)
    guard file >= 0 else { throw failure(errno, at: path) }
    var status = stat()
    if fstat(file, &status) == 0, status.st_mode & 0o777 != fileMode, status.st_uid == geteuid() {
      fchmod(file, fileMode)
    }
    return file
  }

  /// Writes a new file aside, then moves it to `path`: a reader sees all of it or nothing.
  ///
  /// It is on the disk after the next `flush(fileSystemOf:)`.
  ///
  /// - Throws: `LedgerError.cannotWrite`; nothing then stands at `path` that was not there before.
  static func write(
    _ bytes: [UInt8], to path: String, staging: String
  ) throws(LedgerError) {
    try write(to: path, staging: staging) { file throws(LedgerError) in
      try append(bytes, to: file, path: path)
    }
  }

  /// Writes a new file aside as `content` says, then moves it to `path`.
  ///
  /// - Throws: `LedgerError.cannotWrite`, or what `content` throws; nothing then stands at `path` that
  ///   was not there before.
  static func write(
    to path: String, staging: String, content: (_ file: Int32) throws(LedgerError) -> Void
  ) throws(LedgerError) {
    let draft = "\(staging)/\(UUID().uuidString)"
    let file = try open(draft, O_WRONLY | O_EXCL)
    do throws(LedgerError) {
      defer { close(file) }
      try content(file)
      guard rename(draft, path) == 0 else { throw failure(errno, at: path) }
    } catch {
      unlink(draft)
      throw error
    }
  }

  /// Writes a new file at `path`, where a reader may meet it before it is whole.
  ///
  /// It is on the disk after the next `flush(fileSystemOf:)`.
  ///
  /// - Returns: false where something stands there.
  /// - Throws: `LedgerError.cannotWrite`; nothing then stands at `path`.
  static func create(_ bytes: [UInt8], at path: String) throws(LedgerError) -> Bool {
    let file: Int32
    do throws(LedgerError) {
      file = try open(path, O_WRONLY | O_EXCL)
    } catch .cannotWrite(_, reason(EEXIST)) {
      return false
    }
    defer { close(file) }
    do throws(LedgerError) {
      try append(bytes, to: file, path: path)
    } catch {
      unlink(path)
      throw error
    }
    return true
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
        throw failure(errno, at: path)
      }
    }
  }

  /// Waits until everything written to a folder's file system is on the disk.
  ///
  /// - Throws: `LedgerError.cannotWrite`.
  static func flush(fileSystemOf folder: String) throws(LedgerError) {
    try flush(folder, by: thidua_syncfs)
  }

  /// Waits until the names in a folder are on the disk.
  ///
  /// - Throws: `LedgerError.cannotWrite`.
  static func flush(namesIn folder: String) throws(LedgerError) {
    // Some file systems have nothing to wait for and refuse.
    try flush(folder) { fsync($0) == 0 || errno == EINVAL ? 0 : -1 }
  }

  private static func flush(
    _ folder: String, by wait: (Int32) -> Int32
  ) throws(LedgerError) {
    let descriptor = Foundation.open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure(errno, at: folder) }
    defer { close(descriptor) }
    guard wait(descriptor) == 0 else { throw failure(errno, at: folder) }
  }

  /// The bytes of a file, from an offset on.
  ///
  /// - Throws: `LedgerError.cannotRead`.
  static func read(_ path: String, from offset: Int = 0) throws(LedgerError) -> [UInt8] {
    let file = Foundation.open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
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

  /// The error of a file that cannot be written.
  static func failure(_ code: Int32, at path: String) -> LedgerError {
    switch code {
    case EROFS, EACCES, EPERM: .readOnly(path: path, reason: reason(code))
    default: .cannotWrite(path: path, reason: reason(code))
    }
  }

  /// What the operating system says of an error.
  static func reason(_ code: Int32) -> String { SystemFailure.message(code) }
}
