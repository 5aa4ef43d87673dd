import CLibcurl
import Foundation
public import Intake

/// A connection on which messages are handed to a mail server, through libcurl; the one file that
/// touches its handle.
///
/// TLS is asked for wherever the server is not this machine, and its certificate is verified.
public final class MailSubmission {
  /// What became of a message.
  public enum Outcome: Sendable, Hashable {
    /// The server has taken it.
    case accepted
    /// The server has not taken it, for the reason that it gives.
    case refused(String)
    /// It was handed over, and the connection broke before the server said whether it has taken it.
    case unsure(String)
  }

  private let handle: UnsafeMutableRawPointer
  private let transfer = Transfer()
  /// What curl keeps pointers to.
  private let context: UnsafeMutableRawPointer

  /// Prepares a connection; it is made with the first message.
  ///
  /// - Parameters:
  ///   - access: the password and whom to trust; nil to send without logging in and trust the
  ///     system's authorities.
  ///   - withoutTLS: whether to send in clear, to whatever host.
  /// - Throws: `MailboxError`.
  public init(
    _ address: SubmissionAddress, access: MailboxAccess?, withoutTLS: Bool = false
  ) throws(MailboxError) {
    CurlLibrary.prepare()
    guard let handle = curl_easy_init() else { throw .cannotConnect("curl") }
    self.handle = handle
    context = Unmanaged.passUnretained(transfer).toOpaque()
    // Where it throws `deinit` frees the handle: everything is initialized.
    try prepare(address, access, withoutTLS: withoutTLS)
  }

  deinit { curl_easy_cleanup(handle) }

  private func prepare(
    _ address: SubmissionAddress, _ access: MailboxAccess?, withoutTLS: Bool
  ) throws(MailboxError) {
    let security =
      withoutTLS ? CURLUSESSL_NONE : address.isLoopback ? CURLUSESSL_TRY : CURLUSESSL_ALL
    var codes = [
      thidua_set_text(handle, CURLOPT_URL, address.server),
      thidua_set_text(handle, CURLOPT_PROTOCOLS_STR, "smtp,smtps"),
      thidua_set_long(handle, CURLOPT_USE_SSL, Int(security.rawValue)),
      thidua_set_long(handle, CURLOPT_SSL_VERIFYPEER, 1),
      thidua_set_long(handle, CURLOPT_SSL_VERIFYHOST, 2),
      thidua_set_long(handle, CURLOPT_NOSIGNAL, 1),
      thidua_set_long(handle, CURLOPT_CONNECTTIMEOUT, 30),
      // A server may look at a message for a while before it answers (RFC 5321, 4.5.3.2.6).
      thidua_set_long(handle, CURLOPT_SERVER_RESPONSE_TIMEOUT, 600),
      thidua_set_long(handle, CURLOPT_UPLOAD, 1),
      thidua_set_reader(handle, Transfer.read, context),
      thidua_set_receiver(handle, CURLOPT_HEADERFUNCTION, Transfer.receive),
      thidua_set_pointer(handle, CURLOPT_HEADERDATA, context),
    ]
    if let user = address.user, let access {
      codes.append(thidua_set_text(handle, CURLOPT_USERNAME, user))
      codes.append(thidua_set_text(handle, CURLOPT_PASSWORD, access.password))
    }
    if let file = access?.authorities {
      codes.append(thidua_set_text(handle, CURLOPT_CAINFO, file))
    }
    if let failure = codes.first(where: { $0 != CURLE_OK }) {
      throw .cannotConnect(CurlLibrary.text(failure))
    }
  }

  /// Hands over a message.
  ///
  /// - Throws: `MailboxError` where the server cannot be reached or refuses to serve at all: the
  ///   message was not handed over, and none after it would be.
  public func send(
    _ message: [UInt8], from sender: MailAddress, to recipients: [MailAddress]
  ) throws(MailboxError) -> Outcome {
    var list: UnsafeMutablePointer<curl_slist>?
    for recipient in recipients { list = curl_slist_append(list, "<\(recipient)>") }
    defer { curl_slist_free_all(list) }
    transfer.begin(message)
    let codes = [
      thidua_set_text(handle, CURLOPT_MAIL_FROM, "<\(sender)>"),
      thidua_set_list(handle, CURLOPT_MAIL_RCPT, list),
    ]
    if let failure = codes.first(where: { $0 != CURLE_OK }) {
      throw .cannotConnect(CurlLibrary.text(failure))
    }
    let code = curl_easy_perform(handle)
    // The list goes with this call.
    _ = thidua_set_list(handle, CURLOPT_MAIL_RCPT, nil)
    if code == CURLE_OK { return .accepted }
    let detail = CurlLibrary.text(code)
    switch code {
    case CURLE_LOGIN_DENIED: throw .loginDenied
    case CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CACERT_BADFILE:
      throw .certificateRefused(detail)
    case CURLE_COULDNT_CONNECT, CURLE_COULDNT_RESOLVE_HOST, CURLE_USE_SSL_FAILED,
      CURLE_SSL_CONNECT_ERROR:
      throw .cannotConnect(detail)
    default: break
    }
    if let answer = transfer.refusal { return .refused(answer) }
    // The server ends a message where it sees its end: before that nothing was taken.
    if transfer.isRead { return .unsure(detail) }
    guard transfer.hasGreeting else { throw .cannotConnect(detail) }
    return .refused(detail)
  }
}

/// One message on its way, as libcurl's callbacks see it.
private final class Transfer {
  private var message: ArraySlice<UInt8> = []
  /// Whether libcurl has read the message to its end.
  private(set) var isRead = false
  /// Whether the server has said anything.
  private(set) var hasGreeting = false
  private var lastAnswer = ""

  func begin(_ message: [UInt8]) {
    self.message = message[...]
    isRead = false
    lastAnswer = ""
  }

  /// What the server said last, where that is no (4yz, 5yz; RFC 5321, section 4.2.1).
  var refusal: String? {
    let digit = lastAnswer.first
    return digit == "4" || digit == "5" ? lastAnswer : nil
  }

  private func fill(_ buffer: UnsafeMutablePointer<CChar>, _ size: Int) -> Int {
    let part = message.prefix(size)
    message = message.dropFirst(size)
    part.withUnsafeBytes { bytes in
      if let base = bytes.baseAddress { memcpy(buffer, base, bytes.count) }
    }
    if part.isEmpty { isRead = true }
    return part.count
  }

  private func take(_ line: String) {
    hasGreeting = true
    // The answer to QUIT is none to the message.
    if line.hasPrefix("221") { return }
    lastAnswer = String(
      line.unicodeScalars.filter { $0.value >= 32 && $0.value != 127 }.prefix(300).map(
        Character.init))
  }

  static let read:
    @convention(c) (
      UnsafeMutablePointer<CChar>?, Int, Int, UnsafeMutableRawPointer?
    ) -> Int = { buffer, size, count, context in
      guard let buffer, let context else { return 0 }
      let transfer = Unmanaged<Transfer>.fromOpaque(context).takeUnretainedValue()
      return transfer.fill(buffer, size * count)
    }

  static let receive:
    @convention(c) (
      UnsafeMutablePointer<CChar>?, Int, Int, UnsafeMutableRawPointer?
    ) -> Int = { buffer, size, count, context in
      guard let buffer, let context else { return 0 }
      let transfer = Unmanaged<Transfer>.fromOpaque(context).takeUnretainedValue()
      let bytes = UnsafeRawBufferPointer(start: buffer, count: size * count)
      transfer.take(String(decoding: bytes, as: UTF8.self))
      return size * count
    }
}
