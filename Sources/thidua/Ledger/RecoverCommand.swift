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
      if !recovery.rescuedObjects.isEmpty {
        try Terminal.print(
          LedgerText.rescuedObjects.text(
            in: language, ["count": "\(recovery.rescuedObjects.count)"]))
      }
      for path in recovery.setAside {
        try Terminal.print(LedgerText.setAside.text(in: language, ["path": path]))
      }
      if !recovery.lostLines.isEmpty {
        let lines = recovery.lostLines.map(String.init).joined(separator: ", ")
        Terminal.complain(LedgerText.lostLines.text(in: language, ["lines": lines]))
      }
      for hash in recovery.damagedObjects {
        Terminal.complain(LedgerText.damagedObject.text(in: language, ["hash": "\(hash)"]))
      }
      if !recovery.damagedObjects.isEmpty { throw ExitCode.findings }
    }
  }
}
