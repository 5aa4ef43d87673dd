import Foundation
import GRDB

/// Rows of the index as the values that they stand for.
///
/// A page may be damaged without SQLite seeing it: what a row holds is looked at before it is used,
/// and a row that is no such value is an error, never left out.
extension LedgerIndex {
  static func receipt(_ row: Row) throws -> ReceiptEntry {
    var receipt = Receipt(
      hash: try row.hash("hash"), size: try row.value("size"), name: try row.value("name"),
      kind: try row.choice("kind"), source: try row.value("source"))
    receipt.container = try row.has("container") ? row.hash("container") : nil
    if let sender: String = try row.optional("sender") {
      receipt.message = Receipt.Message(
        sender: sender, senderName: try row.optional("senderName"),
        subject: try row.optional("subject") ?? "", identifier: try row.optional("identifier"),
        sent: try row.optional("sent"), arrived: try row.optional("arrived"))
    }
    receipt.unit = try row.optional("unit")
    receipt.evidence = try row.has("evidence") ? row.choice("evidence") : nil
    receipt.path = try row.optional("path")
    receipt.reason = try row.optional("reason")
    return ReceiptEntry(
      number: try row.value("number"), time: try row.value("time"), receipt: receipt)
  }

  static func run(_ row: Row) throws -> RunEntry {
    RunEntry(
      number: try row.value("number"), time: try row.value("time"),
      run: RunRecord(
        version: try row.value("version"), regulation: try row.value("regulation"),
        options: try row.decoded("options"), manifest: try row.hash("manifest"),
        result: try row.hash("result")))
  }

  static func file(_ row: Row) throws -> RunRecord.File {
    RunRecord.File(
      role: try row.choice("role"), path: try row.value("path"),
      hash: try row.has("hash") ? row.hash("hash") : nil, unit: try row.optional("unit"),
      verdict: try row.optional("verdict"), received: try row.optional("received"))
  }

  static func mailbox(_ row: Row) throws -> MailboxState {
    MailboxState(
      source: try row.value("source"), validity: try row.value("validity"),
      lastUID: try row.value("lastUID"))
  }

  static func reply(_ row: Row) throws -> ReplyEntry {
    ReplyEntry(
      number: try row.value("number"), time: try row.value("time"),
      reply: Reply(
        unit: try row.value("unit"), run: try row.value("run"), state: try row.choice("state"),
        recipients: try row.decoded("recipients"), identifier: try row.value("identifier"),
        server: try row.value("server"), message: try row.hash("message"),
        detail: try row.optional("detail")))
  }
}

/// A value of the index that is none of those which the ledger writes.
private struct UnexpectedValue: Error, CustomStringConvertible {
  var column: String
  var description: String { "unexpected value in column \(column)" }
}

extension Row {
  fileprivate func has(_ column: String) throws -> Bool {
    guard hasColumn(column) else { throw UnexpectedValue(column: column) }
    return !(self[column] as DatabaseValue).isNull
  }

  fileprivate func optional<Value: DatabaseValueConvertible>(_ column: String) throws -> Value? {
    try has(column) ? value(column) : nil
  }

  func value<Value: DatabaseValueConvertible>(_ column: String) throws -> Value {
    guard hasColumn(column), let value = Value.fromDatabaseValue(self[column]) else {
      throw UnexpectedValue(column: column)
    }
    return value
  }

  func hash(_ column: String) throws -> ContentHash {
    guard let hash = ContentHash(try value(column) as String) else {
      throw UnexpectedValue(column: column)
    }
    return hash
  }

  fileprivate func choice<Value: RawRepresentable<String>>(_ column: String) throws -> Value {
    guard let value = Value(rawValue: try value(column)) else {
      throw UnexpectedValue(column: column)
    }
    return value
  }

  fileprivate func decoded<Value: Decodable>(_ column: String) throws -> Value {
    let text: String = try value(column)
    return try JSONDecoder().decode(Value.self, from: Data(text.utf8))
  }
}
