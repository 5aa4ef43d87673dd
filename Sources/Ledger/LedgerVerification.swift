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
  /// Nothing is changed.
  ///
  /// - Throws: `LedgerError.cannotRead`; `.locked` where another run writes, `.cannotWrite` where
  ///   there is no room for a copy of the index.
  public static func verify(
    block: String, command: String = "thidua verify"
  ) throws(LedgerError) -> LedgerVerification {
    let folder = folder(ofBlock: block)
    let lock = try lockToRead(folder, command: command)
    defer { withExtendedLifetime(lock) {} }
    let archive = Archive(path: "\(folder)/archive")
    let contents = try Journal(path: "\(folder)/journal").contents()
    var result = LedgerVerification()
    result.records = contents.records.count
    result.damagedLine = contents.damage
    let expected = objects(namedIn: contents.records.map(\.event), archive: archive)
    result.objects = expected.count
    result.damagedObjects = expected.sorted().filter { (try? archive.bytes(of: $0)) == nil }
    result.unlistedObjects = archive.objects().filter { !expected.contains($0) }
    result.isIndexSound = try isIndexSound(in: folder, of: contents, archive: archive)
    return result
  }

  /// The lock, so that nothing changes meanwhile; nil where nobody can write.
  private static func lockToRead(
    _ folder: String, command: String
  ) throws(LedgerError) -> WriterLock? {
    do throws(LedgerError) {
      return try WriterLock(path: "\(folder)/lock", command: command, patience: 10)
    } catch {
      switch error {
      case .cannotWrite, .readOnly: return nil
      default: throw error
      }
    }
  }

  /// Every object that events tell of.
  static func objects(
    namedIn events: [Event], archive: Archive
  ) -> Set<ContentHash> {
    var hashes: Set<ContentHash> = []
    for event in events {
      switch event {
      case .receipt(let receipt): hashes.insert(receipt.hash)
      case .run(let run):
        hashes.formUnion([run.manifest, run.result])
        // A list that is not whole is itself reported.
        for file in (try? files(ofManifest: run.manifest, in: archive)) ?? []
        where file.role != .report {
          if let hash = file.hash { hashes.insert(hash) }
        }
      case .reply(let reply): hashes.insert(reply.message)
      case .mailbox: break
      }
    }
    return hashes
  }

  /// Whether the index says what the journal says, row by row.
  private static func isIndexSound(
    in folder: String, of contents: Journal.Contents, archive: Archive
  ) throws(LedgerError) -> Bool {
    try LedgerIndex.lookingAtCopy(of: indexPath(in: folder)) { index in
      guard let index, index.isSound(), let position = try? index.position() else { return false }
      return agrees(index, upTo: position, with: contents, archive: archive)
    }
  }

  private static func agrees(
    _ index: LedgerIndex, upTo position: Journal.Position, with contents: Journal.Contents,
    archive: Archive
  ) -> Bool {
    // Behind a damaged line nothing can be compared; that line is reported.
    guard position.count <= contents.records.count else { return contents.damage != nil }
    // An index that is behind is brought up by the next run.
    let known = Array(contents.records.prefix(position.count))
    let manifests = manifests(of: known, in: archive)
    let comparesFiles = known.allSatisfy {
      if case .run(let run) = $0.event { manifests[run.manifest] != nil } else { true }
    }
    guard let expected = try? LedgerIndex(of: known, end: position, manifests: manifests) else {
      return false
    }
    return index.holdsSame(as: expected, comparesFiles: comparesFiles)
  }
}
