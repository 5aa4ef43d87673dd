public import Correspondence
import Intake
import Language
public import Ledger
import Regulation

/// Sends the replies about one run, once to each unit, and writes down each step.
///
/// `sending` is on the disk before a message is handed over, what became of it after. Where `sending`
/// is the last word a run was cut short, and nobody knows whether the message went out: it is sent
/// again only where that is asked for.
public struct ReplyDispatch {
  /// Where the reply to one unit stands.
  public enum Standing: Sendable, Hashable {
    /// It can be sent: it never was, or no server took it.
    case due
    /// A server has taken it.
    case sent
    /// It may have been sent.
    case unsure
    /// No address is known.
    case noAddress
  }

  /// What became of one reply.
  public enum Outcome: Sendable, Hashable {
    /// The server has taken it.
    case sent
    /// It was sent earlier.
    case sentBefore
    /// The server has not taken it, for the reason that it gives.
    case refused(String)
    /// It may have been sent; it is not sent again unless that is asked for.
    case unsure
    /// No address is known.
    case noAddress

    /// Whether the unit has the reply.
    public var isOut: Bool { self == .sent || self == .sentBefore }
  }

  private let ledger: BlockLedger
  private let run: Int
  private let sender: MailAddress
  private let server: SubmissionAddress
  private let resendsUnsure: Bool

  /// Replies about the run `run`.
  public init(
    ledger: BlockLedger, run: Int, sender: MailAddress, server: SubmissionAddress,
    resendsUnsure: Bool = false
  ) {
    self.ledger = ledger
    self.run = run
    self.sender = sender
    self.server = server
    self.resendsUnsure = resendsUnsure
  }

  /// Sends what is due, one after the other; `report` is told of each.
  ///
  /// - Throws: `MailboxError` where the server cannot be reached or does not serve: what was not sent
  ///   then is due the next time. `LedgerError`.
  public func send(
    _ replies: [ReplyPublication.Written], through submission: MailSubmission,
    report: (ReplyPublication.Written, Outcome) throws -> Void
  ) throws {
    for reply in replies { try report(reply, try send(reply, through: submission)) }
  }

  private func send(
    _ reply: ReplyPublication.Written, through submission: MailSubmission
  ) throws -> Outcome {
    switch try ledger.standing(of: reply.head, run: run) {
    case .noAddress: return .noAddress
    case .sent: return .sentBefore
    case .unsure where !resendsUnsure: return .unsure
    case .unsure, .due: break
    }
    let message = try ledger.ledger.store(reply.bytes)
    func write(_ state: Reply.State, _ detail: String? = nil) throws {
      let step = Reply(
        unit: reply.head.unit.code, run: run, state: state,
        recipients: reply.head.recipients.map(\.description), identifier: reply.identifier,
        server: server.description, message: message, detail: detail)
      try ledger.ledger.append([.reply(step)])
    }
    try write(.sending)
    do {
      switch try submission.send(reply.bytes, from: sender, to: reply.head.recipients) {
      case .accepted:
        try write(.sent)
        return .sent
      case .refused(let reason):
        try write(.refused, reason)
        return .refused(reason)
      case .unsure(let reason):
        try write(.unsure, reason)
        return .unsure
      }
    } catch let error as MailboxError {
      try write(.refused, error.message(in: .en))
      throw error
    }
  }
}

extension BlockLedger {
  /// Where the reply to a unit about a run stands.
  ///
  /// - Parameter run: nil for a run that is not written down yet.
  /// - Throws: `LedgerError.indexDamaged`.
  public func standing(
    of head: ReplyHead, run: Int?
  ) throws(LedgerError) -> ReplyDispatch.Standing {
    let steps = try run.map { run throws(LedgerError) in
      try ledger.replies(to: head.unit.code, run: run)
    }
    switch steps?.last?.reply.state {
    case .sent: return .sent
    case .sending, .unsure: return .unsure
    case .refused, nil: return head.recipients.isEmpty ? .noAddress : .due
    }
  }
}
