import Language

/// What the findings on a table mean.
extension FindingExplanation {
  static let missingCriterion = FindingExplanation(
    meaning: Translation(
      vi: "Bảng của đơn vị không có dòng nào cho một tiêu chí áp dụng cho đơn vị.",
      en: "The unit's table has no row for a criterion that applies to it."),
    treatment: Translation(
      vi: "Như thiếu điểm: tính 0. Lỗi với tiêu chí thường, cảnh báo với điểm thưởng và điểm "
        + "trừ.",
      en: "As a missing score: 0. An error for base criteria, a warning for bonus and "
        + "deductions."),
    setting: Translation(
      vi: "Mục “Thiếu điểm” của trang Khối: `tính 0` hoặc `chờ bổ sung`.",
      en: "The item “Thiếu điểm” of the sheet Khối: `tính 0` or `chờ bổ sung`."),
    remedy: Translation(
      vi: "Thêm dòng của tiêu chí vào bảng rồi gửi lại.",
      en: "Add the criterion's row to the table and send it again."),
    example: Translation(
      vi: "Quy chế có 2.3 mà bảng chỉ đến 2.2.",
      en: "The regulation has 2.3, the table ends with 2.2."))

  static let unknownCriterion = FindingExplanation(
    meaning: Translation(
      vi: "Một dòng có điểm không ứng với tiêu chí nào của quy chế, hoặc tiêu chí không áp "
        + "dụng cho nhóm của đơn vị.",
      en: "A row with a score belongs to no criterion of the regulation, or to one that is not "
        + "for the unit's group."),
    treatment: Translation(
      vi: "Điểm của dòng không được tính.",
      en: "The row's score does not count."),
    setting: Translation(
      vi: "Thêm tiêu chí vào trang Tiêu chí, hoặc sửa cột “Áp dụng”.",
      en: "Add the criterion to the sheet Tiêu chí, or change its column “Áp dụng”."),
    remedy: Translation(
      vi: "Sửa mã hoặc nội dung của dòng theo đúng quy chế.",
      en: "Correct the row's code or content to the regulation's."),
    example: Translation(
      vi: "Dòng “Thành tích khác” tự thêm, 3 điểm.",
      en: "A row “Thành tích khác” of the unit's own, 3 points."))

  static let duplicateCriterion = FindingExplanation(
    meaning: Translation(
      vi: "Một tiêu chí có hai dòng đều có điểm.",
      en: "A criterion has two rows with scores."),
    treatment: Translation(
      vi: "Dòng đầu được tính, dòng sau bỏ.",
      en: "The first row counts, the second does not."),
    setting: noSetting,
    remedy: Translation(
      vi: "Chỉ để lại một dòng cho mỗi tiêu chí.",
      en: "Leave one row a criterion."),
    example: Translation(
      vi: "1.2 ở dòng 9 và lại ở dòng 21.",
      en: "1.2 in row 9 and again in row 21."))

  static let maximumChanged = FindingExplanation(
    meaning: Translation(
      vi: "Điểm tối đa trong bảng khác với quy chế.",
      en: "The table states another maximum than the regulation."),
    treatment: Translation(
      vi: "Điểm tối đa của quy chế được dùng.",
      en: "The regulation's maximum counts."),
    setting: Translation(
      vi: "Cột “Điểm tối đa” của trang Tiêu chí.",
      en: "The column “Điểm tối đa” of the sheet Tiêu chí."),
    remedy: Translation(
      vi: "Kiểm tra bảng có theo quy chế cũ không.",
      en: "See whether the table follows an older regulation."),
    example: Translation(
      vi: "Bảng ghi tối đa 15, quy chế là 10.",
      en: "The table says 15, the regulation 10."))

