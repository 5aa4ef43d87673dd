import ArgumentParser
import Intake
import Language

/// `--limit NAME=N` of `thidua collect`: how much of each mail and file is taken in.
struct IntakeLimitOptions: ParsableArguments {
  @Option(
    name: .customLong("limit"), parsing: .singleValue,
    help: ArgumentHelp(IntakeLimitChange.help, valueName: "NAME=N"))
  var changes: [IntakeLimitChange] = []

  /// `limits` with the changes made, in the order in which they were given.
  func applied(to limits: IntakeLimits) -> IntakeLimits {
    changes.reduce(into: limits) { $0[$1.name] = $1.bound }
  }
}

/// One limit with its new bound.
struct IntakeLimitChange: ExpressibleByArgument {
  let name: IntakeLimits.Name
  let bound: Int

  /// Reads `mail-bytes=50M`; nil for an unknown limit or a bound that is no positive number.
  init?(argument: String) {
    guard let match = argument.wholeMatch(of: /([a-z-]+)=(\d{1,15})([KMG]?)/),
      let name = IntakeLimits.Name(rawValue: String(match.1)), let number = Int(match.2), number > 0
    else { return nil }
    self.name = name
    let shift = ["K": 10, "M": 20, "G": 30][match.3] ?? 0
    bound = number << shift
  }

  /// What `--help` says, with the limits and their usual bounds.
  static var help: String {
    let usual = IntakeLimits()
    let names = IntakeLimits.Name.allCases.map { "\($0.rawValue) (\(text(usual[$0])))" }
    return MailHelp.limit.text(in: .requested, ["names": names.joined(separator: ", ")])
  }

  private static func text(_ bound: Int) -> String {
    bound >= 1 << 20 && bound % (1 << 20) == 0 ? "\(bound >> 20)M" : "\(bound)"
  }
}
