import Language

/// What the sheet Nguồn says of a score where no finding does.
enum SourcePhrase: Phrase {
  case appraisedCounts, weightedCounts, methodCounts, appraiser
  case notApplicableFull, notApplicableZero, notApplicableRescaled, missing, missingPending

  var translation: Translation {
    switch self {
    case .appraisedCounts:
      Translation(vi: "Lấy điểm thẩm định.", en: "The appraised points count.")
    case .weightedCounts:
      Translation(
        vi: "Tính theo tỷ lệ tự chấm và thẩm định của quy chế.",
        en: "Self and appraised points are weighed as the regulation says.")
    case .methodCounts:
      Translation(
        vi: "Điểm tính từ kết quả theo cách chấm của quy chế.",
        en: "The points follow from the result by the regulation's method.")
    case .appraiser:
      Translation(vi: "Điểm của một người thẩm định.", en: "What one appraiser gave.")
    case .notApplicableFull:
      Translation(vi: "Không phát sinh: tính đủ điểm.", en: "Not applicable: full points.")
    case .notApplicableZero:
      Translation(vi: "Không phát sinh: tính 0 điểm.", en: "Not applicable: counts 0.")
    case .notApplicableRescaled:
      Translation(
        vi: "Không phát sinh: để ngoài, điểm thường quy đổi.",
        en: "Not applicable: left out, the base points are rescaled.")
    case .missing:
      Translation(vi: "Không có điểm dùng được: tính 0.", en: "No usable score: counts 0.")
    case .missingPending:
      Translation(
        vi: "Không có điểm dùng được: đơn vị chờ bổ sung.",
        en: "No usable score: the unit waits for it.")
    }
  }
}
