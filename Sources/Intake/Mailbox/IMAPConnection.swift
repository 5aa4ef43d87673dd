import CLibcurl
import Foundation

/// A connection to an IMAP server on which libcurl has done what needs care: TLS with the
/// certificate verified, and logging in.
///
/// The one file of reading mail that touches its handle.
///
/// libcurl's own fetching would mark messages as seen, so commands are sent and answers cut here.
final class IMAPConnection {
  private let handle: UnsafeMutableRawPointer
  private var cutter: IMAPResponseCutter
  private var tag = 0
  /// The number of seconds without a byte after which a server is given up.
  private let patience: Int32 = 60

  /// Connects and logs in.
  ///
  /// - Throws: `MailboxError`.
  init(_ address: MailboxAddress, access: MailboxAccess, literalLimit: Int) throws(MailboxError) {
    CurlLibrary.prepare()
    guard let handle = curl_easy_init() else { throw .cannotConnect("curl") }
    self.handle = handle
    cutter = IMAPResponseCutter(literalLimit: literalLimit)
    // Where it throws `deinit` frees the handle: everything is initialized.
    try connect(address, access)
  }

  deinit { curl_easy_cleanup(handle) }

  private func connect(_ address: MailboxAddress, _ access: MailboxAccess) throws(MailboxError) {
    var codes = [
      thidua_set_text(handle, CURLOPT_URL, address.server),
      thidua_set_text(handle, CURLOPT_USERNAME, address.user),
      thidua_set_text(handle, CURLOPT_PASSWORD, access.password),
      thidua_set_long(handle, CURLOPT_CONNECT_ONLY, 1),
      thidua_set_long(handle, CURLOPT_USE_SSL, Int(CURLUSESSL_ALL.rawValue)),
      thidua_set_long(handle, CURLOPT_SSL_VERIFYPEER, 1),
      thidua_set_long(handle, CURLOPT_SSL_VERIFYHOST, 2),
      thidua_set_long(handle, CURLOPT_NOSIGNAL, 1),
      thidua_set_long(handle, CURLOPT_CONNECTTIMEOUT, 30),
    ]
    if let file = access.authorities {
      codes.append(thidua_set_text(handle, CURLOPT_CAINFO, file))
    }
    if let failure = codes.first(where: { $0 != CURLE_OK }) {
      throw .cannotConnect(CurlLibrary.text(failure))
    }
    let code = curl_easy_perform(handle)
    switch code {
    case CURLE_OK: break
    case CURLE_LOGIN_DENIED: throw .loginDenied
    case CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CACERT_BADFILE:
      throw .certificateRefused(CurlLibrary.text(code))
    default: throw .cannotConnect(CurlLibrary.text(code))
    }
  }

  /// Sends a command and hands on each answer before the one that ends it.
  ///
  /// - Throws: `MailboxError`, and what `receive` throws.
  func command(_ text: String, _ receive: (IMAPResponse) throws -> Void = { _ in }) throws {
    tag += 1
    let name = "t\(tag)"
    try send(Array("\(name) \(text)\r\n".utf8))
    while true {
      let response = try next()
      guard response.line.hasPrefix("\(name) ") else {
        if response.line.uppercased().hasPrefix("* BYE") {
          throw MailboxError.cannotConnect(response.line)
        }
        try receive(response)
        continue
      }
      guard response.line.dropFirst(name.count + 1).uppercased().hasPrefix("OK") else {
        throw MailboxError.refused(String(response.line.dropFirst(name.count + 1)))
      }
      return
    }
  }

  private func send(_ bytes: [UInt8]) throws(MailboxError) {
    var rest = bytes[...]
    while !rest.isEmpty {
      var sent = 0
      let code = rest.withUnsafeBytes { curl_easy_send(handle, $0.baseAddress, $0.count, &sent) }
      switch code {
      case CURLE_OK: rest = rest.dropFirst(sent)
      case CURLE_AGAIN: try wait(for: Int16(POLLOUT))
      default: throw .cannotConnect(CurlLibrary.text(code))
      }
    }
  }

  private func next() throws -> IMAPResponse {
    while true {
      do {
        if let response = try cutter.next() { return response }
      } catch let violation as IMAPResponseCutter.Violation {
        throw MailboxError.cannotConnect(violation.reason)
      }
      var buffer = [UInt8](repeating: 0, count: 64 << 10)
      var received = 0
      let code = buffer.withUnsafeMutableBytes {
        curl_easy_recv(handle, $0.baseAddress, $0.count, &received)
      }
      switch code {
      case CURLE_OK:
        guard received > 0 else { throw MailboxError.cannotConnect("the server hung up") }
        cutter.append(buffer.prefix(received))
      case CURLE_AGAIN: try wait(for: Int16(POLLIN))
      default: throw MailboxError.cannotConnect(CurlLibrary.text(code))
      }
    }
  }

  private func wait(for events: Int16) throws(MailboxError) {
    var socket: curl_socket_t = -1
    guard thidua_socket(handle, &socket) == CURLE_OK, socket >= 0 else {
      throw .cannotConnect("the server hung up")
    }
    var descriptor = pollfd(fd: socket, events: events, revents: 0)
    guard poll(&descriptor, 1, patience * 1000) > 0 else {
      throw .cannotConnect("no answer within \(patience) s")
    }
  }
}
