import Foundation
import Testing

@testable import Ledger

@Suite("A damaged ledger")
struct LedgerRecoveryTests {
  let block = BlockOnDisk()

  init() throws {
    try block.write { ledger in
      for number in 0..<40 {
        let hash = try ledger.store(Array("tệp \(number)".utf8))
        try ledger.append([.receipt(.sample(hash, unit: "U\(number)"))])
      }
    }
  }

  @Test("whose index lost its pages says so, and is made anew from the journal")
  func indexPages() throws {
    try block.overwrite("ledger.sqlite", from: 0, with: [UInt8](repeating: 0xAA, count: 8192))
    #expect(try Ledger.verify(block: block.path).isIndexSound == false)
    #expect {
      _ = try Ledger(block: block.path, command: "test", patience: 0)
    } throws: {
      guard case .indexDamaged? = $0 as? LedgerError else { return false }
      return true
    }
    let recovery = try Ledger.recover(block: block.path, command: "thidua recover")
    #expect(recovery.records == 40)
    #expect(recovery.setAside.contains { $0.hasSuffix("ledger.sqlite.damaged-1") })
    #expect(try block.write { try $0.receipts().count } == 40)
    #expect(try Ledger.verify(block: block.path).isSound)
  }

  @Test("that misses rows is found out, though its pages are in order")
  func missingRows() throws {
    try block.write { ledger in
      try ledger.index.database.write {
        try $0.execute(sql: "DELETE FROM receipt WHERE number = 7")
      }
    }
    #expect(try Ledger.verify(block: block.path).isIndexSound == false)
  }

  @Test("whose journal was changed keeps every line that can be read, and every original")
  func journalLine() throws {
    try block.changeJournal { $0.replacingOccurrences(of: "\"U20\"", with: "\"X20\"") }
    #expect(try Ledger.verify(block: block.path).damagedLine == 21)
    let recovery = try Ledger.recover(block: block.path, command: "thidua recover")
    #expect(recovery.rescuedRecords == 20)
    #expect(recovery.lostLines.isEmpty)
    #expect(recovery.setAside.contains { $0.hasSuffix("journal.damaged-1") })
    #expect(try block.write { try $0.receipts().count } == 40)
    #expect(try Ledger.verify(block: block.path).isSound)
  }

  @Test("whose journal lost a line has a receipt again for each original that it told of")
  func lostLine() throws {
    try block.changeJournal { text in
      var lines = text.components(separatedBy: "\n")
      lines[10] = String(repeating: "#", count: 80)
      return lines.joined(separator: "\n")
    }
    let recovery = try Ledger.recover(block: block.path, command: "thidua recover")
    #expect(recovery.lostLines == [11])
    #expect(recovery.rescuedObjects == [ContentHash(of: Array("tệp 10".utf8))])
    let found = try block.write { try $0.receipts(of: ContentHash(of: Array("tệp 10".utf8))) }
    #expect(found.map(\.receipt.reason) == [Receipt.recovered])
  }

  @Test("whose journal is gone altogether has a receipt again for each original")
  func journalGone() throws {
    try FileManager.default.removeItem(atPath: "\(block.folder)/journal")
    let recovery = try Ledger.recover(block: block.path, command: "thidua recover")
    #expect(recovery.rescuedObjects.count == 40)
    #expect(try Ledger.verify(block: block.path).isSound)
  }

  @Test("whose original was changed names it")
  func changedObject() throws {
    let hash = ContentHash(of: Array("tệp 3".utf8))
    let place = Archive(path: "\(block.folder)/archive").path(of: hash)
    try Data("tệp 4".utf8).write(to: URL(fileURLWithPath: place))
    #expect(try Ledger.verify(block: block.path).damagedObjects == [hash])
    #expect(
      try Ledger.recover(block: block.path, command: "thidua recover").damagedObjects == [hash])
  }
}
