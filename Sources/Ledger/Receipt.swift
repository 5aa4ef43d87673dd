/// One file that came in: a submission, a mail, an archive, or something that is none of these.
///
/// Nothing is left out: what cannot be used has a receipt that says so.
public struct Receipt: Codable, Sendable, Hashable {
  /// What the file is, as far as collecting goes.
  public enum Kind: String, Codable, Sendable, CaseIterable {
    /// A spreadsheet or another file that may hold a score table; it lies in the block's folder.
    case submission
    /// A mail message, whose parts have receipts of their own.
    case message
    /// An archive, whose files have receipts of their own.
    case archive
    /// Something that is no submission: a signature's image, a calendar entry.
    case other
    /// A file that was refused, with the reason: too large, damaged.
    case refused
  }

  /// The mail that a file came with (RFC 5322).
  public struct Message: Codable, Sendable, Hashable {
    /// The address in From.
    public var sender: String
    /// The name in From, decoded.
    public var senderName: String?
    /// Subject, decoded.
    public var subject: String
    /// Message-ID without its angle brackets.
    public var identifier: String?
    /// Date, in Viet Nam's time; nil where the message has none that can be read.
    public var sent: String?
    /// When the last server or the mailbox took it in.
    public var arrived: String?

    /// The head of a message.
    public init(
      sender: String, senderName: String? = nil, subject: String, identifier: String? = nil,
      sent: String? = nil, arrived: String? = nil
    ) {
      self.sender = sender
      self.senderName = senderName
      self.subject = subject
      self.identifier = identifier
      self.sent = sent
      self.arrived = arrived
    }
  }

  /// What told the unit.
  public enum Evidence: String, Codable, Sendable, CaseIterable {
    /// The sender's address is one of the unit's.
    case sender
    /// The subject names it.
    case subject
    /// The text of the mail names it.
    case text
    /// The file's name names it.
    case fileName
  }

  /// The hash of its bytes, which lie in the archive.
  public var hash: ContentHash
  /// How many bytes it has.
  public var size: Int
  /// What its sender called it.
  public var name: String
  /// What it is.
  public var kind: Kind
  /// Where it was taken from: a path, or a mailbox's address without any password.
  public var source: String
  /// The message or archive that held it.
  public var container: ContentHash?
  /// The mail that brought it.
  public var message: Message?
  /// The code of the unit that sent it; nil where that is not known: it waits for a person.
  public var unit: String?
  /// What told the unit.
  public var evidence: Evidence?
  /// Where it was put, relative to the block's folder; nil where it was not put anywhere.
  public var path: String?
  /// Why it was refused or is no submission.
  public var reason: String?

  /// A receipt.
  public init(
    hash: ContentHash, size: Int, name: String, kind: Kind, source: String,
    container: ContentHash? = nil, message: Message? = nil, unit: String? = nil,
    evidence: Evidence? = nil, path: String? = nil, reason: String? = nil
  ) {
    self.hash = hash
    self.size = size
    self.name = name
    self.kind = kind
    self.source = source
    self.container = container
    self.message = message
    self.unit = unit
    self.evidence = evidence
    self.path = path
    self.reason = reason
  }
}

/// How far a mailbox was read (RFC 9051, section 2.3.1.1).
public struct MailboxState: Codable, Sendable, Hashable {
  /// The mailbox's address without any password.
  public var source: String
  /// UIDVALIDITY: with another one, the numbers below mean nothing.
  public var validity: UInt32
  /// The highest UID that was taken.
  public var lastUID: UInt32

  /// A mailbox's state.
  public init(source: String, validity: UInt32, lastUID: UInt32) {
    self.source = source
    self.validity = validity
    self.lastUID = lastUID
  }
}
