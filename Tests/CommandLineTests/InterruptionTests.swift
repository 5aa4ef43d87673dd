import Foundation
import Pipeline
import TestSupport
import Testing

/// The built program, killed at any moment.
@Suite struct InterruptionTests {
  /// The reports of one block, as a person finds them in the folder.
  static func reports(in folder: String) throws -> [String: Data] {
    let names = try FileManager.default.contentsOfDirectory(atPath: folder)
    return try Dictionary(
      uniqueKeysWithValues: names.map {
        ($0, try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\($0)")))
      })
  }

  /// Two blocks whose reports differ, and the reports of each.
  static func blocks() throws -> (folders: [TemporaryFolder], reports: [[String: Data]]) {
    let folders = [try CommandLineTests.block(), try CommandLineTests.block(rules: "Số lẻ;1\n")]
    try folders[1].write(
      CSVBlock.submission(unit: "Công an tỉnh", "1", "2"), to: "bai-nop/ca.csv")
    let reports = try folders.map { folder in
      #expect(try CommandLineTests.run(["consolidate", folder.path]).status == 0)
      return try Self.reports(in: "\(folder.path)/ket-qua")
    }
    return (folders, reports)
  }

  /// Starts a run of `block` into `output` and sends it `signal` after `delay`.
  static func interrupted(
    _ block: TemporaryFolder, output: String, signal: Int32, after delay: Duration
  ) async throws -> Process {
    let folder = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
    let process = Process()
    process.executableURL = folder.appendingPathComponent("thidua")
    process.arguments = ["consolidate", block.path, "--output", output]
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    process.standardInput = FileHandle.nullDevice
    try process.run()
    try await Task.sleep(for: delay)
    kill(process.processIdentifier, signal)
    process.waitUntilExit()
    return process
  }

  /// How long a run takes here, so that the signals fall all over it.
  static func duration(_ block: TemporaryFolder) throws -> Duration {
    let clock = ContinuousClock()
    return try clock.measure { _ = try CommandLineTests.run(["consolidate", block.path]) }
  }

  @Test("A run that is killed leaves the earlier reports or its own, once another has looked")
  func killed() async throws {
    let (folders, reports) = try Self.blocks()
    let output = try TemporaryFolder()
    let whole = try Self.duration(folders[0])
    for round in 0..<30 {
      let delay = whole * Double.random(in: 0.3...1.1)
      _ = try await Self.interrupted(
        folders[round % 2], output: output.path, signal: SIGKILL, after: delay)
      try Publication(folder: output.path).recover()
      let left = try Self.reports(in: output.path)
      #expect(left.isEmpty || reports.contains(left), "\(left.keys.sorted())")
    }
  }

  @Test("consolidate completes what a run that died left, though its own regulation is at fault")
  func completes() throws {
    let faulty = try CommandLineTests.block(rules: "Số lẻ;9\n")
    try faulty.write("{}", to: "ket-qua/.thidua-1-abcdef/drafts/ket-qua.json")
    try faulty.write("ket-qua.json", to: "ket-qua/.thidua-1-abcdef/commit")
    #expect(try CommandLineTests.run(["consolidate", faulty.path]).status == 65)
    #expect(try Self.reports(in: "\(faulty.path)/ket-qua") == ["ket-qua.json": Data("{}".utf8)])
  }

  @Test(
    "A run that is interrupted takes its drafts with it", arguments: [SIGINT, SIGTERM, SIGHUP])
  func interrupted(_ signal: Int32) async throws {
    let (folders, reports) = try Self.blocks()
    let output = try TemporaryFolder()
    let whole = try Self.duration(folders[0])
    for round in 0..<8 {
      let process = try await Self.interrupted(
        folders[round % 2], output: output.path, signal: signal,
        after: whole * Double.random(in: 0.3...1))
      // Before the program watches, the signal ends it as it ends any program.
      if process.terminationReason == .exit {
        #expect([0, 128 + signal].contains(process.terminationStatus))
      }
      let left = try Self.reports(in: output.path)
      #expect(left.isEmpty || reports.contains(left), "\(left.keys.sorted())")
    }
  }
}
