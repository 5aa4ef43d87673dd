import Language

/// What the findings on a cell mean.
extension FindingExplanation {
  static let notANumber = FindingExplanation(
    meaning: Translation(
      vi: "Ô điểm hoặc kết quả không phải số.",
      en: "A score or result is not a number."),
    treatment: Translation(
      vi: "Tiêu chí thiếu điểm.",
      en: "The score is missing."),
    setting: Translation(
      vi: "Mục “Thiếu điểm” của trang Khối.",
      en: "The item “Thiếu điểm” of the sheet Khối."),
    remedy: Translation(
      vi: "Gõ một số.",
      en: "Type one number."),
    example: Translation(
      vi: "“khoảng 8”, “8-9”.",
      en: "“khoảng 8”, “8-9”."))

  static let ambiguousNumber = FindingExplanation(
    meaning: Translation(
      vi: "Số có thể hiểu nhiều cách và điểm tối đa không giúp phân biệt.",
      en: "The number can be read in several ways, and the maximum does not tell which."),
    treatment: Translation(
      vi: "Tiêu chí thiếu điểm.",
      en: "The score is missing."),
    setting: Translation(
      vi: "Mục “Thiếu điểm” của trang Khối.",
      en: "The item “Thiếu điểm” of the sheet Khối."),
    remedy: Translation(
      vi: "Ghi rõ, không dùng dấu phân cách hàng nghìn.",
      en: "Write it plainly, without marks between thousands."),
    example: Translation(
      vi: "“1.000” ở tiêu chí tối đa 10: một hay một nghìn?",
      en: "“1.000” under a maximum of 10: one, or a thousand?"))

  static let numberAsText = FindingExplanation(
    meaning: Translation(
      vi: "Số được lưu dạng chữ trong ô.",
      en: "A number is stored as text."),
    treatment: Translation(
      vi: "Đọc như số và tính bình thường.",
      en: "It is read as the number and counts."),
    setting: noSetting,
    remedy: Translation(
      vi: "Không phải làm gì; nên đổi ô sang dạng số.",
      en: "Nothing has to be done; better make the cell a number."),
    example: Translation(
      vi: "“9,5” có dấu nháy đơn phía trước.",
      en: "“9,5” behind an apostrophe."))

  static let dateInsteadOfScore = FindingExplanation(
    meaning: Translation(
      vi: "Chương trình bảng tính đã đổi điểm gõ vào thành ngày.",
      en: "The spreadsheet program made a date of the score that was typed."),
    treatment: Translation(
      vi: "Đọc lại là ngày.tháng nếu hợp lệ và không quá tối đa (cảnh báo); nếu không thì "
        + "thiếu điểm (lỗi).",
      en: "Read back as day.month where that is valid and within the maximum (warning); else "
        + "missing (error)."),
    setting: Translation(
      vi: "Mục “Thiếu điểm” của trang Khối cho trường hợp không đọc lại được.",
      en: "The item “Thiếu điểm” of the sheet Khối, where it cannot be read back."),
    remedy: Translation(
      vi: "Đổi ô sang dạng số rồi gõ lại điểm.",
      en: "Format the cell as a number and type the score again."),
    example: Translation(
      vi: "Gõ 9.5, ô hiện 09-Thg5.",
      en: "9.5 was typed and the cell shows 09-May."))

  static let overMaximum = FindingExplanation(
    meaning: Translation(
      vi: "Điểm cao hơn điểm tối đa của tiêu chí.",
      en: "The score is above the criterion's maximum."),
    treatment: Translation(
      vi: "Lấy điểm tối đa (cảnh báo).",
      en: "The maximum counts (warning)."),
    setting: Translation(
      vi: "Mục “Vượt điểm” của trang Khối: `lấy tối đa` hoặc `không tính` (tính 0, lỗi).",
      en: "The item “Vượt điểm” of the sheet Khối: `lấy tối đa`, or `không tính` (0, an "
        + "error)."),
    remedy: Translation(
      vi: "Sửa điểm không quá tối đa.",
      en: "Bring the score within its maximum."),
    example: Translation(
      vi: "12 điểm cho tiêu chí tối đa 10.",
      en: "12 points for a maximum of 10."))

  static let negativeScore = FindingExplanation(
    meaning: Translation(
      vi: "Điểm âm ở tiêu chí không phải điểm trừ, hoặc kết quả âm.",
      en: "A score is negative and no deduction, or a result is negative."),
    treatment: Translation(
      vi: "Tính 0.",
      en: "It counts 0."),
    setting: Translation(
      vi: "Cột “Loại” của trang Tiêu chí: `trừ` nếu là điểm trừ.",
      en: "The column “Loại” of the sheet Tiêu chí: `trừ` where it is a deduction."),
    remedy: Translation(
      vi: "Ghi điểm từ 0; điểm trừ ghi ở tiêu chí trừ.",
      en: "Enter points from 0; deductions belong to their own criteria."),
    example: Translation(
      vi: "-2 ở tiêu chí 3.1.",
      en: "-2 under criterion 3.1."))

