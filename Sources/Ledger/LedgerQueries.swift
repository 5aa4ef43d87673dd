import Foundation
import GRDB

/// A receipt as the index holds it.
public struct ReceiptEntry: Codable, Sendable, Hashable {
  /// The number of its record.
  public var number: Int
  /// When it was written down.
  public var time: String
  /// What came in.
  public var receipt: Receipt
}

/// A run as the index holds it.
public struct RunEntry: Codable, Sendable, Hashable {
  /// Its number among the runs, by which people name it.
  public var number: Int
  /// When it was written down.
  public var time: String
  /// What it was given and what came out.
  public var run: RunRecord
}

extension Ledger {
  /// Whether the journal says that an object is in the archive.
  func isKnown(_ hash: ContentHash) -> Bool {
    let found = try? index.read { database in
      try Bool.fetchOne(
        database,
        sql: """
          SELECT EXISTS (SELECT 1 FROM receipt WHERE hash = ?1)
            OR EXISTS (SELECT 1 FROM runFile WHERE hash = ?1 AND role <> 'report')
            OR EXISTS (SELECT 1 FROM run WHERE manifest = ?1 OR result = ?1)
          """, arguments: [hash.hexadecimal])
    }
    return found == true
  }

  /// The hashes of all objects that the journal tells of.
  func knownHashes() throws(LedgerError) -> Set<String> {
    try index.read { database in
      try String.fetchSet(
        database,
        sql: """
          SELECT hash FROM receipt UNION SELECT hash FROM runFile WHERE role <> 'report'
            AND hash IS NOT NULL
          """)
    }
  }

  /// Bytes at a path.
  public struct Place: Sendable, Hashable {
    /// The hash of the bytes.
    public var hash: ContentHash
    /// The path, relative to the block's folder where it lies inside.
    public var path: String

    /// Bytes at a path.
    public init(hash: ContentHash, path: String) {
      self.hash = hash
      self.path = path
    }
  }

  /// Every place at which a submission was ever received.
  ///
  /// - Throws: `LedgerError.indexDamaged`.
  public func receivedPlaces() throws(LedgerError) -> Set<Place> {
    try index.read { database in
      let rows = try Row.fetchAll(
        database, sql: "SELECT hash, path FROM receipt WHERE path IS NOT NULL")
      return Set(
        rows.compactMap { row in
          ContentHash(row["hash"] as String).map { Place(hash: $0, path: row["path"]) }
        })
    }
  }

  /// The receipts, oldest first.
  ///
  /// - Parameter unit: Only those of this unit; nil for all.
  /// - Throws: `LedgerError.indexDamaged`.
  public func receipts(ofUnit unit: String? = nil) throws(LedgerError) -> [ReceiptEntry] {
    try index.read { database in
      let filter = unit == nil ? "" : "WHERE unit = ?"
      let rows = try Row.fetchAll(
        database, sql: "SELECT * FROM receipt \(filter) ORDER BY number",
        arguments: unit.map { [$0] } ?? [])
      return rows.compactMap(Self.receipt)
    }
  }

  /// The receipts of submissions that mails brought, oldest first.
  ///
  /// - Throws: `LedgerError.indexDamaged`.
  public func mailedSubmissions() throws(LedgerError) -> [Receipt] {
    try index.read { database in
      let rows = try Row.fetchAll(
        database,
        sql: """
          SELECT * FROM receipt WHERE kind = 'submission' AND sender IS NOT NULL ORDER BY number
          """)
      return rows.compactMap { Self.receipt($0)?.receipt }
    }
  }

  /// The receipts of the same bytes, oldest first.
  ///
  /// - Throws: `LedgerError.indexDamaged`.
  public func receipts(of hash: ContentHash) throws(LedgerError) -> [ReceiptEntry] {
    try index.read { database in
      let rows = try Row.fetchAll(
        database, sql: "SELECT * FROM receipt WHERE hash = ? ORDER BY number",
        arguments: [hash.hexadecimal])
      return rows.compactMap(Self.receipt)
    }
  }

  /// Whether the same bytes came in already.
  ///
  /// - Throws: `LedgerError.indexDamaged`.
  public func hasReceipt(of hash: ContentHash) throws(LedgerError) -> Bool {
    try index.read { database in
      try Bool.fetchOne(
        database, sql: "SELECT EXISTS (SELECT 1 FROM receipt WHERE hash = ?)",
        arguments: [hash.hexadecimal]) ?? false
    }
  }

  /// Whether a message of this Message-ID came in already.
  ///
  /// - Throws: `LedgerError.indexDamaged`.
  public func hasMessage(_ identifier: String) throws(LedgerError) -> Bool {
    try index.read { database in
      try Bool.fetchOne(
        database,
        sql: "SELECT EXISTS (SELECT 1 FROM receipt WHERE kind = 'message' AND identifier = ?)",
        arguments: [identifier]) ?? false
    }
  }

