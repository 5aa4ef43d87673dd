import Language
import Normalizer

/// What the commands print.
enum OutputText: Phrase {
  case progress, summary, files, findingCounts, workbook, pending
  case fileHeading, noFindings, noTable, made, noSheet
  case error, warning, info

  var translation: Translation {
    switch self {
    case .progress:
      Translation(
        vi: "{read}/{total} tệp, {findings} tồn tại",
        en: "{read}/{total} files, {findings} findings")
    case .summary:
      Translation(
        vi: "{name} năm {year}: {ranked} xếp hạng, {pending} chờ xử lý, {ineligible} không xét, "
          + "{absent} chưa nộp",
        en: "{name} {year}: {ranked} ranked, {pending} pending, {ineligible} not eligible, "
          + "{absent} not submitted")
    case .files:
      Translation(
        vi: "{count} tệp đã nhận, {counted} được tính",
        en: "{count} files received, {counted} counted")
    case .findingCounts:
      Translation(
        vi: "Tồn tại: {errors} lỗi, {warnings} cảnh báo, {infos} thông tin",
        en: "Findings: {errors} errors, {warnings} warnings, {infos} notes")
    case .pending:
      Translation(vi: "Chờ xử lý: {units}", en: "Pending: {units}")
    case .workbook: Translation(vi: "Đã ghi {path}", en: "Wrote {path}")
    case .fileHeading: Translation(vi: "{file} — {unit}", en: "{file} — {unit}")
    case .noFindings: Translation(vi: "không có tồn tại", en: "no findings")
    case .noTable: Translation(vi: "không rõ đơn vị", en: "unit not known")
    case .made:
      Translation(
        vi: "Đã tạo {path}. Điền quy chế, đặt tệp của các đơn vị vào {folder}, rồi chạy: "
          + "thidua consolidate {block}",
        en: "Made {path}. Fill in the regulation, put the units' files into {folder}, then run: "
          + "thidua consolidate {block}")
    case .noSheet:
      Translation(
        vi: "{file}: không có trang tính “{sheet}”; các trang tính: {sheets}",
        en: "{file}: there is no sheet “{sheet}”; the sheets are: {sheets}")
    case .error: Translation(vi: "lỗi", en: "error")
    case .warning: Translation(vi: "cảnh báo", en: "warning")
    case .info: Translation(vi: "thông tin", en: "note")
    }
  }
}

extension Severity {
  /// The severity's name for people.
  func name(in language: Language) -> String {
    switch self {
    case .error: OutputText.error.text(in: language)
    case .warning: OutputText.warning.text(in: language)
    case .info: OutputText.info.text(in: language)
    }
  }
}
