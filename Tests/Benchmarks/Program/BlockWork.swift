import Dispatch
import Language
import Pipeline
import Writer

/// The work on a block, on a thread that the caller waits for.
enum BlockWork {
  /// Consolidates the block at `path` and publishes all reports to `folder`.
  static func consolidate(block path: String, into folder: String) throws {
    let consolidation = try consolidation(ofBlock: path)
    let publication = Publication(folder: folder, interruption: Interruption())
    try publication.recover()
    _ = try publication.publish(consolidation, language: .vi)
    print("\(consolidation.files.count) files")
  }

  /// Writes the workbook of the block at `path`, and prints the seconds that the writing took.
  static func writeWorkbook(ofBlock path: String, to workbook: String) throws {
    let consolidation = try consolidation(ofBlock: path)
    let clock = ContinuousClock()
    let time = try clock.measure {
      try RankingWorkbook.write(consolidation, language: .vi, to: workbook)
    }
    print("\(time / .seconds(1)) s")
  }

  private static func consolidation(ofBlock path: String) throws -> Consolidation {
    let folder = try BlockFolder(path: path)
    let consolidator = Consolidator(block: folder, regulation: try folder.regulation())
    return try awaited { try await consolidator.consolidate() }
  }

  /// What `work` gives; the calling thread, the main one, sleeps meanwhile.
  ///
  /// An asynchronous `main` would end the main thread, which valgrind does not survive.
  private static func awaited<Value: Sendable>(
    _ work: @escaping @Sendable () async throws -> Value
  ) throws -> Value {
    let box = Box<Value>()
    let done = DispatchSemaphore(value: 0)
    Task.detached {
      do { box.result = .success(try await work()) } catch { box.result = .failure(error) }
      done.signal()
    }
    done.wait()
    guard let result = box.result else { throw CancellationError() }
    return try result.get()
  }

  /// Written before the semaphore is signalled and read after it was waited for: never at once.
  private final class Box<Value: Sendable>: @unchecked Sendable {
    var result: Result<Value, any Error>?
  }
}
