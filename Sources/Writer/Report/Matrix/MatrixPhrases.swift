import Language

/// The texts of the workings below the matrix of points.
enum MatrixPhrase: Phrase {
  case workings, hint
  case unscaledBase, allMaxima, leftOutMaxima, lateness
  case excess, tieKey, rankBefore, admitted
  case notApplicable
  case unexpectedTask, hardship, newFactor, lastYear, signedOn, fewerDeductions

  var translation: Translation {
    switch self {
    case .workings:
      Translation(vi: "CÁCH TÍNH HẠNG VÀ XẾP LOẠI", en: "HOW RANK AND CLASS COME ABOUT")
    case .hint:
      Translation(
        vi: "Thử sửa một điểm ở bảng trên: tổng điểm, hạng và xếp loại tự tính lại. Phần này không "
          + "in.",
        en: "Change a score above: totals, ranks and classes follow. This part is not printed.")
    case .unscaledBase:
      Translation(vi: "Điểm thường trước khi quy đổi", en: "Base points before rescaling")
    case .allMaxima:
      Translation(vi: "B: tổng điểm tối đa áp dụng", en: "B: maxima that apply")
    case .leftOutMaxima:
      Translation(
        vi: "N: điểm tối đa của tiêu chí không phát sinh", en: "N: maxima of those not applicable")
    case .lateness: Translation(vi: "Trừ do nộp muộn", en: "Deducted for lateness")
    case .excess:
      Translation(
        vi: "Phần ngoài mức 0 … tối đa, không tính: {criteria}",
        en: "Beyond 0 … maximum, not counted: {criteria}")
    case .rankBefore: Translation(vi: "Hạng trước khi xét: {key}", en: "Rank before: {key}")
    case .tieKey: Translation(vi: "Xét khi bằng điểm: {key}", en: "Where tied: {key}")
    case .admitted:
      Translation(
        vi: "Đủ điều kiện xét: {class} (tối đa {quota}% đơn vị)",
        en: "Reaches: {class} (at most {quota}% of the units)")
    case .notApplicable: Translation(vi: "KPS", en: "N/A")
    case .unexpectedTask: Translation(vi: "điểm đột xuất", en: "points for urgent tasks")
    case .hardship: Translation(vi: "điểm vượt khó", en: "points for overcoming hardship")
    case .newFactor: Translation(vi: "điểm nhân tố mới", en: "points for new factors")
    case .lastYear: Translation(vi: "điểm năm trước", en: "last year's points")
    case .signedOn: Translation(vi: "ngày ký giao ước (sớm hơn)", en: "covenant signed (earlier)")
    case .fewerDeductions: Translation(vi: "ít điểm trừ hơn", en: "fewer deductions")
    }
  }
}
