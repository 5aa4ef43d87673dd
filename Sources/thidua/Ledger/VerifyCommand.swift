import ArgumentParser
import Language
import Ledger
import Pipeline
import Regulation

/// `thidua verify BLOCK`.
struct VerifyCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "verify", abstract: MailHelp.verify.text)
  }

  @Argument(help: HelpText.block.help)
  var block: String

  @OptionGroup var protection: PasswordOptions
  @OptionGroup var common: CommonOptions

  func run() async throws {
    try await reportingFailures(in: common.language) {
      let folder = try BlockFolder(path: block)
      try folder.checkLedger()
      let found = try Ledger.verify(block: folder.path)
      try show(found)
      var isSound = found.isSound
      // A run of which an original is lost cannot be repeated; the original is named already.
      if found.damagedLine == nil, found.isIndexSound, found.damagedObjects.isEmpty {
        let ledger = try Ledger.reading(block: folder.path, command: "thidua verify")
        if let last = try ledger.runs().last {
          let repetition = try await RunRepetition(
            of: last.number, in: ledger, passwords: try protection.passwords(),
            version: Version.number)
          isSound = try show(repetition) && isSound
        } else {
          try Terminal.print(LedgerText.noRuns.text(in: common.language))
        }
      }
      if !isSound { throw ExitCode.findings }
    }
  }

  private func show(_ found: LedgerVerification) throws {
    let language = common.language
    if found.isSound {
      try Terminal.print(
        LedgerText.sound.text(
          in: language, ["records": "\(found.records)", "objects": "\(found.objects)"]))
    }
    if let line = found.damagedLine {
      Terminal.complain(LedgerText.damagedLine.text(in: language, ["line": "\(line)"]))
    }
    for hash in found.damagedObjects {
      Terminal.complain(LedgerText.damagedObject.text(in: language, ["hash": "\(hash)"]))
    }
    if !found.isIndexSound { Terminal.complain(LedgerText.indexUnsound.text(in: language)) }
    if !found.unlistedObjects.isEmpty {
      try Terminal.print(
        LedgerText.unlisted.text(in: language, ["count": "\(found.unlistedObjects.count)"]))
    }
  }

  /// Says how a repetition ended.
  ///
  /// - Returns: whether that is as it should be.
  private func show(_ repetition: RunRepetition) throws -> Bool {
    let language = common.language
    let run = ["run": "\(repetition.run)"]
    switch repetition.outcome {
    case .same:
      try Terminal.print(LedgerText.same.text(in: language, run))
      return true
    case .different:
      Terminal.complain(LedgerText.different.text(in: language, run))
      return false
    case .otherVersion(let version, let isSame):
      let phrase = isSame ? LedgerText.otherVersionSame : .otherVersionDifferent
      try Terminal.print(
        phrase.text(in: language, run.merging(["version": version]) { one, _ in one }))
      return true
    case .impossible(let files):
      Terminal.complain(
        LedgerText.impossible.text(
          in: language,
          run.merging(["files": files.joined(separator: "; ")]) { one, _ in one }))
      return false
    }
  }
}
