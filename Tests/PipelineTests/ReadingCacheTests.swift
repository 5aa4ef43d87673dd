import Foundation
import Language
import Normalizer
import Regulation
import Spreadsheet
import TestSupport
import Testing
import Writer

@testable import Pipeline

/// A second run reads only what changed, and says the same to the byte.
@Suite struct ReadingCacheTests {
  /// What one run wrote, and how many files it did not have to read.
  struct Run: Equatable {
    var result: [UInt8]
    var detail: [UInt8]
    var known: Int
  }

  static func run(
    _ folder: TemporaryFolder, isCached: Bool = true, passwords: [Password] = [],
    limits: Limits = .submission, version: String = "1"
  ) async throws -> Run {
    let block = try BlockFolder(path: folder.path)
    let source = try block.regulationSource()
    let regulation = try source.regulation()
    // The program makes it for its ledger.
    try FileManager.default.createDirectory(
      atPath: "\(folder.path)/.thidua", withIntermediateDirectories: true)
    let cache =
      isCached
      ? ReadingCache(of: block, regulation: source, limits: limits, version: version) : nil
    let consolidation = try await Consolidator(
      block: block, regulation: regulation, passwords: passwords, limits: limits, cache: cache
    ).consolidate()
    return Run(
      result: ResultJSON.bytes(consolidation, language: .vi),
      detail: DetailCSV.bytes(consolidation, language: .vi), known: cache?.filesKnown ?? 0)
  }

  static func expectSame(_ folder: TemporaryFolder, known: Int) async throws {
    let cold = try await run(folder, isCached: false)
    let warm = try await run(folder)
    #expect(warm.result == cold.result)
    #expect(warm.detail == cold.detail)
    #expect(warm.known == known)
  }

  static func cachePath(_ folder: TemporaryFolder) -> String {
    "\(folder.path)/.thidua/cache/readings"
  }

  @Test("A second run reads nothing that it knows, and a third neither")
  func warm() async throws {
    let folder = try ConsolidationTests.soundBlock()
    try await Self.expectSame(folder, known: 0)
    try await Self.expectSame(folder, known: 3)
    try await Self.expectSame(folder, known: 3)
  }

  @Test("Whatever a file says of people, practices, results and faults is known again")
  func everything() async throws {
    for name in ["khoi-noi-chinh-2019", "tung-ton-tai"] {
      let folder = try TemporaryFolder()
      let fixture = "\(FixtureBlockTests.fixtures)/\(name)"
      for item in try FileManager.default.contentsOfDirectory(atPath: fixture) {
        try FileManager.default.copyItem(
          atPath: "\(fixture)/\(item)", toPath: "\(folder.path)/\(item)")
      }
      guard FileManager.default.fileExists(atPath: "\(folder.path)/bai-nop") else { continue }
      let cold = try await Self.run(folder)
      let warm = try await Self.run(folder)
      #expect(warm.result == cold.result)
      #expect(warm.detail == cold.detail)
      #expect(warm.known > 0)
    }
  }

  @Test("A file that changed is read again, the others are not; one that went is forgotten")
  func changes() async throws {
    let folder = try ConsolidationTests.soundBlock()
    _ = try await Self.run(folder)
    let before = try await Self.run(folder)
    try folder.write(
      CSVBlock.submission(unit: "Công an tỉnh", "9,5", "1"), to: "bai-nop/cong an.csv")
    try await Self.expectSame(folder, known: 2)
    try await Self.expectSame(folder, known: 3)
    #expect(try await Self.run(folder).result != before.result)
    try FileManager.default.removeItem(atPath: "\(folder.path)/bai-nop/toa.txt")
    try await Self.expectSame(folder, known: 2)
    let size = try Data(contentsOf: URL(fileURLWithPath: Self.cachePath(folder))).count
    try folder.write(
      CSVBlock.submission(unit: "Tòa án nhân dân tỉnh", "7", "6", "1"), to: "bai-nop/toa.txt")
    try await Self.expectSame(folder, known: 2)
    let later = try Data(contentsOf: URL(fileURLWithPath: Self.cachePath(folder))).count
    #expect(size < later)
  }

  @Test("The same bytes under another name are another file, for a name may say whose it is")
  func renamed() async throws {
    let folder = try ConsolidationTests.soundBlock()
    _ = try await Self.run(folder)
    try FileManager.default.moveItem(
      atPath: "\(folder.path)/bai-nop/cong an.csv", toPath: "\(folder.path)/bai-nop/vks.csv")
    try await Self.expectSame(folder, known: 2)
  }

