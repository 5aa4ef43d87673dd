public import Language

/// What a finding of several kinds says in particular: `detail` names one of these, and its places
/// are filled from the finding's other arguments.
public enum FindingSentence: String, Phrase {
  /// Nearly all units stand at the maximum of a criterion.
  case criterionAtMaximum = "criterion-at-maximum"
  /// The totals of a group of units lie too close together.
  case totalsTooClose = "totals-too-close"
  /// A unit gave itself every maximum and names no evidence.
  case fullWithoutEvidence = "full-without-evidence"
  /// Scores on a criterion lie far from the others'.
  case scoresFarOff = "scores-far-off"
  /// A unit's self scores exceed the appraisal by far more, or less, than the others' do.
  case inflationFarOff = "inflation-far-off"

  /// The sentence in every language.
  public var translation: Translation {
    switch self {
    case .criterionAtMaximum:
      Translation(
        vi: "tiêu chí {criterion} ({content}), {group}: {count}/{units} đơn vị ({share}%) đạt điểm "
          + "tối đa {maximum} nên không phân hóa được các đơn vị. Đề nghị xem lại cách chấm.",
        en: "criterion {criterion} ({content}), {group}: {count} of {units} units ({share}%) stand "
          + "at the maximum {maximum}, so it does not tell them apart. Look into how it is scored.")
    case .totalsTooClose:
      Translation(
        vi: "tổng điểm {group} sát nhau: một nửa số đơn vị ở giữa chỉ cách nhau {spread} điểm, "
          + "chưa tới {expected}% của {maximum} điểm thường tối đa. Xem trang tính Phân tích.",
        en: "the totals lie close together, {group}: the middle half of the units spans {spread} "
          + "points, less than {expected}% of the base maximum {maximum}. See the sheet Analysis.")
    case .fullWithoutEvidence:
      Translation(
        vi: "đơn vị tự chấm tối đa cả {count} tiêu chí và không nêu minh chứng nào. "
          + "Đề nghị đơn vị bổ sung minh chứng.",
        en: "the unit gave itself the maximum on all {count} criteria and names no evidence. "
          + "Ask the unit for it.")
    case .scoresFarOff:
      Translation(
        vi:
          "tiêu chí {criterion} ({content}), {group}: {other} được {points} điểm; trung vị {median}, khoảng thường "
          + "gặp từ {low} đến {high}.",
        en:
          "criterion {criterion} ({content}), {group}: {other} with {points}; median {median}, usual from "
          + "{low} to {high}.")
    case .inflationFarOff:
      Translation(
        vi: "tự chấm chênh so với thẩm định {share}% điểm tối đa; trung vị {group} {median}%, "
          + "khoảng thường gặp từ {low}% đến {high}%. Đề nghị đối chiếu với đơn vị.",
        en: "self scores differ from the appraisal by {share}% of the maxima; median {median}%, "
          + "{group}, usual from {low}% to {high}%. Compare with the unit.")
    }
  }
}
