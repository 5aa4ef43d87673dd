import GRDB

/// What an index still knows of records whose lines in the journal are lost.
struct RememberedRecords {
  /// How many records the index took in.
  private(set) var count = 0
  /// Whether its pages are in order: then a record that is not in `events` was a mailbox's.
  private(set) var isWhole = false
  /// What happened, with the time, by the numbers of the records.
  private(set) var events: [Int: (time: String, event: Event)] = [:]
  /// How far mailboxes were read in the end.
  private(set) var mailboxes: [MailboxState] = []
  private var files: [ContentHash: [RunRecord.File]] = [:]

  /// What can be read of an index; nothing of none.
  init(_ index: LedgerIndex?) {
    guard let index, let position = try? index.position() else { return }
    count = position.count
    isWhole = index.isSound()
    for entry in rows("receipt", of: index, LedgerIndex.receipt) {
      events[entry.number] = (entry.time, .receipt(entry.receipt))
    }
    for entry in rows("reply", of: index, LedgerIndex.reply) {
      events[entry.number] = (entry.time, .reply(entry.reply))
    }
    let runs = rows("run", of: index) { row in
      (try row.value("record") as Int, try LedgerIndex.run(row))
    }
    for (record, entry) in runs {
      var run = entry.run
      run.number = entry.number
      events[record] = (entry.time, .run(run))
    }
    mailboxes = rows("mailbox", of: index, LedgerIndex.mailbox)
    let uses = rows("runFile", of: index) { row in
      (try row.value("run") as Int, try LedgerIndex.file(row))
    }
    let filesByRun = Dictionary(grouping: uses) { $0.0 }
    for (_, entry) in runs { files[entry.run.manifest] = filesByRun[entry.number]?.map(\.1) }
  }

  /// The files of runs whose lists the archive has lost.
  func completing(_ manifests: [ContentHash: [RunRecord.File]]) -> [ContentHash: [RunRecord.File]] {
    manifests.merging(files) { archived, _ in archived }
  }

  /// The rows of a table that are what they should be; what stands on a damaged page is lost alone.
  private mutating func rows<Value>(
    _ table: String, of index: LedgerIndex, _ value: (Row) throws -> Value
  ) -> [Value] {
    var values: [Value] = []
    var isRead = true
    let isAtEnd = try? index.database.read { database in
      let cursor = try Row.fetchCursor(database, sql: "SELECT * FROM \(table)")
      while let row = try cursor.next() {
        if let found = try? value(row) {
          values.append(found)
        } else {
          isRead = false
        }
      }
      return true
    }
    if isAtEnd != true || !isRead { isWhole = false }
    return values
  }
}
