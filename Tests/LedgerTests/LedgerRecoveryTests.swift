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
    let before = try block.write { try $0.receipts() }
    try block.changeJournal { $0.replacingOccurrences(of: "\"U20\"", with: "\"X20\"") }
    #expect(try Ledger.verify(block: block.path).damagedLine == 21)
    let recovery = try Ledger.recover(block: block.path, command: "thidua recover")
    #expect(recovery.rescuedRecords == 19)
    // What the line said before the index knows.
    #expect(recovery.restoredRecords == 1)
    #expect(recovery.isComplete)
    #expect(recovery.setAside.contains { $0.hasSuffix("journal.damaged-1") })
    #expect(try block.write { try $0.receipts() } == before)
    #expect(try Ledger.verify(block: block.path).isSound)
  }

  @Test(
    "whose journal was changed and whose index is gone names the line that nobody can vouch for")
  func alteredLine() throws {
    try block.changeJournal { $0.replacingOccurrences(of: "\"U20\"", with: "\"X20\"") }
    try block.removeIndex()
    let recovery = try Ledger.recover(block: block.path, command: "thidua recover")
    #expect(recovery.alteredLines == [21])
    #expect(recovery.rescuedRecords == 19)
    #expect(!recovery.isComplete)
    #expect(try block.write { try $0.receipts()[20].receipt.unit } == "X20")
  }

  @Test("whose journal lost its end takes it back from the index, with the times and numbers")
  func cutTail() throws {
    let before = try block.write { try $0.receipts() }
    try block.changeJournal {
      $0.split(separator: "\n").prefix(30).joined(separator: "\n") + "\n0123"
    }
    #expect {
      _ = try Ledger(block: block.path, command: "test", patience: 0)
    } throws: {
      guard case .indexDamaged? = $0 as? LedgerError else { return false }
      return true
    }
    #expect(try Ledger.verify(block: block.path).isSound == false)
    let recovery = try Ledger.recover(block: block.path, command: "thidua recover")
    #expect(recovery.restoredRecords == 10)
    #expect(recovery.isComplete)
    #expect(try block.write { try $0.receipts() } == before)
    #expect(try Ledger.verify(block: block.path).isSound)
  }

  @Test("in which one value of the index was changed is found out by verify")
  func changedValue() throws {
    try block.write { ledger in
      try ledger.index.database.write {
        try $0.execute(sql: "UPDATE receipt SET sent = '2019-11-01' WHERE number = 7")
      }
    }
    #expect(try Ledger.verify(block: block.path).isIndexSound == false)
    _ = try Ledger.recover(block: block.path, command: "thidua recover")
    #expect(try Ledger.verify(block: block.path).isSound)
  }

  @Test("of which rows are no receipts any more says so and leaves none of them out")
  func impossibleRow() throws {
    try block.write { ledger in
      try ledger.index.database.write {
        try $0.execute(sql: "UPDATE receipt SET size = 'x', hash = 7 WHERE number = 7")
      }
    }
    #expect {
      try block.write { _ = try $0.receipts() }
    } throws: {
      guard case .indexDamaged? = $0 as? LedgerError else { return false }
      return true
    }
  }

  @Test("whose run's record was lost keeps the numbers of the other runs")
  func runNumbers() throws {
    for number in 1...3 {
      let made = try block.write {
        try $0.append(
          runBy: "1", regulation: "r", options: [:], files: [], result: Array("\(number)".utf8))
      }
      #expect(made == number)
    }
    try block.changeJournal { text in
      var lines = text.components(separatedBy: "\n")
      lines[41] = String(repeating: "#", count: 80)
      return lines.joined(separator: "\n")
    }
    try block.removeIndex()
    let recovery = try Ledger.recover(block: block.path, command: "thidua recover")
    #expect(recovery.lostLines == [42])
    #expect(try block.write { try $0.runs().map(\.number) } == [1, 3])
    let next = try block.write {
      try $0.append(runBy: "1", regulation: "r", options: [:], files: [], result: [])
    }
    #expect(next == 4)
  }

  @Test("whose originals have receipts again only because theirs were lost takes them in once more")
  func recoveredReceipt() throws {
    let bytes = Array("thư".utf8)
    try block.write { try $0.store(bytes) }
    let hash = ContentHash(of: bytes)
    let recovery = try Ledger.recover(block: block.path, command: "thidua recover")
    #expect(recovery.rescuedObjects == [hash])
    #expect(try block.write { try $0.hasReceipt(of: hash) } == false)
  }

  @Test("whose journal lost a line has a receipt again for each original that it told of")
  func lostLine() throws {
    try block.removeIndex()
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
    try block.removeIndex()
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
