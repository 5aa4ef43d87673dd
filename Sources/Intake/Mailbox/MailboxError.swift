public import Language

/// What opens a mailbox beside its address.
public struct MailboxAccess: Sendable {
  /// The password; it is never printed, logged or kept.
  package var password: String
  /// A file of certificates (PEM) to trust in place of the system's; nil for the system's.
  package var authorities: String?

  /// A password, and whom to trust.
  public init(password: String, authorities: String? = nil) {
    self.password = password
    self.authorities = authorities
  }
}

/// Why a mailbox could not be read or a mail not be sent.
public enum MailboxError: Error, Sendable, Hashable {
  /// There is no connection, or it broke.
  case cannotConnect(String)
  /// The server's certificate is not one to trust.
  case certificateRefused(String)
  /// Name or password is wrong.
  case loginDenied
  /// The server refused a command.
  case refused(String)

  /// What happened and what to do next.
  public func message(in language: Language) -> String {
    switch self {
    case .cannotConnect(let detail):
      MailboxPhrase.cannotConnect.text(in: language, ["detail": detail])
    case .certificateRefused(let detail):
      MailboxPhrase.certificateRefused.text(in: language, ["detail": detail])
    case .loginDenied: MailboxPhrase.loginDenied.text(in: language)
    case .refused(let detail): MailboxPhrase.refused.text(in: language, ["detail": detail])
    }
  }
}

enum MailboxPhrase: Phrase {
  case cannotConnect, certificateRefused, loginDenied, refused

  var translation: Translation {
    switch self {
    case .cannotConnect:
      Translation(
        vi: "không nối được với máy chủ thư: {detail}; kiểm tra địa chỉ và mạng rồi chạy lại, thư "
          + "đã nhận không mất",
        en: "the mail server cannot be reached: {detail}; check address and network and run again, "
          + "nothing received is lost")
    case .certificateRefused:
      Translation(
        vi: "chứng thư của máy chủ thư không được tin cậy: {detail}; nếu cơ quan dùng chứng thư "
          + "riêng, chỉ ra bằng --ca-file",
        en: "the mail server's certificate is not trusted: {detail}; where the office has an "
          + "authority of its own, name it with --ca-file")
    case .loginDenied:
      Translation(
        vi: "máy chủ thư từ chối tên hoặc mật khẩu; đặt mật khẩu trong biến môi trường "
          + "THIDUA_MAIL_PASSWORD hoặc tệp --mail-password-file",
        en: "the mail server refuses the name or the password; give the password in the "
          + "environment variable THIDUA_MAIL_PASSWORD or in the file of --mail-password-file")
    case .refused:
      Translation(
        vi: "máy chủ thư từ chối: {detail}", en: "the mail server refuses: {detail}")
    }
  }
}
