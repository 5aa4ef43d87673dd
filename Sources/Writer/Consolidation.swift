public import Analysis
public import Normalizer
public import Ranking
public import Regulation

/// Everything that the reports of one block say.
public struct Consolidation: Sendable {
  /// The regulation that was applied.
  public var regulation: Regulation
  /// The units' outcomes.
  public var standings: Standings
  /// All findings, those of the standings included, in the order in which reports list them.
  public var findings: [Finding]
  /// Every file that was found among the submissions, in the order of their paths.
  public var files: [ReceivedFile]
  /// How well the scores tell the units apart, and how firmly the ranks stand.
  public var analysis: BlockAnalysis
  /// Whom the units nominate for titles, and their good practices.
  public var proposals = IndividualProposals()

  /// The parts of a consolidation.
  public init(
    regulation: Regulation, standings: Standings, findings: [Finding], files: [ReceivedFile],
    analysis: BlockAnalysis = BlockAnalysis()
  ) {
    self.regulation = regulation
    self.standings = standings
    self.findings = findings
    self.files = files
    self.analysis = analysis
  }
}

/// A submitted file and what became of it: nothing that was submitted goes unlisted.
public struct ReceivedFile: Sendable, Hashable {
  /// The path, relative to the block folder where it lies inside.
  public var path: String
  /// The SHA-256 of the bytes, as 64 hexadecimal digits; nil where the file could not be opened.
  public var sha256: String?
  /// The code of the unit it belongs to; nil where that is not known.
  public var unit: String?
  /// The sheet that holds the score table; nil where none was found.
  public var sheet: String?
  /// When the mail came that brought it, ISO 8601 with its offset; nil where none is known.
  public var received: String?
  /// What became of it.
  public var verdict: FileVerdict
  /// Whether an appraiser filled it in, not the unit.
  public var isAppraisal = false

  /// A file with what became of it.
  public init(
    path: String, sha256: String? = nil, unit: String? = nil, sheet: String? = nil,
    received: String? = nil, verdict: FileVerdict
  ) {
    self.path = path
    self.sha256 = sha256
    self.unit = unit
    self.sheet = sheet
    self.received = received
    self.verdict = verdict
  }
}
