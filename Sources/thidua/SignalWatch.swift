import Dispatch
import Foundation
import Pipeline

/// Ends the program on SIGINT, SIGTERM and SIGHUP once nothing half done is left, with the exit code
/// that shells use for them: 130, 143, 129.
final class SignalWatch {
  /// What is taken away before the program ends.
  let interruption = Interruption()
  private let sources: [any DispatchSourceSignal]

  /// Watches for the signals from now on, until `stop` is called.
  init() {
    sources = [SIGINT, SIGTERM, SIGHUP].compactMap { [interruption] number in
      // A handler, though it does nothing: unlike a signal that is ignored it is not handed down to
      // programs that are started from here.
      let earlier = signal(number) { _ in }
      if unsafeBitCast(earlier, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self) {
        // What the caller has switched off (nohup) stays off.
        signal(number, SIG_IGN)
        return nil
      }
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler { interruption.end(status: 128 + number) }
      source.resume()
      return source
    }
  }

  /// Watches no longer.
  func stop() { for source in sources { source.cancel() } }
}
