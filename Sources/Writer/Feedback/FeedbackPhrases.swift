import Language

/// The texts of the units' feedback.
enum FeedbackPhrase: Phrase {
  case anotherUnit, otherUnits, hiddenName
  case resultSheet, scoresSheet, chartsSheet, rankingSheet, submissionSheet
  case title, scoresTitle, chartsTitle, rankingTitle, submissionTitle
  case resultSection, groupSection, correctionSection, correctionSectionBy
  case findingSection, filesSection
  case rankOf, tiedRank, lateness, medianColumn, bestColumn, tooFewUnits, comparedWith
  case what, place, why, toDo, shareOfMaximum
  case nothingToCorrect, nothingFound, nothingSent, unreadable, changedFile, excerpt, notShown
  case hiddenRow, hiddenColumn, hiddenSheet, formula, formulaPlain, uncalculated
  case chartPoints, chartTitle, chartDescription, own
  case scoresLegend, chartsLegend, rankingLegend, copyLegend
  case author, appraisal
  case salutation, rankedSentence, tiedSentence, classSentence, titlesSentence, unrankedSentence
  case changedSentence, nothingChangedSentence, correctSentence, correctBySentence, noCorrection
  case deadlineDay, deadlineTime

  var translation: Translation {
    switch self {
    case .anotherUnit: Translation(vi: "một đơn vị khác", en: "another unit")
    case .otherUnits: Translation(vi: "{count} đơn vị khác", en: "{count} other units")
    case .hiddenName: Translation(vi: "(tên đơn vị khác)", en: "(name of another unit)")

    case .resultSheet: Translation(vi: "Kết quả", en: "Result")
    case .scoresSheet: Translation(vi: "Điểm từng tiêu chí", en: "Score by score")
    case .chartsSheet: Translation(vi: "Biểu đồ", en: "Charts")
    case .rankingSheet: Translation(vi: "Xếp hạng công khai", en: "Public ranking")
    case .submissionSheet: Translation(vi: "Bài nộp", en: "Submission")
    case .title:
      Translation(vi: "PHẢN HỒI KẾT QUẢ CHẤM ĐIỂM THI ĐUA", en: "FEEDBACK ON THE EMULATION SCORES")
    case .scoresTitle: Translation(vi: "ĐIỂM TỪNG TIÊU CHÍ", en: "SCORE BY SCORE")
    case .chartsTitle:
      Translation(vi: "SO SÁNH VỚI NHÓM THEO TIÊU CHÍ", en: "COMPARISON WITH THE GROUP")
    case .rankingTitle: Translation(vi: "BẢNG XẾP HẠNG CỦA NHÓM", en: "RANKING OF THE GROUP")
    case .submissionTitle: Translation(vi: "BÀI NỘP CỦA ĐƠN VỊ", en: "WHAT THE UNIT SENT")

    case .resultSection: Translation(vi: "Kết quả", en: "Result")
    case .groupSection:
      Translation(vi: "So với nhóm theo phần", en: "Against the group, part by part")
    case .correctionSection: Translation(vi: "Cần chỉnh sửa", en: "To correct")
    case .correctionSectionBy:
      Translation(vi: "Cần chỉnh sửa {deadline}", en: "To correct {deadline}")
    case .findingSection:
      Translation(
        vi: "Những điểm được ghi nhận, thay đổi và lý do",
        en: "What was found and changed, and why")
    case .filesSection: Translation(vi: "Các tệp đã nhận", en: "Files received")

    case .rankOf: Translation(vi: "{rank}/{units}", en: "{rank} of {units}")
    case .tiedRank: Translation(vi: "{rank}/{units} (đồng hạng)", en: "{rank} of {units} (tied)")
    case .lateness:
      Translation(vi: "trong đó do nộp muộn: {points}", en: "of these for lateness: {points}")
    case .medianColumn: Translation(vi: "Trung vị nhóm", en: "Group median")
    case .bestColumn: Translation(vi: "Cao nhất nhóm", en: "Group best")
    case .tooFewUnits:
      Translation(
        vi: "Nhóm có dưới {least} đơn vị được xếp hạng nên không nêu trung vị và cao nhất: các số "
          + "đó sẽ cho biết điểm của đơn vị khác.",
        en: "Fewer than {least} units of the group are ranked, so median and best are left out: "
          + "they would tell another unit's score.")
    case .comparedWith:
      Translation(
        vi: "Trung vị và cao nhất tính trên {units} đơn vị được xếp hạng của nhóm; với điểm trừ, "
          + "“cao nhất” là mức trừ ít nhất. Tiêu chí có dưới {least} đơn vị phát sinh không nêu.",
        en: "Median and best are of the {units} ranked units of the group; of deductions the best "
          + "is the lowest. They are left out where fewer than {least} units have a score.")

    case .what: Translation(vi: "Việc cần làm", en: "What to do")
    case .place: Translation(vi: "Ở đâu", en: "Where")
    case .why: Translation(vi: "Vì sao", en: "Why")
    case .toDo: Translation(vi: "Cần làm: {task}", en: "To do: {task}")
    case .shareOfMaximum: Translation(vi: "% tối đa", en: "% of max.")

    case .nothingToCorrect:
      Translation(vi: "Không có gì phải chỉnh sửa.", en: "There is nothing to correct.")
    case .nothingFound:
      Translation(
        vi: "Không có tồn tại; mọi điểm được tính như đã nộp.",
        en: "Nothing was found; every score counts as submitted.")
    case .nothingSent:
      Translation(
        vi: "Chưa nhận được tệp nào của đơn vị.", en: "No file of the unit was received.")
    case .unreadable:
      Translation(vi: "{file}: không hiển thị lại được.", en: "{file}: it cannot be shown again.")
    case .changedFile:
      Translation(
        vi: "{file}: tệp đã thay đổi trong lúc lập phản hồi nên không hiển thị lại.",
        en: "{file}: the file changed while the feedback was made, so it is not shown.")
    case .excerpt:
      Translation(
        vi: "Trang này có bảng của nhiều đơn vị; chỉ hiển thị bảng của đơn vị.",
        en: "The sheet holds tables of several units; the unit's own alone is shown.")
    case .notShown:
      Translation(
        vi: "Bảng của đơn vị trong tệp này không hiển thị lại được.",
        en: "The unit's table in this file cannot be shown again.")

    case .hiddenRow:
      Translation(vi: "Dòng này bị ẩn trong tệp.", en: "This row is hidden in the file.")
    case .hiddenColumn:
      Translation(vi: "Cột này bị ẩn trong tệp.", en: "This column is hidden in the file.")
    case .hiddenSheet:
      Translation(vi: "Trang này bị ẩn trong tệp.", en: "This sheet is hidden in the file.")
    case .formula: Translation(vi: "Công thức: ={formula}", en: "Formula: ={formula}")
    case .formulaPlain: Translation(vi: "Ô này là công thức.", en: "This cell is a formula.")
    case .uncalculated:
      Translation(
        vi: "Tệp không lưu kết quả của công thức.", en: "The file holds no result of the formula.")

    case .chartPoints: Translation(vi: "% điểm tối đa", en: "% of the maximum")
    case .chartTitle:
      Translation(
        vi: "{criterion}. {content} (% điểm tối đa)",
        en: "{criterion}. {content} (% of the maximum)")
    case .chartDescription:
      Translation(
        vi: "Biểu đồ cột: điểm của đơn vị, trung vị và cao nhất của nhóm, theo phần trăm tối đa",
        en: "Columns: the unit's points, the group's median and best, in percent of the maximum")
    case .own: Translation(vi: "Đơn vị", en: "Unit")

    case .scoresLegend:
      Translation(
        vi: "Số nghiêng màu xám: không phát sinh. Số đỏ: không có điểm dùng được. Dòng đậm là tổng "
          + "của nhóm tiêu chí.",
        en: "Grey italics: not applicable. Red: no usable score. Bold rows are sums of a group of "
          + "criteria.")
    case .chartsLegend:
      Translation(
        vi:
          "Điểm được tính của đơn vị so với trung vị và cao nhất của nhóm, theo phần trăm điểm tối "
          + "đa; không có điểm trừ và tiêu chí không có điểm tối đa.",
        en: "The unit's counted points against the group's median and best, in percent of the "
          + "maximum; without deductions and criteria that have no maximum.")
    case .rankingLegend:
      Translation(
        vi: "Quy chế của khối công khai điểm của các đơn vị.",
        en: "The block's regulation makes the units' scores public.")
    case .copyLegend:
      Translation(
        vi: "Tệp {file}, trang “{sheet}”, từng ô như đã nộp; ô có nền màu mang ghi chú.",
        en:
          "The file {file}, sheet “{sheet}”, cell for cell as submitted; coloured cells have notes."
      )

    case .author: Translation(vi: "Phản hồi", en: "Feedback")
    case .appraisal: Translation(vi: "bảng thẩm định", en: "appraisal")

    case .salutation: Translation(vi: "Kính gửi: {unit}", en: "To: {unit}")
    case .rankedSentence:
      Translation(
        vi: "Đơn vị đạt {total} điểm, xếp hạng {rank} trên {units} đơn vị được xếp hạng ({group}).",
        en: "The unit reaches {total} points and rank {rank} of {units} ranked units ({group}).")
    case .tiedSentence:
      Translation(
        vi:
          "Đơn vị đạt {total} điểm, đồng hạng {rank} trên {units} đơn vị được xếp hạng ({group}).",
        en: "The unit reaches {total} points and shares rank {rank} of {units} ranked units "
          + "({group}).")
    case .classSentence: Translation(vi: "Xếp loại: {class}.", en: "Class: {class}.")
    case .titlesSentence: Translation(vi: "Đề nghị: {titles}.", en: "Proposed for: {titles}.")
    case .unrankedSentence:
      Translation(
        vi: "Đơn vị chưa được xếp hạng: {reason}.", en: "The unit is not ranked: {reason}.")
    case .changedSentence:
      Translation(
        vi: "Điểm được tính khác điểm đã nộp ở {count} tiêu chí; lý do ghi kèm từng ô.",
        en:
          "The points counted differ from those submitted at {count} criteria; each cell says why.")
    case .nothingChangedSentence:
      Translation(
        vi: "Mọi điểm đã nộp được tính như đơn vị tự chấm.",
        en: "Every score counts as the unit submitted it.")
    case .correctSentence:
      Translation(vi: "Có {count} việc cần chỉnh sửa.", en: "To correct: {count}.")
    case .correctBySentence:
      Translation(
        vi: "Có {count} việc cần chỉnh sửa {deadline}.",
        en: "To correct {deadline}: {count}.")
    case .noCorrection:
      Translation(vi: "Không có việc phải chỉnh sửa.", en: "There is nothing to correct.")
    case .deadlineDay: Translation(vi: "chậm nhất ngày {day}", en: "by {day}")
    case .deadlineTime: Translation(vi: "trước {time} ngày {day}", en: "by {time} on {day}")
    }
  }
}
