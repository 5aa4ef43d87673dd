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
      vi: "Điểm của một đơn vị, hoặc của một người thẩm định, khác xa số còn lại.",
      en: "A unit's score, or an appraiser's, lies far from the others."),
    treatment: Translation(
      vi: "Chỉ nêu ra; điểm không đổi.",
      en: "It is only reported; the scores stand."),
    setting: noSetting,
    remedy: Translation(
      vi: "Xem lại căn cứ của điểm đó.",
      en: "Look into what the score rests on."),
    example: Translation(
      vi: "Tám đơn vị từ 8 đến 9 điểm, một đơn vị 2 điểm.",
      en: "Eight units between 8 and 9 points, one with 2."))
}
