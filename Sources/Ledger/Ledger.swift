import Foundation

/// What a block's office received, what counted, and what it answered.
///
/// In the folder `.thidua`: the originals (`archive/`), what happened (`journal`), and an index
/// of it (`ledger.sqlite`). An original is on the disk before the journal tells of it, and the
/// journal before the index does; whatever a killed run left is healed when the next one opens the
/// ledger. All files can be read by their owner alone.
///
/// One process writes at a time; a `Ledger` is used by one task at a time.
public final class Ledger {
  /// The ledger's folder.
  public let path: String
  /// The originals.
  public let archive: Archive
  var index: LedgerIndex
  private var journal: Journal
  /// The right to write; nil where the ledger is only read.
  private let lock: WriterLock?
  /// Objects that were stored and that the journal tells nothing of yet.
  private var hasUnflushedObjects = false
  /// Whether the journal holds records that could not be put into the index.
  private var isIndexBehind = false

  /// The folder of the ledger of a block.
  public static func folder(ofBlock block: String) -> String { "\(block)/.thidua" }

  /// Whether a block has a ledger.
  public static func exists(inBlock block: String) -> Bool {
    access("\(folder(ofBlock: block))/journal", F_OK) == 0
  }

  /// Opens a block's ledger to write, or makes one.
  ///
  /// - Parameters:
  ///   - block: the block's folder.
  ///   - command: what others are told that this process does.
  ///   - patience: for how many seconds to wait for another process.
  /// - Throws: `LedgerError`: `.locked`, `.cannotWrite`, `.readOnly`, `.indexDamaged`,
  ///   `.journalDamaged`.
  public init(
    block: String, command: String, patience: Double = 10
  ) throws(LedgerError) {
    path = Self.folder(ofBlock: block)
    try Durable.makeFolder(path)
    lock = try WriterLock(path: "\(path)/lock", command: command, patience: patience)
    archive = Archive(path: "\(path)/archive")
    try archive.prepare()
    journal = Journal(path: "\(path)/journal")
    index = try LedgerIndex(path: Self.indexPath(in: path))
    try followJournal()
  }

  /// Reads a block's ledger from its journal alone: nothing is written, no lock is taken.
  ///
  /// - Throws: `LedgerError.cannotRead`, `.journalDamaged`.
  public init(readingBlock block: String) throws(LedgerError) {
    path = Self.folder(ofBlock: block)
    lock = nil
    archive = Archive(path: "\(path)/archive")
    journal = Journal(path: "\(path)/journal")
    let contents = try journal.contents()
    if let line = contents.damage { throw .journalDamaged(path: journal.path, line: line) }
    index = try LedgerIndex(
      of: contents.records, end: contents.end,
      manifests: Self.manifests(of: contents.records, in: archive))
    journal.resume(at: contents.end)
  }

  /// Opens a block's ledger to ask it: as one that writes does, so that what a killed run left is
  /// healed, or without where another run writes, or nobody can.
  ///
  /// - Throws: `LedgerError`: `.cannotRead`, `.indexDamaged`, `.journalDamaged`.
  public static func reading(block: String, command: String) throws(LedgerError) -> Ledger {
    do throws(LedgerError) {
      return try Ledger(block: block, command: command, patience: 0)
    } catch {
      switch error {
      case .locked, .cannotWrite, .readOnly: return try Ledger(readingBlock: block)
      default: throw error
      }
    }
  }

  static func indexPath(in folder: String) -> String { "\(folder)/ledger.sqlite" }

  /// Brings the index up to the journal, which a killed run may have left ahead of it.
  private func followJournal() throws(LedgerError) {
    var start = try index.position()
    let size = try journal.size()
    guard start.length <= size else {
      throw .indexDamaged(
        path: Self.indexPath(in: path), reason: "ahead of the journal: \(start.length) > \(size)")
    }
    let news = try journal.contents(after: start)
    if let line = news.damage { throw .journalDamaged(path: journal.path, line: line) }
    if !news.records.isEmpty {
      try index.add(
        news.records, end: news.end, manifests: Self.manifests(of: news.records, in: archive))
      start = news.end
    }
    journal.resume(at: start)
  }

  /// The lists of files of the runs among records; a list that is lost leaves its run without one.
  static func manifests(
    of records: [Record], in archive: Archive
  ) -> [ContentHash: [RunRecord.File]] {
    var lists: [ContentHash: [RunRecord.File]] = [:]
    for case .run(let run) in records.map(\.event) where lists[run.manifest] == nil {
      lists[run.manifest] = try? files(ofManifest: run.manifest, in: archive)
    }
    return lists
  }

