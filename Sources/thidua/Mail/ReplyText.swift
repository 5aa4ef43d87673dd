import ArgumentParser
import Correspondence
import Language
import Pipeline

/// What `--help` says of the options about replies, and what is wrong with them.
enum ReplyHelp: Phrase {
  case mail, send, dryRun, resend, from, replyTo, withoutTLS
  case needsSend, notSMTP, incomplete, holdsPassword

  /// The text about an address that is none.
  init(_ fault: SubmissionAddress.Fault) {
    switch fault {
    case .notSMTP: self = .notSMTP
    case .incomplete: self = .incomplete
    case .holdsPassword: self = .holdsPassword
    }
  }

  /// The text in the language that the command line asks for.
  var text: String { text(in: .requested) }

  /// The text as the help of an argument.
  var help: ArgumentHelp { ArgumentHelp(text) }

  var translation: Translation {
    switch self {
    case .mail:
      Translation(
        vi: "Ghi thêm thư trả lời từng đơn vị (.eml, kèm phản hồi) vào thư mục thu/ bên cạnh.",
        en: "Also write a reply to each unit (.eml with the workbook) into the folder thu/ beside.")
    case .send:
      Translation(
        vi:
          "Gửi thư trả lời qua smtps://nguoi@may hoặc smtp://… (STARTTLS); mỗi đơn vị một lần cho "
          + "mỗi lần chạy; chạy lại chỉ gửi thư chưa gửi.",
        en: "Send the replies through smtps://user@host or smtp://… (STARTTLS), once to each unit "
          + "and run; a second time sends only what was not sent.")
    case .dryRun:
      Translation(
        vi: "Chỉ in ai sẽ nhận thư nào; không ghi, không gửi gì.",
        en: "Only print who would get what; nothing is written or sent.")
    case .resend:
      Translation(
        vi: "Gửi lại cả thư không rõ đã gửi hay chưa (lần gửi trước bị ngắt giữa chừng).",
        en: "Also send again what may have been sent before a run was cut short.")
    case .from:
      Translation(
        vi: "Địa chỉ người gửi, thay cho mục “Thư điện tử” của quy chế.",
        en: "From, in place of the regulation's item “Thư điện tử” (Email).")
    case .replyTo:
      Translation(
        vi: "Địa chỉ nhận thư trả lời, thay cho mục “Thư trả lời về” (mặc định: người gửi).",
        en: "Reply-To, in place of the item “Thư trả lời về” (default: From).")
    case .withoutTLS:
      Translation(
        vi: "Gửi không mã hóa, cả mật khẩu; chỉ dùng trong mạng tin cậy. Không cần cho localhost.",
        en: "Send in clear, the password too; for trusted networks. Not needed for localhost.")
    case .needsSend:
      Translation(
        vi: "--resend và --without-tls chỉ dùng cùng --send",
        en: "--resend and --without-tls go with --send")
    case .notSMTP:
      Translation(
        vi: "“{url}” không phải địa chỉ smtps://nguoi@may hoặc smtp://nguoi@may:cong",
        en: "“{url}” is no address smtps://user@host or smtp://user@host:port")
    case .incomplete:
      Translation(
        vi: "địa chỉ “{url}” thiếu tên máy", en: "the address “{url}” lacks a host")
    case .holdsPassword: MailHelp.holdsPassword.translation
    }
  }
}

/// What is printed about replies.
enum ReplyText: Phrase {
  case line, due, resent, sent, sentBefore, refused, unsure, noAddress
  case noRecipient, noSender, badAddress, sentCount

  /// The words for what became of a reply.
  init(_ outcome: ReplyDispatch.Outcome) {
    switch outcome {
    case .sent: self = .sent
    case .sentBefore: self = .sentBefore
    case .refused: self = .refused
    case .unsure: self = .unsure
    case .noAddress: self = .noAddress
    }
  }

  /// The words for where a reply stands.
  init(_ standing: ReplyDispatch.Standing, resends: Bool) {
    switch standing {
    case .due: self = .due
    case .sent: self = .sentBefore
    case .unsure: self = resends ? .resent : .unsure
    case .noAddress: self = .noAddress
    }
  }

  var translation: Translation {
    switch self {
    case .line:
      Translation(
        vi: "{unit} → {recipients}: “{subject}”: {state}",
        en: "{unit} → {recipients}: “{subject}”: {state}")
    case .due: Translation(vi: "sẽ gửi", en: "would be sent")
    case .resent:
      Translation(
        vi: "sẽ gửi lại, không rõ lần trước đã gửi hay chưa",
        en: "would be sent again, it may have been sent before")
    case .sent: Translation(vi: "đã gửi", en: "sent")
    case .sentBefore: Translation(vi: "đã gửi trước đây", en: "sent before")
    case .refused:
      Translation(vi: "chưa gửi được: {detail}", en: "not sent: {detail}")
    case .unsure:
      Translation(
        vi: "không rõ đã gửi hay chưa; hỏi đơn vị, hoặc gửi lại bằng --resend",
        en: "it may have been sent; ask the unit, or send it again with --resend")
    case .noAddress:
      Translation(
        vi: "không có địa chỉ: điền cột Thư điện tử của quy chế",
        en: "no address: fill in the column Emails of the regulation")
    case .noRecipient:
      Translation(
        vi: "{unit}: không có thư nào của đơn vị và quy chế không có địa chỉ, nên {path} chưa có "
          + "người nhận; điền cột Thư điện tử",
        en: "{unit}: no mail of the unit came and the regulation has no address, so {path} has no "
          + "recipient; fill in the column Emails")
    case .noSender:
      Translation(
        vi: "chưa rõ địa chỉ người gửi; điền mục “Thư điện tử” của trang Khối hoặc dùng --from",
        en: "nobody is known to send from; fill in “Thư điện tử” (Email) on the sheet Khối, or use "
          + "--from")
    case .badAddress:
      Translation(
        vi: "trang Khối: “{address}” không phải một địa chỉ thư",
        en: "sheet Khối: “{address}” is no mail address")
    case .sentCount:
      Translation(
        vi: "{count}/{all} đơn vị đã có thư trả lời về lần chạy {run}",
        en: "{count} of {all} units have the reply about run {run}")
    }
  }
}
