import Foundation
import Synchronization

/// What a run takes away when a signal ends it.
///
/// One lock stands between the signal and the run: while reports move into their places the signal
/// waits, and once it has begun to clean up nothing of the run goes on to see the files vanish.
public final class Interruption: Sendable {
  private let actions = Mutex<[UUID: @Sendable () -> Void]>([:])

  /// A run with nothing to take away yet.
  public init() {}

  /// Ends the process with `status`, after everything that is still unfinished is taken away.
  public func end(status: Int32) -> Never {
    actions.withLock { actions in
      for action in actions.values { action() }
      _exit(status)
    }
  }

  /// Makes something that has to be taken away, and calls `body` with it; should a signal come
  /// meanwhile, `undo` is called before the process ends.
  ///
  /// An error of `body` that comes of the taking away is not seen by anybody: the process has ended
  /// by then.
  func undoing<Value: Sendable, Result>(
    _ make: () throws -> Value, by undo: @escaping @Sendable (Value) -> Void,
    _ body: (Value) throws -> Result
  ) rethrows -> Result {
    let key = UUID()
    let value = try actions.withLock { actions in
      let value = try make()
      actions[key] = { undo(value) }
      return value
    }
    defer { actions.withLock { $0[key] = nil } }
    return try body(value)
  }

  /// Calls `body` with signals held off.
  func heldOff<Result>(_ body: () throws -> Result) rethrows -> Result {
    try actions.withLock { _ in try body() }
  }
}
