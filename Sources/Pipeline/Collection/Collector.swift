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

  /// How many events are written down at a time: each time waits for the disk.
  private static let batch = 200

  /// A collection into one block.
  public init(
    block: BlockFolder, regulation: Regulation, ledger: Ledger,
    limits: IntakeLimits = IntakeLimits()
  ) {
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
      try MailFiles(limits: limits).read(path) { delivery in
        try take(
          delivery.bytes, name: delivery.name, source: delivery.source,
          isMessage: delivery.isMessage, arrived: nil)
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
    try mailbox.fetch(uids, limit: limits.messageBytes) { message in
      let place = "\(source);UID=\(message.uid)"
      if message.bytes.isEmpty, message.size > 0 {
        // It stays in the mailbox, where it can be looked at.
        summary.unreadable.append(
          CollectionSummary.Unreadable(path: place, reason: "\(message.size) B"))
      } else {
        try take(
          message.bytes, name: "\(message.uid).eml", source: place, isMessage: true,
          arrived: message.arrived)
      }
      pending.append(
        .mailbox(
          MailboxState(source: source, validity: mailbox.validity, lastUID: message.uid)))
      if pending.count >= Self.batch { try flush() }
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
    for sorted in sorter.sort(items, hash: hash, arrived: arrived) {
      try keep(sorted, source: source)
    }
    if pending.count >= Self.batch { try flush() }
  }

  private func keep(_ item: SortedItem, source: String) throws {
    let hash = item.hash
    let isRepeated = try item.message?.identifier.map(isKnownMessage) ?? false
    var receipt = item.receipt(source: source)
    if item.kind == .message {
      if isRepeated { summary.known += 1 } else { summary.messages += 1 }
      if let identifier = item.message?.identifier { pendingMessages.insert(identifier) }
    }
    // The same message from another mailbox brings nothing new.
    if item.kind == .submission, isRepeated, try isKnown(hash) { return }
    try ledger.store(item.bytes, as: hash)
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

  private func flush() throws {
    try ledger.append(pending)
    pending = []
    pendingHashes = []
    pendingMessages = []
  }
}
