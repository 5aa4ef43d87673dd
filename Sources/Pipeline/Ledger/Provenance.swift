public import Ledger
import Normalizer

/// How files came, as far as the ledger knows.
public struct Provenance: Sendable {
  /// How one file came.
  public struct Origin: Sendable, Hashable {
    /// The date of the mail that brought it, ISO 8601 in Viet Nam's time.
    public var received: String?
    /// The code of the unit whose address the mail came from.
    public var sender: String?
    /// The mail itself; nil where a run alone tells of it.
    public var message: Receipt.Message?
  }

  private struct Entry {
    var path: String?
    var origin: Origin
  }

  private var byHash: [String: [Entry]] = [:]

  /// No file came by mail.
  public init() {}

  /// How the files of a block came, where it has a ledger.
  ///
  /// - Throws: `LedgerError`.
  public init(ofBlock block: BlockFolder) throws(LedgerError) {
    guard Ledger.exists(inBlock: block.path) else {
      self.init()
      return
    }
    try self.init(Ledger(readingBlock: block.path))
  }

  /// What a ledger says.
  ///
  /// - Throws: `LedgerError.indexDamaged`.
  init(_ ledger: Ledger) throws(LedgerError) {
    for receipt in try ledger.mailedSubmissions() {
      guard let message = receipt.message else { continue }
      add(
        Origin(
          received: message.sent ?? message.arrived,
          sender: receipt.evidence == .sender ? receipt.unit : nil, message: message),
        hash: receipt.hash, path: receipt.path)
    }
  }

  /// What a run was told.
  init(_ files: [RunRecord.File]) {
    for file in files where file.received != nil || file.sender != nil {
      guard let hash = file.hash else { continue }
      add(Origin(received: file.received, sender: file.sender), hash: hash, path: file.path)
    }
  }

  private mutating func add(_ origin: Origin, hash: ContentHash, path: String?) {
    byHash[hash.hexadecimal, default: []].append(Entry(path: path, origin: origin))
  }

  /// How the file at a path came, by its bytes; where the same came several times, what lies at
  /// that path, else the first.
  func origin(path: String, sha256: String) -> Origin {
    guard let entries = byHash[sha256] else { return Origin() }
    if let exact = entries.first(where: { $0.path == path }) { return exact.origin }
    return entries.min { ($0.origin.received ?? "") < ($1.origin.received ?? "") }?.origin
      ?? Origin()
  }
}
