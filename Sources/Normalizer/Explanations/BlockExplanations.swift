import Language

/// What the findings on the block mean.
extension FindingExplanation {
  static let notSubmitted = FindingExplanation(
    meaning: Translation(
      vi: "Không có tệp nào của đơn vị.",
      en: "There is no file of the unit."),
    treatment: Translation(
      vi: "Đơn vị được liệt kê, không xếp hạng.",
      en: "The unit is listed, not ranked."),
    setting: Translation(
      vi: "Cột “Không xét” của trang Đơn vị nếu đơn vị không phải nộp.",
      en: "The column “Không xét” of the sheet Đơn vị, where the unit need not submit."),
    remedy: Translation(
      vi: "Nhắc đơn vị nộp; kiểm tra các tệp chưa rõ đơn vị.",
      en: "Remind the unit; look at the files whose unit is unknown."),
    example: Translation(
      vi: "Hải đoàn 18 chưa gửi bảng.",
      en: "Hải đoàn 18 has sent nothing."))

  static let notEligible = FindingExplanation(
    meaning: Translation(
      vi: "Đơn vị không thuộc diện xếp hạng: có lý do ở “Không xét”, hoặc chưa ký giao ước khi "
        + "đơn vị khác đã ký.",
      en: "The unit is not ranked: “Không xét” gives a reason, or it did not sign the covenant "
        + "while others did."),
    treatment: Translation(
      vi: "Được liệt kê với lý do, không xếp hạng.",
      en: "It is listed with the reason, not ranked."),
    setting: Translation(
      vi: "Cột “Không xét” và “Ký giao ước” của trang Đơn vị.",
      en: "The columns “Không xét” and “Ký giao ước” of the sheet Đơn vị."),
    remedy: Translation(
      vi: "Kiểm tra lại hai cột đó.",
      en: "Check these two columns."),
    example: Translation(
      vi: "Đơn vị mới thành lập, ghi “mới thành lập” ở “Không xét”.",
      en: "A new unit with “mới thành lập” under “Không xét”."))

  static let quotaExceeded = FindingExplanation(
    meaning: Translation(
      vi: "Đơn vị đủ điểm và điều kiện của một mức nhưng vượt tỷ lệ của mức đó.",
      en: "The unit has the points and conditions of a class but is beyond its quota."),
    treatment: Translation(
      vi: "Xuống mức kế tiếp; các đơn vị bằng điểm ở ranh giới đều xuống.",
      en: "It moves down a class; units tied at the edge all do."),
    setting: Translation(
      vi: "Cột “Tỷ lệ tối đa” của trang Xếp loại.",
      en: "The column “Tỷ lệ tối đa” of the sheet Xếp loại."),
    remedy: Translation(
      vi: "Hội nghị khối quyết định nếu cần xét thêm.",
      en: "The block's meeting decides where more is to be said."),
    example: Translation(
      vi: "8 đơn vị, tối đa 20%: một đơn vị xuất sắc, đơn vị thứ hai xuống tốt.",
      en: "8 units at 20% at most: one excellent, the second one moves down."))

  static let tieUnresolved = FindingExplanation(
    meaning: Translation(
      vi: "Các đơn vị vẫn bằng nhau sau khi xét hết các khóa ở “Bằng điểm”.",
      en: "Units are still equal after every key of “Bằng điểm”."),
    treatment: Translation(
      vi: "Đồng hạng; hạng kế tiếp bỏ qua (1, 2, 2, 4).",
      en: "They share the rank; the next rank is skipped (1, 2, 2, 4)."),
    setting: Translation(
      vi: "Mục “Bằng điểm” của trang Khối: thêm khóa.",
      en: "The item “Bằng điểm” of the sheet Khối: add keys."),
    remedy: Translation(
      vi: "Hội nghị khối quyết định.",
      en: "The block's meeting decides."),
    example: Translation(
      vi: "Hai đơn vị cùng 95,5 điểm, cùng điểm thưởng và điểm trừ.",
      en: "Two units with 95.5 points, the same bonus and deductions."))
}
