import Foundation
import TestSupport
import Testing

/// The built program, run as a person or a script runs it.
@Suite struct CommandLineTests {
  struct Outcome {
    var status: Int32
    var output: String
    var errors: String
  }

  /// The program that was built beside the tests.
  static var program: URL {
    URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
      .appendingPathComponent("thidua")
  }

  /// Runs it.
  static func run(_ arguments: [String], environment: [String: String] = [:]) throws -> Outcome {
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    let output = Pipe()
    let errors = Pipe()
    process.standardOutput = output
    process.standardError = errors
    process.standardInput = FileHandle.nullDevice
    try process.run()
    let outputData = output.fileHandleForReading.readDataToEndOfFile()
    let errorData = errors.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Outcome(
      status: process.terminationStatus, output: String(decoding: outputData, as: UTF8.self),
      errors: String(decoding: errorData, as: UTF8.self))
  }

  static func block(rules: String = "") throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try CSVBlock.writeRegulation(to: folder, rules: rules)
    try folder.write(
      CSVBlock.submission(unit: "Công an tỉnh", "9,5", "9"), to: "bai-nop/ca.csv")
    try folder.write(
      CSVBlock.submission(unit: "Tòa án nhân dân tỉnh", "8-9", "6", "1"), to: "bai-nop/toa.csv")
    return folder
  }

  @Test("consolidate says where the workbook is, and findings are no failure")
  func consolidate() throws {
    let folder = try Self.block()
    let outcome = try Self.run(["consolidate", folder.path])
    #expect(outcome.status == 0)
    #expect(
      outcome.output.split(separator: "\n").last
        == "Đã ghi \(folder.path)/ket-qua/bang-xep-hang.xlsx")
    #expect(outcome.output.contains("2 xếp hạng"))
    #expect(outcome.errors == "")
    #expect(folder.has("ket-qua/ket-qua.json"))
  }

  @Test("--strict turns errors into exit code 1, after the reports are written")
  func strict() throws {
    let folder = try Self.block()
    #expect(try Self.run(["consolidate", folder.path, "--strict"]).status == 1)
    #expect(folder.has("ket-qua/bang-xep-hang.xlsx"))
  }

  @Test("--json - leaves standard output to the JSON alone")
  func json() throws {
    let folder = try Self.block()
    let outcome = try Self.run(
      ["consolidate", folder.path, "--json", "-", "--output", "\(folder.path)/khac"])
    let object = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
    let units = (object as? [String: Any])?["units"] as? [[String: Any]]
    #expect(units?.compactMap { $0["code"] as? String } == ["CA", "TA", "VKS"])
    #expect(units?.first?["total"] as? String == "18.5")
    #expect(outcome.errors.contains("Đã ghi"))
    #expect(folder.has("khac/ket-qua.json"))
    #expect(!folder.has("ket-qua"))
  }

  @Test("--lang en speaks English in output, findings and help")
  func english() throws {
    let folder = try Self.block()
    #expect(try Self.run(["consolidate", folder.path, "--lang", "en"]).output.contains("Wrote "))
    let checked = try Self.run(
      ["check", folder.path, "\(folder.path)/bai-nop/toa.csv", "--lang=en"])
    #expect(checked.output.contains("is not a number"))
    #expect(try Self.run(["--help", "--lang", "en"]).output.contains("Consolidates"))
    #expect(try Self.run(["--help"]).output.contains("Tổng hợp"))
  }

  @Test("check lists what is wrong with its cell and exits 1 on errors, 0 on a sound file")
  func check() throws {
    let folder = try Self.block()
    let faulty = try Self.run(["check", folder.path, "\(folder.path)/bai-nop/toa.csv"])
    #expect(faulty.status == 1)
    #expect(faulty.output.contains("bai-nop/toa.csv — Tòa án nhân dân tỉnh"))
    #expect(faulty.output.contains("lỗi toa!D6 [not-a-number]"))
    let sound = try Self.run(["check", folder.path, "\(folder.path)/bai-nop/ca.csv"])
    #expect(sound.status == 0)
    #expect(sound.output.contains("không có tồn tại"))
  }

  @Test("A file of one unit can be checked wherever it lies")
  func checkOutside() throws {
    let folder = try Self.block()
    let other = try TemporaryFolder()
    try other.write(CSVBlock.submission(unit: "Công an tỉnh", "1", "2"), to: "x.csv")
    #expect(try Self.run(["check", folder.path, "\(other.path)/x.csv"]).status == 0)
  }

  @Test("--password opens encrypted files in every command that reads files, and is not printed")
  func password() throws {
    let file = "\(Checkout.root)/fixtures/encrypted/agile-msoffcrypto.xlsx"
    let folder = try Self.block()
    try FileManager.default.removeItem(atPath: "\(folder.path)/bai-nop/ca.csv")
    try FileManager.default.copyItem(atPath: file, toPath: "\(folder.path)/bai-nop/ca.xlsx")
    for (arguments, locked) in [
      (["read", file], Int32(66)), (["check", folder.path, file], 1),
      (["consolidate", folder.path, "--strict", "--verbose"], 1),
    ] {
      let refused = try Self.run(arguments + ["--password", "sai-hoàn-toàn"])
      #expect(refused.status == locked)
      #expect(
        (refused.output + refused.errors).contains("mật khẩu") || arguments[0] == "consolidate")
      let opened = try Self.run(
        arguments + ["--password", "sai-hoàn-toàn", "--password", "Mật khẩu số 2"])
      for text in [refused, opened].map({ $0.output + $0.errors }) {
        #expect(!text.contains("sai-hoàn-toàn") && !text.contains("khẩu số 2"))
      }
      switch arguments[0] {
      case "consolidate": #expect(opened.output.contains("2 xếp hạng"))
      default: #expect(opened.status == 0)
      }
    }
  }

  static let failures: [(arguments: [String], status: Int32)] = [
    ([], 0), (["--help"], 0), (["--version"], 0),
    (["consolidate"], 64), (["unknown"], 64), (["consolidate", "X", "--lang", "fr"], 64),
    (["consolidate", "X", "--jobs", "0"], 64), (["read", "X", "--format", "xml"], 64),
    (["consolidate", "/nonexistent"], 66), (["check", "/nonexistent", "x"], 66),
    (["read", "/nonexistent.xlsx"], 66),
  ]

  @Test(
    "Each kind of failure has its exit code and a message on standard error", arguments: failures)
  func exitCodes(_ item: (arguments: [String], status: Int32)) throws {
    let outcome = try Self.run(item.arguments)
    #expect(outcome.status == item.status)
    #expect(outcome.errors.isEmpty == (item.status == 0))
  }

  @Test("Every fault of a regulation is printed with its cell, and nothing is written")
  func regulationFaults() throws {
    let folder = try Self.block(rules: "Số lẻ;9\nVượt điểm;đôi khi\n")
    let outcome = try Self.run(["consolidate", folder.path])
    #expect(outcome.status == 65)
    #expect(outcome.errors.contains("khoi!B4"))
    #expect(outcome.errors.contains("khoi!B5"))
    #expect(!folder.has("ket-qua"))
  }

  @Test("Output that cannot be made is exit code 73")
  func blockedOutput() throws {
    let folder = try Self.block()
    try folder.write("x", to: "ket-qua")
    #expect(try Self.run(["consolidate", folder.path]).status == 73)
  }

  @Test("read prints rows as NDJSON, CSV or counts")
  func read() throws {
    let folder = try TemporaryFolder()
    try folder.write("a,b\n\n1,\"x\"\"y\"\n", to: "so.csv")
    let path = "\(folder.path)/so.csv"
    #expect(
      try Self.run(["read", path]).output == """
        {"sheet":"so","row":1,"cells":{"A":"a","B":"b"}}
        {"sheet":"so","row":3,"cells":{"A":"1","B":"x\\"y"}}

        """)
    #expect(
      try Self.run(["read", path, "--format", "csv"]).output == "a,b\r\n\r\n1,\"x\"\"y\"\r\n")
    #expect(try Self.run(["read", path, "--format", "count"]).output == "so\t2\t4\t0\n")
    let missing = try Self.run(["read", path, "--sheet", "khác"])
    #expect(missing.status == 66)
    #expect(missing.errors.contains("so"))
  }

  @Test("init makes a block that consolidates, and overwrites nothing")
  func initialize() throws {
    let folder = try TemporaryFolder()
    let block = "\(folder.path)/khoi"
    let made = try Self.run(["init", block, "--name", "Khối A", "--year", "2020"])
    #expect(made.status == 0)
    #expect(made.output.contains("thidua consolidate \(block)"))
    #expect(try Self.run(["init", block]).status == 73)
    let outcome = try Self.run(["consolidate", block])
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("Khối A năm 2020: 0 xếp hạng"))
  }
}
