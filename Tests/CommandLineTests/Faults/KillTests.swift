import Foundation
import Ledger
import Pipeline
import TestSupport
import Testing

/// The program ended by `kill -9` at two hundred moments of collecting and consolidating.
@Suite struct KillTests {
  /// What an undisturbed run makes, how long it takes, and what stood there before it.
  struct Course {
    var block: MailedBlock
    var earlier: [String: Data]
    var collecting: Duration
    var consolidating: Duration

    init() throws {
      let clock = ContinuousClock()
      // Earlier reports, of submissions that then changed.
      let before = try MailedBlock()
      try before.succeed(["consolidate", before.path])
      earlier = before.reports
      let block = try MailedBlock()
      collecting = try clock.measure { try block.succeed(["collect", block.path, block.mails]) }
      consolidating = try clock.measure { try block.succeed(["consolidate", block.path]) }
      self.block = block
    }
  }

  /// Starts the program and kills it after a while, unless it has ended by then.
  static func kill(_ arguments: [String], after delay: Duration) throws {
    let process = Process()
    process.executableURL = CommandLineTests.program
    process.arguments = arguments
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    process.standardInput = FileHandle.nullDevice
    try process.run()
    usleep(useconds_t(delay.components.attoseconds / 1_000_000_000_000))
    Foundation.kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
  }

  /// What holds at any moment: nothing is half there, nothing that was received is lost.
  static func checkSoundness(of block: MailedBlock, _ course: Course, _ place: String) throws {
    #expect(block.sources == course.block.sources, "\(place)")
    for (name, bytes) in block.submissions {
      #expect(bytes == course.block.submissions[name], "\(place): \(name)")
    }
    for (name, bytes) in block.reports {
      #expect(
        bytes == course.earlier[name] || bytes == course.block.reports[name], "\(place): \(name)")
    }
    #expect(try block.lostSubmissions() == [], "\(place)")
    if Ledger.exists(inBlock: block.path) {
      // The index is made of the journal: one that was being made is made anew by the next run.
      var found = try Ledger.verify(block: block.path)
      found.isIndexSound = true
      #expect(found.isSound, "\(place): \(found)")
    }
  }

  @Test(
    "leaves nothing half there and loses no submission, and the next run ends as if nothing had been",
    arguments: [1, 2, 3, 4])
  func killed(lane: Int) throws {
    let course = try Course()
    var generator = SeededGenerator(seed: lane)
    for round in 0..<25 {
      let block = try MailedBlock()
      for (name, bytes) in course.earlier {
        try block.folder.write([UInt8](bytes), to: "khoi/ket-qua/\(name)")
      }
      let shares = (0..<2).map { _ in Double(generator.below(1100)) / 1000 }
      let place = "lane \(lane), round \(round), \(shares)"

      let collect = ["collect", block.path, block.mails]
      try Self.kill(collect, after: course.collecting * shares[0])
      try Self.checkSoundness(of: block, course, place)
      #expect(block.reports == course.earlier, "\(place)")
      try block.succeed(collect)
      #expect(block.submissions == course.block.submissions, "\(place)")

      let consolidate = ["consolidate", block.path]
      try Self.kill(consolidate, after: course.consolidating * shares[1])
      try Self.checkSoundness(of: block, course, place)
      try Publication(folder: "\(block.path)/ket-qua").recover()
      #expect([course.earlier, course.block.reports].contains(block.reports), "\(place)")
      try block.succeed(consolidate)
      #expect(block.reports == course.block.reports, "\(place)")
      #expect(try Ledger.verify(block: block.path).isSound, "\(place)")
      #expect(Self.leftovers(in: block.path) == [], "\(place)")
    }
  }

  /// Drafts that nobody will ever need.
  static func leftovers(in block: String) -> [String] {
    let names = FileManager.default.enumerator(atPath: block)?.compactMap { $0 as? String } ?? []
    return names.filter { name in
      let last = (name as NSString).lastPathComponent
      return last.hasPrefix(".") && last != ".thidua" || name.contains("archive/tmp/")
    }
  }
}
