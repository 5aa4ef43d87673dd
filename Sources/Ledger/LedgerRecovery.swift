import Foundation

/// What was brought back when a ledger was made anew.
public struct LedgerRecovery: Sendable, Hashable {
  /// How many records the journal holds now.
  public var records = 0
  /// Records behind a damaged line that could still be read and were written down again.
  public var rescuedRecords = 0
  /// The lines that could not be read (1-based, in the damaged journal).
  public var lostLines: [Int] = []
  /// Originals that no record told of any more, and that have a receipt again.
  public var rescuedObjects: [ContentHash] = []
  /// Originals that are not there or not as they were.
  public var damagedObjects: [ContentHash] = []
  /// Where the damaged files were put; they are never deleted.
  public var setAside: [String] = []
}

extension Ledger {
  /// Makes a block's ledger anew from its journal and its archive.
  ///
  /// The index is made again from the journal. Where a line of the journal is damaged, the lines
  /// before it stay, those after it that can still be read are added again, and every original in
  /// the archive that no line tells of gets a receipt that says so. Damaged files are set aside.
  ///
  /// - Throws: `LedgerError.locked`, `.cannotRead`, `.cannotWrite`.
  public static func recover(
    block: String, command: String
  ) throws(LedgerError) -> LedgerRecovery {
    let folder = folder(ofBlock: block)
    try Durable.makeFolder(folder)
    let lock = try WriterLock(path: "\(folder)/lock", command: command, patience: 10)
    var recovery = LedgerRecovery()
    let journal = Journal(path: "\(folder)/journal")
    let contents = try journal.contents()
    var events: [Event] = []
    if let damage = contents.damage {
      let lines = try journal.readableLines(from: damage, after: contents.end)
      events = lines.records.map(\.event)
      recovery.rescuedRecords = events.count
      recovery.lostLines = lines.lost
      recovery.setAside.append(try setAside(journal.path, keeping: contents.end.length))
    }
    let index = indexPath(in: folder)
    for path in [index, "\(index)-wal", "\(index)-shm"] where access(path, F_OK) == 0 {
      recovery.setAside.append(try setAside(path, keeping: nil))
    }
    return try withExtendedLifetime(lock) { () throws(LedgerError) -> LedgerRecovery in
      try rebuild(folder: folder, events: events, recovery: recovery)
    }
  }

  private static func rebuild(
    folder: String, events: [Event], recovery start: LedgerRecovery
  ) throws(LedgerError) -> LedgerRecovery {
    var recovery = start
    var journal = Journal(path: "\(folder)/journal")
    let archive = Archive(path: "\(folder)/archive")
    let whole = try journal.contents()
    journal.resume(at: whole.end)
    var records = whole.records + (try journal.append(events, at: Timestamp.now))
    let named = objects(namedIn: records, archive: archive)
    let orphans = archive.objects().filter { !named.contains($0) }
    var receipts: [Event] = []
    for hash in orphans {
      guard let bytes = try? archive.bytes(of: hash) else { continue }
      receipts.append(
        .receipt(
          Receipt(
            hash: hash, size: bytes.count, name: hash.hexadecimal, kind: .other,
            source: "archive", reason: Receipt.recovered)))
      recovery.rescuedObjects.append(hash)
    }
    records += try journal.append(receipts, at: Timestamp.now)
    let index = try LedgerIndex(path: indexPath(in: folder))
    try index.add(
      records, end: journal.end, manifests: manifests(of: records, in: archive))
    recovery.records = records.count
    recovery.damagedObjects = named.sorted().filter { (try? archive.bytes(of: $0)) == nil }
    return recovery
  }

  /// Moves a damaged file to a free name beside it.
  ///
  /// - Parameter length: Of a file that goes on, the bytes at its beginning that are whole.
  private static func setAside(_ path: String, keeping length: Int?) throws(LedgerError) -> String {
    var number = 1
    while access("\(path).damaged-\(number)", F_OK) == 0 { number += 1 }
    let aside = "\(path).damaged-\(number)"
    guard let length else {
      guard rename(path, aside) == 0 else {
        throw .cannotWrite(path: aside, reason: Durable.reason(errno))
      }
      return aside
    }
    let bytes = try Durable.read(path)
    let folder = (path as NSString).deletingLastPathComponent
    for (part, place) in [(bytes[...], aside), (bytes.prefix(length), path)] {
      try Durable.write(Array(part), to: place, staging: folder)
    }
    try Durable.flush(fileSystemOf: folder)
    return aside
  }
}

extension Receipt {
  /// The reason on the receipt of an original whose own receipt was lost.
  public static let recovered = "recovered"
}
