import ArgumentParser
import Language
import Spreadsheet

/// `--limit NAME=N`: the bounds of reading that a person changes.
struct LimitOptions: ParsableArguments {
  @Option(
    name: .customLong("limit"), parsing: .singleValue,
    help: ArgumentHelp(LimitChange.help, valueName: "NAME=N"))
  var changes: [LimitChange] = []

  /// `limits` with the changes made, in the order in which they were given.
  func applied(to limits: Limits) -> Limits {
    changes.reduce(into: limits) { $0[$1.name] = $1.bound }
  }
}

/// One limit with its new bound.
struct LimitChange: ExpressibleByArgument {
  let name: Limits.Name
  let bound: Int

  /// Reads `cells=5000000`; nil for an unknown limit or a bound that is no positive number.
  init?(argument: String) {
    let parts = argument.split(separator: "=", maxSplits: 1)
    guard parts.count == 2, let name = Limits.Name(rawValue: String(parts[0])),
      let bound = Int(parts[1]), bound > 0
    else { return nil }
    self.name = name
    self.bound = bound
  }

  /// What `--help` says, with the names of the limits.
  static var help: String {
    let names = Limits.Name.allCases.map(\.rawValue).joined(separator: ", ")
    return HelpText.limit.text(in: .requested, ["names": names])
  }
}
