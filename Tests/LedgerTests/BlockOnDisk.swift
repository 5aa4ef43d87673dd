import Foundation

@testable import Ledger

/// A block's folder with a ledger, removed with its owner.
final class BlockOnDisk: Sendable {
  let path: String
  var folder: String { Ledger.folder(ofBlock: path) }

  init() {
    path = NSTemporaryDirectory() + "thidua-ledger-\(UUID().uuidString)"
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }

  /// Opens the ledger, uses it and closes it.
  @discardableResult
  func write<Value>(_ use: (Ledger) throws -> Value) throws -> Value {
    // A process that another test starts holds every open lock for the moment before it runs its
    // program.
    let ledger = try Ledger(block: path, command: "test", patience: 5)
    return try withExtendedLifetime(ledger) { try use(ledger) }
  }

  func appendToJournal(_ text: String) throws {
    let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: "\(folder)/journal"))
    defer { try? handle.close() }
    try handle.seekToEnd()
    try handle.write(contentsOf: Data(text.utf8))
  }

  func changeJournal(_ change: (String) -> String) throws {
    let place = "\(folder)/journal"
    let text = try String(contentsOfFile: place, encoding: .utf8)
    try change(text).write(toFile: place, atomically: false, encoding: .utf8)
  }

  func overwrite(_ name: String, from offset: UInt64, with bytes: [UInt8]) throws {
    let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: "\(folder)/\(name)"))
    defer { try? handle.close() }
    try handle.seek(toOffset: offset)
    try handle.write(contentsOf: Data(bytes))
  }

  func removeIndex() throws {
    for name in try FileManager.default.contentsOfDirectory(atPath: folder)
    where name.hasPrefix("ledger.sqlite") {
      try FileManager.default.removeItem(atPath: "\(folder)/\(name)")
    }
  }

  /// Does something, then puts the index back as it was before.
  func keepingIndex(_ change: () throws -> Void) throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: folder)
      .filter { $0.hasPrefix("ledger.sqlite") }
    let kept = try names.map { ($0, try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\($0)"))) }
    try change()
    try removeIndex()
    for (name, data) in kept {
      try data.write(to: URL(fileURLWithPath: "\(folder)/\(name)"))
    }
  }
}

extension Receipt {
  static func sample(_ hash: ContentHash, unit: String?) -> Receipt {
    Receipt(
      hash: hash, size: 4, name: "bang-diem.xlsx", kind: .submission, source: "thu/1.eml",
      container: ContentHash(of: [0]),
      message: Message(
        sender: "ca@example.vn", senderName: "Phòng Tham mưu", subject: "Nộp bảng điểm",
        identifier: "1@example.vn", sent: "2019-11-20T09:00:00+07:00", arrived: nil),
      unit: unit, evidence: unit == nil ? nil : .sender, path: "bai-nop/CA/bang-diem.xlsx")
  }
}

extension MailboxState {
  static let sample = MailboxState(source: "imaps://example.vn/INBOX", validity: 7, lastUID: 12)
}
