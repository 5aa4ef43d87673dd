import TestSupport
import Testing

@Suite("--password-file") struct PasswordOptionTests {
  private static let locked = "\(Checkout.root)/fixtures/encrypted/agile-msoffcrypto.xlsx"

  @Test(
    "each line of the file is a password to try",
    arguments: [
      "Mật khẩu số 2", "sai\nMật khẩu số 2\n", "\u{FEFF}Mật khẩu số 2\r\nsai\r\n",
      "\n\nMật khẩu số 2\n",
    ])
  func lines(text: String) throws {
    let folder = try TemporaryFolder()
    try folder.write(text, to: "mat-khau.txt")
    let outcome = try CommandLineTests.run(
      ["read", Self.locked, "--password-file", "\(folder.path)/mat-khau.txt"])
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("Tham mưu"))
    #expect(!(outcome.output + outcome.errors).contains("số 2"))
  }

  @Test("the environment gives passwords too")
  func environment() throws {
    let outcome = try CommandLineTests.run(
      ["read", Self.locked], environment: ["THIDUA_PASSWORD": "sai\nMật khẩu số 2"])
    #expect(outcome.status == 0)
  }

  @Test("a block's regulation and submissions are opened with it")
  func block() throws {
    let folder = try CommandLineTests.block()
    try folder.write("Mật khẩu số 2\n", to: "mat-khau.txt")
    let outcome = try CommandLineTests.run([
      "check", folder.path, Self.locked, "--password-file", "\(folder.path)/mat-khau.txt",
    ])
    #expect(!outcome.output.contains("[encrypted-file]"))
  }

  @Test("a file that is missing or no text is said, and what it holds is not")
  func unusable() throws {
    let folder = try TemporaryFolder()
    let path = "\(folder.path)/mat-khau.txt"
    let arguments = ["read", Self.locked, "--password-file", path, "--lang", "en"]
    let missing = try CommandLineTests.run(arguments)
    #expect(missing.status == 66)
    #expect(missing.errors.contains("\(path): there is no such file"))
    try folder.write([0x61, 0xFF, 0xFE, 0x62], to: "mat-khau.txt")
    let binary = try CommandLineTests.run(arguments)
    #expect(binary.status == 66)
    #expect(binary.errors.contains("no text in UTF-8"))
  }

  @Test("the help says who sees a command line")
  func help() throws {
    let help = try CommandLineTests.run(["read", "--help", "--lang", "en"]).output
      .split { $0.isWhitespace }.joined(separator: " ")
    #expect(help.contains("--password-file <file>"))
    #expect(help.contains("Other users of the machine can see a command line"))
    #expect(help.contains("THIDUA_PASSWORD"))
  }
}
