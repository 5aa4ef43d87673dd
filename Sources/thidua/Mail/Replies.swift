import ArgumentParser
import Correspondence
import Intake
import Language
import Ledger
import Normalizer
import Pipeline
import Ranking
import Regulation
import Writer

/// The replies of one `thidua feedback`: shown, written or sent.
struct Replies {
  let ledger: BlockLedger?
  let sender: ReplyComposer.Sender
  let server: SubmissionAddress?
  let options: ReplyOptions
  let regulation: Regulation
  let language: Language

  /// Prints who would get what; nothing is written and nothing sent.
  func plan(_ consolidation: Consolidation, units: Set<String>?) throws {
    let run = try ledger?.run(
      of: consolidation, options: runOptions, version: Version.number, isDry: true)
    let maker = FeedbackMaker(consolidation, language: language)
    let standings = consolidation.standings.units
    for unit in regulation.units where units?.contains(unit.code) ?? true {
      guard let standing = standings.first(where: { $0.unit.code == unit.code }) else { continue }
      let head = try ReplyHead(maker.feedback(to: standing), ledger: ledger)
      let state =
        try ledger?.standing(of: head, run: run?.number)
        ?? (head.recipients.isEmpty ? .noAddress : .due)
      try Terminal.print(line(head, ReplyText(state, resends: options.resend)))
    }
  }

  /// Writes the replies, and sends them where that was asked for.
  ///
  /// - Throws: `ExitCode.notAllSent`, `PipelineError`, `LedgerError`.
  func write(
    _ feedbacks: [FeedbackPublication.Feedback], of consolidation: Consolidation,
    to folder: String, _ interruption: Interruption
  ) throws {
    guard let ledger,
      let run = try ledger.run(
        of: consolidation, options: runOptions, version: Version.number, isDry: false)
    else { return }
    let publication = ReplyPublication(besideFeedbackIn: folder, interruption: interruption)
    let written = try publication.publish(
      feedbacks, by: ReplyComposer(run: run, sender: sender), ledger: ledger)
    for reply in written { try Terminal.print(reply.path) }
    for reply in written where reply.head.recipients.isEmpty {
      Terminal.complain(
        ReplyText.noRecipient.text(
          in: language, ["unit": reply.head.unit.code, "path": reply.path]))
    }
    if let server { try send(written, about: run.number, to: server, ledger) }
  }

  private func send(
    _ replies: [ReplyPublication.Written], about run: Int, to server: SubmissionAddress,
    _ ledger: BlockLedger
  ) throws {
    let access: MailboxAccess? = try options.access.submission(user: server.user)
    let dispatch = ReplyDispatch(
      ledger: ledger, run: run, sender: sender.address, server: server,
      resendsUnsure: options.resend)
    var out = 0
    do {
      let submission = try MailSubmission(server, access: access, withoutTLS: options.withoutTLS)
      try dispatch.send(replies, through: submission) { reply, outcome in
        if outcome.isOut { out += 1 }
        try Terminal.print(line(reply.head, ReplyText(outcome), outcome))
      }
    } catch let error as MailboxError {
      Terminal.complain(error.message(in: language))
    }
    Terminal.note(
      ReplyText.sentCount.text(
        in: language, ["count": "\(out)", "all": "\(replies.count)", "run": "\(run)"]) + "\n")
    if out < replies.count { throw ExitCode.notAllSent }
  }

  private var runOptions: [String: String] { ["lang": language.rawValue] }

  private func line(
    _ head: ReplyHead, _ state: ReplyText, _ outcome: ReplyDispatch.Outcome? = nil
  ) -> String {
    var detail = ""
    if case .refused(let reason) = outcome { detail = reason }
    let recipients = head.recipients.map(\.description).joined(separator: ", ")
    return ReplyText.line.text(
      in: language,
      [
        "unit": head.unit.code, "recipients": recipients.isEmpty ? "—" : recipients,
        "subject": OutgoingMessage.line(head.subject),
        "state": state.text(in: language, ["detail": detail]),
      ])
  }
}
