import GRDB

extension LedgerIndex {
  /// The tables, step by step as versions brought them.
  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1") { database in
      try database.create(table: "position") { table in
        table.column("count", .integer).notNull()
        table.column("head", .text).notNull()
        table.column("length", .integer).notNull()
      }
      try database.create(table: "receipt") { table in
        table.primaryKey("number", .integer)
        table.column("time", .text).notNull()
        table.column("hash", .text).notNull().indexed()
        table.column("size", .integer).notNull()
        table.column("name", .text).notNull()
        table.column("kind", .text).notNull()
        table.column("source", .text).notNull()
        table.column("container", .text)
        table.column("sender", .text)
        table.column("senderName", .text)
        table.column("subject", .text)
        table.column("identifier", .text).indexed()
        table.column("sent", .text)
        table.column("arrived", .text)
        table.column("unit", .text).indexed()
        table.column("evidence", .text)
        table.column("path", .text).indexed()
        table.column("reason", .text)
      }
      try database.create(table: "mailbox") { table in
        table.primaryKey("source", .text)
        table.column("validity", .integer).notNull()
        table.column("lastUID", .integer).notNull()
      }
      try database.create(table: "run") { table in
        // Runs are numbered by themselves: people name them.
        table.primaryKey("number", .integer)
        table.column("record", .integer).notNull().unique()
        table.column("time", .text).notNull()
        table.column("version", .text).notNull()
        table.column("regulation", .text).notNull()
        table.column("options", .jsonText).notNull()
        table.column("manifest", .text).notNull()
        table.column("result", .text).notNull()
      }
      try database.create(table: "runFile") { table in
        table.column("run", .integer).notNull().references("run", onDelete: .cascade)
        table.column("role", .text).notNull()
        table.column("path", .text).notNull()
        table.column("hash", .text).indexed()
        table.column("unit", .text)
        table.column("verdict", .text)
        table.column("received", .text)
        table.primaryKey(["run", "role", "path"])
      }
      try database.create(table: "reply") { table in
        table.primaryKey("number", .integer)
        table.column("time", .text).notNull()
        table.column("unit", .text).notNull()
        table.column("run", .integer).notNull()
        table.column("recipients", .jsonText).notNull()
        table.column("identifier", .text).notNull()
        table.column("server", .text).notNull()
      }
    }
    migrator.registerMigration("2") { database in
      try database.alter(table: "reply") { table in
        table.add(column: "state", .text).notNull().defaults(to: Reply.State.sent.rawValue)
        table.add(column: "message", .text)
        table.add(column: "detail", .text)
      }
      try database.create(indexOn: "reply", columns: ["message"])
    }
    return migrator
  }

  /// Puts one record into its table.
  static func insert(
    _ record: Record, manifests: [ContentHash: [RunRecord.File]], into database: Database
  ) throws {
    switch record.event {
    case .receipt(let receipt):
      let message = receipt.message
      let statement = try database.cachedStatement(
        sql: """
          INSERT INTO receipt (number, time, hash, size, name, kind, source, container, sender,
            senderName, subject, identifier, sent, arrived, unit, evidence, path, reason)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
          """)
      try statement.execute(
        arguments: [
          record.number, record.time, receipt.hash.hexadecimal, receipt.size, receipt.name,
          receipt.kind.rawValue, receipt.source, receipt.container?.hexadecimal, message?.sender,
          message?.senderName, message?.subject, message?.identifier, message?.sent,
          message?.arrived, receipt.unit, receipt.evidence?.rawValue, receipt.path,
          receipt.reason,
        ])
    case .mailbox(let state):
      try database.execute(
        sql: "INSERT OR REPLACE INTO mailbox (source, validity, lastUID) VALUES (?, ?, ?)",
        arguments: [state.source, state.validity, state.lastUID])
    case .run(let run):
      try database.execute(
        sql: """
          INSERT INTO run (number, record, time, version, regulation, options, manifest, result)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?)
          """,
        arguments: [
          try freeNumber(run.number, in: database), record.number, record.time, run.version,
          run.regulation, json(run.options), run.manifest.hexadecimal, run.result.hexadecimal,
        ])
      let statement = try database.cachedStatement(
        sql: """
          INSERT INTO runFile (run, role, path, hash, unit, verdict, received)
          VALUES (?, ?, ?, ?, ?, ?, ?)
          """)
      let number = database.lastInsertedRowID
      for file in manifests[run.manifest] ?? [] {
        try statement.execute(arguments: [
          number, file.role.rawValue, file.path, file.hash?.hexadecimal, file.unit,
          file.verdict, file.received,
        ])
      }
    case .reply(let reply):
      try database.execute(
        sql: """
          INSERT INTO reply (number, time, unit, run, recipients, identifier, server, state,
            message, detail)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
          """,
        arguments: [
          record.number, record.time, reply.unit, reply.run, json(reply.recipients),
          reply.identifier, reply.server, reply.state.rawValue, reply.message.hexadecimal,
          reply.detail,
        ])
    }
  }

  /// The number by which people know a run, where no other has it; nil for the next one.
  ///
  /// The runs of journals that do not number them count from 1.
  private static func freeNumber(_ number: Int?, in database: Database) throws -> Int? {
    guard let number else { return nil }
    let isTaken = try Bool.fetchOne(
      database, sql: "SELECT EXISTS (SELECT 1 FROM run WHERE number = ?)", arguments: [number])
    return isTaken == true ? nil : number
  }
}
