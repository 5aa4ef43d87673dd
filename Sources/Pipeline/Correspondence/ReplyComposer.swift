public import Correspondence
import Intake
public import Ledger
import Regulation
public import Writer

/// Composes the replies to the units about one run.
///
/// The same run, unit and sender give the same bytes: the date is the run's, and the Message-ID its
/// hash with the unit's.
public struct ReplyComposer: Sendable {
  /// Who answers.
  public struct Sender: Sendable, Hashable {
    /// From.
    public var address: MailAddress
    /// Reply-To; nil for From.
    public var replyTo: MailAddress?

    /// An office that answers.
    public init(address: MailAddress, replyTo: MailAddress? = nil) {
      self.address = address
      self.replyTo = replyTo
    }
  }

  private let run: RunEntry
  private let sender: Sender

  /// Replies about a run.
  public init(run: RunEntry, sender: Sender) {
    self.run = run
    self.sender = sender
  }

  /// The media type of workbooks (ECMA-376, part 1, 12.2).
  private static let workbookType =
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

  /// The reply to one unit.
  ///
  /// - Parameter workbook: the bytes of the unit's feedback workbook.
  public func message(
    _ head: ReplyHead, _ feedback: UnitFeedback, workbook: [UInt8]
  ) -> OutgoingMessage {
    let letter = FeedbackLetter(feedback)
    let block = feedback.block
    let office = block.office.isEmpty ? block.name : block.office
    var message = OutgoingMessage(
      sender: OutgoingMessage.Mailbox(name: office, address: sender.address),
      replyTo: OutgoingMessage.Mailbox(name: office, address: sender.replyTo ?? sender.address),
      identifier: identifier(of: head.unit.code))
    // The name is the unit's own where the mail gives none: senders write theirs in many ways.
    let name = head.answered?.senderName ?? head.unit.name
    message.recipients = head.recipients.map { OutgoingMessage.Mailbox(name: name, address: $0) }
    message.subject = head.subject
    message.date = Timestamp.unixTime(of: run.time) ?? 0
    message.inReplyTo = head.answered?.identifier
    message.references = head.references
    message.text = letter.text
    message.html = letter.html
    message.attachments = [
      OutgoingMessage.Attachment(
        name: SafeName.file(letter.attachmentName), mediaType: Self.workbookType, bytes: workbook)
    ]
    return message
  }

  private func identifier(of unit: String) -> String {
    let words = ["\(run.number)", run.time, run.run.result.hexadecimal, unit]
    let hash = ContentHash(of: words.joined(separator: "\n").utf8)
    return "\(hash.hexadecimal.prefix(32))@\(sender.address.domain)"
  }
}
