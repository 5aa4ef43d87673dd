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
      last.run.result == ContentHash(of: result(of: consolidation, options: last.run.options))
    {
      return last
    }
    if isDry { return nil }
    let outcome = Publication.Outcome(
      paths: [], result: result(of: consolidation, options: options))
    let number = try record(consolidation, outcome: outcome, options: options, version: version)
    return try ledger.run(number)
  }

  private func result(
    of consolidation: Consolidation, options: [String: String]
  ) -> [UInt8] {
    ResultJSON.bytes(
      consolidation, language: options["lang"].flatMap(Language.init(rawValue:)) ?? .vi)
  }
}