  /// The files that a run read and wrote.
  ///
  /// - Throws: `LedgerError.objectDamaged`.
  public func files(ofManifest hash: ContentHash) throws(LedgerError) -> [RunRecord.File] {
    try Self.files(ofManifest: hash, in: archive)
  }

  static func files(
    ofManifest hash: ContentHash, in archive: Archive
  ) throws(LedgerError) -> [RunRecord.File] {
    let bytes = try archive.bytes(of: hash)
    guard let files = try? JSONDecoder().decode([RunRecord.File].self, from: Data(bytes)) else {
      throw .objectDamaged(hash)
    }
    return files
  }

  // MARK: - Writing

  /// Puts an original into the archive.
  ///
  /// - Throws: `LedgerError.cannotWrite`.
  @discardableResult
  public func store(_ bytes: [UInt8]) throws(LedgerError) -> ContentHash {
    let hash = ContentHash(of: bytes)
    try store(bytes, as: hash)
    return hash
  }

  /// Puts an original whose hash is known into the archive.
  ///
  /// - Throws: `LedgerError.cannotWrite`.
  public func store(_ bytes: [UInt8], as hash: ContentHash) throws(LedgerError) {
    try archive.store(bytes, as: hash, isKnown: isKnown(hash))
    hasUnflushedObjects = true
  }

  /// Puts a file whose hash is known into the archive, without holding its bytes.
  ///
  /// - Throws: `LedgerError.cannotWrite`; `.cannotRead`, `.objectDamaged` where it is no longer what it
  ///   was.
  public func store(_ file: OpenFile, as hash: ContentHash) throws(LedgerError) {
    try archive.store(file, as: hash, isKnown: isKnown(hash))
    hasUnflushedObjects = true
  }

  /// What puts originals into the archive from several tasks at a time.
  ///
  /// - Throws: `LedgerError.indexDamaged`.
  public func originalsWriter() throws(LedgerError) -> OriginalsWriter {
    hasUnflushedObjects = true
    return OriginalsWriter(archive: archive, known: try knownHashes())
  }

  /// Writes down what happened; it is on the disk when this returns, and so are the originals that
  /// were stored before.
  ///
  /// - Returns: the numbers of the records.
  /// - Throws: `LedgerError.cannotWrite`; nothing is then written down, unless it is the index that
  ///   cannot be written, which the next call or the next run brings up.
  @discardableResult
  public func append(_ events: [Event]) throws(LedgerError) -> [Int] {
    try append(events, manifests: nil)
  }

  /// Writes down what happened.
  ///
  /// - Parameter manifests: the lists of files of the runs among the events; nil to read them from the
  ///   archive.
  private func append(
    _ events: [Event], manifests: [ContentHash: [RunRecord.File]]?
  ) throws(LedgerError) -> [Int] {
    guard !events.isEmpty else { return [] }
    guard lock != nil else { throw Durable.failure(EROFS, at: path) }
    if isIndexBehind { try followJournal() }
    if hasUnflushedObjects {
      try archive.flush()
      hasUnflushedObjects = false
    }
    let records = try journal.append(events, at: Timestamp.now)
    isIndexBehind = true
    try index.add(
      records, end: journal.end, manifests: manifests ?? Self.manifests(of: records, in: archive))
    isIndexBehind = false
    return records.map(\.number)
  }

  /// Writes down a run, with the list of its files and its result, and what came in with it.
  ///
  /// - Parameter receipts: those of files that nobody collected.
  /// - Returns: the number of the run.
  /// - Throws: `LedgerError.cannotWrite`.
  public func append(
    runBy version: String, regulation: String, options: [String: String],
    files: [RunRecord.File], result: [UInt8], receipts: [Receipt] = []
  ) throws(LedgerError) -> Int {
    try append(
      runBy: version, regulation: regulation, options: options, files: files,
      result: try store(result), receipts: receipts)
  }

  /// Writes down a run whose result is in the archive already.
  ///
  /// - Parameter receipts: those of files that nobody collected.
  /// - Returns: the number of the run.
  /// - Throws: `LedgerError.cannotWrite`.
  public func append(
    runBy version: String, regulation: String, options: [String: String],
    files: [RunRecord.File], result: ContentHash, receipts: [Receipt] = []
  ) throws(LedgerError) -> Int {
    let list: String
    do {
      list = try json(files)
    } catch {
      throw .cannotWrite(path: path, reason: "\(error)")
    }
    var run = RunRecord(
      version: version, regulation: regulation, options: options,
      manifest: try store(Array(list.utf8)), result: result)
    run.number = try lastRunNumber() + 1
    let numbers = try append(
      receipts.map { .receipt($0) } + [.run(run)], manifests: [run.manifest: files])
    return try runNumber(ofRecord: numbers[receipts.count])
  }
}
