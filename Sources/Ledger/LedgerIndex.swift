import Foundation
import GRDB

/// The journal as tables that can be asked: SQLite in write-ahead mode, made again from the journal
/// whenever it is lost.
struct LedgerIndex: Sendable {
  let database: DatabasePool

  /// Opens the index at `path`, or makes one.
  ///
  /// - Throws: `LedgerError.indexDamaged` where the file is no database of this kind.
  init(path: String) throws(LedgerError) {
    // SQLite gives its log and its shared memory the mode of the database.
    let file = open(path, O_RDWR | O_CREAT | O_CLOEXEC, Durable.fileMode)
    guard file >= 0 else { throw .cannotWrite(path: path, reason: Durable.reason(errno)) }
    close(file)
    do {
      var configuration = Configuration()
      configuration.busyMode = .timeout(10)
      database = try DatabasePool(path: path, configuration: configuration)
      try Self.migrator.migrate(database)
    } catch {
      throw Self.failure(error, path: path)
    }
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

  /// How many rows each table of events has.
  struct RowCounts: Equatable {
    var receipts = 0
    var runs = 0
    var replies = 0
  }

  /// Counts the rows.
  func rowCounts() throws(LedgerError) -> RowCounts {
    try read { database in
      func count(_ table: String) throws -> Int {
        try Int.fetchOne(database, sql: "SELECT COUNT(*) FROM \(table)") ?? 0
      }
      return RowCounts(
        receipts: try count("receipt"), runs: try count("run"), replies: try count("reply"))
    }
  }

  /// Asks the index.
  func read<Value>(
    _ question: (Database) throws -> Value
  ) throws(LedgerError) -> Value {
    do {
      return try database.read(question)
    } catch {
      throw Self.failure(error, path: database.path)
    }
  }

  private func write(_ change: (Database) throws -> Void) throws(LedgerError) {
    do {
      try database.write(change)
    } catch {
      throw Self.failure(error, path: database.path)
    }
  }

  private static func failure(_ error: any Error, path: String) -> LedgerError {
    guard let error = error as? DatabaseError else {
      return .indexDamaged(path: path, reason: "\(error)")
    }
    switch error.resultCode {
    case .SQLITE_FULL, .SQLITE_IOERR, .SQLITE_READONLY, .SQLITE_CANTOPEN, .SQLITE_PERM:
      return .cannotWrite(path: path, reason: error.message ?? error.resultCode.description)
    case .SQLITE_BUSY, .SQLITE_LOCKED: return .locked(holder: nil, path: path)
    default:
      return .indexDamaged(path: path, reason: error.message ?? error.resultCode.description)
    }
  }
}

extension LedgerIndex.RowCounts {
  /// How many rows records make.
  init(of records: some Sequence<Record>) {
    for record in records {
      switch record.event {
      case .receipt: receipts += 1
      case .run: runs += 1
      case .reply: replies += 1
      case .mailbox: break
      }
    }
  }
}
