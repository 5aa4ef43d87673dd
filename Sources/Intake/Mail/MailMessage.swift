/// One mail message, taken apart (RFC 5322, RFC 2045 to 2049).
public struct MailMessage: Sendable, Hashable {
  /// The first address in From, as written; empty where there is none.
  public var sender = ""
  /// The name beside it, decoded (RFC 2047).
  public var senderName: String?
  /// The subject, decoded.
  public var subject = ""
  /// Message-ID without angle brackets.
  public var identifier: String?
  /// The Message-IDs in References, oldest first, without angle brackets.
  public var references: [String] = []
  /// The Message-IDs in In-Reply-To, without angle brackets.
  public var inReplyTo: [String] = []
  /// The seconds since 1970 that Date says; nil where it says nothing that can be read.
  public var sent: Int?
  /// The seconds since 1970 that the topmost Received says: when the last server took it in.
  public var arrived: Int?
  /// The plain text, decoded, of the message itself and not of messages inside it.
  public var text = ""
  /// Every leaf of the message, in order; messages inside it are leaves with a message of their own.
  public var parts: [MailPart] = []
  /// Whether it was nested deeper than is looked at; what lies deeper is one part, not taken apart.
  public var isTooDeep = false
}

/// One leaf of a message.
public struct MailPart: Sendable, Hashable {
  /// What a part is to its message.
  public enum Role: Sendable, Hashable {
    /// What a person reads: plain text or HTML without a file's name.
    case body
    /// A picture or another file that the body shows, by its Content-ID.
    case shown
    /// A file sent along.
    case attachment
    /// A message sent along or forwarded (message/rfc822); the bytes are that message.
    case message
  }

  /// The file's name, decoded (RFC 2047, RFC 2231), in NFC; nil where none is given.
  public var name: String?
  /// The media type, in small letters: `application/vnd.ms-excel`.
  public var mediaType: String
  /// What it is to its message.
  public var role: Role
  /// The content, its transfer encoding undone.
  public var bytes: [UInt8]
}