  @Test("Another regulation, other limits and another version make every file new")
  func keys() async throws {
    let folder = try ConsolidationTests.soundBlock()
    _ = try await Self.run(folder)
    #expect(try await Self.run(folder, version: "2").known == 0)
    #expect(try await Self.run(folder, version: "2").known == 3)
    var limits = Limits.submission
    limits.cells = 400_000
    #expect(try await Self.run(folder, limits: limits, version: "2").known == 0)
    _ = try await Self.run(folder)
    let file = try #require(
      try BlockFolder(path: folder.path).regulationSource().files.first?.path)
    let text = try String(contentsOfFile: file, encoding: .utf8)
    try (text + "\n").write(toFile: file, atomically: true, encoding: .utf8)
    try await Self.expectSame(folder, known: 0)
    try await Self.expectSame(folder, known: 3)
  }

  @Test(
    "A damaged cache is as none, and is made anew",
    arguments: ["cut", "flipped", "empty", "foreign", "longer"])
  func damage(_ kind: String) async throws {
    let folder = try ConsolidationTests.soundBlock()
    _ = try await Self.run(folder)
    let url = URL(fileURLWithPath: Self.cachePath(folder))
    let sound = Array(try Data(contentsOf: url))
    var bytes = sound
    switch kind {
    case "cut": bytes.removeLast(bytes.count / 2)
    case "flipped": bytes[bytes.count / 2] ^= 0x20
    case "empty": bytes = []
    case "foreign": bytes = Array("SQLite format 3".utf8)
    default: bytes += [0]
    }
    try Data(bytes).write(to: url)
    try await Self.expectSame(folder, known: 0)
    try await Self.expectSame(folder, known: 3)
  }

  @Test("Records cut or changed at any place never lead further than to damage")
  func fuzz() async throws {
    let folder = try ConsolidationTests.soundBlock()
    let block = try BlockFolder(path: folder.path)
    let files = try await Consolidator(block: block, regulation: block.regulation())
      .check(files: ["\(folder.path)/bai-nop/cong an.csv"])
    var writer = RecordWriter()
    writer.append(files[0])
    let texts = writer.texts
    let record = writer.takeRecord()
    for index in record.indices {
      for change: UInt8 in [0x01, 0x80, 0xFF] {
        var bytes = record
        bytes[index] ^= change
        var reader = RecordReader(bytes[...], texts: texts)
        _ = try? reader.file(path: "a", name: "a", sha256: "a", received: nil)
      }
      var reader = RecordReader(record[..<index], texts: texts)
      #expect(throws: RecordReader.Damage.self) {
        try reader.file(path: "a", name: "a", sha256: "a", received: nil)
      }
    }
  }

  @Test("The cache is its owner's alone")
  func modes() async throws {
    let folder = try ConsolidationTests.soundBlock()
    _ = try await Self.run(folder)
    for (path, mode) in [
      (Self.cachePath(folder), 0o600), ("\(folder.path)/.thidua/cache", 0o700),
    ] {
      let attributes = try FileManager.default.attributesOfItem(atPath: path)
      #expect(attributes[.posixPermissions] as? Int == mode)
    }
    let names = try FileManager.default.contentsOfDirectory(
      atPath: "\(folder.path)/.thidua/cache")
    #expect(names == ["readings"])
  }

  @Test("Where no cache can be written the run goes on without")
  func unwritable() async throws {
    let folder = try ConsolidationTests.soundBlock()
    try FileManager.default.createDirectory(
      atPath: "\(folder.path)/.thidua", withIntermediateDirectories: true)
    try folder.write("", to: ".thidua/cache")
    try await Self.expectSame(folder, known: 0)
    try await Self.expectSame(folder, known: 0)
  }

  @Test("What took a password to read is not kept")
  func encrypted() async throws {
    let folder = try ConsolidationTests.encryptedBlock()
    let passwords: [Password] = ["khác", "Mật khẩu số 2"]
    let cold = try await Self.run(folder, passwords: passwords)
    let warm = try await Self.run(folder, passwords: passwords)
    #expect(warm.result == cold.result)
    #expect(warm.known == 2)
    let bytes = try Data(contentsOf: URL(fileURLWithPath: Self.cachePath(folder)))
    #expect(bytes.range(of: Data("cong an.xlsx".utf8)) == nil)
    #expect(bytes.range(of: Data("Mật khẩu số 2".utf8)) == nil)
  }
}
