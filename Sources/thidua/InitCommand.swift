import ArgumentParser
import Foundation
import Language
import Normalizer
import Pipeline

/// `thidua init DIR`.
struct InitCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "init", abstract: HelpText.initialize.text)
  }

  @Argument(help: HelpText.directory.help)
  var directory: String

  @Option(help: HelpText.name.help)
  var name = "Khối thi đua"

  @Option(help: HelpText.year.help)
  var year: Int?

  @Option(help: HelpText.from.help)
  var from: String?

  @OptionGroup var common: CommonOptions

  func validate() throws {
    if let year, !(1945...9999).contains(year) { throw ValidationError("--year 1945…9999") }
  }

  func run() async throws {
    let language = common.language
    try await reportingFailures(in: language) {
      let draft = try from.map { try BlockFolder.draft(from: $0) }
      let year =
        year ?? draft?.year ?? Calendar(identifier: .gregorian).component(.year, from: Date())
      let regulation =
        if let draft {
          try BlockFolder.create(at: directory, name: name, year: year, draft: draft)
        } else {
          try BlockFolder.create(at: directory, name: name, year: year)
        }
      if let draft {
        for line in DraftSummary(draft: draft, year: year, language: language).lines {
          try Terminal.print(line)
        }
      }
      try Terminal.print(
        OutputText.made.text(
          in: language,
          [
            "path": regulation, "folder": "\(directory)/bai-nop",
            "block": directory,
          ]))
    }
  }
}
