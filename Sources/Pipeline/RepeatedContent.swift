import Ledger
import Spreadsheet
import Synchronization

/// What stands in files whose bytes came before in the same run, so that a workbook that was sent over and
/// over is parsed twice and no more.
///
/// Of bytes that came once, no more is known than their hash; of those that came again, the last few
/// workbooks are kept.
final class RepeatedContent: Sendable {
  /// What a file holds.
  struct Content: Sendable {
    /// Its cells.
    var workbook: WorkbookGrid
    /// Whether it took a password to read it.
    var tookPassword: Bool
  }

  private struct State {
    var seen: Set<ContentHash> = []
    var kept: [(hash: ContentHash, content: Content)] = []
  }

  private static let mostKept = 2
  private let state = Mutex(State())

  /// What a file of this hash holds, where that is known.
  func content(of hash: ContentHash) -> Content? {
    state.withLock { state in state.kept.first { $0.hash == hash }?.content }
  }

  /// Takes note of what a file of this hash holds.
  func note(_ content: Content, of hash: ContentHash) {
    state.withLock { state in
      guard !state.seen.insert(hash).inserted else { return }
      // The sheet of a text is named after the file.
      guard content.workbook.isTyped, !state.kept.contains(where: { $0.hash == hash }) else {
        return
      }
      if state.kept.count == Self.mostKept { state.kept.removeFirst() }
      state.kept.append((hash, content))
    }
  }
}
