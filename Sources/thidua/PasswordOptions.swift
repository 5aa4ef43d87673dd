public import ArgumentParser
import Foundation
import Language
import Readers
public import Spreadsheet

/// Where the commands that open files are given passwords.
struct PasswordOptions: ParsableArguments {
  /// The environment variable that is read as a password file is.
  static let variable = "THIDUA_PASSWORD"

  /// Far more than a list of passwords has, in bytes.
  private static let largestFile = 1 << 20

  @Option(name: .customLong("password"), help: HelpText.password.help)
  var given: [Password] = []

  @Option(
    name: .customLong("password-file"),
    help: ArgumentHelp(
      HelpText.passwordFile.text(in: .requested, ["variable": Self.variable]), valueName: "file"))
  var files: [String] = []

  /// All of them: those of the command line, of the files, of the environment.
  ///
  /// - Throws: `ReadingError` when a file is missing or no text.
  func passwords() throws -> [Password] {
    let listed = try files.flatMap { try Self.passwords(inFile: $0) }
    let ambient = ProcessInfo.processInfo.environment[Self.variable].map(Self.lines) ?? []
    return given + listed + ambient
  }

  private static func passwords(inFile path: String) throws -> [Password] {
    let bytes = try FileBytes.read(path, limit: largestFile)
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw ReadingError(.unreadable, file: path, detail: "no text in UTF-8")
    }
    return lines(text)
  }

  /// One password a line, blanks at its ends included; empty lines say nothing.
  private static func lines(_ text: String) -> [Password] {
    let text = text.hasPrefix("\u{FEFF}") ? String(text.dropFirst()) : text
    return text.split(whereSeparator: \.isNewline).map { Password(String($0)) }
  }
}

extension Password: ExpressibleByArgument {
  /// The password that an argument spells.
  public init?(argument: String) {
    self.init(argument)
  }
}
