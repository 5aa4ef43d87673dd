import ArgumentParser
import Language
import Pipeline
import Regulation

/// `thidua forms BLOCK`.
struct FormsCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "forms", abstract: HelpText.forms.text)
  }

  @Argument(help: HelpText.block.help)
  var block: String

  @Option(help: HelpText.formsOutput.help)
  var output: String?

  @Flag(help: HelpText.csv.help)
  var csv = false

  @Flag(help: HelpText.force.help)
  var force = false

  @OptionGroup var common: CommonOptions

  func run() async throws {
    let language = common.language
    try await reportingFailures(in: language) {
      let folder = try BlockFolder(path: block)
      let watch = SignalWatch()
      defer { watch.stop() }
      let publication = FormPublication(
        folder: output ?? folder.formsFolder, interruption: watch.interruption)
      try publication.recover()
      let paths = try publication.publish(
        folder.regulation(), format: csv ? .csv : .workbook, isForced: force, language: language)
      for path in paths { try Terminal.print(path) }
    }
  }
}
