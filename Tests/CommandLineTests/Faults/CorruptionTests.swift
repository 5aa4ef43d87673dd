import Foundation
import Ledger
import TestSupport
import Testing

/// A ledger whose files were damaged, met by the built program.
@Suite struct CorruptionTests {
  /// What happened to a ledger.
  enum Damage: Sendable, CustomTestStringConvertible {
    case indexPage(Int), indexHalf, indexEmpty, indexText, logGarbage, logLost, indexLost
    case journalByte(Int), journalTail(Int), journalTailWithoutIndex(Int)
    case objectByte(Int), objectLost(Int)

    var testDescription: String { "\(self)" }

    static let all: [Damage] =
      (0..<24).map { .indexPage($0) } + [
        .indexHalf, .indexEmpty, .indexText, .logGarbage, .logLost, .indexLost,
      ] + (0..<8).map { .journalByte($0) }
      + [1, 70, 700].flatMap { [.journalTail($0), .journalTailWithoutIndex($0)] }
      + (0..<3).flatMap { [.objectByte($0), .objectLost($0)] }

    func lay(on ledger: String) throws {
      let index = "\(ledger)/ledger.sqlite"
      let journal = "\(ledger)/journal"
      switch self {
      case .indexPage(let seed):
        var generator = SeededGenerator(seed: seed)
        try change(index) { bytes in
          let start = 4096 * generator.below(bytes.count / 4096)
          for place in start..<start + 4096 { bytes[place] = UInt8(generator.below(256)) }
        }
      case .indexHalf: try change(index) { $0.removeLast($0.count / 2) }
      case .indexEmpty: try change(index) { $0 = [] }
      case .indexText: try change(index) { $0 = Array("không phải cơ sở dữ liệu".utf8) }
      case .logGarbage:
        try Data(repeating: 0x5A, count: 9000).write(to: URL(fileURLWithPath: "\(index)-wal"))
      case .logLost: try? FileManager.default.removeItem(atPath: "\(index)-wal")
      case .indexLost: try FileManager.default.removeItem(atPath: index)
      case .journalByte(let seed):
        var generator = SeededGenerator(seed: seed)
        try change(journal) { $0[generator.below($0.count - 1)] ^= 1 << UInt8(generator.below(7)) }
      case .journalTail(let length): try change(journal) { $0.removeLast(length) }
      case .journalTailWithoutIndex(let length):
        try change(journal) { $0.removeLast(length) }
        try FileManager.default.removeItem(atPath: index)
      case .objectByte(let number):
        try change(object(number, in: ledger)) { $0[$0.count / 2] ^= 1 }
      case .objectLost(let number):
        try FileManager.default.removeItem(atPath: object(number, in: ledger))
      }
    }

    private func change(_ path: String, _ edit: (inout [UInt8]) -> Void) throws {
      var bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
      edit(&bytes)
      let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
      defer { try? handle.close() }
      try handle.truncate(atOffset: 0)
      try handle.write(contentsOf: Data(bytes))
    }

    private func object(_ number: Int, in ledger: String) throws -> String {
      let names = try FileManager.default.subpathsOfDirectory(atPath: "\(ledger)/archive")
        .filter { ($0 as NSString).lastPathComponent.count == 64 }.sorted()
      return "\(ledger)/archive/\(names[number * names.count / 3])"
    }
  }

  static let start = Result {
    let block = try MailedBlock.consolidated()
    try block.succeed(["consolidate", block.path])
    return block
  }

  /// What the ledger tells, as far as it can be told.
  static func history(_ block: MailedBlock) throws -> ([ReceiptEntry], [RunEntry]) {
    let ledger = try Ledger(readingBlock: block.path)
    return (try ledger.receipts(), try ledger.runs())
  }

  @Test(
    "is found by verify, named by whatever meets it, and made good as far as anything still tells",
    arguments: Damage.all)
  func damaged(_ damage: Damage) throws {
    let start = try Self.start.get()
    let block = try MailedBlock(copying: start)
    let before = try Self.history(start)
    let whole = try start.succeed(["history", start.path, "--json"]).output
    let hashes = Set(before.0.map(\.receipt.hash))
    try damage.lay(on: "\(block.path)/.thidua")

    // What lies there is found before anything heals.
    let looked = try CommandLineTests.run(["verify", block.path])
    #expect([0, 1].contains(looked.status), "\(looked)")
    if case .objectByte = damage { #expect(looked.status == 1) }
    if case .objectLost = damage { #expect(looked.status == 1) }
    if case .journalByte = damage { #expect(looked.status == 1) }

    // Whoever meets the damage says so; whoever does not tells all.
    let shown = try CommandLineTests.run(["history", block.path, "--json"])
    if shown.status == 0 {
      switch damage {
      // Records that only the cut lines held are gone, and no other.
      case .journalTailWithoutIndex: break
      default: #expect(shown.output == whole)
      }
    } else {
      #expect(shown.status == 66, "\(shown)")
      #expect(shown.errors.contains("thidua recover"), "\(shown.errors)")
    }
    let run = try CommandLineTests.run(["consolidate", block.path])
    if run.status != 0 {
      #expect(run.status == 66, "\(run)")
      #expect(run.errors.contains("thidua recover"), "\(run.errors)")
    }
    #expect(block.reports == start.reports)

    let recovered = try CommandLineTests.run(["recover", block.path])
    #expect([0, 1].contains(recovered.status), "\(recovered)")
    let (receipts, runs) = try Self.history(block)
    #expect(hashes.isSubset(of: Set(receipts.map(\.receipt.hash))))
    switch damage {
    case .objectByte, .objectLost:
      let again = try CommandLineTests.run(["verify", block.path])
      if again.status != 0 {
        #expect(recovered.status == 1)
        #expect(again.errors.contains("bản gốc mất hoặc bị thay đổi"))
      }
    case .journalTailWithoutIndex:
      #expect(try CommandLineTests.run(["verify", block.path]).status == 0)
    default:
      #expect(recovered.status == 0, "\(recovered.errors)")
      #expect(Array(receipts.prefix(before.0.count)) == before.0)
      #expect(Array(runs.prefix(before.1.count)) == before.1)
      #expect(try CommandLineTests.run(["verify", block.path]).status == 0)
    }
    try block.succeed(["consolidate", block.path])
    #expect(block.reports == start.reports)
  }
}
