import Foundation

/// What was brought back when a ledger was made anew.
public struct LedgerRecovery: Sendable, Hashable {
  /// How many records the journal holds now.
  public var records = 0
  /// Records behind a damaged line that could still be read and were written down again.
  public var rescuedRecords = 0
  /// Records whose lines were lost or changed, and that the index still knew.
  public var restoredRecords = 0
  /// Lines that can be read but are not as they were written, and that nothing else knows of: they
  /// are taken as they stand (1-based, in the damaged journal).
  public var alteredLines: [Int] = []
  /// The lines that could not be read and that nothing else knows of (1-based, in the damaged
  /// journal).
  public var lostLines: [Int] = []
  /// Originals that no record told of any more, and that have a receipt again.
  public var rescuedObjects: [ContentHash] = []
  /// Originals that are not there or not as they were.
  public var damagedObjects: [ContentHash] = []
  /// Where the damaged files were put; they are never deleted.
  public var setAside: [String] = []

  /// Whether nothing is lost or doubtful.
  public var isComplete: Bool {
    alteredLines.isEmpty && lostLines.isEmpty && damagedObjects.isEmpty
  }
}

extension Ledger {
  /// Makes a block's ledger anew from its journal and its archive.
  ///
  /// Where a line of the journal is damaged, the lines before it stay, and those after it that can
  /// still be read are added again with their times. What lines no longer tell is taken from the index
  /// as far as that still knows it; every original in the archive that then nothing tells of gets a
  /// receipt that says so. The index is made again from the journal. Damaged files are set aside.
  ///
  /// Should it be ended at any moment, it can be begun again.
  ///
  /// - Throws: `LedgerError.locked`, `.cannotRead`, `.cannotWrite`.
  public static func recover(
    block: String, command: String
  ) throws(LedgerError) -> LedgerRecovery {
    let folder = folder(ofBlock: block)
    try Durable.makeFolder(folder)
    let lock = try WriterLock(path: "\(folder)/lock", command: command, patience: 10)
    defer { withExtendedLifetime(lock) {} }
    let archive = Archive(path: "\(folder)/archive")
    try archive.prepare()
    let journal = Journal(path: "\(folder)/journal")
    let contents = try journal.contents()
    let index = indexPath(in: folder)
    let remembered = try LedgerIndex.lookingAtCopy(of: index) { RememberedRecords($0) }

    var recovery = LedgerRecovery()
    let lines = contents.damage == nil ? [] : try journal.lines(after: contents.end)
    var events = recovery.salvage(lines, after: contents, remembered: remembered)
    events += recovery.orphans(
      of: archive, beside: contents.records.map(\.event) + events.map(\.event))
    let (records, end) = try rewrite(
      journal, whole: contents, events: events, recovery: &recovery)

    for path in [index, "\(index)-wal", "\(index)-shm"] where access(path, F_OK) == 0 {
      let aside = freeName(beside: path)
      guard rename(path, aside) == 0 else { throw Durable.failure(errno, at: aside) }
      recovery.setAside.append(aside)
    }
    try LedgerIndex(path: index).add(
      records, end: end,
      manifests: remembered.completing(manifests(of: records, in: archive)))
    recovery.records = records.count
    recovery.damagedObjects = objects(namedIn: records.map(\.event), archive: archive).sorted()
      .filter { (try? archive.bytes(of: $0)) == nil }
    return recovery
  }

  /// Adds events to a journal, of which a damaged one is first made anew beside it.
  ///
  /// - Returns: all records, and where they end.
  private static func rewrite(
    _ journal: Journal, whole: Journal.Contents, events: [(time: String, event: Event)],
    recovery: inout LedgerRecovery
  ) throws(LedgerError) -> ([Record], Journal.Position) {
    guard whole.damage != nil else {
      var journal = journal
      journal.resume(at: whole.end)
      return (whole.records + (try journal.append(events)), journal.end)
    }
    let folder = (journal.path as NSString).deletingLastPathComponent
    let draft = "\(journal.path).draft"
    let prefix = try Durable.read(journal.path).prefix(whole.end.length)
    try Durable.write(Array(prefix), to: draft, staging: folder)
    var anew = Journal(path: draft)
    anew.resume(at: whole.end)
    let added = try anew.append(events)
    try Durable.flush(fileSystemOf: folder)
    let aside = freeName(beside: journal.path)
    // The damaged journal keeps its name until the new one takes it.
    guard link(journal.path, aside) == 0 || rename(journal.path, aside) == 0,
      rename(draft, journal.path) == 0
    else { throw Durable.failure(errno, at: aside) }
    try Durable.flush(namesIn: folder)
    recovery.setAside.append(aside)
    return (whole.records + added, anew.end)
  }

  /// A free name for a damaged file that is set aside.
  private static func freeName(beside path: String) -> String {
    var number = 1
    while access("\(path).damaged-\(number)", F_OK) == 0 { number += 1 }
    return "\(path).damaged-\(number)"
  }
}

extension LedgerRecovery {
  /// What happened behind the whole part of a journal, as far as anything still tells it.
  fileprivate mutating func salvage(
    _ lines: [Journal.Line], after whole: Journal.Contents, remembered: RememberedRecords
  ) -> [(time: String, event: Event)] {
    let first = whole.end.count + 1
    var events: [(time: String, event: Event)] = []
    for (offset, line) in lines.enumerated() {
      let number = first + offset
      let isRemembered = remembered.isWhole && number <= remembered.count
      switch (line, remembered.events[number]) {
      case (.whole(let record), _):
        events.append((record.time, record.event))
        rescuedRecords += 1
      case (_, let known?):
        events.append(known)
        restoredRecords += 1
      case (.altered(let record), nil):
        events.append((record.time, record.event))
        if isRemembered { rescuedRecords += 1 } else { alteredLines.append(number) }
      // What an index took in and has no row of was how far a mailbox was read.
      case (.unreadable, nil): if !isRemembered { lostLines.append(number) }
      }
    }
    let next = first + lines.count
    guard remembered.count >= next - 1 else { return events }
    for number in next..<(remembered.count + 1) {
      if let known = remembered.events[number] {
        events.append(known)
        restoredRecords += 1
      } else if !remembered.isWhole {
        lostLines.append(number)
      }
    }
    var states: [String: MailboxState] = [:]
    for case .mailbox(let state) in whole.records.map(\.event) + events.map(\.event) {
      states[state.source] = state
    }
    for state in remembered.mailboxes where states[state.source] != state {
      events.append((Timestamp.now, .mailbox(state)))
    }
    return events
  }

  /// Receipts for the originals that no event tells of.
  fileprivate mutating func orphans(
    of archive: Archive, beside events: [Event]
  ) -> [(time: String, event: Event)] {
    let named = Ledger.objects(namedIn: events, archive: archive)
    var receipts: [(time: String, event: Event)] = []
    for hash in archive.objects() where !named.contains(hash) {
      guard let bytes = try? archive.bytes(of: hash) else { continue }
      let receipt = Receipt(
        hash: hash, size: bytes.count, name: hash.hexadecimal, kind: .other, source: "archive",
        reason: Receipt.recovered)
      receipts.append((Timestamp.now, .receipt(receipt)))
      rescuedObjects.append(hash)
    }
    return receipts
  }
}

extension Receipt {
  /// The reason on the receipt of an original whose own receipt was lost.
  public static let recovered = "recovered"
}
