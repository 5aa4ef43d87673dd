import Language
import Normalizer

/// What the commands print.
enum OutputText: Phrase {
  case progress, summary, files, findingCounts, workbook, pending, recorded, unrecorded
  case fileHeading, noFindings, noTable, made, noSheet
  case error, warning, info
  case unknownUnit, feedbackWritten
  case errorHeading, warningHeading, infoHeading, remedy, unknownCode, unknownCodeSuggested

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
    case .recorded:
      Translation(
        vi: "Ghi sổ: lần chạy số {run}", en: "Written down in the ledger as run {run}")
    case .unrecorded:
      Translation(
        vi:
          "không ghi sổ tiếp nhận được {path}: {reason}; vẫn tổng hợp, lần chạy này không có trong "
          + "sổ",
        en: "the ledger {path} cannot be written: {reason}; the run goes on and is not in it")
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
    case .unknownUnit:
      Translation(
        vi: "không có đơn vị mang mã “{code}”; các mã: {other}",
        en: "there is no unit with the code “{code}”; the codes are: {other}")
    case .feedbackWritten:
      Translation(
        vi: "Đã ghi {count} phản hồi vào {path}", en: "Wrote {count} feedback workbooks to {path}")
    case .errorHeading:
      Translation(
        vi: "Lỗi ({count}): không được tính, cần sửa",
        en: "Errors ({count}): not counted, to correct"
      )
    case .warningHeading:
      Translation(
        vi: "Cảnh báo ({count}): được tính, cần xem lại",
        en: "Warnings ({count}): counted, to look at")
    case .infoHeading:
      Translation(vi: "Thông tin ({count})", en: "Notes ({count})")
    case .remedy: Translation(vi: "→ {text}", en: "→ {text}")
    case .unknownCode:
      Translation(
        vi: "không có mã tồn tại “{code}”; “thidua explain” liệt kê các mã",
        en: "there is no finding code “{code}”; “thidua explain” lists the codes")
    case .unknownCodeSuggested:
      Translation(
        vi: "không có mã tồn tại “{code}”; có phải {other}? “thidua explain” liệt kê các mã",
        en:
          "there is no finding code “{code}”; did you mean {other}? “thidua explain” lists the codes"
      )
    case .error: Translation(vi: "lỗi", en: "error")
    case .warning: Translation(vi: "cảnh báo", en: "warning")
    case .info: Translation(vi: "thông tin", en: "note")
    }
  }
}

extension Severity {
  /// The line above the findings of this severity.
  func heading(count: Int, in language: Language) -> String {
    let text: OutputText =
      switch self {
      case .error: .errorHeading
      case .warning: .warningHeading
      case .info: .infoHeading
      }
    return text.text(in: language, ["count": "\(count)"])
  }

  /// The severity's name for people.
  func name(in language: Language) -> String {
    switch self {
    case .error: OutputText.error.text(in: language)
    case .warning: OutputText.warning.text(in: language)
    case .info: OutputText.info.text(in: language)
    }
  }
}
