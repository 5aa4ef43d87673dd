import Language
import Normalizer
import Regulation

/// What `thidua init --from` read, and what the office has to confirm.
struct DraftSummary {
  let draft: CriteriaDraft
  let year: Int
  let language: Language

  /// The lines to print.
  var lines: [String] {
    let criteria = draft.rows.filter { !$0.isGroup }
    var lines = [
      DraftText.read.text(
        in: language,
        [
          "count": "\(criteria.count)", "groups": "\(draft.rows.count - criteria.count)",
          "sheet": draft.sheet, "total": "\(draft.baseTotal)",
        ])
    ]
    if draft.year == year {
      lines.append(DraftText.year.text(in: language, ["year": "\(year)"]))
    }
    lines += draft.doubts.map { "  " + $0.text(in: language) }
    let doubtful = draft.rows.filter { !$0.doubts.isEmpty }
    lines.append(
      (doubtful.isEmpty ? DraftText.nothing : .doubts).text(
        in: language, ["count": "\(doubtful.count)"]))
    for row in doubtful {
      for doubt in row.doubts {
        lines.append("  \(row.source) (\(row.code)): \(doubt.text(in: language))")
      }
    }
    return lines
  }
}

/// The sentences of the summary.
enum DraftText: Phrase {
  case read, year, doubts, nothing

  var translation: Translation {
    switch self {
    case .read:
      Translation(
        vi:
          "Đã đọc {count} tiêu chí trong {groups} nhóm từ trang “{sheet}”; tổng điểm thường {total}.",
        en: "Read {count} criteria in {groups} groups from the sheet “{sheet}”; base total {total}."
      )
    case .year:
      Translation(
        vi: "  Năm {year} lấy từ tiêu đề của bảng.",
        en: "  The year {year} is from the table's title.")
    case .doubts:
      Translation(
        vi: "{count} dòng cần xác nhận (nền vàng, cột “Cần xác nhận” của trang Tiêu chí):",
        en: "{count} rows to confirm (yellow, column “Cần xác nhận” of the sheet Tiêu chí):")
    case .nothing:
      Translation(vi: "Không có dòng nào phải đoán.", en: "No row had to be guessed.")
    }
  }
}
