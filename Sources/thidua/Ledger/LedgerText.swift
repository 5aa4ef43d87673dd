import Language
import Ledger

/// What the commands about the ledger print.
enum LedgerText: Phrase {
  case number, received, unit, file, sender, verdict, run, time, version, result, verdictInRun
  case submission, message, archive, other, refused
  case recipients, reply, sending, sent, notSent, unsure
  case differenceHeading, regulationChanged, nothingChanged, status, rank, total, className, titles,
    findingGone, findingNew
  case sound, damagedLine, damagedObject, unlisted, indexUnsound
  case same, different, otherVersionSame, otherVersionDifferent, impossible, noRuns
  case recovered, rescuedRecords, restoredRecords, alteredLines, lostLines, rescuedObjects,
    setAside

  /// The words for what something was taken as.
  init(_ kind: Receipt.Kind) {
    switch kind {
    case .submission: self = .submission
    case .message: self = .message
    case .archive: self = .archive
    case .other: self = .other
    case .refused: self = .refused
    }
  }

  /// The words for how far an answer has come.
  init(_ state: Reply.State) {
    switch state {
    case .sending: self = .sending
    case .sent: self = .sent
    case .refused: self = .notSent
    case .unsure: self = .unsure
    }
  }

  var translation: Translation {
    switch self {
    case .number: Translation(vi: "Số", en: "No.")
    case .received: Translation(vi: "Nhận lúc", en: "Received")
    case .unit: Translation(vi: "Đơn vị", en: "Unit")
    case .file: Translation(vi: "Tệp", en: "File")
    case .sender: Translation(vi: "Người gửi", en: "Sender")
    case .verdict: Translation(vi: "Kết quả", en: "Outcome")
    case .run: Translation(vi: "Lần chạy", en: "Run")
    case .time: Translation(vi: "Lúc", en: "Time")
    case .version: Translation(vi: "Phiên bản", en: "Version")
    case .result: Translation(vi: "Mã băm kết quả", en: "Hash of the result")
    case .verdictInRun:
      Translation(vi: "{verdict} (lần chạy {run})", en: "{verdict} (run {run})")
    case .submission: Translation(vi: "bài nộp", en: "submission")
    case .message: Translation(vi: "thư", en: "mail")
    case .archive: Translation(vi: "tệp nén", en: "archive")
    case .other: Translation(vi: "không phải bài nộp", en: "no submission")
    case .refused: Translation(vi: "không mở", en: "not opened")
    case .recipients: Translation(vi: "Người nhận", en: "Recipients")
    case .reply: Translation(vi: "Thư trả lời", en: "Reply")
    case .sending: Translation(vi: "bắt đầu gửi", en: "being sent")
    case .sent: Translation(vi: "đã gửi", en: "sent")
    case .notSent: Translation(vi: "chưa gửi được", en: "not sent")
    case .unsure: Translation(vi: "không rõ đã gửi hay chưa", en: "may have been sent")
    case .differenceHeading:
      Translation(
        vi: "Thay đổi từ lần chạy {from} đến lần chạy {to}",
        en: "What changed from run {from} to run {to}")
    case .regulationChanged:
      Translation(vi: "Quy chế đã thay đổi", en: "The regulation changed")
    case .nothingChanged: Translation(vi: "Không có thay đổi", en: "Nothing changed")
    case .status: Translation(vi: "Trạng thái", en: "Status")
    case .rank: Translation(vi: "Thứ hạng", en: "Rank")
    case .total: Translation(vi: "Tổng điểm", en: "Total")
    case .className: Translation(vi: "Xếp loại", en: "Class")
    case .titles: Translation(vi: "Đề nghị", en: "Proposed")
    case .findingGone: Translation(vi: "hết tồn tại: {finding}", en: "finding gone: {finding}")
    case .findingNew: Translation(vi: "tồn tại mới: {finding}", en: "new finding: {finding}")
    case .sound:
      Translation(
        vi: "Sổ nguyên vẹn: {records} dòng nhật ký, {objects} bản gốc khớp mã băm",
        en: "The ledger is sound: {records} records, {objects} originals match their hashes")
    case .damagedLine:
      Translation(
        vi: "nhật ký không còn nguyên vẹn từ dòng {line}; chạy “thidua recover”",
        en: "the journal is not as it was written from line {line} on; run “thidua recover”")
    case .damagedObject:
      Translation(
        vi: "bản gốc mất hoặc bị thay đổi: {hash}", en: "an original is lost or changed: {hash}")
    case .unlisted:
      Translation(
        vi: "{count} bản gốc chưa ghi sổ (lần chạy trước bị ngắt); không mất gì",
        en: "{count} originals that no record tells of (a run was cut short); nothing is lost")
    case .indexUnsound:
      Translation(
        vi: "chỉ mục không khớp nhật ký; chạy “thidua recover”",
        en: "the index does not agree with the journal; run “thidua recover”")
    case .same:
      Translation(
        vi: "Lần chạy {run}: chạy lại từ kho lưu cho kết quả giống hệt từng byte",
        en: "Run {run}: repeated from the archive, the result is the same byte for byte")
    case .different:
      Translation(
        vi: "lần chạy {run}: chạy lại từ kho lưu cho kết quả khác",
        en: "run {run}: repeated from the archive, the result is another")
    case .otherVersionSame:
      Translation(
        vi: "Lần chạy {run} (phiên bản {version}): phiên bản này cho kết quả giống hệt",
        en: "Run {run} (version {version}): this version gives the same result")
    case .otherVersionDifferent:
      Translation(
        vi: "Lần chạy {run} do phiên bản {version} lập; phiên bản này cho kết quả khác",
        en: "Run {run} was made by version {version}; this version gives another result")
    case .impossible:
      Translation(
        vi: "lần chạy {run} không chạy lại được: ngoài thư mục khối hoặc không đọc được: {files}",
        en: "run {run} cannot be repeated: outside of the block or unreadable: {files}")
    case .noRuns:
      Translation(vi: "Chưa có lần chạy nào", en: "There are no runs yet")
    case .recovered:
      Translation(
        vi: "Đã lập lại sổ: {records} dòng", en: "The ledger was made anew: {records} records")
    case .rescuedRecords:
      Translation(
        vi: "{count} dòng sau chỗ hỏng đọc được và đã ghi lại",
        en: "{count} records behind the damage could be read and were written again")
    case .restoredRecords:
      Translation(
        vi: "{count} dòng bị hỏng hoặc mất được lập lại theo chỉ mục",
        en: "{count} records that were damaged or lost were made again from the index")
    case .alteredLines:
      Translation(
        vi: "các dòng {lines} của nhật ký cũ đã bị thay đổi nhưng còn đọc được, giữ như hiện có; "
          + "đối chiếu với thư của đơn vị",
        en: "lines {lines} of the old journal were changed but can be read, and are kept as they "
          + "stand; hold them against the units' mails")
    case .lostLines:
      Translation(
        vi: "không đọc được các dòng {lines} của nhật ký cũ",
        en: "lines {lines} of the old journal cannot be read")
    case .rescuedObjects:
      Translation(
        vi: "{count} bản gốc trong kho lưu có lại dòng trong sổ",
        en: "{count} originals in the archive have a record again")
    case .setAside:
      Translation(vi: "Để riêng, không xóa: {path}", en: "Set aside, not deleted: {path}")
    }
  }
}
