/// Something that happened to a block's submissions, as the journal keeps it.
public enum Event: Codable, Sendable, Hashable {
  /// Something came in.
  case receipt(Receipt)
  /// A mailbox was read up to a message.
  case mailbox(MailboxState)
  /// Submissions were consolidated.
  case run(RunRecord)
  /// A unit was answered.
  case reply(Reply)
}

/// An event with its place in the journal.
public struct Record: Codable, Sendable, Hashable {
  /// 1 for the first.
  ///
  /// Order is by number: clocks go back.
  public var number: Int
  /// When it was written, ISO 8601 with the offset of Viet Nam.
  public var time: String
  /// What happened.
  public var event: Event
  /// How many records behind this one belong to it: they were written together, and count together
  /// or not at all; nil for none.
  var remaining: Int?
}
