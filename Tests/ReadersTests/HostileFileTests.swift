import Foundation
import Testing

/// The program that was built beside the tests, run on one file with 256 MiB of memory.
private struct ChildReading {
  /// The exit code; negative where a signal ended the program.
  let status: Int32
  let errors: String

  static let program = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
    .appendingPathComponent("thidua").path

  /// Runs `thidua read` on a file of the given content.
  init(_ content: [UInt8], named name: String) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: name)
    try Data(content).write(to: file)
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    // What is allocated beyond the limit ends the program.
    process.arguments = [
      "-c", "ulimit -d 262144; exec \"$0\" \"$@\"", Self.program, "read", file.path,
      "--format", "count", "--lang", "en",
    ]
    let log = Pipe()
    process.standardOutput = FileHandle.nullDevice
    process.standardError = log
    try process.run()
    errors = String(decoding: log.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    let code = process.terminationStatus
    status = process.terminationReason == .exit ? code : -code
  }
}

@Suite(
  "Hostile files",
  .enabled(if: FileManager.default.isExecutableFile(atPath: ChildReading.program)), .serialized)
struct HostileFileTests {
  /// A sheet part that deflates to about a hundredth and never ends.
  private static func sheet(filler: String, bytes: Int) -> [UInt8] {
    var content = Array("<worksheet \(WorkbookFixture.main)><sheetData>".utf8)
    content.reserveCapacity(bytes + 20_000)
    let block = Array(String(repeating: filler, count: 5000 / filler.utf8.count).utf8)
    var number: UInt64 = 1
    while content.count < bytes {
      // Something that does not repeat, so that the file is not too repetitive to be read.
      number = number &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      content += "<!--\(number)\(number ^ 0x5555_5555_5555)-->".utf8
      content += block
    }
    return content
  }

  /// A file that asks for much more than it is, and what the program says of it.
  enum Hostile: String, CaseIterable {
    case blanks = "blanks.xlsx"
    case line = "line.csv"
    case tables = "tables.html"

    var content: [UInt8] {
      switch self {
      case .blanks:
        var fixture = WorkbookFixture(rows: "")
        fixture.set("xl/worksheets/sheet1.xml", sheet(filler: " ", bytes: 300 << 20))
        return fixture.bytes
      case .line: return Array(String(repeating: "a,", count: 8 << 20).utf8)
      case .tables: return Array(String(repeating: "<table><tr><td>", count: 300_000).utf8)
      }
    }

    var message: String {
      switch self {
      case .blanks: "malformed"
      case .line: "--limit columns=N"
      case .tables: "elements open at once"
      }
    }
  }

  @Test(
    "a malformed file takes less than 256 MiB and says what is wrong", arguments: Hostile.allCases)
  func memory(file: Hostile) throws {
    let reading = try ChildReading(file.content, named: file.rawValue)
    #expect(reading.status == 66)
    #expect(reading.errors.contains(file.message))
  }

  @Test("what the XML library complains of is not printed")
  func silence() throws {
    var fixture = WorkbookFixture(rows: "")
    fixture.set(
      "xl/worksheets/sheet1.xml",
      Array("<?xml version=\"1.0\" encoding=\"EUC-JP\"?><worksheet>".utf8)
        + [0x00, 0xE6, 0xBD, 0xFF] + [UInt8](repeating: 0xFF, count: 9000))
    let reading = try ChildReading(fixture.bytes, named: "a.xlsx")
    #expect(reading.status == 66)
    #expect(reading.errors.split(separator: "\n").count == 1)
  }
}
