import ArgumentParser
import Foundation
import Language
import Ledger
import Normalizer
import Pipeline
import Regulation

/// `thidua history BLOCK [UNIT]`.
struct HistoryCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "history", abstract: MailHelp.history.text)
  }

  @Argument(help: HelpText.block.help)
  var block: String

  @Argument(help: MailHelp.historyUnit.help)
  var unit: String?

  @Option(
    name: .customLong("diff"), parsing: .upToNextOption,
    help: ArgumentHelp(MailHelp.difference.text, valueName: "RUN"))
  var runs: [Int] = []

  @Flag(help: MailHelp.historyJSON.help)
  var json = false

  @OptionGroup var common: CommonOptions

  func validate() throws {
    guard runs.isEmpty || runs.count == 2 else { throw ValidationError("--diff RUN RUN") }
  }

  func run() async throws {
    let language = common.language
    try await reportingFailures(in: language) {
      let folder = try BlockFolder(path: block)
      try folder.checkLedger()
      let ledger = try Ledger.reading(block: folder.path, command: "thidua history")
      if runs.count == 2 {
        var difference = try RunDifference(from: runs[0], to: runs[1], in: ledger)
        if let unit { difference.units.removeAll { $0.code != unit } }
        try json
          ? Self.print(difference) : DifferenceText(difference, language: language).show()
      } else {
        let history = try History(ledger, unit: unit)
        try json ? Self.print(history) : HistoryText(history, language: language).show()
      }
    }
  }

  private static func print(_ value: some Encodable) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    try Terminal.write(Array(try encoder.encode(value)) + [0x0A])
  }
}

/// What was received, when, and what counted.
struct History: Encodable {
  /// Something that came in, with the runs that it was used in.
  struct Item: Encodable {
    var entry: ReceiptEntry
    /// What became of it in the last run that read it.
    var verdict: String?
    /// The number of that run.
    var run: Int?
    /// The number of the last run that counted it.
    var countedBy: Int?
  }

  var receipts: [Item]
  var runs: [RunEntry]
  var replies: [ReplyEntry]

  init(_ ledger: Ledger, unit: String?) throws {
    runs = try ledger.runs()
    replies = try ledger.replies(to: unit)
    receipts = try ledger.receipts(ofUnit: unit).map { entry in
      let uses = try ledger.uses(of: entry.receipt.hash).filter { use in
        use.path == entry.receipt.path || entry.receipt.path == nil
      }
      return Item(
        entry: entry, verdict: uses.last?.verdict, run: uses.last?.run,
        countedBy: uses.last { $0.verdict == FileVerdict.counted.rawValue }?.run)
    }
  }
}
