import Foundation
import Ledger
import TestSupport
import Testing

/// What other people of the machine get to see.
@Suite struct PrivacyTests {
  @Test(
    "The ledger is its owner's alone, whatever the mask", arguments: ["000", "022", "277", "777"])
  func modes(mask: String) throws {
    let block = try MailedBlock()
    let outcome = try Self.shell(
      "umask \(mask); \"$0\" collect \"$1\" \"$2\"", [block.path, block.mails])
    // A mask that takes the owner's own rights may stop bai-nop, never open the ledger.
    if mask == "000" || mask == "022" {
      #expect(outcome == 0)
      #expect(
        try Self.shell("umask \(mask); \"$0\" consolidate \"$1\"", [block.path]) == 0)
    }
    let ledger = "\(block.path)/.thidua"
    let names = FileManager.default.enumerator(atPath: ledger)?.compactMap { $0 as? String } ?? []
    #expect(names.contains("journal") || mask == "777")
    for name in [""] + names {
      var status = stat()
      #expect(lstat("\(ledger)/\(name)", &status) == 0)
      let isFolder = status.st_mode & S_IFMT == S_IFDIR
      #expect(status.st_mode & 0o777 == (isFolder ? 0o700 : 0o600), "\(mask) \(name)")
    }
  }

  @Test(
    "A password stands in no file, in no output and on no command line for longer than it is read")
  func passwords() throws {
    let secret = "Mật khẩu số 2"
    let block = try MailedBlock()
    try FileManager.default.createDirectory(
      atPath: "\(block.path)/bai-nop", withIntermediateDirectories: true)
    try FileManager.default.copyItem(
      atPath: "\(Checkout.root)/fixtures/encrypted/agile-msoffcrypto.xlsx",
      toPath: "\(block.path)/bai-nop/ca.xlsx")
    // The program waits for the end of the pipe while its command line is looked at.
    #expect(mkfifo("\(block.folder.path)/mat-khau", 0o600) == 0)
    let process = Process()
    process.executableURL = CommandLineTests.program
    process.arguments = [
      "consolidate", block.path, "--password", secret, "--verbose", "--password-file",
      "\(block.folder.path)/mat-khau", "--password=\(secret)",
    ]
    let output = Pipe()
    process.standardOutput = output
    process.standardError = output
    try process.run()
    let pipe = try #require(FileHandle(forWritingAtPath: "\(block.folder.path)/mat-khau"))
    let seen = FileManager.default.contents(atPath: "/proc/\(process.processIdentifier)/cmdline")
    try pipe.write(contentsOf: Data("\(secret)\n".utf8))
    try pipe.close()
    let said = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    let commandLine = try #require(seen)
    #expect(commandLine.range(of: Data("consolidate".utf8)) != nil)
    #expect(commandLine.range(of: Data(secret.utf8)) == nil)
    #expect(said.range(of: Data(secret.utf8)) == nil)
    let result = String(decoding: block.reports["ket-qua.json"] ?? Data(), as: UTF8.self)
    #expect(!result.contains("encrypted-file"))
    for name in try FileManager.default.subpathsOfDirectory(atPath: block.path) {
      let bytes = FileManager.default.contents(atPath: "\(block.path)/\(name)") ?? Data()
      #expect(bytes.range(of: Data(secret.utf8)) == nil, "\(name)")
    }
  }

  static func shell(_ script: String, _ arguments: [String]) throws -> Int32 {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", script, CommandLineTests.program.path] + arguments
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    process.standardInput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return process.terminationStatus
  }
}
