import Foundation
public import Intake
public import Ledger
import Normalizer
public import Regulation

/// Takes mails, archives and folders into a block: originals into the archive, submissions into
/// `bai-nop/`, and a receipt for everything, also for what is no submission.
///
/// What came in before is known again by its hash, a message also by its Message-ID, so that a run
/// that was cut short is simply repeated.
public final class Collector {
  private let block: BlockFolder
  private let ledger: Ledger
  private let limits: IntakeLimits
  private let sorter: IncomingSorter
  private let placement: SubmissionPlacement
  private var pending: [Event] = []
  private var pendingHashes: Set<ContentHash> = []
  private var pendingMessages: Set<String> = []
  /// How far the collection has come.
  public private(set) var summary = CollectionSummary()

  private var pendingBytes = 0
  private let progress: (Progress) -> Void

  /// How far a collection has come.
  public struct Progress: Sendable {
    /// Mails or files that were looked at.
    public var done: Int
    /// Mails or files that there are.
    public var total: Int
  }

  /// How many events, and originals of how many bytes, are written down at a time: each time waits
  /// for the disk, and what a killed run had not written down is fetched again.
  private static let batch = (events: 1500, bytes: 32 << 20)

  /// A collection into one block.
  ///
  /// - Parameter progress: told after each mail or file.
  public init(
    block: BlockFolder, regulation: Regulation, ledger: Ledger,
    limits: IntakeLimits = IntakeLimits(), progress: @escaping (Progress) -> Void = { _ in }
  ) {
    self.progress = progress
    self.block = block
    self.ledger = ledger
    self.limits = limits
    sorter = IncomingSorter(regulation)
    placement = SubmissionPlacement(block: block)
    placement.sweep()
  }

  /// Takes in what lies at a path: a mail, a mailbox file, a Maildir, a folder, an archive.
  ///
  /// - Throws: `PipelineError.inputMissing`, `.cannotWrite`; `LedgerError`.
  public func collect(path: String) throws {
    do {
      try MailFiles(limits: limits).read(path) { done, total in
        progress(Progress(done: done, total: total))
      } _: { delivery in
        if delivery.isExcerpt {
          try refuse(
            delivery.bytes, size: delivery.size, name: delivery.name, source: delivery.source,
            isMessage: delivery.isMessage)
        } else {
          try take(
            delivery.bytes, name: delivery.name, source: delivery.source,
            isMessage: delivery.isMessage, arrived: nil)
        }
      } fail: { failure in
        if case .unreadable(let file, let reason) = failure {
          summary.unreadable.append(CollectionSummary.Unreadable(path: file, reason: reason))
        }
      }
    } catch MailFiles.Failure.missing(let path) {
      throw PipelineError.inputMissing(.source, path: path)
    }
    try flush()
  }

  /// Takes in what is new in a mailbox; nothing is changed there.
  ///
  /// - Throws: `MailboxError`, `LedgerError`, `PipelineError.cannotWrite`.
  public func collect(_ address: MailboxAddress, access: MailboxAccess) throws {
    let mailbox = try IMAPMailbox(address, access: access, limits: limits)
    let source = address.description
    let state = try ledger.mailbox(source)
    let last = state.flatMap { $0.validity == mailbox.validity ? $0.lastUID : nil } ?? 0
    let uids = try mailbox.uids(above: last)
    var done = 0
    try mailbox.fetch(uids, limit: limits.messageBytes) { message in
      let place = "\(source);UID=\(message.uid)"
      if message.isExcerpt {
        // It stays in the mailbox, where it can be looked at.
        try refuse(
          message.bytes, size: message.size, name: "\(message.uid).eml", source: place,
          isMessage: true)
      } else {
        try take(
          message.bytes, name: "\(message.uid).eml", source: place, isMessage: true,
          arrived: message.arrived)
      }
      pending.append(
        .mailbox(
          MailboxState(source: source, validity: mailbox.validity, lastUID: message.uid)))
      try flushIfFull()
      done += 1
      progress(Progress(done: done, total: uids.count))
    }
    mailbox.close()
    try flush()
  }

