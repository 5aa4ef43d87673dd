import Foundation
import Ledger
import Synchronization

/// Keeps the originals of a run while they are read, by several tasks at a time.
final class OriginalKeeper: Sendable {
  private let writer: OriginalsWriter
  private let firstFailure = Mutex<LedgerError?>(nil)

  init(_ writer: OriginalsWriter) {
    self.writer = writer
  }

  /// Puts a file's bytes into the archive; what goes wrong is said once, by `failure`.
  func keep(_ bytes: [UInt8], as hash: ContentHash) {
    do {
      try writer.store(bytes, as: hash)
    } catch {
      firstFailure.withLock { $0 = $0 ?? error }
    }
  }

  /// The first thing that went wrong.
  var failure: LedgerError? { firstFailure.withLock { $0 } }
}