  static let missingScore = FindingExplanation(
    meaning: Translation(
      vi: "Tiêu chí có dòng mà không có điểm nào dùng được theo “Điểm xét”.",
      en: "The criterion has a row but no score that “Điểm xét” can use."),
    treatment: Translation(
      vi: "Tính 0. Lỗi với tiêu chí thường còn trống; cảnh báo nếu nguyên nhân đã nêu riêng "
        + "hoặc là thưởng, trừ.",
      en: "It counts 0. An error for a blank base criterion; a warning where the cause was "
        + "reported or for bonus and deductions."),
    setting: Translation(
      vi: "Mục “Thiếu điểm” (`tính 0`, `chờ bổ sung`) và “Điểm xét” của trang Khối.",
      en: "The items “Thiếu điểm” (`tính 0`, `chờ bổ sung`) and “Điểm xét” of the sheet Khối."),
    remedy: Translation(
      vi: "Điền điểm; không có thì ghi 0, không phát sinh thì ghi KPS.",
      en: "Enter the score: 0 where there is none, KPS where it did not arise."),
    example: Translation(
      vi: "Ô điểm tự chấm của 2.4 để trống.",
      en: "The self score of 2.4 is blank."))

  static let missingEvidence = FindingExplanation(
    meaning: Translation(
      vi: "Có điểm ở tiêu chí bắt buộc minh chứng mà ô minh chứng trống.",
      en: "Points are claimed where evidence is required, and the evidence is blank."),
    treatment: Translation(
      vi: "Vẫn tính, có cảnh báo.",
      en: "They count, with a warning."),
    setting: Translation(
      vi: "Mục “Thiếu minh chứng” của trang Khối: `cảnh báo` hoặc `không tính`; cột “Minh "
        + "chứng” của trang Tiêu chí.",
      en: "The item “Thiếu minh chứng” of the sheet Khối: `cảnh báo` or `không tính`; the "
        + "column “Minh chứng” of the sheet Tiêu chí."),
    remedy: Translation(
      vi: "Ghi số, ký hiệu, ngày của văn bản vào cột minh chứng.",
      en: "Enter number and date of the document as evidence."),
    example: Translation(
      vi: "Sáng kiến 2 điểm, không ghi quyết định công nhận.",
      en: "2 points for initiatives without the decision that recognises them."))

  static let scoreOnGroup = FindingExplanation(
    meaning: Translation(
      vi: "Điểm ghi ở dòng nhóm mà không tiêu chí nào trong nhóm có điểm.",
      en: "A score stands on a group, none of whose criteria has one."),
    treatment: Translation(
      vi: "Không tính; các tiêu chí trong nhóm thiếu điểm.",
      en: "It does not count; the group's criteria are missing."),
    setting: Translation(
      vi: "Nếu nhóm là một tiêu chí, xóa các dòng có “Thuộc” là nhóm đó trong trang Tiêu chí.",
      en: "Where the group is one criterion, delete the rows of the sheet Tiêu chí that name "
        + "it under “Thuộc”."),
    remedy: Translation(
      vi: "Chấm điểm cho từng tiêu chí trong nhóm.",
      en: "Score each criterion of the group."),
    example: Translation(
      vi: "Dòng “I. Nhiệm vụ chuyên môn” ghi 40, các dòng 1.1 đến 1.4 trống.",
      en: "“I. Nhiệm vụ chuyên môn” says 40, rows 1.1 to 1.4 are blank."))

  static let selfAppraisedGap = FindingExplanation(
    meaning: Translation(
      vi: "Điểm tự chấm và điểm thẩm định chênh nhau từ ngưỡng trở lên.",
      en: "Self score and appraised score are apart by the threshold or more."),
    treatment: Translation(
      vi: "Điểm theo “Điểm xét” được tính, có cảnh báo.",
      en: "The score that “Điểm xét” names counts, with a warning."),
    setting: Translation(
      vi: "Mục “Ngưỡng chênh lệch” (phần trăm, mặc định 10) của trang Khối.",
      en: "The item “Ngưỡng chênh lệch” (percent, 10 by default) of the sheet Khối."),
    remedy: Translation(
      vi: "Trao đổi với đơn vị về căn cứ của hai điểm.",
      en: "Discuss with the unit what both scores rest on."),
    example: Translation(
      vi: "Tự chấm 10, thẩm định 7.",
      en: "Self 10, appraised 7."))

  static let computedMismatch = FindingExplanation(
    meaning: Translation(
      vi: "Điểm ghi khác với điểm mà cách chấm và kết quả cho.",
      en: "The points entered differ from what method and result give."),
    treatment: Translation(
      vi: "Điểm tính theo cách chấm được dùng.",
      en: "The computed points count."),
    setting: Translation(
      vi: "Cột “Cách chấm” và “Chỉ tiêu” của trang Tiêu chí.",
      en: "The columns “Cách chấm” and “Chỉ tiêu” of the sheet Tiêu chí."),
    remedy: Translation(
      vi: "Kiểm tra kết quả và điểm; để trống điểm nếu đã ghi kết quả.",
      en: "Check result and points; leave the points blank where a result is given."),
    example: Translation(
      vi: "Kết quả 3 lần, mỗi lần 1 điểm, mà ghi 4 điểm.",
      en: "A result of 3 at 1 point each, and 4 points entered."))
}
