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
            OR EXISTS (SELECT 1 FROM reply WHERE message = ?1)
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
            AND hash IS NOT NULL UNION SELECT manifest FROM run UNION SELECT result FROM run
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
        try rows.map { Place(hash: try $0.hash("hash"), path: try $0.value("path")) })
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
      return try rows.map(LedgerIndex.receipt)
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
      return try rows.map { try LedgerIndex.receipt($0).receipt }
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
      return try rows.map(LedgerIndex.receipt)
    }
  }

  /// Whether the same bytes came in already.
  ///
  /// An original whose receipt was lost counts as one that never came: whoever collects it again takes
  /// it in with all that it holds.
  ///
  /// - Throws: `LedgerError.indexDamaged`.
  public func hasReceipt(of hash: ContentHash) throws(LedgerError) -> Bool {
    try index.read { database in
      try Bool.fetchOne(
        database,
        sql: "SELECT EXISTS (SELECT 1 FROM receipt WHERE hash = ? AND reason IS NOT ?)",
        arguments: [hash.hexadecimal, Receipt.recovered]) ?? false
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
        database, sql: "SELECT * FROM mailbox WHERE source = ?", arguments: [source]
      ).map(LedgerIndex.mailbox)
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

  /// The highest number that a run has; 0 where there is none.
  func lastRunNumber() throws(LedgerError) -> Int {
    try index.read { try Int.fetchOne($0, sql: "SELECT MAX(number) FROM run") } ?? 0
  }

  /// The runs, oldest first.
  ///
  /// - Throws: `LedgerError.indexDamaged`.
  public func runs() throws(LedgerError) -> [RunEntry] {
    try index.read { database in
      try Row.fetchAll(database, sql: "SELECT * FROM run ORDER BY number").map(LedgerIndex.run)
    }
  }

  /// One run.
  ///
  /// - Throws: `LedgerError.noRun`, `.indexDamaged`.
  public func run(_ number: Int) throws(LedgerError) -> RunEntry {
    let run = try index.read { database in
      try Row.fetchOne(database, sql: "SELECT * FROM run WHERE number = ?", arguments: [number])
        .map(LedgerIndex.run)
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
      ).map { row in
        Use(
          run: try row.value("run"), path: try row.value("path"),
          verdict: try row.value("verdict"))
      }
    }
  }

  /// The steps of answering units, oldest first.
  ///
  /// - Parameters:
  ///   - unit: Only those to this unit; nil for all.
  ///   - run: Only those about this run; nil for all.
  /// - Throws: `LedgerError.indexDamaged`.
  public func replies(
    to unit: String? = nil, run: Int? = nil
  ) throws(LedgerError) -> [ReplyEntry] {
    try index.read { database in
      try Row.fetchAll(
        database,
        sql: """
          SELECT * FROM reply WHERE (?1 IS NULL OR unit = ?1) AND (?2 IS NULL OR run = ?2)
          ORDER BY number
          """, arguments: [unit, run]
      ).map(LedgerIndex.reply)
    }
  }

  /// The mail of a Message-ID; the first where it came several times.
  ///
  /// - Throws: `LedgerError.indexDamaged`.
  public func message(_ identifier: String) throws(LedgerError) -> Receipt? {
    try index.read { database in
      try Row.fetchOne(
        database,
        sql: """
          SELECT * FROM receipt WHERE kind = 'message' AND identifier = ? ORDER BY number LIMIT 1
          """, arguments: [identifier]
      ).map { try LedgerIndex.receipt($0).receipt }
    }
  }
}
