import ArgumentParser
import Language
import Pipeline
import Regulation
import Spreadsheet

/// `thidua feedback BLOCK`.
struct FeedbackCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "feedback", abstract: HelpText.feedback.text)
  }

  @Argument(help: HelpText.block.help)
  var block: String

  @Option(name: .customLong("unit"), parsing: .upToNextOption, help: HelpText.units.help)
  var units: [String] = []

  @Option(help: ArgumentHelp(HelpText.by.text, valueName: "DATE"))
  var by: Deadline?

  @Option(parsing: .upToNextOption, help: HelpText.submissions.help)
  var submissions: [String] = []

  @Option(help: HelpText.feedbackOutput.help)
  var output: String?

  @OptionGroup var mail: ReplyOptions
  @OptionGroup var protection: PasswordOptions
  @OptionGroup var bounds: LimitOptions
  @OptionGroup var common: CommonOptions

  func run() async throws {
    let language = common.language
    try await reportingFailures(in: language) {
      let folder = try BlockFolder(path: block)
      let watch = SignalWatch()
      defer { watch.stop() }
      let target = output ?? folder.feedbackFolder
      let publication = FeedbackPublication(folder: target, interruption: watch.interruption)
      if !mail.isDry { try publication.recover() }
      let regulation = try folder.regulation(passwords: try protection.passwords())
      let chosen = try codes(in: regulation)
      let replies = try mail.replies(in: folder, regulation, language: language)
      let consolidator = Consolidator(
        block: folder, regulation: regulation, passwords: try protection.passwords(),
        limits: bounds.applied(to: .submission), ledger: mail.isDry ? nil : replies?.ledger)
      var bar = ProgressBar(language: language)
      let run = try await consolidator.feedbackRun(
        submissions: submissions, ledger: replies?.ledger
      ) { bar.show($0) }
      bar.clear()
      if let replies, mail.isDry {
        return try replies.plan(run.consolidation, units: chosen)
      }
      let written = try publication.publish(
        run, units: chosen, correctionsBy: by?.moment, language: language)
      for feedback in written { try Terminal.print(feedback.path) }
      Terminal.note(
        OutputText.feedbackWritten.text(
          in: language, ["count": "\(written.count)", "path": target]) + "\n")
      try replies?.write(written, of: run.consolidation, to: target, watch.interruption)
    }
  }

  /// The codes that were asked for, as the regulation writes them; nil for all units.
  private func codes(in regulation: Regulation) throws -> Set<String>? {
    guard !units.isEmpty else { return nil }
    var codes: Set<String> = []
    for wanted in units {
      let key = VietnameseText.fold(wanted)
      guard
        let unit = regulation.units.first(where: { $0.code == wanted })
          ?? regulation.units.first(where: { VietnameseText.fold($0.code) == key })
      else {
        let all = regulation.units.map(\.code).joined(separator: ", ")
        Terminal.complain(
          OutputText.unknownUnit.text(in: common.language, ["code": wanted, "other": all]))
        throw ExitCode.validationFailure
      }
      codes.insert(unit.code)
    }
    return codes
  }
}

/// A day, with or without a time, as a person types it.
struct Deadline: ExpressibleByArgument {
  let moment: CivilDateTime

  /// Reads `25/11/2019` or `2019-11-25 17:00`; nil for anything else.
  init?(argument: String) {
    guard let moment = CivilDateTime(deadline: argument) else { return nil }
    self.moment = moment
  }
}
