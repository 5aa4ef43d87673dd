#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Threads that run one piece of work until all of them return.
///
/// Reading is not asynchronous: who reads waits for the rows. Tasks of Swift's own pool must not be
/// waited for by a thread of that pool, so these are threads of their own.
struct WorkerThreads: ~Copyable {
  private var threads: [pthread_t] = []

  /// How many threads are worth starting: one a core.
  static let count = max(1, min(8, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))))

  /// Starts `count` threads that run `work`; less where the system refuses them.
  init(_ count: Int, work: @escaping @Sendable () -> Void) {
    for _ in 0..<count {
      let box = Unmanaged.passRetained(Work(work))
      #if canImport(Darwin)
        var thread: pthread_t?
      #else
        var thread = pthread_t()
      #endif
      let status = pthread_create(&thread, nil, runWork, box.toOpaque())
      guard status == 0 else {
        box.release()
        break
      }
      #if canImport(Darwin)
        if let thread { threads.append(thread) }
      #else
        threads.append(thread)
      #endif
    }
  }

  /// How many threads were started.
  var started: Int { threads.count }

  /// Waits until every thread has returned.
  consuming func join() {
    for thread in threads { pthread_join(thread, nil) }
  }
}

private final class Work: Sendable {
  let run: @Sendable () -> Void

  init(_ run: @escaping @Sendable () -> Void) {
    self.run = run
  }
}

#if canImport(Darwin)
  private func runWork(_ box: UnsafeMutableRawPointer) -> UnsafeMutableRawPointer? {
    Unmanaged<Work>.fromOpaque(box).takeRetainedValue().run()
    return nil
  }
#else
  private func runWork(_ box: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    if let box { Unmanaged<Work>.fromOpaque(box).takeRetainedValue().run() }
    return nil
  }
#endif
