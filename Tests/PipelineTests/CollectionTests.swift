import Foundation
import Intake
import Ledger
import Pipeline
import TestSupport
import Testing

/// What mails bring into a block, and what the ledger makes of it.
@Suite struct CollectionTests {
  /// A block whose police have an address, and a place for mails beside it.
  static func block(rules: String = "") throws -> TemporaryFolder {
    try CSVBlock.makeForMail(rules: rules)
  }

  static func mail(
    from: String, date: String, identifier: String, subject: String = "Bảng điểm",
    file name: String = "bang.csv", _ table: String
  ) -> String {
    TableMail.text(
      from: from, date: date, identifier: "\(identifier)@example.vn", subject: subject, file: name,
      table)
  }

  /// A table that does not say whose it is.
  static func nameless(_ first: String, _ second: String) -> String {
    CSVBlock.submission(unit: "", first, second).replacing("Đơn vị: ;;;", with: ";;;")
  }

  static func collect(_ source: String, into folder: TemporaryFolder) throws -> CollectionSummary {
    let block = try BlockFolder(path: folder.path)
    let ledger = try Ledger(block: folder.path, command: "test", patience: 0)
    let collector = Collector(block: block, regulation: try block.regulation(), ledger: ledger)
    try collector.collect(path: "\(folder.path)/\(source)")
    return collector.summary
  }

  static func consolidate(_ folder: TemporaryFolder) async throws -> [String: Any] {
    let block = try BlockFolder(path: folder.path)
    let ledger = try BlockLedger(block: block)
    let consolidation = try await Consolidator(
      block: block, regulation: try block.regulation(), ledger: ledger
    ).consolidate()
    let outcome = try Publication(folder: block.outputFolder).publish(consolidation, language: .vi)
    try ledger.record(
      consolidation, outcome: outcome, options: ["lang": "vi"], version: "test")
    let json = try JSONSerialization.jsonObject(with: Data(folder.read("ket-qua/ket-qua.json")))
    return try #require(json as? [String: Any])
  }

  static func unit(_ code: String, in result: [String: Any]) throws -> [String: Any] {
    let units = result["units"] as? [[String: Any]] ?? []
    let unit: [String: Any]? = units.first { unit in
      let found: String? = unit["code"] as? String
      return found == code
    }
    return try #require(unit)
  }

  static func text(_ key: String, of object: [String: Any]) -> String? { object[key] as? String }

  @Test("A mail's sender says whose a nameless table is, and its date when it came")
  func sender() async throws {
    let folder = try Self.block()
    try folder.write(
      Self.mail(
        from: "CA@Example.vn", date: "Wed, 20 Nov 2019 02:00:00 +0000", identifier: "1",
        Self.nameless("9", "8")), to: "thu/1.eml")
    let summary = try Self.collect("thu", into: folder)
    #expect(summary.messages == 1)
    #expect(summary.submissions == 1)
    #expect(summary.waiting.isEmpty)
    #expect(folder.has("bai-nop/CA/20191120-090000/bang.csv"))
    let police = try Self.unit("CA", in: try await Self.consolidate(folder))
    #expect(Self.text("status", of: police) == "ranked")
    let source = police["source"] as? [String: Any] ?? [:]
    #expect(Self.text("received", of: source) == "2019-11-20T09:00:00+07:00")
  }

  @Test("Of several mails the last before the deadline counts, whatever the order of collecting")
  func lastBeforeDeadline() async throws {
    let folder = try Self.block(rules: "Hạn nộp;25/11/2019\n")
    for (number, day, score) in [(3, "26", "10"), (1, "20", "7"), (2, "24", "9")] {
      try folder.write(
        Self.mail(
          from: "ca@example.vn", date: "\(day) Nov 2019 09:00:00 +0700", identifier: "\(number)",
          Self.nameless(score, "8")), to: "thu/\(number).eml")
    }
    _ = try Self.collect("thu", into: folder)
    let police = try Self.unit("CA", in: try await Self.consolidate(folder))
    #expect(Self.text("total", of: police) == "17")
  }

  @Test("The same file in the mails of two units is a submission of each")
  func sameFileTwice() throws {
    let folder = try Self.block()
    for (number, unit) in ["ca", "vks"].enumerated() {
      try folder.write(
        Self.mail(
          from: "\(unit)@example.vn", date: "20 Nov 2019 09:00:00 +0700", identifier: unit,
          Self.nameless("9", "8")), to: "thu/\(number).eml")
    }
    #expect(try Self.collect("thu", into: folder).submissions == 2)
    #expect(folder.has("bai-nop/CA/20191120-090000/bang.csv"))
    #expect(folder.has("bai-nop/VKS/20191120-090000/bang.csv"))
  }

