/// One step of answering a unit about a run.
///
/// The last step of a unit and run is where the answer stands: a mail is handed over only after
/// `sending` is on the disk, so that one that a killed run may have sent is known.
public struct Reply: Codable, Sendable, Hashable {
  /// How far an answer has come.
  public enum State: String, Codable, Sendable, CaseIterable {
    /// It is being handed over; where this is the last word, the run was cut short.
    case sending
    /// A server has taken it.
    case sent
    /// No server has taken it, for certain.
    case refused
    /// It was handed over and the connection broke before the server said whether it has taken it.
    case unsure
  }

  /// The unit's code.
  public var unit: String
  /// The number of the run that it tells of.
  public var run: Int
  /// How far it has come.
  public var state: State
  /// The addresses that it goes to.
  public var recipients: [String]
  /// Its Message-ID without angle brackets.
  public var identifier: String
  /// Where it is handed over: the server's address without any password.
  public var server: String
  /// The message as it is sent, in the archive.
  public var message: ContentHash
  /// What the server said, or what went wrong.
  public var detail: String?

  /// A step of an answer.
  public init(
    unit: String, run: Int, state: State, recipients: [String], identifier: String,
    server: String, message: ContentHash, detail: String? = nil
  ) {
    self.unit = unit
    self.run = run
    self.state = state
    self.recipients = recipients
    self.identifier = identifier
    self.server = server
    self.message = message
    self.detail = detail
  }
}

/// A step of an answer as the index holds it.
public struct ReplyEntry: Codable, Sendable, Hashable {
  /// The number of its record.
  public var number: Int
  /// When it was written down.
  public var time: String
  /// The step.
  public var reply: Reply
}
