public import Language
import Normalizer
public import Spreadsheet

extension ReadingError {
  /// What happened, where, and what to do next.
  public func message(in language: Language) -> String {
    let phrase: ReadingFailure =
      switch kind {
      case .notFound: .notFound
      case .unreadable: .unreadable
      case .encrypted: .encrypted
      case .unsupported: .unsupported
      case .limitExceeded: limit == nil ? .limitExceeded : .raisableLimit
      }
    let place = [file, part, sheet, cell].compactMap { $0 }.joined(separator: ", ")
    return phrase.text(
      in: language,
      [
        "place": place, "detail": ReadingDetail.text(detail, in: language),
        "limit": limit?.name.rawValue ?? "",
      ])
  }
}

/// The texts of files that cannot be read.
enum ReadingFailure: Phrase {
  case notFound, unreadable, encrypted, unsupported, limitExceeded, raisableLimit

  var translation: Translation {
    switch self {
    case .notFound:
      Translation(vi: "{place}: không có tệp này", en: "{place}: there is no such file")
    case .unreadable:
      Translation(
        vi: "{place}: không đọc được ({detail}); mở, lưu lại tệp rồi thử lại",
        en: "{place}: cannot be read ({detail}); open and save the file, then try again")
    case .encrypted:
      Translation(
        vi: "{place}: tệp có mật khẩu ({detail}); chạy lại với --password-file hoặc bỏ mật khẩu",
        en:
          "{place}: the file is protected ({detail}); give --password-file or remove the protection"
      )
    case .unsupported:
      Translation(
        vi: "{place}: định dạng chưa đọc được ({detail}); lưu lại thành .xlsx",
        en: "{place}: this format is not read ({detail}); save it as .xlsx")
    case .limitExceeded:
      Translation(
        vi: "{place}: vượt giới hạn ({detail})", en: "{place}: exceeds a limit ({detail})")
    case .raisableLimit:
      Translation(
        vi: "{place}: vượt giới hạn ({detail}); nếu tin tệp này, nâng bằng --limit {limit}=N",
        en: "{place}: exceeds a limit ({detail}); if you trust the file, raise it with "
          + "--limit {limit}=N")
    }
  }
}
