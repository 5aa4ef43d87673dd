import Foundation

/// Where mail is handed over: `smtps://user@host:port`, or `smtp://` with STARTTLS (RFC 6409,
/// RFC 8314).
public struct SubmissionAddress: Sendable, Hashable, CustomStringConvertible {
  /// Whether TLS begins with the connection (`smtps`) or by STARTTLS (`smtp`).
  public var beginsWithTLS: Bool
  /// The user's name, percent escapes undone; nil to send without logging in.
  public var user: String?
  /// The host's name.
  public var host: String
  /// The port; nil for the usual one, 465 or 587.
  public var port: Int?

  /// Why a text is no address of a mail server.
  public enum Fault: Error, Sendable, Hashable {
    /// It does not begin with `smtps://` or `smtp://`.
    case notSMTP
    /// It names no host.
    case incomplete
    /// It holds a password, which would be seen in the list of processes.
    case holdsPassword
  }

  /// Reads an address.
  ///
  /// - Throws: `Fault`.
  public init(_ text: String) throws(Fault) {
    guard let parts = URLComponents(string: text), let scheme = parts.scheme?.lowercased(),
      scheme == "smtps" || scheme == "smtp"
    else { throw .notSMTP }
    guard parts.password == nil else { throw .holdsPassword }
    guard let host = parts.host, !host.isEmpty else { throw .incomplete }
    beginsWithTLS = scheme == "smtps"
    user = parts.user.flatMap { $0.isEmpty ? nil : $0 }
    self.host = host
    port = parts.port
  }

  /// Whether the host is this machine, so that nobody listens on the way.
  public var isLoopback: Bool {
    let host = host.lowercased()
    return host == "localhost" || host == "::1" || host == "[::1]"
      || host.wholeMatch(of: /127(\.\d{1,3}){3}/) != nil
  }

  /// The server without the user.
  var server: String {
    "\(beginsWithTLS ? "smtps" : "smtp")://\(host):\(port ?? (beginsWithTLS ? 465 : 587))"
  }

  /// The whole address; it never holds a password.
  public var description: String {
    var parts = URLComponents()
    parts.scheme = beginsWithTLS ? "smtps" : "smtp"
    parts.user = user
    parts.host = host
    parts.port = port
    return parts.string ?? server
  }
}
