import Foundation
import TestSupport
import Testing

/// `thidua collect` against Dovecot, and against what other programs write.
@Suite(.serialized) struct MailboxPeerTests {
  static let skipped: Comment = "Dovecot is not installed"

  private static func collect(
    _ block: TemporaryFolder, _ server: DovecotPeer, folder: String = "INBOX",
    authority: String = "server", _ more: String...
  ) throws -> CommandLineTests.Outcome {
    try CommandLineTests.run(
      [
        "collect", block.path, "imaps://khoi@localhost:\(server.port)/\(folder)", "--ca-file",
        "\(server.folder.path)/\(authority).pem", "--lang", "en",
      ] + more, environment: MailPeers.password)
  }

  @Test(
    "A mailbox is read without a change in it, and again only where something is new",
    .enabled(if: MailPeers.dovecot != nil, skipped))
  func newOnly() throws {
    let server = try DovecotPeer()
    let block = try ReplyBlock.make()
    try server.deliver(ReplyBlock.mail("ca", 1, "9"), as: "1.a:2,")
    try server.deliver(ReplyBlock.mail("vks", 2, "8"), as: "2.a:2,S")
    let names = try server.names()
    #expect(try Self.collect(block, server).output.contains("2 new mails and 2 files"))
    #expect(try server.names() == names)
    #expect(block.has("bai-nop/CA/20191120-090100/bang.csv"))
    #expect(try Self.collect(block, server).output.contains("0 new mails and 0 files"))

    try server.deliver(ReplyBlock.mail("ta", 3, "7"), as: "3.a:2,")
    let third = try Self.collect(block, server)
    #expect(
      third.output.contains("1 new mails and 1 files") && third.output.contains("0 were known"))
  }

  @Test(
    "Where the numbers of a mailbox begin anew nothing comes twice",
    .enabled(if: MailPeers.dovecot != nil, skipped))
  func validity() throws {
    let server = try DovecotPeer()
    let block = try ReplyBlock.make()
    try server.deliver(ReplyBlock.mail("ca", 1, "9"), as: "1.a:2,")
    #expect(try Self.collect(block, server).output.contains("1 new mails"))
    server.stop()
    for name in try FileManager.default.contentsOfDirectory(atPath: server.maildir)
    where name.hasPrefix("dovecot") {
      try FileManager.default.removeItem(atPath: "\(server.maildir)/\(name)")
    }
    try server.deliver(ReplyBlock.mail("vks", 2, "9"), as: "0.a:2,")
    // The number is the second in which the mailbox is made.
    usleep(1_100_000)
    try server.start()
    let second = try Self.collect(block, server)
    #expect(
      second.output.contains("1 new mails and 1 files") && second.output.contains("1 were known"))
  }

  @Test(
    "A folder with a Vietnamese name is found",
    .enabled(if: MailPeers.dovecot != nil, skipped))
  func folderName() throws {
    let server = try DovecotPeer()
    let block = try ReplyBlock.make()
    try server.deliver(ReplyBlock.mail("ca", 1, "9"), as: "1.a:2,", folder: ".Thi &ARE-ua")
    let outcome = try Self.collect(block, server, folder: "Thi%20%C4%91ua")
    #expect(outcome.output.contains("1 new mails and 1 files"), "\(outcome.errors)")
    let missing = try Self.collect(block, server, folder: "Kh%C3%A1c")
    #expect(missing.status == 66 && !missing.errors.isEmpty)
  }

  @Test(
    "A server whose certificate nobody vouches for is refused, and so is a wrong password",
    .enabled(if: MailPeers.dovecot != nil, skipped))
  func refused() throws {
    let server = try DovecotPeer()
    let block = try ReplyBlock.make()
    let outcome = try Self.collect(block, server, authority: "other")
    #expect(outcome.status == 66 && outcome.errors.contains("--ca-file"))
    let password = try CommandLineTests.run(
      [
        "collect", block.path, "imaps://khoi@localhost:\(server.port)/", "--ca-file",
        "\(server.folder.path)/server.pem", "--lang", "en",
      ], environment: ["THIDUA_MAIL_PASSWORD": "sai-roi"])
    #expect(password.status == 66 && password.errors.contains("the name or the password"))
    #expect(!password.errors.contains("sai-roi"))
    server.stop()
    #expect(try Self.collect(block, server).status == 66)
  }

  @Test(
    "A mail that is too large stays in the mailbox, and the ledger tells of it once",
    .enabled(if: MailPeers.dovecot != nil, skipped))
  func tooLarge() throws {
    let server = try DovecotPeer()
    let block = try ReplyBlock.make()
    let mail = ReplyBlock.mail("ca", 1, "9") + String(repeating: "x\r\n", count: 20_000)
    try server.deliver(mail, as: "1.a:2,")
    try server.deliver(ReplyBlock.mail("vks", 2, "9"), as: "2.a:2,")
    let first = try Self.collect(block, server, authority: "server", "--limit", "mail-bytes=32K")
    #expect(first.status == 0 && first.output.contains("from ca@example.vn: too large"))
    #expect(first.output.contains("1 new mails and 1 files"))
    let second = try Self.collect(block, server, authority: "server", "--limit", "mail-bytes=32K")
    #expect(!second.output.contains("too large"))
    let history = try CommandLineTests.run(["history", block.path, "--json"])
    #expect(history.output.contains("\"reason\" : \"too-large\""))
    #expect(history.output.contains("\"size\" : \(mail.utf8.count)"))
    #expect(try CommandLineTests.run(["verify", block.path]).status == 0)
  }

  @Test(
    "A Maildir that Dovecot wrote is read as it lies",
    .enabled(if: MailPeers.dovecot != nil, skipped))
  func maildir() throws {
    let server = try DovecotPeer()
    let block = try ReplyBlock.make()
    try server.deliver(ReplyBlock.mail("ca", 1, "9"), as: "1.a:2,")
    // Reading makes its indexes, which are no mail.
    _ = try Self.collect(try ReplyBlock.make(), server)
    let outcome = try CommandLineTests.run(["collect", block.path, server.maildir, "--lang", "en"])
    #expect(outcome.output.contains("1 new mails and 1 files"))
    #expect(!outcome.output.contains("dovecot"))
  }

  @Test(
    "A mailbox file that another program wrote gives each mail once",
    .enabled(if: MailPeers.python != nil, "Python with aiosmtpd is not installed"))
  func mailboxFile() throws {
    let block = try ReplyBlock.make()
    let mails = try [("ca", 1, "9"), ("vks", 2, "8"), ("ta", 3, "7")].map { unit, number, score in
      try block.write(
        ReplyBlock.mail(unit, number, score).replacing("Gửi Khối.", with: "From the start\r\n"),
        to: "../\(block.path.suffix(8))-\(number).eml")
      return "\(block.path)/../\(block.path.suffix(8))-\(number).eml"
    }
    defer { for mail in mails { try? FileManager.default.removeItem(atPath: mail) } }
    let box = "\(block.path)/thu.mbox"
    try MailPeers.run(try #require(MailPeers.python), [MailPeers.script, "mbox", box] + mails)
    let first = try CommandLineTests.run(["collect", block.path, box, "--lang", "en"])
    #expect(first.output.contains("3 new mails and 3 files"))
    let second = try CommandLineTests.run(["collect", block.path, box, "--lang", "en"])
    #expect(second.output.contains("0 new mails and 0 files"))
  }
}
