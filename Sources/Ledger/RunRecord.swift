/// One consolidation: what it was given and what came out.
public struct RunRecord: Codable, Sendable, Hashable {
  /// A file that a run read or wrote.
  public struct File: Codable, Sendable, Hashable {
    /// What the file was to the run.
    public enum Role: String, Codable, Sendable, CaseIterable {
      /// Part of the regulation.
      case regulation
      /// A submission.
      case submission
      /// A table of the appraisers.
      case appraisal
      /// A report that the run wrote.
      case report
    }

    /// What it was to the run.
    public var role: Role
    /// Its path: relative to the block's folder where it lies inside.
    public var path: String
    /// The hash of its bytes; nil for one that could not be opened.
    public var hash: ContentHash?
    /// The code of the unit that it was found to be of.
    public var unit: String?
    /// What became of it, a raw value of `FileVerdict`; nil for what is no submission.
    public var verdict: String?
    /// The time of the mail that brought it.
    public var received: String?
    /// The code of the unit whose address that mail came from.
    public var sender: String?

    /// A file of a run.
    public init(
      role: Role, path: String, hash: ContentHash?, unit: String? = nil, verdict: String? = nil,
      received: String? = nil, sender: String? = nil
    ) {
      self.role = role
      self.path = path
      self.hash = hash
      self.unit = unit
      self.verdict = verdict
      self.received = received
      self.sender = sender
    }
  }

  /// Its number among the runs, which it keeps should another's record be lost; nil in journals of
  /// versions that only counted.
  public var number: Int?
  /// The version of the program.
  public var version: String
  /// The regulation's fingerprint.
  public var regulation: String
  /// The options that shape the result, as they were given: language, limits.
  public var options: [String: String]
  /// The archived list of all files, JSON of `[File]` in the order of roles and paths.
  public var manifest: ContentHash
  /// The archived `ket-qua.json`.
  public var result: ContentHash

  /// A run.
  public init(
    version: String, regulation: String, options: [String: String] = [:], manifest: ContentHash,
    result: ContentHash
  ) {
    self.version = version
    self.regulation = regulation
    self.options = options
    self.manifest = manifest
    self.result = result
  }
}
