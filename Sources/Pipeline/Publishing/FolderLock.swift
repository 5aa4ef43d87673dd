import Foundation

/// An advisory lock on a folder (`flock`), which the system gives back when its process ends,
/// however it ends.
final class FolderLock: Sendable {
  private let descriptor: Int32

  /// Locks the folder at `path`; nil where another holds it and `waits` is false, where the folder
  /// cannot be opened, and where the file system has no locks.
  init?(_ path: String, waits: Bool) {
    let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    var result: Int32
    repeat {
      result = flock(descriptor, waits ? LOCK_EX : LOCK_EX | LOCK_NB)
    } while result != 0 && errno == EINTR
    guard result == 0 else {
      close(descriptor)
      return nil
    }
    self.descriptor = descriptor
  }

  deinit { close(descriptor) }

  /// Whether the folder still stands at `path`: it may have been removed while it was waited for.
  func isHeld(at path: String) -> Bool {
    var held = stat()
    var named = stat()
    return fstat(descriptor, &held) == 0 && lstat(path, &named) == 0
      && held.st_dev == named.st_dev && held.st_ino == named.st_ino
  }
}
