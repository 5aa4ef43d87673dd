public import Language

/// Why the ledger could not be used.
public enum LedgerError: Error, Sendable, Hashable {
  /// Another run writes to it.
  case locked(holder: WriterLock.Holder?, path: String)
  /// A file of it could not be written.
  case cannotWrite(path: String, reason: String)
  /// Nobody may write where it lies: the disk or the rights say no.
  case readOnly(path: String, reason: String)
  /// A file of it could not be read.
  case cannotRead(path: String, reason: String)
  /// The index does not agree with the journal, or is no database any more.
  case indexDamaged(path: String, reason: String)
  /// The journal's line `line` (1-based) is not as it was written.
  case journalDamaged(path: String, line: Int)
  /// The archive does not hold what the journal says it does, or not as it was.
  case objectDamaged(ContentHash)
  /// There is no run of this number.
  case noRun(Int)

  /// What happened and what to do next.
  public func message(in language: Language) -> String {
    switch self {
    case .locked(let holder, let path):
      holder.map {
        LedgerPhrase.locked.text(
          in: language,
          [
            "command": $0.command, "process": "\($0.process)", "host": $0.host,
            "since": $0.since, "path": path,
          ])
      } ?? LedgerPhrase.lockedByUnknown.text(in: language, ["path": path])
    case .cannotWrite(let path, let reason), .readOnly(let path, let reason):
      LedgerPhrase.cannotWrite.text(
        in: language, ["path": path, "reason": SystemFailure.text(reason, in: language)])
        + SystemFailure.advice(reason, in: language)
    case .cannotRead(let path, let reason):
      LedgerPhrase.cannotRead.text(
        in: language, ["path": path, "reason": SystemFailure.text(reason, in: language)])
    case .indexDamaged(let path, let reason):
      LedgerPhrase.indexDamaged.text(in: language, ["path": path, "reason": reason])
    case .journalDamaged(let path, let line):
      LedgerPhrase.journalDamaged.text(in: language, ["path": path, "line": "\(line)"])
    case .objectDamaged(let hash):
      LedgerPhrase.objectDamaged.text(in: language, ["hash": hash.hexadecimal])
    case .noRun(let number): LedgerPhrase.noRun.text(in: language, ["run": "\(number)"])
    }
  }
}

/// The texts of the ledger's failures.
enum LedgerPhrase: Phrase {
  case locked, lockedByUnknown, cannotWrite, cannotRead, indexDamaged, journalDamaged,
    objectDamaged, noRun

  var translation: Translation {
    switch self {
    case .locked:
      Translation(
        vi: "sổ tiếp nhận đang được ghi bởi “{command}” (tiến trình {process} trên {host}, từ "
          + "{since}); đợi lệnh đó xong rồi chạy lại [{path}]",
        en: "the ledger is being written by “{command}” (process {process} on {host}, since "
          + "{since}); wait until that ends, then run again [{path}]")
    case .lockedByUnknown:
      Translation(
        vi: "sổ tiếp nhận đang được một lệnh khác ghi; đợi lệnh đó xong rồi chạy lại [{path}]",
        en: "the ledger is being written by another command; wait until that ends, then run again "
          + "[{path}]")
    case .cannotWrite:
      Translation(
        vi: "không ghi được sổ tiếp nhận {path}: {reason}; những gì đã ghi trước đó vẫn còn nguyên",
        en: "the ledger cannot be written, {path}: {reason}; what was in it is as it was")
    case .cannotRead:
      Translation(
        vi: "không đọc được sổ tiếp nhận {path}: {reason}",
        en: "the ledger cannot be read, {path}: {reason}")
    case .indexDamaged:
      Translation(
        vi:
          "chỉ mục của sổ tiếp nhận bị hỏng, {path}: {reason}; chạy “thidua recover” để lập lại từ "
          + "nhật ký và kho lưu",
        en: "the ledger's index is damaged, {path}: {reason}; run “thidua recover” to make it anew "
          + "from the journal and the archive")
    case .journalDamaged:
      Translation(
        vi: "nhật ký {path} không còn nguyên vẹn từ dòng {line}; chạy “thidua verify” để xem, "
          + "“thidua recover” để lập lại sổ từ các dòng còn nguyên và kho lưu",
        en: "the journal {path} is not as it was written from line {line} on; run “thidua verify” "
          + "to look, “thidua recover” to make the ledger anew from what is whole and the archive")
    case .objectDamaged:
      Translation(
        vi: "kho lưu không còn bản gốc nguyên vẹn có SHA-256 {hash}; chép lại từ bản sao lưu hoặc "
          + "từ thư của đơn vị",
        en: "the archive no longer holds the original with SHA-256 {hash} as it was; copy it back "
          + "from a backup or from the unit's mail")
    case .noRun:
      Translation(
        vi: "không có lần chạy số {run}; “thidua history” liệt kê các lần chạy",
        en: "there is no run {run}; “thidua history” lists the runs")
    }
  }
}
