import ArgumentParser

/// The command line: consolidates self-scored emulation tables into a ranking.
@main
struct Thidua: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "thidua",
      abstract: HelpText.program.text,
      version: Version.number,
      subcommands: [
        ConsolidateCommand.self, CheckCommand.self, ReadCommand.self, InitCommand.self,
        FormsCommand.self, CollectCommand.self, HistoryCommand.self, VerifyCommand.self,
        RecoverCommand.self, FeedbackCommand.self, ExplainCommand.self,
      ])
  }

  /// Runs what the command line asks for; what the argument parser has to say is said in the language
  /// of `--lang`.
  static func main() async {
    SecretArguments.hide()
    do {
      var command = try await asyncParseAsRoot()
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
    } catch {
      let text = UsageText.text(fullMessage(for: error), in: .requested)
      let code = exitCode(for: error)
      if !text.isEmpty {
        if code == .success {
          try? Terminal.write(Array("\(text)\n".utf8))
        } else {
          Terminal.note("\(text)\n")
        }
      }
      exit(withError: code)
    }
  }
}

/// The version of the program.
enum Version {
  /// The number as releases carry it.
  static let number = "0.1.0"
}
