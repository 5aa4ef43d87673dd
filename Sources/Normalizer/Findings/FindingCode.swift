/// The closed list of findings; a code never changes its meaning.
public enum FindingCode: String, CaseIterable, Sendable, Hashable {
  // On a file.
  case unreadableFile = "unreadable-file"
  case encryptedFile = "encrypted-file"
  case unsupportedFormat = "unsupported-format"
  case limitExceeded = "limit-exceeded"
  case macrosIgnored = "macros-ignored"
  case legacyEncoding = "legacy-encoding"
  case noScoreTable = "no-score-table"
  case severalScoreTables = "several-score-tables"
  case unitUnknown = "unit-unknown"
  case unitAmbiguous = "unit-ambiguous"
  case unitConflict = "unit-conflict"
  case duplicateSubmission = "duplicate-submission"
  case supersededSubmission = "superseded-submission"
  case versionConflict = "version-conflict"
  case lateSubmission = "late-submission"
  case copiedSubmission = "copied-submission"
  case wrongYear = "wrong-year"
  case formOutdated = "form-outdated"
  // On a table.
  case missingCriterion = "missing-criterion"
  case unknownCriterion = "unknown-criterion"
  case duplicateCriterion = "duplicate-criterion"
  case maximumChanged = "maximum-changed"
  case targetChanged = "target-changed"
  case totalMismatch = "total-mismatch"
  case hiddenContent = "hidden-content"
  case formulaNotCalculated = "formula-not-calculated"
  case formulaError = "formula-error"
  case mergedScore = "merged-score"
  // On a cell.
  case notANumber = "not-a-number"
  case ambiguousNumber = "ambiguous-number"
  case numberAsText = "number-as-text"
  case dateInsteadOfScore = "date-instead-of-score"
  case overMaximum = "over-maximum"
  case negativeScore = "negative-score"
  case missingScore = "missing-score"
  case missingEvidence = "missing-evidence"
  case scoreOnGroup = "score-on-group"
  case selfAppraisedGap = "self-appraised-gap"
  case computedMismatch = "computed-mismatch"
  // On a nomination or a good practice.
  case nominationIncomplete = "nomination-incomplete"
  case nominationDuplicate = "nomination-duplicate"
  case nominationWithoutCondition = "nomination-without-condition"
  case nominationOverQuota = "nomination-over-quota"
  case nominationNotEligible = "nomination-not-eligible"
  case unknownTitle = "unknown-title"
  case practiceIncomplete = "practice-incomplete"
  // On the block.
  case notSubmitted = "not-submitted"
  case notEligible = "not-eligible"
  case quotaExceeded = "quota-exceeded"
  case tieUnresolved = "tie-unresolved"
  case levelling
  case outlier
}

extension FindingCode {
  /// What a finding is about.
  public enum Subject: Sendable, Hashable, CaseIterable {
    /// A submitted file.
    case file
    /// A score table.
    case table
    /// A cell of one.
    case cell
    /// The block or one of its units.
    case block
  }

  /// What the finding is about.
  public var subject: Subject {
    switch self {
    case .unreadableFile, .encryptedFile, .unsupportedFormat, .limitExceeded, .macrosIgnored,
      .legacyEncoding, .noScoreTable, .severalScoreTables, .unitUnknown, .unitAmbiguous,
      .unitConflict, .duplicateSubmission, .supersededSubmission, .versionConflict,
      .lateSubmission, .copiedSubmission, .wrongYear, .formOutdated:
      .file
    case .missingCriterion, .unknownCriterion, .duplicateCriterion, .maximumChanged,
      .targetChanged, .totalMismatch, .hiddenContent, .formulaNotCalculated, .formulaError,
      .mergedScore:
      .table
    case .notANumber, .ambiguousNumber, .numberAsText, .dateInsteadOfScore, .overMaximum,
      .negativeScore, .missingScore, .missingEvidence, .scoreOnGroup, .selfAppraisedGap,
      .computedMismatch, .nominationIncomplete, .nominationDuplicate,
      .nominationWithoutCondition, .nominationOverQuota, .nominationNotEligible, .unknownTitle,
      .practiceIncomplete:
      .cell
    case .notSubmitted, .notEligible, .quotaExceeded, .tieUnresolved, .levelling, .outlier: .block
    }
  }
}