  private func take(
    _ bytes: [UInt8], name: String, source: String, isMessage: Bool, arrived: Int?
  ) throws {
    let hash = ContentHash(of: bytes)
    guard try !isKnown(hash) else {
      summary.known += 1
      return
    }
    let unpacking = Unpacking(limits: limits)
    let items =
      isMessage
      ? unpacking.message(bytes, name: name) : unpacking.file(bytes, name: name)
    let sorted = sorter.sort(items, hash: hash, arrived: arrived)
    // What came before is what came before this delivery: a message is no repetition of itself.
    let repeated = try Set(sorted.compactMap { $0.message?.identifier }).filter(isKnownMessage)
    for item in sorted { try keep(item, source: source, repeated: repeated) }
    try flushIfFull()
  }

  /// Writes down what is too large to be taken in; its beginning stands for it in the archive.
  private func refuse(
    _ excerpt: [UInt8], size: Int, name: String, source: String, isMessage: Bool
  ) throws {
    let hash = ContentHash(of: excerpt)
    func isSame(_ receipt: Receipt) -> Bool {
      receipt.hash == hash && receipt.size == size && receipt.source == source
    }
    let isPending = pending.contains { event in
      if case .receipt(let receipt) = event { isSame(receipt) } else { false }
    }
    guard try !isPending, try !ledger.receipts(of: hash).contains(where: { isSame($0.receipt) })
    else {
      summary.known += 1
      return
    }
    let message = isMessage ? IncomingSorter.head(of: excerpt) : nil
    try ledger.store(excerpt, as: hash)
    summary.refused.append(
      CollectionSummary.Refused(name: name, sender: message?.sender, reason: .tooLarge))
    pending.append(
      .receipt(
        Receipt(
          hash: hash, size: size, name: name, kind: .refused, source: source, message: message,
          reason: IncomingItem.Refusal.tooLarge.rawValue)))
    pendingHashes.insert(hash)
  }

  private func keep(_ item: SortedItem, source: String, repeated: Set<String>) throws {
    let hash = item.hash
    let isRepeated = item.message?.identifier.map(repeated.contains) ?? false
    var receipt = item.receipt(source: source)
    if item.kind == .message {
      if isRepeated { summary.known += 1 } else { summary.messages += 1 }
      if let identifier = item.message?.identifier { pendingMessages.insert(identifier) }
    }
    // The same message from another mailbox brings nothing new.
    if item.kind == .submission, isRepeated, try isKnown(hash) { return }
    try ledger.store(item.bytes, as: hash)
    pendingBytes += item.bytes.count
    if item.kind == .submission {
      receipt.path = try placement.place(item)
      summary.submissions += 1
      if receipt.unit == nil {
        summary.waiting.append(
          CollectionSummary.Waiting(
            name: item.name, sender: item.message?.sender, path: receipt.path))
      }
    }
    if item.kind == .refused {
      summary.refused.append(
        CollectionSummary.Refused(
          name: item.name, sender: item.message?.sender, reason: item.refusal))
    }
    pending.append(.receipt(receipt))
    pendingHashes.insert(hash)
  }

  private func isKnown(_ hash: ContentHash) throws -> Bool {
    if pendingHashes.contains(hash) { return true }
    return try ledger.hasReceipt(of: hash)
  }

  private func isKnownMessage(_ identifier: String) throws -> Bool {
    if pendingMessages.contains(identifier) { return true }
    return try ledger.hasMessage(identifier)
  }

  private func flushIfFull() throws {
    if pending.count >= Self.batch.events || pendingBytes >= Self.batch.bytes { try flush() }
  }

  private func flush() throws {
    try ledger.append(pending)
    pending = []
    pendingBytes = 0
    pendingHashes = []
    pendingMessages = []
  }
}
