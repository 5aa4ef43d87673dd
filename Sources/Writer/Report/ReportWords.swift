package import Language
package import Normalizer
package import Ranking
package import Regulation

extension UnitStatus {
  /// The status as people read it.
  package func text(in language: Language) -> String {
    switch self {
    case .ranked: ReportPhrase.ranked.text(in: language)
    case .notSubmitted: ReportPhrase.notSubmitted.text(in: language)
    case .notEligible: ReportPhrase.notEligible.text(in: language)
    case .pending: ReportPhrase.pending.text(in: language)
    }
  }
}

extension Reason {
  /// The reason as people read it; what the regulation gives as its own stays as it is written.
  func text(in language: Language) -> String {
    let translation: Translation
    switch self {
    case .notSubmitted:
      translation = Translation(vi: "chưa nộp bảng chấm điểm", en: "no score table was sent")
    case .excluded(let reason): return reason
    case .submittedLate:
      translation = Translation(
        vi: "nộp sau hạn, không nhận", en: "sent after the deadline and refused")
    case .covenantNotSigned: return FindingWord.covenantNotSigned.text(in: language)
    case .versionConflict:
      translation = Translation(
        vi: "có nhiều bản khác nhau, chưa rõ bản nào được tính",
        en: "several versions came, and which one counts is open")
    case .fileNotUsable:
      translation = Translation(
        vi: "tệp đã nộp không dùng được", en: "the file that was sent cannot be used")
    case .scoresMissing(let criteria):
      let codes = criteria.joined(separator: ", ")
      translation = Translation(vi: "thiếu điểm của: \(codes)", en: "scores are missing: \(codes)")
    }
    return translation.text(in: language)
  }
}

extension CriterionKind {
  /// Loại as the regulation writes it.
  func text(in language: Language) -> String {
    let translation =
      switch self {
      case .base: Translation(vi: "thường", en: "base")
      case .bonus: Translation(vi: "thưởng", en: "bonus")
      case .deduction: Translation(vi: "trừ", en: "deduction")
      }
    return translation.text(in: language)
  }
}

extension Severity {
  /// The severity as people read it.
  func text(in language: Language) -> String {
    let translation =
      switch self {
      case .error: Translation(vi: "Lỗi", en: "Error")
      case .warning: Translation(vi: "Cảnh báo", en: "Warning")
      case .info: Translation(vi: "Ghi nhận", en: "Note")
      }
    return translation.text(in: language)
  }

  /// The ground of the severity's cells.
  var fill: UInt32 {
    switch self {
    case .error: 0xF8D7DA
    case .warning: 0xFFF3CD
    case .info: 0xE7F1F8
    }
  }
}

extension FileVerdict {
  /// The verdict as people read it.
  package func text(in language: Language) -> String {
    let translation =
      switch self {
      case .counted: Translation(vi: "Được tính", en: "Counted")
      case .superseded: Translation(vi: "Đã có bản thay", en: "Superseded")
      case .duplicate: Translation(vi: "Trùng tệp khác", en: "Duplicate")
      case .late: Translation(vi: "Nộp muộn, không nhận", en: "Late, refused")
      case .waiting: Translation(vi: "Chờ xử lý", en: "Waiting")
      case .unusable: Translation(vi: "Không dùng được", en: "Unusable")
      }
    return translation.text(in: language)
  }
}

/// Values and actions of findings as people read them.
enum FindingText {
  /// A word of the closed list in the language of the report; anything else as it is.
  static func shown(_ text: String?, in language: Language) -> String {
    guard let text else { return "" }
    return FindingWord(rawValue: text)?.text(in: language) ?? text
  }
}

/// Single words of the reports.
enum ReportWord: Phrase {
  case tied

  var translation: Translation {
    switch self {
    case .tied: Translation(vi: "đồng hạng", en: "tied")
    }
  }
}

extension Points {
  /// How many decimals the amount needs, 0…4.
  var decimals: Int {
    var unit: Int64 = 10_000
    var decimals = 0
    while tenThousandths % unit != 0 {
      unit /= 10
      decimals += 1
    }
    return decimals
  }
}
