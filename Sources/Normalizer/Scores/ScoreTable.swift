public import Regulation

/// One unit's scores, normalised: what was entered for each criterion, and where.
public struct ScoreTable: Sendable {
  /// The unit's code.
  public var unit: String
  /// Where the scores came from.
  public var source: SubmissionSource
  /// What was entered, by the criterion's code; criteria without a row are absent.
  public var entries: ScoreEntries

  /// A table of one unit.
  public init(unit: String, source: SubmissionSource, entries: [String: ScoreEntry]) {
    self.unit = unit
    self.source = source
    self.entries = ScoreEntries(entries)
  }
}

/// The file, and the sheet in it, that a score table was read from.
public struct SubmissionSource: Sendable, Hashable {
  /// The file's path, relative to the block folder where it lies inside.
  public var file: String
  /// The SHA-256 of the file's bytes, as 64 hexadecimal digits.
  public var sha256: String
  /// The sheet that holds the table.
  public var sheet: String
  /// When the mail came that brought the file, ISO 8601 with its offset; nil where none is known.
  public var received: String?

  /// A source with its place.
  public init(file: String, sha256: String, sheet: String, received: String? = nil) {
    self.file = file
    self.sha256 = sha256
    self.sheet = sheet
    self.received = received
  }
}

/// What a unit entered for one criterion.
public struct ScoreEntry: Sendable, Hashable {
  /// The unit's own points as they stand after every rule about them; nil where there are none.
  @PackedPoints public var selfPoints: Points?
  /// The points that stand in the unit's own column as they were read, before any rule; nil where
  /// there are none.
  @PackedPoints public var enteredPoints: Points? = nil
  /// The appraised points after the same rules, of several appraisers the mean; nil where there are
  /// none.
  @PackedPoints public var appraisedPoints: Points?
  /// What each appraiser gave in `tham-dinh/`; empty where the unit's own file says it.
  public var appraisals: [Appraisal] = []
  /// The points that count under Điểm xét before the pass over the block; nil where none can be
  /// used.
  @PackedPoints public var countedPoints: Points?
  /// The result that the unit reports (A of the methods).
  public var result: Quantity?
  /// Whether the unit says that the criterion did not arise this year.
  public var isNotApplicable: Bool
  /// The sheet and cell that the counted score stands in.
  public var sheet: String
  /// The cell in A1 notation, nil where the row has no score cell.
  public var cell: String?
  /// The evidence that the unit names, as submitted.
  public var evidence: String?
  /// The note or explanation, as submitted.
  public var note: String?

  /// An entry with its place.
  public init(
    selfPoints: Points? = nil, appraisedPoints: Points? = nil, result: Quantity? = nil,
    countedPoints: Points? = nil, isNotApplicable: Bool = false, sheet: String,
    cell: String? = nil, evidence: String? = nil, note: String? = nil
  ) {
    self.selfPoints = selfPoints
    self.appraisedPoints = appraisedPoints
    self.result = result
    self.countedPoints = countedPoints
    self.isNotApplicable = isNotApplicable
    self.sheet = sheet
    self.cell = cell
    self.evidence = evidence
    self.note = note
  }
}
