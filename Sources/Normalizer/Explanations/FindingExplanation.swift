public import Language

/// What there is to know about a finding's code, for `thidua explain`, `thidua check` and the page of
/// the documentation.
public struct FindingExplanation: Sendable, Hashable {
  /// What it means.
  public let meaning: Translation
  /// What is done unless the regulation says otherwise.
  public let treatment: Translation
  /// Which setting of the regulation changes that.
  public let setting: Translation
  /// What the unit or the office does about it.
  public let remedy: Translation
  /// An example.
  public let example: Translation

  static let noSetting = Translation(
    vi: "Không có thiết đặt nào đổi việc này.", en: "No setting changes this.")
}

extension FindingCode {
  /// What there is to know about the code.
  public var explanation: FindingExplanation {
    switch self {
    case .unreadableFile: .unreadableFile
    case .encryptedFile: .encryptedFile
    case .unsupportedFormat: .unsupportedFormat
    case .limitExceeded: .limitExceeded
    case .macrosIgnored: .macrosIgnored
    case .legacyEncoding: .legacyEncoding
    case .noScoreTable: .noScoreTable
    case .severalScoreTables: .severalScoreTables
    case .unitUnknown: .unitUnknown
    case .unitAmbiguous: .unitAmbiguous
    case .unitConflict: .unitConflict
    case .duplicateSubmission: .duplicateSubmission
    case .supersededSubmission: .supersededSubmission
    case .versionConflict: .versionConflict
    case .lateSubmission: .lateSubmission
    case .copiedSubmission: .copiedSubmission
    case .wrongYear: .wrongYear
    case .formOutdated: .formOutdated
    case .missingCriterion: .missingCriterion
    case .unknownCriterion: .unknownCriterion
    case .duplicateCriterion: .duplicateCriterion
    case .maximumChanged: .maximumChanged
    case .targetChanged: .targetChanged
    case .levelling: .levelling
    case .outlier: .outlier
    case .nominationIncomplete: .nominationIncomplete
    case .nominationDuplicate: .nominationDuplicate
    case .nominationWithoutCondition: .nominationWithoutCondition
    case .nominationOverQuota: .nominationOverQuota
    case .nominationNotEligible: .nominationNotEligible
    case .unknownTitle: .unknownTitle
    case .practiceIncomplete: .practiceIncomplete
    case .totalMismatch: .totalMismatch
    case .hiddenContent: .hiddenContent
    case .formulaNotCalculated: .formulaNotCalculated
    case .formulaError: .formulaError
    case .mergedScore: .mergedScore
    case .notANumber: .notANumber
    case .ambiguousNumber: .ambiguousNumber
    case .numberAsText: .numberAsText
    case .dateInsteadOfScore: .dateInsteadOfScore
    case .overMaximum: .overMaximum
    case .negativeScore: .negativeScore
    case .missingScore: .missingScore
    case .missingEvidence: .missingEvidence
    case .scoreOnGroup: .scoreOnGroup
    case .selfAppraisedGap: .selfAppraisedGap
    case .computedMismatch: .computedMismatch
    case .notSubmitted: .notSubmitted
    case .notEligible: .notEligible
    case .quotaExceeded: .quotaExceeded
    case .tieUnresolved: .tieUnresolved
    }
  }
}