  /// How far a mailbox was read; nil for one that never was.
  ///
  /// - Throws: `LedgerError.indexDamaged`.
  public func mailbox(_ source: String) throws(LedgerError) -> MailboxState? {
    try index.read { database in
      try Row.fetchOne(
        database, sql: "SELECT validity, lastUID FROM mailbox WHERE source = ?",
        arguments: [source]
      ).map { MailboxState(source: source, validity: $0[0], lastUID: $0[1]) }
    }
  }

  /// The number of the run that a record tells of.
  func runNumber(ofRecord record: Int) throws(LedgerError) -> Int {
    let number = try index.read { database in
      try Int.fetchOne(
        database, sql: "SELECT number FROM run WHERE record = ?", arguments: [record])
    }
    guard let number else { throw .noRun(record) }
    return number
  }

  /// The runs, oldest first.
  ///
  /// - Throws: `LedgerError.indexDamaged`.
  public func runs() throws(LedgerError) -> [RunEntry] {
    try index.read { database in
      try Row.fetchAll(database, sql: "SELECT * FROM run ORDER BY number").compactMap(Self.run)
    }
  }

  /// One run.
  ///
  /// - Throws: `LedgerError.noRun`, `.indexDamaged`.
  public func run(_ number: Int) throws(LedgerError) -> RunEntry {
    let run = try index.read { database in
      try Row.fetchOne(database, sql: "SELECT * FROM run WHERE number = ?", arguments: [number])
        .flatMap(Self.run)
    }
    guard let run else { throw .noRun(number) }
    return run
  }

  /// A file in a run.
  public struct Use: Sendable, Hashable {
    /// The number of the run.
    public var run: Int
    /// Where the file lay.
    public var path: String
    /// What became of it, a raw value of `FileVerdict`.
    public var verdict: String
  }

  /// The runs in which a file of this hash was read, oldest first.
  ///
  /// - Throws: `LedgerError.indexDamaged`.
  public func uses(of hash: ContentHash) throws(LedgerError) -> [Use] {
    try index.read { database in
      try Row.fetchAll(
        database,
        sql: """
          SELECT run, path, verdict FROM runFile WHERE hash = ? AND verdict IS NOT NULL
          ORDER BY run
          """, arguments: [hash.hexadecimal]
      ).map { Use(run: $0[0], path: $0[1], verdict: $0[2]) }
    }
  }

  /// The answers to a unit about a run.
  ///
  /// - Throws: `LedgerError.indexDamaged`.
  public func replies(to unit: String, run: Int) throws(LedgerError) -> [Reply] {
    try index.read { database in
      try Row.fetchAll(
        database, sql: "SELECT * FROM reply WHERE unit = ? AND run = ? ORDER BY number",
        arguments: [unit, run]
      ).map { row in
        Reply(
          unit: unit, run: run, recipients: Self.decoded(row["recipients"]) ?? [],
          identifier: row["identifier"], server: row["server"])
      }
    }
  }

  private static func receipt(_ row: Row) -> ReceiptEntry? {
    guard let hash = ContentHash(row["hash"] as String),
      let kind = Receipt.Kind(rawValue: row["kind"])
    else { return nil }
    var receipt = Receipt(
      hash: hash, size: row["size"], name: row["name"], kind: kind, source: row["source"])
    receipt.container = (row["container"] as String?).flatMap { ContentHash($0) }
    if let sender = row["sender"] as String? {
      receipt.message = Receipt.Message(
        sender: sender, senderName: row["senderName"], subject: row["subject"] ?? "",
        identifier: row["identifier"], sent: row["sent"], arrived: row["arrived"])
    }
    receipt.unit = row["unit"]
    receipt.evidence = (row["evidence"] as String?).flatMap { Receipt.Evidence(rawValue: $0) }
    receipt.path = row["path"]
    receipt.reason = row["reason"]
    return ReceiptEntry(number: row["number"], time: row["time"], receipt: receipt)
  }

  private static func run(_ row: Row) -> RunEntry? {
    guard let manifest = ContentHash(row["manifest"] as String),
      let result = ContentHash(row["result"] as String)
    else { return nil }
    return RunEntry(
      number: row["number"], time: row["time"],
      run: RunRecord(
        version: row["version"], regulation: row["regulation"],
        options: decoded(row["options"]) ?? [:], manifest: manifest, result: result))
  }

  private static func decoded<Value: Decodable>(_ text: String) -> Value? {
    try? JSONDecoder().decode(Value.self, from: Data(text.utf8))
  }
}
