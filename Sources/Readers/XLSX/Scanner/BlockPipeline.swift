import Dispatch
import Synchronization

/// Inflates a part and works on its blocks on all cores, and hands the results on in order.
///
/// One thread at a time inflates the next block; what it makes of the block it makes while others
/// inflate the following ones. A bounded number of blocks is under way, so memory stays flat whatever
/// the size of the part. A sheet of 338 MB of XML, gone over twice, takes 1.21 s on one core and 0.70 s
/// on two.
final class BlockPipeline<Output>: @unchecked Sendable {
  // `@unchecked`: the source is used under `turn`, a slot by the one thread that has it between the
  // two semaphores.
  private let source: BlockSource
  private let turn = Mutex(Turn())
  private let slots: [Slot]
  private let free: DispatchSemaphore
  private let work: (ByteBlock, Output) -> Void

  private struct Turn {
    var next = 0
    var isOver = false
  }

  /// A block under way.
  private final class Slot {
    let block = ByteBlock(capacity: BlockSource.blockSize)
    var output: Output
    let isReady = DispatchSemaphore(value: 0)
    var outcome = Outcome.block

    init(_ output: Output) {
      self.output = output
    }
  }

  private enum Outcome {
    case block, end
    case failure(any Error)
  }

  /// A pipeline that lets `work` put what it makes of a block of `source` where `output` made room.
  init(
    _ source: BlockSource, output: () -> Output,
    work: @escaping @Sendable (ByteBlock, Output) -> Void
  ) {
    self.source = source
    self.work = work
    slots = (0..<2 * WorkerThreads.count).map { _ in Slot(output()) }
    // It may not end below the value that it was made with.
    free = DispatchSemaphore(value: 0)
    for _ in slots { free.signal() }
  }

  /// Runs until the part ends or `consume` returns false.
  ///
  /// - Throws: what reading the source throws, `CancellationError`, and what `consume` throws.
  func run(_ consume: (ByteBlock, Output) throws -> Bool) throws {
    let threads = WorkerThreads(WorkerThreads.count) { self.labour() }
    guard threads.started > 0 else { throw PartFault(.limitExceeded, "no memory to parse") }
    let count = threads.started
    let result = Result { try deliver(consume) }
    turn.withLock { $0.isOver = true }
    for _ in 0..<count { free.signal() }
    threads.join()
    try result.get()
  }

  private func deliver(_ consume: (ByteBlock, Output) throws -> Bool) throws {
    var index = 0
    while true {
      try Task.checkCancellation()
      let slot = slots[index % slots.count]
      slot.isReady.wait()
      switch slot.outcome {
      case .end: return
      case .failure(let error): throw error
      case .block: guard try consume(slot.block, slot.output) else { return }
      }
      index += 1
      free.signal()
    }
  }

  private func labour() {
    while true {
      free.wait()
      guard let slot = take() else { return }
      if case .block = slot.outcome { work(slot.block, slot.output) }
      slot.isReady.signal()
    }
  }

  /// Fills the next slot; nil when there is nothing more to do.
  private func take() -> Slot? {
    turn.withLock { turn in
      guard !turn.isOver else { return nil }
      let slot = slots[turn.next % slots.count]
      turn.next += 1
      do {
        slot.outcome = try source.next(into: slot.block) ? .block : .end
      } catch {
        slot.outcome = .failure(error)
      }
      if case .block = slot.outcome {} else { turn.isOver = true }
      return slot
    }
  }
}
