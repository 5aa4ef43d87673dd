import Language
import Ranking

/// The texts of the sheets Cá nhân and Cách làm hay, and of their counts on the summary.
enum ProposalPhrase: Phrase {
  case people, peopleTitle, peopleLegend, nobodyNominated
  case quotaSection, peopleSection, noTitle, noLimit
  case title, quotaRule, quotaBase, nominated, proposed, over, places, left
  case name, position, achievement, initiative, document, outcome, source
  case missing

  var translation: Translation {
    switch self {
    case .people: Translation(vi: "VI Cá nhân", en: "VI People")
    case .peopleTitle:
      Translation(vi: "CÁ NHÂN ĐƯỢC ĐỀ NGHỊ", en: "PEOPLE NOMINATED FOR TITLES")
    case .nobodyNominated:
      Translation(
        vi: "Không có đơn vị nào đề nghị danh hiệu cho cá nhân.",
        en: "No unit nominated anybody for a title.")
    case .peopleLegend:
      Translation(
        vi: "Có thông tin cá nhân: chỉ dùng trong Hội đồng. Danh hiệu là đề nghị theo quy chế; hội "
          + "nghị của khối quyết định.",
        en: "Holds personal data: for the council only. Titles are proposals under the regulation; "
          + "the block's meeting decides.")
    case .quotaSection:
      Translation(
        vi: "I. Số lượng theo danh hiệu và đơn vị", en: "I. Quotas by title and unit")
    case .peopleSection:
      Translation(vi: "II. Danh sách đề nghị", en: "II. The people")
    case .noTitle: Translation(vi: "Chưa ghi danh hiệu", en: "No title given")
    case .noLimit: Translation(vi: "không giới hạn", en: "no limit")
    case .title: Translation(vi: "Danh hiệu đề nghị", en: "Title")
    case .quotaRule: Translation(vi: "Số lượng theo quy chế", en: "Quota")
    case .quotaBase: Translation(vi: "Căn cứ tính", en: "Taken of")
    case .nominated: Translation(vi: "Đề nghị", en: "Nominated")
    case .proposed: Translation(vi: "Trong số lượng", en: "Within")
    case .over: Translation(vi: "Vượt", en: "Beyond")
    case .places: Translation(vi: "Được phép", en: "Allowed")
    case .left: Translation(vi: "Còn lại", en: "Left")
    case .name: Translation(vi: "Họ và tên", en: "Name")
    case .position: Translation(vi: "Chức vụ", en: "Position")
    case .achievement: Translation(vi: "Thành tích", en: "Achievement")
    case .initiative: Translation(vi: "Sáng kiến", en: "Initiative")
    case .document: Translation(vi: "Văn bản công nhận", en: "Document")
    case .outcome: Translation(vi: "Kết luận", en: "Outcome")
    case .source: Translation(vi: "Nguồn", en: "Source")
    case .missing: Translation(vi: "(chưa ghi)", en: "(missing)")
    }
  }
}

extension Nominee.Status {
  /// The outcome as people read it.
  func text(in language: Language) -> String {
    let translation =
      switch self {
      case .proposed: Translation(vi: "Đề nghị", en: "Proposed")
      case .overQuota: Translation(vi: "Vượt số lượng", en: "Beyond the quota")
      case .belowClass: Translation(vi: "Đơn vị chưa đạt mức", en: "Unit's class too low")
      case .unitNotRanked: Translation(vi: "Đơn vị chưa xếp hạng", en: "Unit not ranked")
      case .withdrawn: Translation(vi: "Xin rút", en: "Withdrawn")
      case .notConfirmed: Translation(vi: "Không đủ phiếu", en: "Not confirmed by vote")
      case .incomplete: Translation(vi: "Thiếu thông tin", en: "Incomplete")
      case .duplicate: Translation(vi: "Trùng", en: "Repeated")
      case .unknownTitle: Translation(vi: "Không có trong quy chế", en: "Unknown title")
      case .conditionMissing: Translation(vi: "Thiếu điều kiện", en: "Condition missing")
      }
    return language == .vi ? translation.vi : translation.en
  }

  /// The ground of the outcome's cells; nil for what is proposed.
  var fill: UInt32? {
    switch self {
    case .proposed: nil
    case .overQuota, .duplicate, .unknownTitle: 0xFFF3CD
    case .belowClass, .unitNotRanked, .withdrawn, .notConfirmed: 0xF2F2F2
    case .incomplete, .conditionMissing: 0xF8D7DA
    }
  }
}

extension ReportContext {
  func text(_ phrase: ProposalPhrase) -> String { phrase.text(in: language) }
}
