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
        FormsCommand.self, CollectCommand.self, ExplainCommand.self,
      ])
  }
}

/// The version of the program.
enum Version {
  /// The number as releases carry it.
  static let number = "0.1.0"
}
