import Foundation

/// The right to write to a ledger, held by one process at a time.
///
/// The lock is the kernel's (`flock`), so that it ends with its holder however that ends: a lock
/// file that a killed process left behind stops nobody. Its contents name the holder.
public final class WriterLock: Sendable {
  private let descriptor: Int32

  /// Who holds a lock.
  public struct Holder: Codable, Sendable, Hashable {
    /// The process's number.
    public var process: Int32
    /// The machine it runs on.
    public var host: String
    /// What it was asked to do.
    public var command: String
    /// Since when, ISO 8601.
    public var since: String
  }

  /// Takes the lock at `path`.
  ///
  /// - Parameters:
  ///   - command: what others are told that this process does.
  ///   - patience: for how many seconds to wait for another holder.
  /// - Throws: `LedgerError.locked` with the holder, `.cannotWrite`.
  init(path: String, command: String, patience: Double) throws(LedgerError) {
    descriptor = try Self.locked(path, patience: patience)
    let holder = Holder(
      process: getpid(), host: ProcessInfo.processInfo.hostName, command: command,
      since: Timestamp.now)
    if let text = try? JSONEncoder().encode(holder), ftruncate(descriptor, 0) == 0 {
      // Who holds it is told for people's sake; the lock holds without.
      _ = text.withUnsafeBytes { pwrite(descriptor, $0.baseAddress, $0.count, 0) }
    }
  }

  /// A descriptor of the lock's file that holds the lock.
  ///
  /// It is taken outside of the initializer: one that throws when everything is initialized runs
  /// `deinit`, which would close the descriptor again.
  private static func locked(_ path: String, patience: Double) throws(LedgerError) -> Int32 {
    let descriptor = try Durable.open(path, O_RDWR)
    let pause = 0.05
    var waited = 0.0
    while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
      let code = errno
      guard code == EWOULDBLOCK || code == EINTR else {
        close(descriptor)
        throw Durable.failure(code, at: path)
      }
      guard waited < patience else {
        close(descriptor)
        throw .locked(holder: holder(at: path), path: path)
      }
      usleep(useconds_t(pause * 1_000_000))
      waited += pause
    }
    return descriptor
  }

  deinit {
    // The file stays: to remove it could take the lock from under a process that waits for it.
    _ = ftruncate(descriptor, 0)
    close(descriptor)
  }

  private static func holder(at path: String) -> Holder? {
    guard let data = FileManager.default.contents(atPath: path) else { return nil }
    return try? JSONDecoder().decode(Holder.self, from: data)
  }
}
