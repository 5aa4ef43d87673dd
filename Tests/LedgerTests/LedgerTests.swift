import Foundation
import TestSupport
import Testing

@testable import Ledger

@Suite("A ledger")
struct LedgerTests {
  let block = BlockOnDisk()

  @Test("gives back what was written down after it was opened again")
  func reopening() throws {
    let hash = try block.write { ledger in
      let hash = try ledger.store(Array("điểm".utf8))
      try ledger.append([.receipt(.sample(hash, unit: "CA")), .mailbox(.sample)])
      return hash
    }
    try block.write { (ledger: Ledger) throws in
      #expect(try ledger.receipts().map(\.receipt) == [.sample(hash, unit: "CA")])
      #expect(try ledger.receipts(ofUnit: "QS").isEmpty)
      #expect(try ledger.receipts(of: hash).map(\.number) == [1])
      #expect(try ledger.mailbox(MailboxState.sample.source) == .sample)
      #expect(try ledger.archive.bytes(of: hash) == Array("điểm".utf8))
      #expect(try ledger.hasMessage("none@example.vn") == false)
    }
  }

  @Test("keeps runs with the files that they read, and tells in which a file was used")
  func runs() throws {
    try block.write { (ledger: Ledger) throws in
      let hash = try ledger.store([1, 2, 3])
      try ledger.append([.receipt(.sample(hash, unit: "CA"))])
      let file = RunRecord.File(
        role: .submission, path: "bai-nop/ca.xlsx", hash: hash, unit: "CA", verdict: "counted")
      let number = try ledger.append(
        runBy: "1.0", regulation: "abc", options: ["lang": "vi"], files: [file],
        result: Array("{}".utf8))
      let run = try ledger.run(number)
      #expect(run.run.options == ["lang": "vi"])
      #expect(try ledger.files(ofManifest: run.run.manifest) == [file])
      #expect(try ledger.archive.bytes(of: run.run.result) == Array("{}".utf8))
      #expect(try ledger.uses(of: hash).map(\.run) == [number])
      #expect(throws: LedgerError.noRun(99)) { _ = try ledger.run(99) }
    }
  }

