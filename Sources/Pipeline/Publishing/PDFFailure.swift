public import Language

/// Why reports could not be turned into PDF; the reports themselves are not touched by it.
public enum PDFFailure: Error, Sendable, Hashable {
  /// There is no LibreOffice in the folders of `PATH`.
  case notInstalled
  /// LibreOffice did not finish in so many seconds.
  case timedOut(seconds: Int)
  /// LibreOffice failed: what it said.
  case failed(String)

  /// What happened and what to do next.
  public func message(in language: Language) -> String {
    switch self {
    case .notInstalled: PDFPhrase.notInstalled.text(in: language)
    case .timedOut(let seconds): PDFPhrase.timedOut.text(in: language, ["seconds": "\(seconds)"])
    case .failed(let detail): PDFPhrase.failed.text(in: language, ["detail": detail])
    }
  }
}

/// The texts of `PDFFailure`.
enum PDFPhrase: Phrase {
  case notInstalled, timedOut, failed

  var translation: Translation {
    switch self {
    case .notInstalled:
      Translation(
        vi:
          "chưa ghi được PDF vì máy này không có LibreOffice (không thấy soffice trong PATH); cài "
          + "LibreOffice rồi chạy lại với --pdf, hoặc mở các tệp kết quả và xuất PDF",
        en: "no PDF was written: LibreOffice is not installed (there is no soffice on the PATH); "
          + "install it and run again with --pdf, or open the results and export them")
    case .timedOut:
      Translation(
        vi: "chưa ghi được PDF: LibreOffice chạy quá {seconds} giây nên đã bị dừng",
        en: "no PDF was written: LibreOffice was stopped after {seconds} seconds")
    case .failed:
      Translation(
        vi: "chưa ghi được PDF: LibreOffice báo lỗi ({detail}); mở các tệp kết quả và xuất PDF",
        en: "no PDF was written: LibreOffice failed ({detail}); open the results and export them")
    }
  }
}
