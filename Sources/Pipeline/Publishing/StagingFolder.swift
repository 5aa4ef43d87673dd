import Foundation

/// A hidden folder inside an output folder, and so on its file system, in which one run drafts its
/// reports.
///
/// ```
/// ket-qua/.thidua-4711-x1Yz9Q/
///   drafts/      the reports, and what their writers need for a while
///   previous/    the reports that they replace, while that may have to be undone
///   commit       the names of the reports, there from the moment that the drafts are whole
/// ```
///
/// The run holds a lock on the folder: one that nobody holds is left over from a run that died.
final class StagingFolder: Sendable {
  /// The folder's path.
  let path: String
  private let lock: FolderLock?

  /// Makes a folder of its own for this run.
  ///
  /// - Throws: `PipelineError.cannotCreate`.
  init(inside folder: String) throws {
    let process = ProcessInfo.processInfo.processIdentifier
    while true {
      var template = Array("\(folder)/\(Self.prefix)\(process)-XXXXXX".utf8CString)
      guard mkdtemp(&template) != nil else {
        throw PipelineError.cannotCreate(path: folder, detail: String(cString: strerror(errno)))
      }
      let path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
      switch Self.claim(path) {
      case .lost: continue
      case .held(let lock): self.lock = lock
      case .unlockable: lock = nil
      }
      self.path = path
      break
    }
    for inner in [drafts, previous] {
      guard mkdir(inner, 0o777) == 0 else {
        throw PipelineError.cannotCreate(path: inner, detail: String(cString: strerror(errno)))
      }
    }
  }

  /// Whose a folder is that was just made.
  enum Claim {
    /// This run's, by its lock.
    case held(FolderLock)
    /// This run's, on a file system without locks.
    case unlockable
    /// Nobody's: between the two calls another run took it for one left over and removed it.
    case lost
  }

  /// Locks a folder that was just made.
  static func claim(_ path: String) -> Claim {
    guard let lock = FolderLock(path, waits: true) else {
      return access(path, F_OK) == 0 ? .unlockable : .lost
    }
    return lock.isHeld(at: path) ? .held(lock) : .lost
  }

  /// A folder left over from a run that died; nil where `name` is no such folder's, or its run is
  /// still at work.
  init?(leftOver name: String, inside folder: String) {
    guard name.wholeMatch(of: /\.thidua-\d+-[0-9A-Za-z]{6}/) != nil else { return nil }
    path = "\(folder)/\(name)"
    guard let lock = FolderLock(path, waits: false), lock.isHeld(at: path) else { return nil }
    self.lock = lock
  }

  private static let prefix = ".thidua-"

  /// Where the reports are drafted.
  var drafts: String { "\(path)/drafts" }
  /// Where the reports that they replace are kept until the swap is done.
  var previous: String { "\(path)/previous" }
  /// The mark that says that the drafts are whole.
  var commit: String { "\(path)/commit" }

  /// Removes the folder and all in it, the mark first: without drafts it would mean nothing.
  func remove() {
    unlink(commit)
    // A run that a signal is ending may still put a file in while the others are removed.
    for _ in 0..<100 {
      try? FileManager.default.removeItem(atPath: path)
      if access(path, F_OK) != 0 { return }
    }
  }
}
