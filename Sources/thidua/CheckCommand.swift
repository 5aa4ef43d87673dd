import ArgumentParser
import Language
import Normalizer
import Pipeline
import Regulation
import Spreadsheet
import Writer

/// `thidua check BLOCK FILE…`.
struct CheckCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "check", abstract: HelpText.check.text)
  }

  @Argument(help: HelpText.block.help)
  var block: String

  @Argument(help: HelpText.files.help)
  var files: [String]

  @OptionGroup var protection: PasswordOptions
  @OptionGroup var bounds: LimitOptions

  @Flag(name: .customLong("json"), help: HelpText.checkJSON.help)
  var printsJSON = false

  @OptionGroup var common: CommonOptions

  func run() async throws {
    let language = common.language
    try await reportingFailures(in: language) {
      let folder = try BlockFolder(path: block)
      let passwords = try protection.passwords()
      let regulation = try folder.regulation(passwords: passwords)
      let consolidator = Consolidator(
        block: folder, regulation: regulation, passwords: passwords,
        limits: bounds.applied(to: .submission))
      let checked = try await consolidator.check(files: files)
      if printsJSON {
        try Terminal.write(CheckJSON.bytes(checked, language: language))
      } else {
        for file in checked { try report(file, regulation: regulation) }
      }
      let hasErrors = checked.contains { $0.findings.contains { $0.severity == .error } }
      if hasErrors { throw ExitCode.findings }
    }
  }

  private func report(_ file: NormalizedFile, regulation: Regulation) throws {
    let language = common.language
    let unit = regulation.units.first { $0.code == file.unit }?.name
    try Terminal.print(
      OutputText.fileHeading.text(
        in: language,
        ["file": file.path, "unit": unit ?? OutputText.noTable.text(in: language)]))
    if file.findings.isEmpty {
      try Terminal.print("  " + OutputText.noFindings.text(in: language))
    }
    // A sort by severity that keeps the order of the file within each.
    for severity in Severity.allCases {
      let findings = file.findings.filter { $0.severity == severity }
      guard !findings.isEmpty else { continue }
      try Terminal.print("  " + severity.heading(count: findings.count, in: language))
      // What is to be done is said once for each kind, behind the last of its findings.
      let last = Dictionary(
        findings.enumerated().map { ($1.code, $0) }, uniquingKeysWith: { max($0, $1) })
      for (index, finding) in findings.enumerated() {
        try Terminal.print("    " + line(finding))
        guard last[finding.code] == index else { continue }
        let remedy = finding.code.explanation.remedy.text(in: language)
        try Terminal.print("      " + OutputText.remedy.text(in: language, ["text": remedy]))
      }
    }
  }

  private func line(_ finding: Finding) -> String {
    let language = common.language
    let place = [finding.sheet, finding.cell].compactMap { $0 }.joined(separator: "!")
    let label =
      Terminal.showsColours ? coloured(finding.severity) : finding.severity.name(in: language)
    return [label, place, "[\(finding.code.rawValue)]", finding.message(in: language)]
      .filter { !$0.isEmpty }.joined(separator: " ")
  }

  private func coloured(_ severity: Severity) -> String {
    let colour =
      switch severity {
      case .error: "31"
      case .warning: "33"
      case .info: "36"
      }
    return "\u{1B}[\(colour)m\(severity.name(in: common.language))\u{1B}[0m"
  }
}
