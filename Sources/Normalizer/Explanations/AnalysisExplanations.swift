import Language

/// What the findings about targets and about the block's spread mean.
extension FindingExplanation {
  static let targetChanged = FindingExplanation(
    meaning: Translation(
      vi: "Chỉ tiêu trong bảng khác với chỉ tiêu của quy chế hoặc giao ước.",
      en: "The table states another target than the regulation or the covenant."),
    treatment: Translation(
      vi: "Chỉ tiêu của giao ước, rồi của quy chế, được dùng.",
      en: "The covenant's target counts, else the regulation's."),
    setting: Translation(
      vi: "Cột “Chỉ tiêu” của trang Tiêu chí, hoặc trang Giao ước.",
      en: "The column “Chỉ tiêu” of the sheet Tiêu chí, or the sheet Giao ước."),
    remedy: Translation(
      vi: "Kiểm tra bảng có theo giao ước đã ký không.",
      en: "See whether the table follows the signed covenant."),
    example: Translation(
      vi: "Giao ước 98%, bảng ghi 95%.",
      en: "The covenant says 98%, the table 95%."))

  static let levelling = FindingExplanation(
    meaning: Translation(
      vi: "Một tiêu chí, hoặc cả khối, hầu như không phân biệt các đơn vị: phần lớn điểm bằng "
        + "tối đa.",
      en: "A criterion, or the whole block, hardly tells the units apart: most scores are the "
        + "maximum."),
    treatment: Translation(
      vi: "Chỉ nêu ra; điểm không đổi.",
      en: "It is only reported; the scores stand."),
    setting: noSetting,
    remedy: Translation(
      vi: "Xem lại cách chấm và thang điểm của tiêu chí.",
      en: "Look into the criterion's method and scale."),
    example: Translation(
      vi: "9 trong 9 đơn vị đạt 10/10 ở 3.1.",
      en: "9 of 9 units have 10 of 10 under 3.1."))

  static let outlier = FindingExplanation(
    meaning: Translation(
      vi:
        "Điểm của một đơn vị, hoặc của một bảng thẩm định, khác xa số còn lại. Đơn vị: ngoài hàng "
        + "rào Tukey, khi có từ 8 đơn vị xếp hạng. Bảng thẩm định: điểm z hiệu chỉnh trên 3,5 so với "
        + "trung vị, khi có từ 3 bảng cùng chấm một đơn vị (không có thì so với điểm tự chấm, khi có "
        + "từ 3 bảng), và lệch từ 5% điểm tối đa, một điểm riêng lẻ từ 20%.",
      en: "A unit's score, or an appraiser's, lies far from the others. A unit's: beyond Tukey's "
        + "fences, where 8 units or more are ranked. An appraiser's: a modified z-score beyond 3.5 "
        + "from the median, where 3 appraisers or more scored a unit (where none did, against the "
        + "self scores, given 3 appraisers), and 5% of the maxima or more apart, a single score 20%."
    ),
    treatment: Translation(
      vi: "Chỉ nêu ra; điểm không đổi.",
      en: "It is only reported; the scores stand."),
    setting: noSetting,
    remedy: Translation(
      vi: "Xem lại căn cứ của điểm đó.",
      en: "Look into what the score rests on."),
    example: Translation(
      vi: "Tám đơn vị từ 8 đến 9 điểm, một đơn vị 2 điểm. Bốn bảng thẩm định cho 8 đến 9 điểm, "
        + "bảng thứ năm cho 3.",
      en: "Eight units between 8 and 9 points, one with 2. Four appraisers give 8 to 9 points, the "
        + "fifth 3."))
}
