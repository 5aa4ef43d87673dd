import ArgumentParser
import Foundation
import Language
import Ledger
import Logging
import Normalizer
import Pipeline
import Ranking
import Regulation
import Spreadsheet
import Writer

/// `thidua consolidate BLOCK`.
struct ConsolidateCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "consolidate", abstract: HelpText.consolidate.text)
  }

  @Argument(help: HelpText.block.help)
  var block: String

  @Option(parsing: .upToNextOption, help: HelpText.submissions.help)
  var submissions: [String] = []

  @Option(help: HelpText.output.help)
  var output: String?

  @Option(help: HelpText.json.help)
  var json: String?

  @Flag(help: HelpText.documents.help)
  var documents = false

  @Flag(help: HelpText.pdf.help)
  var pdf = false

  @Option(help: HelpText.jobs.help)
  var jobs: Int?

  @Flag(help: HelpText.strict.help)
  var strict = false

  @Flag(help: HelpText.verbose.help)
  var verbose = false

  @OptionGroup var protection: PasswordOptions
  @OptionGroup var bounds: LimitOptions

  @OptionGroup var common: CommonOptions

  func validate() throws {
    if let jobs, jobs < 1 { throw ValidationError("--jobs ≥ 1") }
  }

  func run() async throws {
    let language = common.language
    try await reportingFailures(in: language) {
      let folder = try BlockFolder(path: block)
      let watch = SignalWatch()
      defer { watch.stop() }
      let publication = Publication(
        folder: output ?? folder.outputFolder, interruption: watch.interruption)
      try publication.recover()
      let passwords = try protection.passwords()
      let source = try folder.regulationSource()
      let regulation = try source.regulation(passwords: passwords)
      var logger = Logger(label: "thidua") { StreamLogHandler.standardError(label: $0) }
      logger.logLevel = verbose ? .debug : .warning
      let ledger = try openLedger(of: folder, regulation: source)
      let limits = bounds.applied(to: .submission)
      let cache =
        ledger == nil
        ? nil
        : ReadingCache(
          of: folder, regulation: source, limits: limits, version: Version.number)
      let consolidator = Consolidator(
        block: folder, regulation: regulation, passwords: passwords, jobs: jobs,
        limits: limits, ledger: ledger,
        provenance: try ledger == nil ? Provenance(ofBlock: folder) : nil, cache: cache,
        logger: logger)
      var bar = ProgressBar(language: language)
      let consolidation = try await consolidator.consolidate(submissions: submissions) {
        bar.show($0)
      }
      bar.clear()
      var extras: Publication.Extras = documents ? .documents : []
      if pdf { extras.insert(.pdf) }
      let outcome = try publication.publish(consolidation, language: language, extras: extras)
      let options = RunOptions(
        language: language, limits: limits, submissions: submissions, block: folder)
      let number = try ledger?.record(
        consolidation, outcome: outcome, options: options.record, version: Version.number)
      if let json {
        if json == "-" {
          try outcome.result.read { try Terminal.write($0) }
        } else {
          try Publication.write(outcome.result, to: json)
        }
      }
      // Standard output belongs to the JSON where that was asked for.
      for line in summary(of: consolidation, outcome, run: number) {
        if json == "-" { Terminal.note(line + "\n") } else { try Terminal.print(line) }
      }
      if let failure = outcome.pdfFailure { throw failure }
      if strict, consolidation.findings.contains(where: { $0.severity == .error }) {
        throw ExitCode.findings
      }
    }
  }

  /// The block's ledger; nil, with a word, where the block's folder cannot be written to.
  private func openLedger(
    of folder: BlockFolder, regulation: RegulationSource
  ) throws -> BlockLedger? {
    do {
      return try BlockLedger(block: folder, regulation: regulation)
    } catch LedgerError.readOnly(let path, let reason) {
      Terminal.complain(
        OutputText.unrecorded.text(
          in: common.language,
          ["path": path, "reason": SystemFailure.text(reason, in: common.language)]))
      return nil
    }
  }

  private func summary(
    of consolidation: Consolidation, _ outcome: Publication.Outcome, run: Int?
  ) -> [String] {
    let language = common.language
    let units = consolidation.standings.units
    func count(_ status: UnitStatus) -> String {
      "\(units.filter { $0.status == status }.count)"
    }
    func count(_ severity: Severity) -> String {
      "\(consolidation.findings.filter { $0.severity == severity }.count)"
    }
    let files = consolidation.files
    let pending = units.filter { $0.status == .pending }.map(\.unit.name)
    // The files for programs are always there and need no naming.
    let written = outcome.paths.filter { !$0.hasSuffix(".json") && !$0.hasSuffix(".csv") }
    return [
      OutputText.summary.text(
        in: language,
        [
          "name": consolidation.regulation.block.name,
          "year": "\(consolidation.regulation.block.year)",
          "ranked": count(.ranked), "pending": count(.pending),
          "ineligible": count(.notEligible), "absent": count(.notSubmitted),
        ]),
      OutputText.files.text(
        in: language,
        [
          "count": "\(files.count)",
          "counted": "\(files.filter { $0.verdict == .counted }.count)",
        ]),
      OutputText.findingCounts.text(
        in: language,
        ["errors": count(.error), "warnings": count(.warning), "infos": count(.info)]),
      pending.isEmpty
        ? nil
        : OutputText.pending.text(in: language, ["units": pending.joined(separator: "; ")]),
      run.map { OutputText.recorded.text(in: language, ["run": "\($0)"]) },
    ].compactMap { $0 } + written.map { OutputText.workbook.text(in: language, ["path": $0]) }
  }
}