  @Test("A mail that is too large is in the ledger with its head, once")
  func tooLarge() throws {
    let folder = try Self.block()
    let mail =
      Self.mail(
        from: "ca@example.vn", date: "20 Nov 2019 09:00:00 +0700", identifier: "1",
        Self.nameless("9", "8")) + String(repeating: "x\r\n", count: 40_000)
    try folder.write(mail, to: "thu/1.eml")
    let block = try BlockFolder(path: folder.path)
    let ledger = try Ledger(block: folder.path, command: "test", patience: 0)
    var limits = IntakeLimits()
    limits.messageBytes = 100_000
    for expected in [1, 0] {
      let collector = Collector(
        block: block, regulation: try block.regulation(), ledger: ledger, limits: limits)
      try collector.collect(path: "\(folder.path)/thu")
      #expect(collector.summary.refused.count == expected && collector.summary.messages == 0)
    }
    let receipt = try #require(try ledger.receipts().first?.receipt)
    #expect(receipt.kind == .refused && receipt.reason == "too-large")
    #expect(receipt.size == mail.utf8.count && receipt.message?.sender == "ca@example.vn")
  }

  @Test("A second collection takes only what is new")
  func secondTime() throws {
    let folder = try Self.block()
    let first = Self.mail(
      from: "ca@example.vn", date: "20 Nov 2019 09:00:00 +0700", identifier: "1",
      Self.nameless("9", "8"))
    try folder.write(first, to: "thu/1.eml")
    _ = try Self.collect("thu", into: folder)
    // The same message as another server kept it.
    try folder.write("X-Copy: 1\r\n" + first, to: "thu/2.eml")
    try folder.write(
      Self.mail(
        from: "vks@example.vn", date: "21 Nov 2019 09:00:00 +0700", identifier: "3",
        Self.nameless("9", "9")), to: "thu/3.eml")
    let summary = try Self.collect("thu", into: folder)
    #expect(summary.messages == 1)
    #expect(summary.submissions == 1)
    #expect(summary.known == 2)
    let files = try FileManager.default.subpathsOfDirectory(atPath: "\(folder.path)/bai-nop")
      .filter { $0.hasSuffix(".csv") }
    #expect(files.count == 2)
  }

  @Test("What an unknown sender sent waits where it can be seen, and no name becomes a path")
  func unknownSender() throws {
    let folder = try Self.block()
    try folder.write(
      Self.mail(
        from: "ai@example.com", date: "20 Nov 2019 09:00:00 +0700", identifier: "1",
        file: "../../../quy-che.csv", Self.nameless("9", "8")), to: "thu/1.eml")
    let summary = try Self.collect("thu", into: folder)
    #expect(summary.waiting.first?.sender == "ai@example.com")
    let path = try #require(summary.waiting.first?.path)
    #expect(path.hasPrefix("bai-nop/chua-ro-don-vi/"))
    #expect(path.hasSuffix("/quy-che.csv"))
    #expect(!path.contains(".."))
    #expect(folder.has(path))
  }

  @Test("A run can be repeated from the archive, and two runs be compared")
  func repetition() async throws {
    let folder = try Self.block()
    try folder.write(
      Self.mail(
        from: "ca@example.vn", date: "20 Nov 2019 09:00:00 +0700", identifier: "1",
        Self.nameless("9", "8")), to: "thu/1.eml")
    _ = try Self.collect("thu", into: folder)
    _ = try await Self.consolidate(folder)
    try folder.write(
      Self.mail(
        from: "ca@example.vn", date: "21 Nov 2019 09:00:00 +0700", identifier: "2",
        Self.nameless("9,5", "8")), to: "thu/2.eml")
    _ = try Self.collect("thu", into: folder)
    _ = try await Self.consolidate(folder)
    // What lies in the folders is of no account.
    try FileManager.default.removeItem(atPath: "\(folder.path)/bai-nop")

    let ledger = try Ledger(block: folder.path, command: "test", patience: 0)
    for run in 1...2 {
      let repetition = try await RunRepetition(
        of: run, in: ledger, passwords: [], version: "test")
      #expect(repetition.outcome == .same)
    }
    let difference = try RunDifference(from: 1, to: 2, in: ledger)
    let police = try #require(difference.units.first { $0.code == "CA" })
    #expect(police.total?.before == "17")
    #expect(police.total?.after == "17.5")
    #expect(police.scores.first?.criterion == "1.1")
    #expect(police.scores.count == 1)
    let file = try #require(police.file?.after)
    #expect(file.contains("20191121"))
    #expect(difference.regulation == nil)
  }
}
