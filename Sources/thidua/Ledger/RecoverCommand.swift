import ArgumentParser
import Language
import Ledger
import Pipeline

/// `thidua recover BLOCK`.
struct RecoverCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "recover", abstract: MailHelp.recover.text)
  }

  @Argument(help: HelpText.block.help)
  var block: String

  @OptionGroup var common: CommonOptions

  func run() async throws {
    let language = common.language
    try await reportingFailures(in: language) {
      let folder = try BlockFolder(path: block)
      let recovery = try Ledger.recover(block: folder.path, command: "thidua recover")
      try Terminal.print(
        LedgerText.recovered.text(in: language, ["records": "\(recovery.records)"]))
      if recovery.rescuedRecords > 0 {
        try Terminal.print(
          LedgerText.rescuedRecords.text(in: language, ["count": "\(recovery.rescuedRecords)"]))
      }
      if recovery.restoredRecords > 0 {
        try Terminal.print(
          LedgerText.restoredRecords.text(in: language, ["count": "\(recovery.restoredRecords)"]))
      }
      if !recovery.rescuedObjects.isEmpty {
        try Terminal.print(
          LedgerText.rescuedObjects.text(
            in: language, ["count": "\(recovery.rescuedObjects.count)"]))
      }
      for path in recovery.setAside {
        try Terminal.print(LedgerText.setAside.text(in: language, ["path": path]))
      }
      for (phrase, lines) in [
        (LedgerText.alteredLines, recovery.alteredLines), (.lostLines, recovery.lostLines),
      ] where !lines.isEmpty {
        let lines = lines.map(String.init).joined(separator: ", ")
        Terminal.complain(phrase.text(in: language, ["lines": lines]))
      }
      for hash in recovery.damagedObjects {
        Terminal.complain(LedgerText.damagedObject.text(in: language, ["hash": "\(hash)"]))
      }
      if !recovery.isComplete { throw ExitCode.findings }
    }
  }
}
