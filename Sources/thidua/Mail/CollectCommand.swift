import ArgumentParser
import Foundation
import Intake
import Language
import Ledger
import Pipeline
import Regulation

/// `thidua collect BLOCK SOURCE…`.
struct CollectCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "collect", abstract: MailHelp.collect.text)
  }

  @Argument(help: HelpText.block.help)
  var block: String

  @Argument(help: MailHelp.source.help)
  var sources: [String]

  @OptionGroup var server: MailServerOptions
  @OptionGroup var bounds: IntakeLimitOptions

  @OptionGroup var common: CommonOptions

  func validate() throws {
    guard !sources.isEmpty else { throw ValidationError(MailHelp.noSource.text) }
    for source in sources where MailboxAddress.isMeant(by: source) {
      do {
        _ = try MailboxAddress(source)
      } catch {
        throw ValidationError(MailHelp.addressFault(error).text(in: .requested, ["url": source]))
      }
    }
  }

  func run() async throws {
    let language = common.language
    try await reportingFailures(in: language) {
      let folder = try BlockFolder(path: block)
      let regulation = try folder.regulation()
      let ledger = try Ledger(block: block, command: "thidua collect")
      let bar = CollectionBar(language: language)
      let collector = Collector(
        block: folder, regulation: regulation, ledger: ledger,
        limits: bounds.applied(to: IntakeLimits())
      ) { bar.show($0) }
      for source in sources {
        if MailboxAddress.isMeant(by: source) {
          let address = try MailboxAddress(source)
          try collector.collect(address, access: server.access())
        } else {
          try collector.collect(path: source)
        }
      }
      bar.clear()
      try show(collector.summary, in: language)
    }
  }

  private func show(_ summary: CollectionSummary, in language: Language) throws {
    try Terminal.print(
      MailText.collected.text(
        in: language,
        [
          "messages": "\(summary.messages)", "files": "\(summary.submissions)",
          "known": "\(summary.known)",
        ]))
    for item in summary.waiting {
      try Terminal.print(
        MailText.waiting.text(
          in: language,
          ["name": item.name, "sender": item.sender ?? "—", "path": item.path ?? "—"]))
    }
    for item in summary.refused {
      try Terminal.print(
        MailText.refused.text(
          in: language,
          [
            "name": item.name, "sender": item.sender ?? "—",
            "reason": item.reason.map { MailText($0).text(in: language) } ?? "—",
          ]))
    }
    for item in summary.unreadable {
      Terminal.complain(
        MailText.unreadable.text(in: language, ["path": item.path, "reason": item.reason]))
    }
    if !summary.unreadable.isEmpty { throw ExitCode.noInput }
  }
}

/// What opens a mail server.
struct MailServerOptions: ParsableArguments {
  @Option(help: MailHelp.passwordFile.help)
  var mailPasswordFile: String?

  @Option(help: MailHelp.authorities.help)
  var caFile: String?

  /// The password's place in the environment.
  static let variable = "THIDUA_MAIL_PASSWORD"

  /// The password, from the file, else from the environment.
  ///
  /// - Throws: `PipelineError.inputMissing` where there is neither.
  func access() throws -> MailboxAccess {
    MailboxAccess(password: try password(), authorities: caFile)
  }

  /// What opens a server that mail is handed to; without a user there is no password to ask for.
  ///
  /// - Throws: `PipelineError.inputMissing` where there is a user and no password.
  func submission(user: String?) throws -> MailboxAccess? {
    if user != nil { return try access() }
    return caFile.map { MailboxAccess(password: "", authorities: $0) }
  }

  private func password() throws -> String {
    if let file = mailPasswordFile {
      guard let data = FileManager.default.contents(atPath: file) else {
        throw PipelineError.inputMissing(.file, path: file)
      }
      return String(decoding: data, as: UTF8.self).trimmingCharacters(in: .newlines)
    }
    guard let password = ProcessInfo.processInfo.environment[Self.variable] else {
      throw PipelineError.inputMissing(.mailPassword, path: Self.variable)
    }
    return password
  }
}
