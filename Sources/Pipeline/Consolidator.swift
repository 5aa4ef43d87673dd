import Analysis
import Foundation
public import Logging
public import Normalizer
import Ranking
public import Regulation
public import Spreadsheet
public import Writer

/// The batch: submissions in, one consolidation out.
public struct Consolidator: Sendable {
  let block: BlockFolder
  private let regulation: Regulation
  let passwords: [Password]
  private let jobs: Int
  let limits: Limits
  var provenance: Provenance
  private let keeper: OriginalKeeper?
  private let cache: ReadingCache?
  private let logger: Logger

  /// How far a run has come.
  public struct Progress: Sendable {
    /// Files read so far.
    public var filesRead: Int
    /// Files there are.
    public var filesTotal: Int
    /// Findings so far.
    public var findings: Int
  }

  /// A run over one block.
  ///
  /// - Parameters:
  ///   - passwords: what to try on encrypted files before the passwords of the units.
  ///   - jobs: how many files are read at a time; by default one a processor.
  ///   - limits: the bounds on each submission.
  ///   - ledger: says how files came and keeps their originals; nil to do without.
  ///   - provenance: how files came, where that is known otherwise.
  ///   - cache: what earlier runs found, under the same regulation and limits; nil to read every file.
  ///   - logger: told of each file and what became of it, at level `debug`.
  public init(
    block: BlockFolder, regulation: Regulation, passwords: [Password] = [], jobs: Int? = nil,
    limits: Limits = .submission, ledger: BlockLedger? = nil, provenance: Provenance? = nil,
    cache: ReadingCache? = nil,
    logger: Logger = Logger(label: "thidua") { _ in SwiftLogNoOpLogHandler() }
  ) {
    self.block = block
    self.regulation = regulation
    self.passwords = passwords + regulation.units.compactMap(\.password)
    self.logger = logger
    self.limits = limits
    self.provenance = provenance ?? ledger?.provenance ?? Provenance()
    keeper = ledger?.keeper
    self.cache = cache
    self.jobs = max(1, jobs ?? ProcessInfo.processInfo.activeProcessorCount)
  }

  /// Reads all submissions, ranks the units and gathers what the reports say.
  ///
  /// - Parameters:
  ///   - places: files and folders to read in place of `bai-nop/`.
  ///   - progress: called after each file, one call at a time.
  /// - Throws: `PipelineError.inputMissing` when there is nothing to read.
  public func consolidate(
    submissions places: [String] = [], progress: (Progress) -> Void = { _ in }
  ) async throws -> Consolidation {
    let files = try submissionFiles(at: places)
    let appraisals = try appraisalFiles()
    let normalized = await read(files + appraisals, progress: progress)
    return consolidation(
      of: Array(normalized.prefix(files.count)),
      appraisedBy: Array(normalized.suffix(appraisals.count)))
  }

  /// The files at `places`, or in `bai-nop/` where none are named.
  func submissionFiles(at places: [String]) throws -> [SubmissionFiles.Item] {
    try SubmissionFiles(
      at: places.isEmpty ? block.existingSubmissions : places, block: block.path
    ).items
  }

  /// What turns a file into score tables under the block's regulation.
  var normalizer: FileNormalizer {
    FileNormalizer(
      regulation, formFingerprint: regulation.fingerprint,
      ownFingerprints: regulation.ownFingerprints)
  }

  /// The files in `tham-dinh/`; none where there is no such folder.
  private func appraisalFiles() throws -> [SubmissionFiles.Item] {
    let folder = block.appraisalsFolder
    guard FileManager.default.fileExists(atPath: folder) else { return [] }
    return try SubmissionFiles(at: [folder], block: block.path, purpose: .appraisal).items
  }

  /// Reads single files and says what there is to say about each.
  ///
  /// - Throws: `PipelineError.inputMissing` for a file that does not exist.
  public func check(files paths: [String]) async throws -> [NormalizedFile] {
    for path in paths where !FileManager.default.fileExists(atPath: path) {
      throw PipelineError.inputMissing(.file, path: path)
    }
    let files = try SubmissionFiles(at: paths, block: block.path)
    return await read(files.items, progress: { _ in })
  }

