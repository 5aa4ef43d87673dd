import Foundation

/// What a look at every byte of a ledger found.
public struct LedgerVerification: Sendable, Hashable {
  /// How many records the journal holds.
  public var records = 0
  /// How many originals the archive should hold.
  public var objects = 0
  /// The first line of the journal that is not as it was written (1-based).
  public var damagedLine: Int?
  /// The originals that are not there or not as they were.
  public var damagedObjects: [ContentHash] = []
  /// The originals that no record tells of: a killed run's, which had told nobody of them.
  public var unlistedObjects: [ContentHash] = []
  /// Whether the index agrees with the journal.
  public var isIndexSound = true

  /// Whether nothing is wrong.
  ///
  /// Originals that nobody was told of are no fault.
  public var isSound: Bool {
    damagedLine == nil && damagedObjects.isEmpty && isIndexSound
  }
}

extension Ledger {
  /// Reads the journal and every original of a block again and holds them against their hashes.
  ///
  /// Nothing is changed, and no lock is needed: what is written meanwhile is not looked at.
  ///
  /// - Throws: `LedgerError.cannotRead`.
  public static func verify(block: String) throws(LedgerError) -> LedgerVerification {
    let folder = folder(ofBlock: block)
    let archive = Archive(path: "\(folder)/archive")
    let contents = try Journal(path: "\(folder)/journal").contents()
    var result = LedgerVerification()
    result.records = contents.records.count
    result.damagedLine = contents.damage
    let expected = objects(namedIn: contents.records, archive: archive)
    result.objects = expected.count
    result.damagedObjects = expected.sorted().filter { (try? archive.bytes(of: $0)) == nil }
    result.unlistedObjects = archive.objects().filter { !expected.contains($0) }
    result.isIndexSound = isIndexSound(in: folder, records: contents)
    return result
  }

  /// Every object that records tell of.
  static func objects(
    namedIn records: [Record], archive: Archive
  ) -> Set<ContentHash> {
    var hashes: Set<ContentHash> = []
    for record in records {
      switch record.event {
      case .receipt(let receipt): hashes.insert(receipt.hash)
      case .run(let run):
        hashes.formUnion([run.manifest, run.result])
        // A list that is not whole is itself reported.
        for file in (try? files(ofManifest: run.manifest, in: archive)) ?? []
        where file.role != .report {
          if let hash = file.hash { hashes.insert(hash) }
        }
      case .mailbox, .reply: break
      }
    }
    return hashes
  }

  private static func isIndexSound(in folder: String, records: Journal.Contents) -> Bool {
    let path = indexPath(in: folder)
    guard access(path, F_OK) == 0, let index = try? LedgerIndex(path: path), index.isSound(),
      let position = try? index.position()
    else { return false }
    // An index that is behind is brought up by the next run.
    guard position.count <= records.records.count else { return records.damage != nil }
    let known = records.records.prefix(position.count)
    let counts = try? index.rowCounts()
    return counts == LedgerIndex.RowCounts(of: known)
  }
}
