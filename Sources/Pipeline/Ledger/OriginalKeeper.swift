import Foundation
import Ledger
import Synchronization

/// Keeps the originals of a run while they are read, by several tasks at a time.
final class OriginalKeeper: Sendable {
  private let writer: OriginalsWriter
  private let state = Mutex(State())

  private struct State {
    var failure: LedgerError?
  }

  init(_ writer: OriginalsWriter) {
    self.writer = writer
  }

  /// Puts a file's bytes into the archive; what goes wrong is said once, by `failure`.
  func keep(_ bytes: [UInt8], sha256: String) {
    guard let hash = ContentHash(sha256) else { return }
    do {
      try writer.store(bytes, as: hash)
    } catch {
      state.withLock { $0.failure = $0.failure ?? error }
    }
  }

  /// The first thing that went wrong.
  var failure: LedgerError? { state.withLock { $0.failure } }
}