  /// Reads files, as many at a time as there are jobs; the result keeps their order.
  private func read(
    _ items: [SubmissionFiles.Item], progress: (Progress) -> Void
  ) async -> [NormalizedFile] {
    var reading = FileReading(normalizer, passwords: passwords, limits: limits)
    reading.provenance = provenance
    reading.keeper = keeper
    reading.cache = cache
    // Files that are read one after the other share what they have in common, and a task for a few of
    // them costs less than one for each; but no job is to wait for the last files of another.
    let size = max(1, min(Self.mostAtATime, items.count / (8 * jobs)))
    return await withTaskGroup(of: (Range<Int>, [FileReading.Reading]).self) {
      [reading] group in
      var results: [FileReading.Reading?] = Array(repeating: nil, count: items.count)
      var next = 0
      var state = Progress(filesRead: 0, filesTotal: items.count, findings: 0)
      func start() {
        let batch = next..<min(items.count, next + size)
        next = batch.upperBound
        guard !batch.isEmpty else { return }
        group.addTask { (batch, reading.readings(of: items[batch])) }
      }
      for _ in 0..<jobs { start() }
      for await (batch, files) in group {
        for (index, reading) in zip(batch, files) {
          let file = reading.file
          results[index] = reading
          state.filesRead += 1
          state.findings += file.findings.count
          progress(state)
          logger.debug(
            "read",
            metadata: [
              "file": "\(file.path)", "unit": "\(file.unit ?? "-")",
              "tables": "\(file.tables.count)", "findings": "\(file.findings.count)",
            ])
        }
        start()
      }
      let readings = results.compactMap { $0 }
      if let cache {
        cache.keep(
          readings.compactMap { reading in
            reading.identity.map { (reading.file, $0) }
          })
        logger.debug("cache", metadata: ["known": "\(cache.filesKnown)", "of": "\(items.count)"])
      }
      return readings.map(\.file)
    }
  }

  /// How many files a task reads at most.
  private static let mostAtATime = 32

  private func consolidation(
    of files: [NormalizedFile], appraisedBy appraisalFiles: [NormalizedFile]
  ) -> Consolidation {
    var selection = SubmissionSelection(files, regulation: regulation)
    let appraisals = Appraisals(appraisalFiles)
    selection.apply(appraisals, regulation: regulation)
    let verdicts = selection.verdicts.merging(appraisals.verdicts) { first, _ in first }
    let standings = Ranker(regulation).standings(selection)
    let analysis = BlockAnalyst(regulation).analysis(of: standings, tables: selection.tables)
    let proposals = IndividualTitles(regulation).proposals(selection, standings)
    let received = (files + appraisalFiles).enumerated().map { index, file in
      var received = ReceivedFile(
        path: file.path, sha256: file.sha256, unit: file.unit,
        sheet: file.tables.first?.source.sheet, received: file.received,
        verdict: verdicts[file.path] ?? .unusable)
      received.isAppraisal = index >= files.count
      return received
    }
    var findings = (files + appraisalFiles)
      .flatMap { worthReporting($0, verdicts[$0.path]) }
      .compactMap(selection.revised)
    findings += selection.findings + appraisals.findings + standings.findings
    findings += analysis.findings + proposals.findings
    sort(&findings)
    var consolidation = Consolidation(
      regulation: regulation, standings: standings, findings: findings, files: received,
      analysis: analysis)
    consolidation.proposals = proposals
    return consolidation
  }

  /// What there is to say about a file: of one that another replaces, only what concerns it as a
  /// file, for none of its scores are looked at.
  private func worthReporting(
    _ file: NormalizedFile, _ verdict: FileVerdict?
  ) -> [Finding] {
    switch verdict {
    case .superseded, .duplicate, .late: file.findings.filter { $0.code.subject == .file }
    default: file.findings
    }
  }

  /// Findings by unit in the regulation's order, then file, then as they were found; those of files
  /// that nobody is known to have sent come first.
  private func sort(_ findings: inout [Finding]) {
    let order = Dictionary(
      uniqueKeysWithValues: regulation.units.enumerated().map { ($1.code, $0 + 1) })
    findings = findings.enumerated().sorted { one, other in
      let a = (order[one.element.unit ?? ""] ?? 0, one.element.file ?? "", one.offset)
      let b = (order[other.element.unit ?? ""] ?? 0, other.element.file ?? "", other.offset)
      return a < b
    }.map(\.element)
  }
}
