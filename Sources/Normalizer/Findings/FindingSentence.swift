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

  /// An appraiser's points lie apart from the other appraisers', over several units.
  case appraiserFarOff = "appraiser-far-off"
  /// An appraiser's points lie apart from the other appraisers' on one unit.
  case appraiserFarOffOnUnit = "appraiser-far-off-on-unit"
  /// Single scores of an appraiser lie apart from the other appraisers' on one unit.
  case appraisedScoresFarOff = "appraised-scores-far-off"
  /// An appraiser departs from what its units gave themselves as no other appraiser does.
  case appraiserFarFromUnits = "appraiser-far-from-units"
  /// A late file that counts in full.
  case lateAccepted = "late-accepted"
  /// A late file that counts less some points a day.
  case lateDeducted = "late-deducted"
  /// A late file that does not count.
  case lateRefused = "late-refused"
  /// A quota as a percentage of the ranked units.
  case quotaOfRanked = "quota-of-ranked"
  /// A quota as a number of places.
  case quotaOfPlaces = "quota-of-places"

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
    case .appraiserFarOff:
      Translation(
        vi:
          "bảng thẩm định {other} chấm {units} đơn vị chênh {points} điểm so với trung vị của các "
          + "bảng khác, tức {share}% điểm tối đa của {count} điểm cùng chấm; "
          + "\(Self.farthest.vi) ({name}).",
        en: "the appraisal {other} differs from the median of the others by {points} points on "
          + "{units} units, {share}% of the maxima of {count} shared scores; "
          + "\(Self.farthest.en) ({name}).")
    case .appraiserFarOffOnUnit:
      Translation(
        vi:
          "bảng thẩm định {other} chấm {name} chênh {points} điểm so với trung vị của {others} bảng "
          + "khác, tức {share}% điểm tối đa của {count} điểm cùng chấm; \(Self.farthest.vi).",
        en:
          "the appraisal {other} of {name} differs from the median of {others} others by {points} "
          + "points, {share}% of the maxima of {count} shared scores; \(Self.farthest.en).")
    case .appraisedScoresFarOff:
      Translation(
        vi: "bảng thẩm định {other} có {count} điểm của {name} khác xa {others} bảng khác (chênh "
          + "{points} điểm, {share}% điểm tối đa); \(Self.farthest.vi).",
        en: "the appraisal {other} gives {name} {count} scores far from those of {others} others "
          + "({points} points, {share}% of the maxima); \(Self.farthest.en).")
    case .appraiserFarFromUnits:
      Translation(
        vi: "bảng thẩm định {other} chênh {points} điểm so với điểm {units} đơn vị tự chấm, tức "
          + "{share}% điểm tối đa của {count} điểm, khác hẳn các bảng thẩm định khác; xa nhất là "
          + "tiêu chí {criterion} của {name}: {given}, đơn vị tự chấm {median}, tối đa {maximum}.",
        en: "the appraisal {other} differs from what {units} units gave themselves by {points} "
          + "points, {share}% of the maxima of {count} scores, as no other appraisal does; farthest "
          + "on criterion {criterion} of {name}: {given}, self {median}, maximum {maximum}.")
    case .quotaOfRanked:
      Translation(
        vi: "{expected} của {units} đơn vị xếp hạng: {count} suất",
        en: "{expected} of {units} ranked units: {count} places")
    case .quotaOfPlaces: Translation(vi: "{count} suất", en: "{count} places")
    case .lateAccepted:
      Translation(vi: "vẫn nhận.", en: "it is accepted.")
    case .lateDeducted:
      Translation(
        vi: "vẫn nhận, trừ {points} điểm ({count} ngày).",
        en: "it is accepted less {points} points ({count} days).")
    case .lateRefused:
      Translation(
        vi: "không nhận. Nếu có lý do, ghi tên tệp vào cột “Tệp dùng” của trang tính Đơn vị.",
        en:
          "it is refused. Where there was a reason, name it in the column “Tệp dùng” of the sheet "
          + "of units.")
    }
  }

  /// Where an appraiser lies farthest from the others.
  private static let farthest = Translation(
    vi: "xa nhất ở tiêu chí {criterion}: {given}, trung vị {median}, tối đa {maximum}",
    en: "farthest on criterion {criterion}: {given}, median {median}, maximum {maximum}")
}
