public import Correspondence
import Intake
public import Ledger
import Normalizer
import Ranking
public import Regulation
public import Writer

/// Whom a reply is for, and what it answers.
public struct ReplyHead: Sendable {
  /// The unit.
  public var unit: MemberUnit
  /// The addresses that it goes to; empty where none is known.
  public var recipients: [MailAddress]
  /// The mail that it answers: the one that brought the file that counts; nil where none did.
  public var answered: Receipt.Message?
  /// What it is about.
  public var subject: String
  /// The Message-IDs of the conversation, oldest first.
  public var references: [String]
}

extension ReplyHead {
  /// Whom the reply to a unit is for.
  ///
  /// It answers the mail that brought the file that counts, else the last mail that brought a file of
  /// the unit, and goes to that mail's sender; where no mail came, to the unit's addresses.
  ///
  /// - Parameter ledger: tells of mails; nil where the block has none.
  /// - Throws: `LedgerError.indexDamaged`.
  public init(_ feedback: UnitFeedback, ledger: BlockLedger?) throws(LedgerError) {
    let letter = FeedbackLetter(feedback)
    self.init(
      unit: feedback.unit, recipients: feedback.unit.emails.compactMap { MailAddress($0) },
      answered: ledger?.answeredMail(feedback), subject: letter.subject, references: [])
    guard let mail = answered else { return }
    if let sender = MailAddress(mail.sender) { recipients = [sender] }
    subject = OutgoingMessage.replySubject(
      to: mail.subject.allSatisfy(\.isWhitespace) ? letter.subject : mail.subject)
    if let identifier = mail.identifier {
      let original = try ledger?.original(of: identifier)
      references = OutgoingMessage.references(
        of: original?.references ?? [], inReplyTo: original?.inReplyTo ?? [],
        identifier: identifier)
    }
  }
}

extension BlockLedger {
  fileprivate func answeredMail(_ feedback: UnitFeedback) -> Receipt.Message? {
    func origin(_ path: String, _ sha256: String?) -> Provenance.Origin? {
      sha256.map { provenance.origin(path: path, sha256: $0) }
    }
    if let source = feedback.standing.source,
      let mail = origin(source.file, source.sha256)?.message
    {
      return mail
    }
    return feedback.files.compactMap { origin($0.path, $0.sha256) }
      .filter { $0.message != nil }
      .max { ($0.received ?? "") < ($1.received ?? "") }?.message
  }

  /// The mail of a Message-ID from the archive; nil where it is there no more.
  fileprivate func original(of identifier: String) throws(LedgerError) -> MailMessage? {
    guard let receipt = try ledger.message(identifier),
      let bytes = try? ledger.archive.bytes(of: receipt.hash)
    else { return nil }
    return MIMEParser.message(in: bytes)
  }
}