  @Test("writes an original anew that a killed run left half written")
  func halfWrittenOriginal() throws {
    let bytes = Array("bảng tự chấm".utf8)
    let hash = try block.write { ledger in
      let place = ledger.archive.path(of: ContentHash(of: bytes))
      try FileManager.default.createDirectory(
        atPath: (place as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
      try Data(bytes.prefix(5)).write(to: URL(fileURLWithPath: place))
      return try ledger.store(bytes)
    }
    try block.write { (ledger: Ledger) throws in
      #expect(try ledger.archive.bytes(of: hash) == bytes)
    }
  }

  @Test("and its folders can be read by their owner alone")
  func modes() throws {
    try block.write { try $0.append([.receipt(.sample(try $0.store([9]), unit: nil))]) }
    let paths = try FileManager.default.subpathsOfDirectory(atPath: block.folder)
    #expect(paths.contains("journal") && paths.contains("ledger.sqlite"))
    for path in [""] + paths {
      let attributes = try FileManager.default.attributesOfItem(atPath: "\(block.folder)/\(path)")
      let mode = try #require(attributes[.posixPermissions] as? Int)
      #expect(mode & 0o077 == 0, "\(path): \(String(mode, radix: 8))")
    }
  }

  @Test("names its holder to a second writer, and is free once that is gone")
  func locking() throws {
    var first: Ledger? = try Ledger(block: block.path, command: "thidua collect", patience: 0)
    #expect {
      _ = try Ledger(block: block.path, command: "thidua consolidate", patience: 0.1)
    } throws: { error in
      guard case .locked(let holder?, _)? = error as? LedgerError else { return false }
      return holder.command == "thidua collect" && holder.process == getpid()
    }
    withExtendedLifetime(first) {}
    first = nil
    _ = try Ledger(block: block.path, command: "thidua consolidate", patience: 0)
  }

  @Test("and its folders are closed to others though somebody opened them, whatever the mask")
  func openedModes() throws {
    try block.write { try $0.append([.receipt(.sample(try $0.store([9]), unit: nil))]) }
    for name in ["", "/journal", "/ledger.sqlite", "/archive", "/lock"] {
      chmod(block.folder + name, 0o777)
    }
    try block.write { try $0.append([.receipt(.sample(try $0.store([8]), unit: nil))]) }
    for name in ["", "/journal", "/ledger.sqlite", "/archive", "/lock"] {
      var status = stat()
      #expect(stat(block.folder + name, &status) == 0)
      #expect(status.st_mode & 0o077 == 0, "\(name)")
    }
  }

  static let links = [
    "", "journal", "lock", "ledger.sqlite", "archive", "archive/tmp", "archive/4b",
  ]

  @Test("follows no link that stands in the place of one of its files", arguments: links)
  func followsNoLink(name: String) throws {
    let outside = try TemporaryFolder()
    try outside.write("giữ nguyên", to: "tep")
    if !name.isEmpty { try block.write { try $0.append([.mailbox(.sample)]) } }
    let place = name.isEmpty ? block.folder : "\(block.folder)/\(name)"
    let isFolder = name.isEmpty || name.hasPrefix("archive")
    try? FileManager.default.removeItem(atPath: place)
    try FileManager.default.createDirectory(
      atPath: (place as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(
      atPath: place, withDestinationPath: isFolder ? outside.path : "\(outside.path)/tep")
    #expect {
      // The hash of [1] begins with 4b.
      try block.write { try $0.append([.receipt(.sample(try $0.store([1]), unit: nil))]) }
    } throws: {
      ($0 as? LedgerError)?.message(in: .vi).contains("liên kết") == true
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: outside.path) == ["tep"])
    #expect(try outside.read("tep") == Array("giữ nguyên".utf8))
  }

  @Test("takes what was written together together, or not at all")
  func batches() throws {
    try block.write { ledger in
      try ledger.append([.mailbox(.sample)])
      let hashes = try (1...3).map { try ledger.store([$0]) }
      try ledger.append(hashes.map { .receipt(.sample($0, unit: "CA")) })
    }
    // A run was killed while it wrote the third of the three.
    try block.removeIndex()
    try block.changeJournal { String($0.dropLast(40)) }
    try block.write { (ledger: Ledger) throws in
      #expect(try ledger.receipts().isEmpty)
      #expect(try ledger.mailbox(MailboxState.sample.source) == .sample)
      try ledger.append([.receipt(.sample(try ledger.store([1]), unit: "CA"))])
      #expect(try ledger.receipts().map(\.number) == [2])
    }
    #expect(try Ledger.verify(block: block.path).isSound)
  }

  @Test("numbers what comes in and the runs on, though the clock went back")
  func clock() throws {
    try block.write { (ledger: Ledger) throws in
      try ledger.append([.receipt(.sample(try ledger.store([1]), unit: "CA"))])
    }
    // What the journal holds was written in another century, as far as its clock knew.
    try block.removeIndex()
    try FileManager.default.removeItem(atPath: "\(block.folder)/journal")
    var journal = Journal(path: "\(block.folder)/journal")
    let run = RunRecord(
      version: "1", regulation: "r", manifest: ContentHash(of: [1]), result: ContentHash(of: [1]))
    _ = try journal.append(
      [.receipt(.sample(ContentHash(of: [1]), unit: "CA")), .run(run)],
      at: "2119-01-01T00:00:00+07:00")
    try block.write { (ledger: Ledger) throws in
      try ledger.append([.receipt(.sample(try ledger.store([2]), unit: "QS"))])
      let number = try ledger.append(
        runBy: "1", regulation: "r", options: [:], files: [], result: [])
      #expect(number == 2)
      #expect(try ledger.runs().map(\.number) == [1, 2])
      #expect(try ledger.receipts().map(\.receipt.unit) == ["CA", "QS"])
      #expect(try ledger.receipts().map(\.number) == [1, 3])
    }
  }

  @Test("can be read while another writes, and where nobody can write")
  func reading() throws {
    try block.write { try $0.append([.receipt(.sample(try $0.store([1]), unit: "CA"))]) }
    let writer = try Ledger(block: block.path, command: "thidua collect", patience: 0)
    let reader = try Ledger.reading(block: block.path, command: "thidua history")
    #expect(try reader.receipts().map(\.receipt.unit) == ["CA"])
    #expect(throws: LedgerError.self) { try reader.append([.mailbox(.sample)]) }
    withExtendedLifetime(writer) {}
  }

  @Test("forgets half a line that a killed run left, and nothing else")
  func tornLine() throws {
    try block.write { try $0.append([.receipt(.sample(try $0.store([1]), unit: "CA"))]) }
    try block.appendToJournal("0123 {\"half\"")
    try block.write { (ledger: Ledger) throws in
      #expect(try ledger.receipts().count == 1)
      try ledger.append([.receipt(.sample(try ledger.store([2]), unit: "QS"))])
    }
    #expect(try Ledger.verify(block: block.path).isSound)
    #expect(try block.write { try $0.receipts().map(\.receipt.unit) } == ["CA", "QS"])
  }

  @Test("brings its index up to the journal, which a killed run left ahead of it")
  func indexBehind() throws {
    try block.write { try $0.append([.receipt(.sample(try $0.store([1]), unit: "CA"))]) }
    try block.keepingIndex {
      _ = try block.write { try $0.append([.receipt(.sample(try $0.store([2]), unit: "QS"))]) }
    }
    #expect(try block.write { try $0.receipts().map(\.receipt.unit) } == ["CA", "QS"])
  }

  @Test("writes an object anew that a killed run left without telling of it")
  func untoldObject() throws {
    let bytes = Array("whole".utf8)
    let hash = ContentHash(of: bytes)
    try block.write { _ in }
    let place = Archive(path: "\(block.folder)/archive").path(of: hash)
    try FileManager.default.createDirectory(
      atPath: (place as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
    try Data("wrong".utf8).write(to: URL(fileURLWithPath: place))
    try block.write { (ledger: Ledger) throws in
      try ledger.store(bytes)
      #expect(try ledger.archive.bytes(of: hash) == bytes)
    }
  }

  @Test("The steps of an answer are kept in order, and its message is an original")
  func replies() throws {
    let block = BlockOnDisk()
    try block.write { (ledger: Ledger) throws in
      let message = try ledger.store(Array("From: a@example.vn".utf8))
      for state in [Reply.State.sending, .unsure, .sending] {
        try ledger.append([
          .reply(
            Reply(
              unit: "CA", run: 1, state: state, recipients: ["ca@example.vn"], identifier: "1@x",
              server: "smtps://mail.example.vn", message: message))
        ])
      }
    }
    try block.write { (ledger: Ledger) throws in
      #expect(
        try ledger.replies(to: "CA", run: 1).map(\.reply.state) == [.sending, .unsure, .sending])
      #expect(try ledger.replies(to: "CA", run: 2).isEmpty)
      #expect(try ledger.replies(to: "VKS").isEmpty)
    }
    let verification = try Ledger.verify(block: block.path)
    #expect(verification.isSound && verification.objects == 1)
    #expect(verification.unlistedObjects.isEmpty)
  }
}
