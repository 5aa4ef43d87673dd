import Language

/// What the findings about nominations and good practices mean.
extension FindingExplanation {
  static let nominationIncomplete = FindingExplanation(
    meaning: Translation(
      vi: "Dòng đề nghị cá nhân thiếu họ tên hoặc danh hiệu đề nghị.",
      en: "A nomination lacks the name or the title."),
    treatment: Translation(
      vi: "Người này không được tính.",
      en: "The person does not count."),
    setting: noSetting,
    remedy: Translation(
      vi: "Điền đủ họ tên và danh hiệu đề nghị rồi gửi lại.",
      en: "Fill in name and title and send the file again."),
    example: Translation(
      vi: "Dòng 5 có họ tên, cột “Danh hiệu đề nghị” trống.",
      en: "Row 5 has a name and no title."))

  static let nominationDuplicate = FindingExplanation(
    meaning: Translation(
      vi: "Một người được đề nghị hai lần.",
      en: "The same person is nominated twice."),
    treatment: Translation(
      vi: "Cùng danh hiệu: tính một lần. Danh hiệu khác: tính cả hai, ghi nhận.",
      en: "For the same title it counts once; for another both count, for the record."),
    setting: noSetting,
    remedy: Translation(
      vi: "Xóa dòng thừa, hoặc ghi rõ chức vụ nếu là hai người trùng tên.",
      en: "Delete the surplus row, or state the posts where two people share a name."),
    example: Translation(
      vi: "Một người đứng ở dòng 4 và dòng 9.",
      en: "One person stands in rows 4 and 9."))

  static let nominationWithoutCondition = FindingExplanation(
    meaning: Translation(
      vi:
        "Danh hiệu được đề nghị cần điều kiện (thành tích, sáng kiến hoặc văn bản công nhận) mà dòng này không nêu.",
      en:
        "The title asks for a condition (achievement, initiative or recognising document) that the row does not give."
    ),
    treatment: Translation(
      vi: "Người này không được tính.",
      en: "The person does not count."),
    setting: noSetting,
    remedy: Translation(
      vi: "Bổ sung sáng kiến hoặc số văn bản công nhận.",
      en: "Add the initiative or the number of the document."),
    example: Translation(
      vi: "Đề nghị “Chiến sĩ thi đua cơ sở” mà cột “Sáng kiến” trống.",
      en: "“Chiến sĩ thi đua cơ sở” with an empty column “Sáng kiến”."))

  static let nominationOverQuota = FindingExplanation(
    meaning: Translation(
      vi: "Đơn vị đề nghị nhiều người hơn số lượng của danh hiệu.",
      en: "The unit nominates more people than the title has places for."),
    treatment: Translation(
      vi: "Mọi người đều được nêu; ai được chọn là do đơn vị và hội nghị quyết định.",
      en: "All are listed; the unit and the meeting decide who is chosen."),
    setting: noSetting,
    remedy: Translation(
      vi: "Đơn vị rút bớt hoặc xếp thứ tự ưu tiên.",
      en: "The unit withdraws some or puts them in order."),
    example: Translation(
      vi: "Danh hiệu 15%, 20 người được đề nghị, đề nghị 4.",
      en: "15 percent of 20 nominees are 3, and 4 are proposed."))

  static let nominationNotEligible = FindingExplanation(
    meaning: Translation(
      vi: "Người được đề nghị thuộc đơn vị không đủ điều kiện cho danh hiệu.",
      en: "The nominee belongs to a unit that is not eligible for the title."),
    treatment: Translation(
      vi: "Được nêu, không được đề nghị.",
      en: "It is listed and not proposed."),
    setting: noSetting,
    remedy: Translation(
      vi: "Xem “Từ mức” của danh hiệu và tình trạng của đơn vị.",
      en: "Look at the title's lowest class and at the unit's status."),
    example: Translation(
      vi: "Đơn vị xếp loại Khá, danh hiệu từ mức Tốt.",
      en: "The unit is in class Khá, the title asks for Tốt."))

  static let unknownTitle = FindingExplanation(
    meaning: Translation(
      vi: "Danh hiệu được đề nghị không có trong quy chế.",
      en: "The title is not one of the regulation's."),
    treatment: Translation(
      vi: "Được nêu, không được tính vào danh hiệu nào.",
      en: "It is listed and counts for no title."),
    setting: noSetting,
    remedy: Translation(
      vi: "Sửa tên danh hiệu, hoặc thêm danh hiệu vào trang Danh hiệu.",
      en: "Correct the title's name, or add it to the sheet Danh hiệu."),
    example: Translation(
      vi: "“CSTĐ” mà quy chế ghi “Chiến sĩ thi đua cơ sở”.",
      en: "“CSTĐ” where the regulation says “Chiến sĩ thi đua cơ sở”."))

  static let practiceIncomplete = FindingExplanation(
    meaning: Translation(
      vi: "Dòng mô hình, cách làm hay thiếu tên hoặc nội dung.",
      en: "A good practice lacks its name or content."),
    treatment: Translation(
      vi: "Vẫn được đưa vào danh sách, có cảnh báo.",
      en: "It is listed, with a warning."),
    setting: noSetting,
    remedy: Translation(
      vi: "Bổ sung tên và nội dung của mô hình.",
      en: "Add the practice's name and content."),
    example: Translation(
      vi: "Cột “Nội dung” trống.",
      en: "The column “Nội dung” is empty."))
}
