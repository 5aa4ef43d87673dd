import ArgumentParser
import Intake
import Language

/// What `--help` says of the commands about mail and ledger.
enum MailHelp: Phrase {
  case collect, source, noSource, passwordFile, authorities, history, historyUnit, difference,
    historyJSON, verify, recover, limit
  case notIMAP, incomplete, holdsPassword

  /// The text in the language that the command line asks for.
  var text: String { text(in: .requested) }

  /// The text as the help of an argument.
  var help: ArgumentHelp { ArgumentHelp(text) }

  /// The text about an address that is none.
  static func addressFault(_ fault: MailboxAddress.Fault) -> MailHelp {
    switch fault {
    case .notIMAP: .notIMAP
    case .incomplete: .incomplete
    case .holdsPassword: .holdsPassword
    }
  }

  var translation: Translation {
    switch self {
    case .collect:
      Translation(
        vi: "Thu nhận thư và tệp của các đơn vị vào bai-nop/, ghi sổ tiếp nhận; chạy lại chỉ lấy "
          + "cái mới.",
        en:
          "Takes the units' mails and files into bai-nop/ and the ledger; a second run takes only "
          + "what is new.")
    case .source:
      Translation(
        vi: "Tệp .eml, mbox, .zip, Maildir, thư mục, hoặc imaps://nguoi@may/thu-muc.",
        en: "An .eml, mbox or .zip file, a Maildir, a folder, or imaps://user@host/folder.")
    case .noSource: Translation(vi: "Thiếu nguồn thu nhận.", en: "A source is missing.")
    case .passwordFile:
      Translation(
        vi: "Tệp chứa mật khẩu hộp thư (mặc định: biến THIDUA_MAIL_PASSWORD).",
        en: "The file with the mail account's password (default: THIDUA_MAIL_PASSWORD).")
    case .authorities:
      Translation(
        vi: "Tệp chứng thư gốc (PEM) được tin cậy thay cho của hệ thống.",
        en: "A file of certificates (PEM) to trust in place of the system's.")
    case .history:
      Translation(
        vi: "Cho xem đã nhận gì, khi nào, và tệp nào được tính.",
        en: "Shows what was received, when, and what counted.")
    case .historyUnit: Translation(vi: "Mã đơn vị.", en: "A unit's code.")
    case .difference:
      Translation(
        vi: "So hai lần chạy: thứ hạng, tổng điểm, vì sao.",
        en: "Compare two runs: ranks, totals, why.")
    case .historyJSON:
      Translation(vi: "In dạng JSON.", en: "Print JSON.")
    case .verify:
      Translation(
        vi: "Băm lại mọi bản gốc, chạy lại lần tổng hợp cuối và cho biết có giống hệt không.",
        en: "Hashes every original again, repeats the last run and says whether it is the same.")
    case .recover:
      Translation(
        vi: "Lập lại sổ tiếp nhận bị hỏng từ nhật ký và kho lưu.",
        en: "Makes a damaged ledger anew from its journal and archive.")
    case .limit:
      Translation(
        vi: "Nâng hoặc hạ một giới hạn khi thu nhận: {names}; K, M, G được hiểu. Thư và tệp vượt "
          + "giới hạn vẫn được ghi sổ, không mở.",
        en:
          "Raise or lower a limit of collecting: {names}; K, M, G are understood. Mails and files "
          + "beyond it are not opened, and the ledger tells of them.")
    case .notIMAP:
      Translation(
        vi: "“{url}” không phải địa chỉ imaps://nguoi@may/thu-muc",
        en: "“{url}” is no address imaps://user@host/folder")
    case .incomplete:
      Translation(
        vi: "địa chỉ “{url}” thiếu tên người dùng hoặc tên máy",
        en: "the address “{url}” lacks a user or a host")
    case .holdsPassword:
      Translation(
        vi: "không ghi mật khẩu trong địa chỉ: người khác thấy được trong danh sách tiến trình; "
          + "dùng biến THIDUA_MAIL_PASSWORD hoặc --mail-password-file",
        en: "leave the password out of the address, where others see it in the list of processes; "
          + "use THIDUA_MAIL_PASSWORD or --mail-password-file")
    }
  }
}

/// What the commands about mail and ledger print.
enum MailText: Phrase {
  case progress, collected, waiting, refused, unreadable
  case tooLarge, tooDeep, damaged, encrypted, unsupported

  /// The words for a reason.
  init(_ reason: IncomingItem.Refusal) {
    switch reason {
    case .tooLarge: self = .tooLarge
    case .tooDeep: self = .tooDeep
    case .damaged: self = .damaged
    case .encrypted: self = .encrypted
    case .unsupported: self = .unsupported
    }
  }

  var translation: Translation {
    switch self {
    case .progress:
      Translation(vi: "{done}/{total} thư và tệp", en: "{done}/{total} mails and files")
    case .collected:
      Translation(
        vi: "Thu nhận {messages} thư mới, {files} tệp vào bai-nop/; {known} thư hoặc tệp đã có",
        en: "Took in {messages} new mails and {files} files into bai-nop/; {known} were known")
    case .waiting:
      Translation(
        vi: "Chờ xác định đơn vị: “{name}” từ {sender} → {path}; thêm địa chỉ vào cột Thư điện tử "
          + "của quy chế hoặc chuyển tệp vào thư mục của đơn vị",
        en: "Unit not known: “{name}” from {sender} → {path}; add the address to the column Emails "
          + "of the regulation, or move the file into the unit's folder")
    case .refused:
      Translation(
        vi: "Không mở “{name}” từ {sender}: {reason}; đã ghi sổ",
        en: "Not opened: “{name}” from {sender}: {reason}; the ledger tells of it")
    case .unreadable:
      Translation(vi: "không đọc được {path}: {reason}", en: "{path} cannot be read: {reason}")
    case .tooLarge: Translation(vi: "quá lớn", en: "too large")
    case .tooDeep: Translation(vi: "lồng quá sâu", en: "nested too deep")
    case .damaged: Translation(vi: "tệp nén bị hỏng", en: "a damaged archive")
    case .encrypted: Translation(vi: "tệp nén có mật khẩu", en: "an archive with a password")
    case .unsupported:
      Translation(vi: "loại tệp nén không mở được", en: "an archive of a kind that is not opened")
    }
  }
}
