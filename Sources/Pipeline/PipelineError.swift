public import Language
public import Spreadsheet

/// Why a run could not begin or could not end.
public enum PipelineError: Error, Sendable {
  /// Something that the run needs is not there.
  case inputMissing(Input, path: String)
  /// The regulation's file is there and cannot be read.
  case regulationUnreadable(ReadingError)
  /// Something stands at `path` already, and nothing is overwritten.
  case exists(path: String)
  /// A form that may have been filled in stands at `path`.
  case formExists(path: String)
  /// A draft for Word stands at `path` that somebody has worked on.
  case documentEdited(path: String)
  /// The output could not be created at `path`.
  case cannotCreate(path: String, detail: String)
  /// The output could not be written in full.
  case cannotWrite(path: String, detail: String)

  /// What a run needs.
  public enum Input: Sendable, Hashable {
    /// The block's folder.
    case blockFolder
    /// `quy-che.xlsx` or `quy-che/`.
    case regulation
    /// `bai-nop/` or what `--submissions` names.
    case submissions
    /// A table of criteria in a file to read one from.
    case criteriaTable
    /// A file to check or read.
    case file
    /// A mail, a mailbox or a folder to collect from.
    case source
    /// The ledger of a block.
    case ledger
    /// The password of a mail account.
    case mailPassword
  }

  /// What happened and what to do next.
  public func message(in language: Language) -> String {
    switch self {
    case .inputMissing(.blockFolder, let path):
      PipelinePhrase.noBlockFolder.text(in: language, ["path": path])
    case .inputMissing(.regulation, let path):
      PipelinePhrase.noRegulation.text(in: language, ["path": path])
    case .inputMissing(.submissions, let path):
      PipelinePhrase.noSubmissions.text(in: language, ["path": path])
    case .inputMissing(.file, let path):
      PipelinePhrase.noFile.text(in: language, ["path": path])
    case .inputMissing(.source, let path):
      PipelinePhrase.noSource.text(in: language, ["path": path])
    case .inputMissing(.ledger, let path):
      PipelinePhrase.noLedger.text(in: language, ["path": path])
    case .inputMissing(.mailPassword, let path):
      PipelinePhrase.noMailPassword.text(in: language, ["path": path])
    case .inputMissing(.criteriaTable, let path):
      PipelinePhrase.noCriteria.text(in: language, ["path": path])
    case .regulationUnreadable(let error): error.message(in: language)
    case .exists(let path): PipelinePhrase.exists.text(in: language, ["path": path])
    case .formExists(let path): PipelinePhrase.formExists.text(in: language, ["path": path])
    case .documentEdited(let path):
      PipelinePhrase.documentEdited.text(in: language, ["path": path])
    case .cannotCreate(let path, let detail):
      PipelinePhrase.cannotCreate.text(
        in: language, ["path": path, "detail": SystemFailure.text(detail, in: language)])
        + SystemFailure.advice(detail, in: language)
    case .cannotWrite(let path, let detail):
      PipelinePhrase.cannotWrite.text(
        in: language, ["path": path, "detail": SystemFailure.text(detail, in: language)])
        + SystemFailure.advice(detail, in: language)
    }
  }
}

/// The texts of failures outside the submissions.
enum PipelinePhrase: Phrase {
  case noBlockFolder, noRegulation, noSubmissions, noFile, noSource, noMailPassword, noLedger,
    noCriteria, exists, formExists, documentEdited, cannotCreate, cannotWrite

  var translation: Translation {
    switch self {
    case .noBlockFolder:
      Translation(
        vi: "không có thư mục khối {path}; tạo bằng lệnh “thidua init {path}”",
        en: "there is no block folder {path}; make one with “thidua init {path}”")
    case .noRegulation:
      Translation(
        vi: "không có quy chế {path}; tạo mẫu bằng lệnh “thidua init”",
        en: "there is no regulation {path}; make one to fill in with “thidua init”")
    case .noSubmissions:
      Translation(
        vi: "không có bài nộp ở {path}; đặt các tệp vào đó hoặc dùng --submissions",
        en: "there are no submissions at {path}; put the files there or use --submissions")
    case .noFile: Translation(vi: "không có tệp {path}", en: "there is no file {path}")
    case .noSource:
      Translation(
        vi: "không có {path} để thu nhận; chỉ ra tệp .eml, tệp mbox, thư mục hay imaps://…",
        en: "there is no {path} to collect from; name an .eml or mbox file, a folder or imaps://…")
    case .noLedger:
      Translation(
        vi: "chưa có sổ tiếp nhận {path}; “thidua collect” hoặc “thidua consolidate” lập sổ",
        en: "there is no ledger {path} yet; “thidua collect” or “thidua consolidate” makes one")
    case .noMailPassword:
      Translation(
        vi: "không có mật khẩu hộp thư; đặt biến môi trường {path} hoặc dùng --mail-password-file",
        en: "there is no password of the mail account; set the environment variable {path} or use "
          + "--mail-password-file")
    case .noCriteria:
      Translation(
        vi:
          "{path}: không tìm thấy bảng tiêu chí; cần dòng tiêu đề có cột nội dung và cột điểm tối đa",
        en: "{path}: no table of criteria; it needs a header with contents and maxima")
    case .exists:
      Translation(
        vi: "{path} đã có nên không ghi đè; chọn thư mục khác hoặc dời tệp này đi",
        en: "{path} exists and is left as it is; choose another folder or move the file away")
    case .formExists:
      Translation(
        vi: "{path} đã có và khác biểu sẽ lập (có thể đã được điền) nên không ghi tệp nào; dời tệp "
          + "này đi, chọn thư mục khác bằng --output, hoặc ghi đè bằng --force",
        en: "{path} exists and differs from the form to be made (it may be filled in), so nothing "
          + "was written; move it away, choose another folder with --output, or use --force")
    case .documentEdited:
      Translation(
        vi:
          "{path} đã được sửa nên không ghi đè, và không ghi tệp nào; dời hoặc đổi tên tệp này rồi "
          + "chạy lại, hoặc chạy không có --documents",
        en:
          "{path} has been edited, so it is left as it is and nothing was written; move or rename "
          + "it and run again, or run without --documents")
    case .cannotCreate:
      Translation(
        vi: "không tạo được {path}: {detail}", en: "{path} cannot be created: {detail}")
    case .cannotWrite:
      Translation(
        vi: "không ghi được {path}: {detail}; kết quả cũ (nếu có) được giữ nguyên",
        en: "{path} cannot be written: {detail}; earlier results, if any, are as they were")
    }
  }
}
