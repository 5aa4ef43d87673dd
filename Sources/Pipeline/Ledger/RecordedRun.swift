import Language
public import Ledger
public import Writer

extension BlockLedger {
  /// The run that a consolidation is: the last one where nothing changed since, else a new one, which
  /// is written down without reports.
  ///
  /// - Parameters:
  ///   - options: what shapes the result beside the files; `lang` is the language of the result.
  ///   - isDry: whether nothing is written down.
  /// - Returns: nil where a new run would have to be written down and nothing may be.
  /// - Throws: `LedgerError`.
  public func run(
    of consolidation: Consolidation, options: [String: String], version: String, isDry: Bool
  ) throws -> RunEntry? {
    if let last = try ledger.runs().last,
      last.run.result
        == ResultHash.hash(of: consolidation, language: Self.language(of: last.run.options))
    {
      return last
    }
    if isDry { return nil }
    let result = try ledger.store(
      ResultJSON.bytes(consolidation, language: Self.language(of: options)))
    let number = try record(
      consolidation, reports: [], result: result, options: options, version: version)
    return try ledger.run(number)
  }

  private static func language(of options: [String: String]) -> Language {
    options["lang"].flatMap(Language.init(rawValue:)) ?? .vi
  }
}
