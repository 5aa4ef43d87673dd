public import ArgumentParser
public import Correspondence
import Intake
import Language
import Ledger
import Pipeline
import Regulation

/// The options of `thidua feedback` about replies by mail.
struct ReplyOptions: ParsableArguments {
  @Flag(name: .customLong("mail"), help: ReplyHelp.mail.help)
  var writesMail = false

  @Option(
    name: .customLong("send"), help: ArgumentHelp(ReplyHelp.send.text, valueName: "URL"))
  var server: String?

  @Flag(name: .customLong("dry-run"), help: ReplyHelp.dryRun.help)
  var isDry = false

  @Flag(help: ReplyHelp.resend.help)
  var resend = false

  @Option(help: ArgumentHelp(ReplyHelp.from.text, valueName: "ADDRESS"))
  var from: MailAddress?

  @Option(help: ArgumentHelp(ReplyHelp.replyTo.text, valueName: "ADDRESS"))
  var replyTo: MailAddress?

  @Flag(name: .customLong("without-tls"), help: ReplyHelp.withoutTLS.help)
  var withoutTLS = false

  @OptionGroup var access: MailServerOptions

  func validate() throws {
    guard let server else {
      if resend || withoutTLS { throw ValidationError(ReplyHelp.needsSend.text) }
      return
    }
    do {
      _ = try SubmissionAddress(server)
    } catch {
      throw ValidationError(ReplyHelp(error).text(in: .requested, ["url": server]))
    }
  }

  /// The replies that were asked for; nil where none were.
  ///
  /// - Throws: `LedgerError`; `ExitCode` where nobody is there to send from.
  func replies(
    in block: BlockFolder, _ regulation: Regulation, language: Language
  ) throws -> Replies? {
    guard writesMail || server != nil || isDry else { return nil }
    let address = try server.map { try SubmissionAddress($0) }
    // A dry run leaves no trace, not even an empty ledger.
    let isKnown = Ledger.exists(inBlock: block.path)
    let ledger =
      isDry && !isKnown ? nil : try BlockLedger(block: block, command: "thidua feedback --mail")
    return Replies(
      ledger: ledger, sender: try sender(regulation.block, address, language),
      server: address, options: self, regulation: regulation, language: language)
  }

  /// From and Reply-To: as the options say, else the regulation, else the account that sends.
  private func sender(
    _ block: Block, _ server: SubmissionAddress?, _ language: Language
  ) throws -> ReplyComposer.Sender {
    func address(_ text: String) throws -> MailAddress? {
      guard !text.isEmpty else { return nil }
      guard let address = MailAddress(text) else {
        Terminal.complain(ReplyText.badAddress.text(in: language, ["address": text]))
        throw ExitCode.regulationAtFault
      }
      return address
    }
    let office = try from ?? address(block.email) ?? server?.user.flatMap { MailAddress($0) }
    let replyTo = try replyTo ?? address(block.replyTo)
    if let office { return ReplyComposer.Sender(address: office, replyTo: replyTo) }
    Terminal.complain(ReplyText.noSender.text(in: language))
    guard server == nil, let placeholder = MailAddress(Self.placeholder) else {
      throw ExitCode.validationFailure
    }
    return ReplyComposer.Sender(address: replyTo ?? placeholder, replyTo: replyTo)
  }

  /// From of a reply that nobody is known to write: a domain that never is one (RFC 6761).
  private static let placeholder = "khoi-thi-dua@thidua.invalid"
}

extension MailAddress: ExpressibleByArgument {
  /// The address that an argument spells.
  public init?(argument: String) {
    self.init(argument)
  }
}
