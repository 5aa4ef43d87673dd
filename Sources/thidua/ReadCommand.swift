public import ArgumentParser
import Foundation
import Language
public import Pipeline
import Readers
import Spreadsheet

/// `thidua read FILE`.
struct ReadCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "read", abstract: HelpText.read.text)
  }

  @Argument(help: HelpText.file.help)
  var file: String

  @Option(help: HelpText.sheet.help)
  var sheet: String?

  @Option(help: HelpText.format.help)
  var format = SheetPrinter.Format.ndjson

  @OptionGroup var protection: PasswordOptions
  @OptionGroup var bounds: LimitOptions

  @OptionGroup var common: CommonOptions

  func run() async throws {
    let language = common.language
    try await reportingFailures(in: language) {
      let workbook = try Workbook.open(
        path: file, limits: bounds.applied(to: Limits()), passwords: protection.passwords())
      let sheets = workbook.sheets.filter { sheet == nil || $0.name == sheet }
      if let sheet, sheets.isEmpty {
        Terminal.complain(
          OutputText.noSheet.text(
            in: language,
            [
              "file": file, "sheet": sheet,
              "sheets": workbook.sheets.map(\.name).joined(separator: ", "),
            ]))
        throw ExitCode.noInput
      }
      var printer = SheetPrinter(format: format)
      for source in sheets { try printer.print(source, flush: Terminal.write) }
    }
  }
}

extension SheetPrinter.Format: ExpressibleByArgument {}
