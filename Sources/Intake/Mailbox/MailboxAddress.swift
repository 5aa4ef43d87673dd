import Foundation

/// Where a mailbox is: `imaps://user@host:port/folder` (RFC 5092, as far as it is used here).
public struct MailboxAddress: Sendable, Hashable, CustomStringConvertible {
  /// Whether TLS begins with the connection (`imaps`) or by STARTTLS (`imap`); there is always TLS.
  public var beginsWithTLS: Bool
  /// The user's name, percent escapes undone.
  public var user: String
  /// The host's name.
  public var host: String
  /// The port; nil for the usual one, 993 or 143.
  public var port: Int?
  /// The mailbox's name, percent escapes undone; `INBOX` where none is given.
  public var folder: String

  /// Why a text is no address of a mailbox.
  public enum Fault: Error, Sendable, Hashable {
    /// It does not begin with `imaps://` or `imap://`.
    case notIMAP
    /// It names no host or no user.
    case incomplete
    /// It holds a password, which would be seen in the list of processes.
    case holdsPassword
  }

  /// Reads an address.
  ///
  /// - Throws: `Fault`.
  public init(_ text: String) throws(Fault) {
    guard let parts = URLComponents(string: text), let scheme = parts.scheme?.lowercased(),
      scheme == "imaps" || scheme == "imap"
    else { throw .notIMAP }
    guard parts.password == nil else { throw .holdsPassword }
    guard let host = parts.host, !host.isEmpty, let user = parts.user, !user.isEmpty else {
      throw .incomplete
    }
    beginsWithTLS = scheme == "imaps"
    self.user = user
    self.host = host
    port = parts.port
    let path = parts.path.drop { $0 == "/" }
    folder = path.isEmpty ? "INBOX" : String(path)
  }

  /// Whether a text looks like an address and not like a path.
  public static func isMeant(by text: String) -> Bool {
    let text = text.lowercased()
    return text.hasPrefix("imaps://") || text.hasPrefix("imap://")
  }

  /// The server's part of the address, without user or folder.
  var server: String {
    "\(beginsWithTLS ? "imaps" : "imap")://\(host)\(port.map { ":\($0)" } ?? "")"
  }

  /// The whole address; it never holds a password.
  public var description: String {
    var parts = URLComponents()
    parts.scheme = beginsWithTLS ? "imaps" : "imap"
    parts.user = user
    parts.host = host
    parts.port = port
    parts.path = "/" + folder
    return parts.string ?? server
  }
}