  static let totalMismatch = FindingExplanation(
    meaning: Translation(
      vi: "Tổng hoặc tổng nhóm ghi trong bảng không bằng tổng các điểm thành phần, kể cả sau "
        + "khi xử lý.",
      en: "A stated total or subtotal equals neither the sum of the points entered nor of "
        + "those counted."),
    treatment: Translation(
      vi: "Tổng các thành phần được tính.",
      en: "The sum of the parts counts."),
    setting: noSetting,
    remedy: Translation(
      vi: "Cộng lại; dùng công thức thay cho gõ tay.",
      en: "Add up again; use a formula instead of a typed total."),
    example: Translation(
      vi: "Các điểm cộng được 91 mà dòng tổng ghi 93.",
      en: "The points come to 91, the total row says 93."))

  static let hiddenContent = FindingExplanation(
    meaning: Translation(
      vi: "Có điểm nằm ở dòng, cột hoặc trang tính bị ẩn.",
      en: "Scores stand in a hidden row, column or sheet."),
    treatment: Translation(
      vi: "Vẫn tính, có cảnh báo.",
      en: "They count, with a warning."),
    setting: noSetting,
    remedy: Translation(
      vi: "Bỏ ẩn rồi kiểm tra; xóa nếu là bản nháp.",
      en: "Unhide and look; delete what is a draft."),
    example: Translation(
      vi: "Dòng 14 bị ẩn bởi bộ lọc mà vẫn có 5 điểm.",
      en: "Row 14 is hidden by a filter and holds 5 points."))

  static let formulaNotCalculated = FindingExplanation(
    meaning: Translation(
      vi: "Ô điểm là công thức mà tệp không lưu kết quả.",
      en: "A score is a formula whose result the file does not hold."),
    treatment: Translation(
      vi: "Công thức được tính lại nếu có thể (thông tin); nếu không, tiêu chí thiếu điểm "
        + "(lỗi).",
      en: "It is computed here where that can be done (info); else the score is missing "
        + "(error)."),
    setting: Translation(
      vi: "Mục “Thiếu điểm” của trang Khối cho trường hợp không tính được.",
      en: "The item “Thiếu điểm” of the sheet Khối, where it cannot be computed."),
    remedy: Translation(
      vi: "Mở tệp bằng Excel hoặc LibreOffice, lưu lại rồi gửi.",
      en: "Open the file in Excel or LibreOffice, save it and send it again."),
    example: Translation(
      vi: "=SUM(D5:D8) trong tệp do phần mềm khác xuất ra.",
      en: "=SUM(D5:D8) in a file that another program exported."))

  static let formulaError = FindingExplanation(
    meaning: Translation(
      vi: "Ô điểm là công thức báo lỗi.",
      en: "A score is a formula that gives an error."),
    treatment: Translation(
      vi: "Tiêu chí thiếu điểm.",
      en: "The score is missing."),
    setting: Translation(
      vi: "Mục “Thiếu điểm” của trang Khối.",
      en: "The item “Thiếu điểm” of the sheet Khối."),
    remedy: Translation(
      vi: "Sửa công thức hoặc gõ điểm.",
      en: "Correct the formula or type the score."),
    example: Translation(
      vi: "#DIV/0! vì mẫu số để trống.",
      en: "#DIV/0! because a denominator is blank."))

  static let mergedScore = FindingExplanation(
    meaning: Translation(
      vi: "Một ô điểm gộp qua nhiều tiêu chí.",
      en: "One score is merged over several criteria."),
    treatment: Translation(
      vi: "Điểm không thuộc tiêu chí nào: tất cả đều thiếu điểm.",
      en: "It belongs to none of them: all are missing."),
    setting: Translation(
      vi: "Mục “Thiếu điểm” của trang Khối.",
      en: "The item “Thiếu điểm” of the sheet Khối."),
    remedy: Translation(
      vi: "Bỏ gộp ô và chấm từng tiêu chí.",
      en: "Unmerge the cells and score each criterion."),
    example: Translation(
      vi: "Ô D8:D10 gộp, ghi 20 cho ba tiêu chí.",
      en: "D8:D10 is one cell that says 20 for three criteria."))
}
