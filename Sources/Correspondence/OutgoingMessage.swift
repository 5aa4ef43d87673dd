/// A message to send, as values (RFC 5322, RFC 2045 to 2049).
///
/// Texts may come from anywhere: `MIMEWriter` makes single lines of those that stand in headers.
public struct OutgoingMessage: Sendable, Hashable {
  /// Somebody's address with the name beside it.
  public struct Mailbox: Sendable, Hashable {
    /// The name as people read it; nil for none.
    public var name: String?
    /// The address: `local@domain`.
    public var address: MailAddress

    /// An address with a name.
    public init(name: String? = nil, address: MailAddress) {
      self.name = name
      self.address = address
    }
  }

  /// A file that goes along.
  public struct Attachment: Sendable, Hashable {
    /// Its name.
    public var name: String
    /// Its media type: `application/pdf`.
    public var mediaType: String
    /// Its bytes.
    public var bytes: [UInt8]

    /// A file.
    public init(name: String, mediaType: String, bytes: [UInt8]) {
      self.name = name
      self.mediaType = mediaType
      self.bytes = bytes
    }
  }

  /// Who writes.
  public var sender: Mailbox
  /// Where answers go.
  public var replyTo: Mailbox
  /// Whom it is for; nobody where no address is known.
  public var recipients: [Mailbox] = []
  /// What it is about.
  public var subject = ""
  /// When it was written, in seconds since 1970; it is told in Viet Nam's time.
  public var date = 0
  /// Its Message-ID, without angle brackets.
  public var identifier: String
  /// The Message-ID of the message that it answers, without angle brackets.
  public var inReplyTo: String?
  /// The Message-IDs of the conversation, oldest first (RFC 5322, section 3.6.4).
  public var references: [String] = []
  /// The text for programs that show no HTML.
  public var text = ""
  /// The same as HTML.
  public var html = ""
  /// The files that go along.
  public var attachments: [Attachment] = []

  /// A message from somebody.
  public init(sender: Mailbox, replyTo: Mailbox? = nil, identifier: String) {
    self.sender = sender
    self.replyTo = replyTo ?? sender
    self.identifier = identifier
  }
}

extension OutgoingMessage {
  /// The subject of an answer: `Re: ` before the subject, once.
  public static func replySubject(to subject: String) -> String {
    let subject = HeaderText.line(subject)
    return subject.prefixMatch(of: /(?i)\s*re\s*(\[\d+\])?\s*:/) == nil ? "Re: \(subject)" : subject
  }

  /// The References of an answer (RFC 5322, section 3.6.4): those of the message answered, else its
  /// one In-Reply-To, and its own Message-ID.
  public static func references(
    of parent: [String], inReplyTo: [String], identifier: String
  ) -> [String] {
    let before = parent.isEmpty && inReplyTo.count == 1 ? inReplyTo : parent
    return before.filter { $0 != identifier } + [identifier]
  }
}
