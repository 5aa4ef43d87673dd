import Foundation
import Ledger
import Normalizer
public import Writer

/// A block's ledger during one consolidation: how files came, their originals, what the run did.
public final class BlockLedger {
  private let block: BlockFolder
  let ledger: Ledger
  /// How files came.
  public let provenance: Provenance
  let keeper: OriginalKeeper
  private let regulation: RegulationSource

  /// Opens the ledger of a block, or makes one.
  ///
  /// - Parameters:
  ///   - regulation: What the run reads; nil for what is there now.
  ///   - command: What holds the ledger meanwhile, for those who wait.
  /// - Throws: `LedgerError`; `PipelineError` where there is no regulation.
  public init(
    block: BlockFolder, regulation: RegulationSource? = nil, command: String = "thidua consolidate"
  ) throws {
    self.block = block
    self.regulation = try regulation ?? block.regulationSource()
    ledger = try Ledger(block: block.path, command: command)
    provenance = try Provenance(ledger)
    keeper = OriginalKeeper(try ledger.originalsWriter())
  }

  /// Writes down a run: what it read, with the originals, and what it wrote.
  ///
  /// - Parameters:
  ///   - outcome: the reports.
  ///   - options: what shaped the result beside the files.
  /// - Returns: the number of the run.
  /// - Throws: `LedgerError`; the reports stand.
  @discardableResult
  public func record(
    _ consolidation: Consolidation, outcome: Publication.Outcome, options: [String: String],
    version: String
  ) throws -> Int {
    try ledger.store(outcome.result, as: outcome.resultHash)
    return try record(
      consolidation, reports: outcome.reports, result: outcome.resultHash, options: options,
      version: version)
  }

  /// Writes down a run whose result is in the archive.
  ///
  /// - Throws: `LedgerError`.
  func record(
    _ consolidation: Consolidation, reports: [Publication.Report], result: ContentHash,
    options: [String: String], version: String
  ) throws -> Int {
    if let failure = keeper.failure { throw failure }
    var files: [RunRecord.File] = []
    for file in regulation.files {
      files.append(
        RunRecord.File(
          role: .regulation, path: relative(file.path), hash: try ledger.store(file.bytes)))
    }
    for file in consolidation.files {
      let origin = file.sha256.map { provenance.origin(path: file.path, sha256: $0) }
      files.append(
        RunRecord.File(
          role: file.path.hasPrefix("tham-dinh/") ? .appraisal : .submission, path: file.path,
          hash: file.sha256.flatMap { ContentHash($0) }, unit: file.unit,
          verdict: file.verdict.rawValue, received: file.received, sender: origin?.sender))
    }
    let regulation = files.compactMap { $0.role == .regulation ? $0.hash?.hexadecimal : nil }
    for report in reports {
      files.append(
        RunRecord.File(
          role: .report, path: (report.path as NSString).lastPathComponent, hash: report.hash))
    }
    return try ledger.append(
      runBy: version, regulation: ContentHash(of: Array(regulation.joined().utf8)).hexadecimal,
      options: options, files: files,
      result: result, receipts: try receipts(of: consolidation.files))
  }

  /// Receipts of the files that nobody collected: somebody put them into the folder.
  private func receipts(of files: [ReceivedFile]) throws(LedgerError) -> [Receipt] {
    let known = try ledger.receivedPlaces()
    return files.compactMap { file in
      guard let hash = file.sha256.flatMap({ ContentHash($0) }),
        !known.contains(Ledger.Place(hash: hash, path: file.path))
      else { return nil }
      return Receipt(
        hash: hash, size: ledger.archive.size(of: hash) ?? 0,
        name: (file.path as NSString).lastPathComponent,
        kind: .submission, source: file.path, unit: file.unit, path: file.path)
    }
  }

  private func relative(_ path: String) -> String {
    String(path.dropFirst(block.path.count + 1))
  }
}
