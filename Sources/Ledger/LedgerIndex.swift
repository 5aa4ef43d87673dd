import Foundation
import GRDB
import Language

/// The journal as tables that can be asked: SQLite in write-ahead mode, made again from the journal
/// whenever it is lost.
struct LedgerIndex: Sendable {
  let database: any DatabaseWriter
  /// What failures name.
  private let path: String

  /// Opens the index at `path`, or makes one.
  ///
  /// - Throws: `LedgerError.indexDamaged` where the file is no database of this kind.
  init(path: String) throws(LedgerError) {
    self.path = path
    // SQLite gives its log and its shared memory the mode of the database.
    close(try Durable.open(path, O_RDWR))
    do {
      var configuration = Configuration()
      configuration.busyMode = .timeout(10)
      database = try DatabasePool(path: path, configuration: configuration)
      try Self.migrator.migrate(database)
    } catch {
      throw Self.failure(error, path: path)
    }
  }

  /// An index in memory, of records that are read from the journal anew.
  ///
  /// - Throws: `LedgerError.indexDamaged`, where records contradict each other.
  init(
    of records: [Record], end: Journal.Position, manifests: [ContentHash: [RunRecord.File]]
  ) throws(LedgerError) {
    path = "memory"
    do {
      database = try DatabaseQueue()
      try Self.migrator.migrate(database)
    } catch {
      throw Self.failure(error, path: "memory")
    }
    try add(records, end: end, manifests: manifests)
  }

  /// How far the index follows the journal.
  func position() throws(LedgerError) -> Journal.Position {
    try read { database in
      let row = try Row.fetchOne(database, sql: "SELECT count, head, length FROM position")
      return row.map { Journal.Position(count: $0[0], head: $0[1], length: $0[2]) }
        ?? Journal.Position()
    }
  }

  /// Takes in records, all or none.
  func add(
    _ records: [Record], end: Journal.Position, manifests: [ContentHash: [RunRecord.File]]
  ) throws(LedgerError) {
    try write { database in
      for record in records {
        try Self.insert(record, manifests: manifests, into: database)
      }
      try database.execute(sql: "DELETE FROM position")
      try database.execute(
        sql: "INSERT INTO position (count, head, length) VALUES (?, ?, ?)",
        arguments: [end.count, end.head, end.length])
    }
  }

  /// Whether SQLite finds its pages in order.
  func isSound() -> Bool {
    let answer = try? database.read { try String.fetchOne($0, sql: "PRAGMA quick_check") }
    return answer == "ok"
  }

  /// Whether the same stands in two indexes, row by row.
  ///
  /// - Parameter comparesFiles: Whether to look at the files of the runs, which only a whole archive
  ///   tells.
  func holdsSame(as other: LedgerIndex, comparesFiles: Bool) -> Bool {
    var tables = ["position", "receipt", "mailbox", "run", "reply"]
    if comparesFiles { tables.append("runFile") }
    func rows(_ table: String, _ index: LedgerIndex) -> [String]? {
      try? index.database.read { database in
        try Row.fetchAll(database, sql: "SELECT * FROM \(table)").map(\.description).sorted()
      }
    }
    return tables.allSatisfy { table in
      rows(table, self).map { $0 == rows(table, other) } ?? false
    }
  }

  /// Asks the index.
  func read<Value>(
    _ question: (Database) throws -> Value
  ) throws(LedgerError) -> Value {
    do {
      return try database.read(question)
    } catch {
      throw Self.failure(error, path: path)
    }
  }

  private func write(_ change: (Database) throws -> Void) throws(LedgerError) {
    do {
      try database.write(change)
    } catch {
      throw Self.failure(error, path: path)
    }
  }

  private static func failure(_ error: any Error, path: String) -> LedgerError {
    if let error = error as? LedgerError { return error }
    guard let error = error as? DatabaseError else {
      return .indexDamaged(path: path, reason: "\(error)")
    }
    switch error.resultCode {
    case .SQLITE_FULL: return Durable.failure(ENOSPC, at: path)
    case .SQLITE_READONLY: return Durable.failure(EROFS, at: path)
    case .SQLITE_IOERR, .SQLITE_CANTOPEN, .SQLITE_PERM:
      // Of its memory shared on a full disk SQLite says no more than that it failed.
      if SystemFailure.isDiskFull((path as NSString).deletingLastPathComponent) {
        return Durable.failure(ENOSPC, at: path)
      }
      return .cannotWrite(path: path, reason: error.message ?? error.resultCode.description)
    case .SQLITE_BUSY, .SQLITE_LOCKED: return .locked(holder: nil, path: path)
    default:
      return .indexDamaged(path: path, reason: error.message ?? error.resultCode.description)
    }
  }
}
