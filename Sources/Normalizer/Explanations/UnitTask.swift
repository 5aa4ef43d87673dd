public import Language

extension FindingCode {
  /// What the unit itself has to do about a finding that is no mere note; nil where it is for the
  /// office or the meeting to do something, or for nobody.
  ///
  /// The explanation's remedy, but where that speaks to the office.
  public var unitTask: Translation? {
    switch self {
    case .unreadableFile, .encryptedFile, .unsupportedFormat, .limitExceeded, .noScoreTable,
      .severalScoreTables, .unitUnknown, .unitAmbiguous, .wrongYear, .missingCriterion,
      .unknownCriterion, .duplicateCriterion, .maximumChanged, .targetChanged, .totalMismatch,
      .hiddenContent, .formulaNotCalculated, .formulaError, .mergedScore, .notANumber,
      .ambiguousNumber, .dateInsteadOfScore, .overMaximum, .negativeScore, .missingScore,
      .missingEvidence, .scoreOnGroup, .computedMismatch, .nominationIncomplete,
      .nominationDuplicate, .nominationWithoutCondition, .practiceIncomplete,
      .supersededSubmission, .legacyEncoding, .outlier:
      explanation.remedy
    case .unitConflict:
      Translation(
        vi: "Xác nhận bảng điểm là của đơn vị; sửa tên đơn vị trong tệp hoặc tên tệp.",
        en: "Confirm that the table is the unit's own; correct the name in the file or of the file."
      )
    case .copiedSubmission:
      Translation(
        vi: "Xác nhận bảng điểm do đơn vị tự chấm; gửi lại nếu đã lấy nhầm bảng.",
        en: "Confirm that the unit scored itself; send the table again where it is the wrong one.")
    case .versionConflict:
      Translation(
        vi: "Cho biết tệp nào là bản chính thức.", en: "Say which of the files is final.")
    case .formOutdated:
      Translation(
        vi: "Đối chiếu với các tiêu chí hiện hành; chấm lại trên biểu mới nếu có thay đổi.",
        en: "Compare with the criteria in force; use a new form where they changed.")
    case .selfAppraisedGap:
      Translation(
        vi: "Giải trình căn cứ của điểm tự chấm, kèm minh chứng.",
        en: "Explain what the self score rests on, with evidence.")
    case .levelling:
      Translation(
        vi: "Bổ sung minh chứng cho các điểm tự chấm tối đa.",
        en: "Add evidence for the maximum scores.")
    case .nominationOverQuota:
      Translation(
        vi: "Rút bớt hoặc xếp thứ tự ưu tiên những người được đề nghị.",
        en: "Withdraw some nominations or put them in order.")
    case .unknownTitle:
      Translation(
        vi: "Ghi đúng tên danh hiệu của quy chế.", en: "Write the title as the regulation names it."
      )
    case .notSubmitted:
      Translation(vi: "Gửi bảng tự chấm điểm.", en: "Send the self-scored table.")
    case .macrosIgnored, .duplicateSubmission, .lateSubmission, .numberAsText,
      .nominationNotEligible, .notEligible,
      .quotaExceeded, .tieUnresolved:
      nil
    }
  }
}
