import Language

/// The texts of the sheet Phân tích.
enum AnalysisPhrase: Phrase {
  case analysis, title, legend
  case groupSection, shareSection, criterionSection, unitSection
  case noRankedUnits
  case group, rankedUnits, tiedUnits, levelledCriteria, shareAtMaximum, mean, deviation, quartiles
  case highest, lowest, remarks
  case shareOfMaximum, scores, scoreShare, chartTitle, chartDescription
  case below, exactly
  case criterion, content, maximum, units, atMaximum, discrimination, inflation
  case rank, total, heldWithout, bestWithout, worstWithout, low, high, held, unitInflation
  case levelled, computedAtMaximum, poorDiscrimination, reversed, outlying
  case spreadTooSmall, groupInflation, fullWithoutEvidence, outlyingInflation, firm, loose

  var translation: Translation {
    switch self {
    case .analysis: Translation(vi: "Phân tích", en: "Analysis")
    case .title: Translation(vi: "PHÂN TÍCH MỨC ĐỘ PHÂN HÓA", en: "HOW SCORES TELL UNITS APART")
    case .legend:
      Translation(
        vi: "Chỉ tính các đơn vị được xếp hạng; số liệu để tham khảo, không làm thay đổi điểm và "
          + "hạng. Độ lệch chuẩn: của mẫu (n − 1). Khoảng tứ phân vị: một nửa số đơn vị ở giữa nằm "
          + "trong chừng ấy điểm. Độ phân biệt: tương quan với tổng điểm còn lại, từ −1 đến 1; dưới "
          + "0,2 là kém. Dao động: mỗi điểm thay đổi ngẫu nhiên trong ngưỡng chênh lệch {gap}%, "
          + "không quá điểm tối đa, nhiều nhất 1.000 lần; hạng nằm trong khoảng nêu ở 90% số lần.",
        en: "Of ranked units alone; for reading, points and ranks do not change. Standard "
          + "deviation: of the sample (n − 1). Interquartile range: the middle half of the units "
          + "lies within so many points. Discrimination: the correlation with the rest of the "
          + "total, −1 to 1; below 0.2 is poor. Movement: each score changes at random within the "
          + "gap of {gap}%, not above its maximum, at most 1,000 times; in 90% of them the rank "
          + "lies in the interval.")
    case .groupSection: Translation(vi: "I. Tổng điểm", en: "I. Totals")
    case .shareSection:
      Translation(vi: "II. Điểm so với mức tối đa", en: "II. Scores against their maxima")
    case .criterionSection: Translation(vi: "III. Từng tiêu chí", en: "III. By criterion")
    case .unitSection: Translation(vi: "IV. Độ vững của thứ hạng", en: "IV. How firm the ranks are")
    case .noRankedUnits:
      Translation(
        vi: "Chưa có đơn vị nào được xếp hạng nên chưa có số liệu để phân tích.",
        en: "No unit is ranked yet, so there is nothing to analyse.")
    case .group: Translation(vi: "Nhóm", en: "Group")
    case .rankedUnits: Translation(vi: "Được xếp hạng", en: "Ranked")
    case .tiedUnits: Translation(vi: "Trùng tổng điểm", en: "Same total")
    case .levelledCriteria: Translation(vi: "TC cào bằng", en: "Levelled criteria")
    case .shareAtMaximum: Translation(vi: "Tỷ lệ tối đa", en: "Share at maximum")
    case .mean: Translation(vi: "Trung bình", en: "Mean")
    case .deviation: Translation(vi: "Độ lệch chuẩn", en: "Standard deviation")
    case .quartiles: Translation(vi: "Khoảng tứ phân vị", en: "Interquartile range")
    case .highest: Translation(vi: "Cao nhất", en: "Highest")
    case .lowest: Translation(vi: "Thấp nhất", en: "Lowest")
    case .remarks: Translation(vi: "Nhận xét", en: "Remarks")
    case .shareOfMaximum: Translation(vi: "Điểm / tối đa", en: "Score / maximum")
    case .scores: Translation(vi: "Số điểm", en: "Scores")
    case .scoreShare: Translation(vi: "Tỷ lệ", en: "Share")
    case .chartTitle:
      Translation(
        vi: "Phân bố điểm tiêu chí thường so với mức tối đa",
        en: "Scores of base criteria against their maxima")
    case .chartDescription:
      Translation(
        vi: "Biểu đồ cột: tỷ lệ điểm theo mức đạt so với điểm tối đa",
        en: "Columns: the share of scores by what they reach of their maximum")
    case .below: Translation(vi: "{low} – dưới {high}%", en: "{low} – below {high}%")
    case .exactly: Translation(vi: "tối đa", en: "maximum")
    case .criterion: Translation(vi: "Mã tiêu chí", en: "Criterion")
    case .content: Translation(vi: "Nội dung", en: "Content")
    case .maximum: Translation(vi: "Điểm tối đa", en: "Maximum")
    case .units: Translation(vi: "Số đơn vị", en: "Units")
    case .atMaximum: Translation(vi: "Đạt tối đa", en: "At maximum")
    case .discrimination: Translation(vi: "Độ phân biệt", en: "Discrimi-nation")
    case .inflation: Translation(vi: "Tự chấm − thẩm định", en: "Self − appraised")
    case .rank: Translation(vi: "Hạng", en: "Rank")
    case .total: Translation(vi: "Tổng điểm", en: "Total")
    case .heldWithout: Translation(vi: "Giữ hạng khi bỏ từng TC", en: "Held without a criterion")
    case .bestWithout: Translation(vi: "Hạng cao nhất khi bỏ", en: "Best without one")
    case .worstWithout: Translation(vi: "Hạng thấp nhất khi bỏ", en: "Worst without one")
    case .low: Translation(vi: "Dao động: từ hạng", en: "Moving: from rank")
    case .high: Translation(vi: "Dao động: đến hạng", en: "Moving: to rank")
    case .held: Translation(vi: "Giữ hạng khi dao động", en: "Held when moving")
    case .unitInflation:
      Translation(vi: "Tự chấm − thẩm định (% tối đa)", en: "Self − appraised (% of maxima)")
    case .levelled: Translation(vi: "Cào bằng: hầu hết đạt tối đa", en: "Levelled: nearly all full")
    case .computedAtMaximum:
      Translation(vi: "Hầu hết đạt chỉ tiêu", en: "Nearly all reach the target")
    case .poorDiscrimination: Translation(vi: "Phân biệt kém", en: "Tells apart poorly")
    case .reversed: Translation(vi: "Ngược chiều tổng điểm", en: "Runs against the total")
    case .outlying: Translation(vi: "Khác xa: {units}", en: "Far off: {units}")
    case .spreadTooSmall: Translation(vi: "Tổng điểm sát nhau", en: "Totals lie close together")
    case .groupInflation:
      Translation(
        vi: "Tự chấm hơn thẩm định {share}% điểm tối đa",
        en: "Self above appraised by {share}% of the maxima")
    case .fullWithoutEvidence:
      Translation(vi: "Tối đa mọi tiêu chí, không minh chứng", en: "All at maximum, no evidence")
    case .outlyingInflation:
      Translation(vi: "Tự chấm chênh khác thường", en: "Unusual self scores")
    case .firm: Translation(vi: "Hạng vững", en: "Firm")
    case .loose: Translation(vi: "Hạng chưa chắc chắn", en: "Not firm")
    }
  }
}

extension ReportContext {
  func text(_ phrase: AnalysisPhrase, _ arguments: [String: String] = [:]) -> String {
    phrase.text(in: language, arguments)
  }

  /// A number with at most two decimals, with the decimal mark of the language.
  func shown(_ number: Double) -> String {
    let hundredths = (abs(number) * 100).rounded()
    let sign = number < 0 && hundredths > 0 ? "−" : ""
    let whole = Int(hundredths) / 100
    let decimals = Int(hundredths) % 100
    guard decimals > 0 else { return "\(sign)\(whole)" }
    let digits =
      decimals % 10 == 0 ? "\(decimals / 10)" : decimals < 10 ? "0\(decimals)" : "\(decimals)"
    return "\(sign)\(whole)\(language == .vi ? "," : ".")\(digits)"
  }
}
