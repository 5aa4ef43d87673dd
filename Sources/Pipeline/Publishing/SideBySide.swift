import Dispatch
import Synchronization

/// Pieces of work that need nothing of each other, done on all cores while the caller waits.
enum SideBySide {
  /// What each piece of work gives, in their order; they begin in it as cores become free.
  ///
  /// - Throws: what the first of them that failed threw, once all have ended.
  static func results<Value: Sendable>(of works: [@Sendable () throws -> Value]) throws -> [Value] {
    let results = Mutex<[Result<Value, any Error>?]>(Array(repeating: nil, count: works.count))
    DispatchQueue.concurrentPerform(iterations: works.count) { index in
      let result = Result { try works[index]() }
      results.withLock { $0[index] = result }
    }
    return try results.withLock { $0 }.compactMap { try $0?.get() }
  }
}
