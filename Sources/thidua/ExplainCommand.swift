import ArgumentParser
import Language
import Normalizer

/// `thidua explain CODE`.
struct ExplainCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "explain", abstract: HelpText.explain.text)
  }

  @Argument(help: HelpText.code.help)
  var code: String?

  @OptionGroup var common: CommonOptions

  func run() throws {
    guard let code else {
      try list()
      return
    }
    guard let known = FindingCode(rawValue: code.lowercased()) else {
      let nearest = FindingCode.nearest(to: code)
      Terminal.complain(
        (nearest == nil ? OutputText.unknownCode : OutputText.unknownCodeSuggested).text(
          in: common.language, ["code": code, "other": nearest?.rawValue ?? ""]))
      throw ExitCode.validationFailure
    }
    try Terminal.print(known.rawValue)
    for (label, text) in known.explanation.parts {
      try Terminal.print(
        "  \(label.text(in: common.language)): \(text.text(in: common.language))")
    }
  }

  /// Every code with its meaning, one a line.
  private func list() throws {
    let width = FindingCode.allCases.map(\.rawValue.count).max() ?? 0
    for code in FindingCode.allCases {
      let gap = String(repeating: " ", count: width - code.rawValue.count)
      try Terminal.print(
        "\(code.rawValue)\(gap)  \(code.explanation.meaning.text(in: common.language))")
    }
  }
}
