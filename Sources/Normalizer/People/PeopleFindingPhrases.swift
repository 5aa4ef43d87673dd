import Language

extension FindingCode {
  /// The texts of the findings on nominations and good practices: what is wrong, what was done, and
  /// what to do next.
  ///
  /// People's names stand in none of them: the cell says where to look.
  var peopleTranslation: Translation {
    switch self {
    case .nominationIncomplete:
      Translation(
        vi: "Đề nghị khen thưởng cá nhân ở ô {cell} thiếu {detail}; {action}. "
          + "Đề nghị đơn vị bổ sung.",
        en: "The nomination at {cell} lacks {detail}; {action}. Ask the unit to add it.")
    case .nominationDuplicate:
      Translation(
        vi: "Cá nhân ở ô {cell} đã được đề nghị ở {other} ({detail}); {action}. "
          + "Đề nghị đơn vị kiểm tra.",
        en: "The person at {cell} is already nominated at {other} ({detail}); {action}. "
          + "Ask the unit to check.")
    case .nominationWithoutCondition:
      Translation(
        vi: "Đề nghị {value} ở ô {cell} thiếu {detail} mà quy chế yêu cầu; {action}. "
          + "Đề nghị đơn vị bổ sung.",
        en: "The nomination at {cell} for {value} lacks {detail}, which the regulation asks; "
          + "{action}. Ask the unit to add it.")
    case .nominationOverQuota:
      Translation(
        vi:
          "{other}: đơn vị đề nghị {value} người, số lượng cho phép {expected} ({quota} theo quy chế; "
          + "{base}: {number}); trong số lượng: {action}. Hội nghị quyết định.",
        en:
          "{other}: the unit nominates {value} people, {expected} are allowed ({quota} by the "
          + "regulation; {base}: {number}); within the quota: {action}. The meeting decides.")
    case .nominationNotEligible:
      Translation(
        vi: "{value}: chỉ đơn vị từ mức {expected} trở lên được đề nghị, đơn vị đạt: {detail}; "
          + "{action}.",
        en: "{value}: only units of {expected} or better may nominate, the unit has: {detail}; "
          + "{action}.")
    case .unknownTitle:
      Translation(
        vi: "Quy chế không có danh hiệu cá nhân “{value}” (gần giống: {other}); {action}. "
          + "Đề nghị đơn vị ghi đúng tên danh hiệu.",
        en: "The regulation has no title for individuals “{value}” (similar: {other}); {action}. "
          + "Ask the unit for the title's name.")
    default:
      // A good practice is not dropped for a blank cell: the register lists it as it is.
      Translation(
        vi: "Mô hình, cách làm hay ở ô {cell} thiếu {detail}. Đề nghị đơn vị bổ sung.",
        en: "The good practice at {cell} lacks {detail}. Ask the unit to add it.")
    }
  }
}
