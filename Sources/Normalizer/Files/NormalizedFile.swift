/// What one file holds: the score tables of its units, and what there is to say about it.
public struct NormalizedFile: Sendable {
  /// The path, relative to the block folder where it lies inside.
  public var path: String
  /// The path below the folder of the submissions.
  public var name: String
  /// The SHA-256 of the bytes; nil where the file could not be opened.
  public var sha256: String?
  /// When the mail came that brought it.
  public var received: String?
  /// The unit that the file is of, also where it holds no score table; nil where nobody knows.
  public var unit: String?
  /// The score tables, one a unit.
  public var tables: [ScoreTable]
  /// The findings, with unit and file.
  public var findings: [Finding]
  /// What the file says beside the scores, by unit code: people and practices.
  public var dossiers: [String: Dossier] = [:]
  /// Where its score tables stand, those whose unit nobody knows included.
  public var places: [TablePlace] = []

  /// What a file holds: its tables and findings; dossiers and places are none as yet.
  public init(
    path: String, name: String, sha256: String?, received: String? = nil, unit: String? = nil,
    tables: [ScoreTable] = [], findings: [Finding] = []
  ) {
    self.path = path
    self.name = name
    self.sha256 = sha256
    self.received = received
    self.unit = unit
    self.tables = tables
    self.findings = findings
  }
}
