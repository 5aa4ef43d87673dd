import Crypto
import Foundation
import TestSupport
import Testing

/// `thidua feedback --mail` and `--send`, read and received by programs of others.
@Suite(.serialized, .enabled(if: MailPeers.python != nil, "Python with aiosmtpd is not installed"))
struct ReplyMailTests {
  private static func feedback(
    _ block: TemporaryFolder, _ more: [String]
  ) throws -> CommandLineTests.Outcome {
    try CommandLineTests.run(
      ["feedback", block.path, "--lang", "en"] + more, environment: MailPeers.password)
  }

  private static func reply(_ block: TemporaryFolder, _ unit: String) throws -> ParsedMail {
    try ParsedMail("\(block.path)/ket-qua/phan-hoi/thu/\(unit).eml")
  }

  private static func hash(_ block: TemporaryFolder, _ unit: String) throws -> String {
    SHA256.hash(data: try block.read("ket-qua/phan-hoi/\(unit).xlsx"))
      .map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }

  @Test("A reply answers the unit's mail, in text and HTML, with the workbook attached")
  func reply() throws {
    let block = try ReplyBlock.answered()
    let outcome = try Self.feedback(block, ["--mail"])
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("\(block.path)/ket-qua/phan-hoi/thu/CA.eml\n"))
    let mail = try Self.reply(block, "CA")
    #expect(mail.defects.isEmpty)
    #expect(mail.headers["To"] == "Văn thư <ca@example.vn>")
    #expect(mail.headers["From"] == "Khối Nội chính <khoi@example.vn>")
    #expect(mail.headers["Reply-To"] == "Khối Nội chính <khoi@example.vn>")
    #expect(mail.headers["Subject"] == "Re: Nộp bảng điểm")
    #expect(mail.headers["In-Reply-To"] == "<1@ca.example.vn>")
    #expect(mail.headers["References"] == "<a@example.vn> <b@example.vn> <1@ca.example.vn>")
    #expect(mail.headers["Date"]?.hasSuffix("+0700") == true)
    #expect(
      mail.types == [
        "multipart/mixed", "multipart/alternative", "text/plain", "text/html",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      ])
    #expect(mail.names == ["Feedback CA 2019.xlsx"])
    #expect(try mail.hashes == [Self.hash(block, "CA")])
    for text in [mail.text, mail.html] {
      #expect(text.contains("sheet “bang”, cell D6") && text.contains("18 points"))
      #expect(!text.contains("Viện kiểm sát"))
    }
    #expect(try Self.reply(block, "VKS").headers["Subject"] == "RE: Bảng điểm")
  }

  @Test("The same run gives the same bytes, and a run is written down where there is none yet")
  func sameBytes() throws {
    let block = try ReplyBlock.answered()
    _ = try Self.feedback(block, ["--mail"])
    let first = try block.read("ket-qua/phan-hoi/thu/CA.eml")
    let journal = try block.read(".thidua/journal")
    _ = try Self.feedback(block, ["--mail"])
    #expect(try block.read("ket-qua/phan-hoi/thu/CA.eml") == first)
    #expect(try block.read(".thidua/journal") == journal)
    try block.write(
      CSVBlock.submission(unit: "Tòa án nhân dân tỉnh", "7", "7"), to: "bai-nop/toa.csv")
    _ = try Self.feedback(block, ["--mail"])
    #expect(try block.read("ket-qua/phan-hoi/thu/CA.eml") != first)
    #expect(try CommandLineTests.run(["verify", block.path]).status == 0)
  }

  @Test("Subjects and names from outside never become headers, nor markup")
  func injection() throws {
    let block = try ReplyBlock.make(
      rules: "Thư điện tử;khoi@example.vn\nCơ quan thường trực;<b>Khối</b>\n")
    try block.write(
      ReplyBlock.mail("ca", 1, "9", subject: "Điểm\r\nBcc: x@example.com\r\n\r\n<script>"),
      to: "thu/1.eml")
    _ = try CommandLineTests.run(["collect", block.path, "\(block.path)/thu"])
    #expect(try Self.feedback(block, ["--mail"]).status == 0)
    let mail = try Self.reply(block, "CA")
    #expect(mail.headers["Bcc"] == nil && mail.headers["Subject"]?.contains("Bcc:") == true)
    #expect(mail.html.contains("&lt;b&gt;Khối&lt;/b&gt;") && !mail.html.contains("<b>"))
  }

  @Test("A unit without a mail and an address has a reply without a recipient, and that is said")
  func noAddress() throws {
    let block = try ReplyBlock.answered()
    let outcome = try Self.feedback(block, ["--mail"])
    #expect(outcome.status == 0 && outcome.errors.contains("TA: no mail of the unit came"))
    let mail = try Self.reply(block, "TA")
    #expect(mail.headers["To"] == nil && mail.headers["In-Reply-To"] == nil)
    #expect(mail.headers["Subject"]?.contains("Tòa án nhân dân tỉnh") == true)
  }

  @Test("A dry run prints who would get what and leaves no trace")
  func dryRun() throws {
    let block = try ReplyBlock.answered()
    let journal = try block.read(".thidua/journal")
    let outcome = try Self.feedback(block, ["--send", "smtp://localhost:9", "--dry-run"])
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("CA → ca@example.vn: “Re: Nộp bảng điểm”: would be sent"))
    #expect(outcome.output.contains("TA → —"))
    #expect(!block.has("ket-qua/phan-hoi"))
    #expect(try block.read(".thidua/journal") == journal)
    let fresh = try ReplyBlock.make()
    try fresh.write(CSVBlock.submission(unit: "Công an tỉnh", "7", "7"), to: "bai-nop/ca.csv")
    #expect(try Self.feedback(fresh, ["--mail", "--dry-run"]).status == 0)
    #expect(!fresh.has(".thidua") && !fresh.has("ket-qua"))
  }

  @Test("A server takes each reply once, the same bytes as lie in the folder")
  func sending() throws {
    let block = try ReplyBlock.answered()
    let server = try SMTPPeer()
    let url = "smtp://localhost:\(server.port)"
    let first = try Self.feedback(block, ["--send", url])
    // The court has no address.
    #expect(first.status == 75 && first.output.contains("CA → ca@example.vn"))
    #expect(server.messages.count == 2)
    #expect(try server.envelope(1).from == "khoi@example.vn")
    #expect(try server.envelope(1).to == ["ca@example.vn"])
    #expect(
      try [UInt8](Data(contentsOf: URL(filePath: server.messages[0])))
        == block.read("ket-qua/phan-hoi/thu/CA.eml"))
    let second = try Self.feedback(block, ["--send", url, "--unit", "CA", "VKS"])
    #expect(second.status == 0 && second.output.contains("sent before"))
    #expect(server.messages.count == 2)
    let history = try CommandLineTests.run(["history", block.path, "--json"])
    #expect(history.output.contains("\"state\" : \"sent\""))
    #expect(try CommandLineTests.run(["verify", block.path]).status == 0)
  }

  @Test("Who is refused does not stop the others, and is tried again")
  func refusal() throws {
    let block = try ReplyBlock.answered()
    let server = try SMTPPeer()
    let arguments = ["--unit", "CA", "VKS", "--send", "smtp://localhost:\(server.port)"]
    try server.folder.write("ca@example.vn", to: "refuse")
    let first = try Self.feedback(block, arguments)
    #expect(first.status == 75 && first.output.contains("not sent: 550 5.1.1 no such user"))
    #expect(server.messages.count == 1)
    try server.folder.write("", to: "refuse")
    #expect(try Self.feedback(block, arguments).status == 0)
    #expect(server.messages.count == 2)
    #expect(try server.envelope(2).to == ["ca@example.vn"])
  }

  @Test(
    "A connection that breaks before a mail is resumed, one that breaks behind it is not certain")
  func brokenConnections() throws {
    let block = try ReplyBlock.answered()
    let server = try SMTPPeer()
    let arguments = ["--unit", "CA", "VKS", "--send", "smtp://localhost:\(server.port)"]
    try server.folder.write("ca@example.vn", to: "drop-before")
    try server.folder.write("vks@example.vn", to: "drop-after")
    let first = try Self.feedback(block, arguments)
    #expect(
      first.status == 75
        && first.output.contains("CA → ca@example.vn: “Re: Nộp bảng điểm”: not sent"))
    #expect(first.output.contains("VKS → vks@example.vn: “RE: Bảng điểm”: it may have been sent"))
    try server.folder.write("", to: "drop-before")
    try server.folder.write("", to: "drop-after")
    let second = try Self.feedback(block, arguments)
    #expect(second.status == 75 && second.output.contains("it may have been sent"))
    #expect(server.messages.count == 2)
    #expect(try Self.feedback(block, arguments + ["--resend"]).status == 0)
    #expect(server.messages.count == 3)
    #expect(try Self.feedback(block, arguments).status == 0)
  }

  @Test("TLS is verified, and a password goes over it alone", arguments: ["starttls", "tls"])
  func security(_ kind: String) throws {
    let block = try ReplyBlock.answered()
    let server = try SMTPPeer(kind)
    try MailPeers.makeCertificate("other", in: server.folder)
    let url = "\(kind == "tls" ? "smtps" : "smtp")://khoi%40example.vn@localhost:\(server.port)"
    let arguments = ["--unit", "CA", "--send", url, "--ca-file"]
    let refused = try Self.feedback(block, arguments + ["\(server.folder.path)/other.pem"])
    #expect(refused.status == 75 && refused.errors.contains("certificate is not trusted"))
    #expect(server.messages.isEmpty)
    let outcome = try Self.feedback(block, arguments + ["\(server.folder.path)/server.pem"])
    #expect(outcome.status == 0, "\(outcome.output)\(outcome.errors)")
    let envelope = try server.envelope(1)
    #expect(envelope.tls && envelope.user == "khoi@example.vn")
    let journal = String(decoding: try block.read(".thidua/journal"), as: UTF8.self)
    #expect(!journal.contains("mat-khau"))
    let wrong = try CommandLineTests.run(
      [
        "feedback", block.path, "--unit", "VKS", "--lang", "en", "--send", url, "--ca-file",
        "\(server.folder.path)/server.pem",
      ], environment: ["THIDUA_MAIL_PASSWORD": "sai"])
    #expect(wrong.status == 75 && wrong.errors.contains("the name or the password"))
  }

  static let misuses: [([String], String)] = [
    (["--send", "http://x"], "is no address"), (["--send", "smtp://a:b@c"], "password"),
    (["--resend"], "--send"), (["--from", "a@b\nBcc: c", "--mail"], "--from"),
  ]

  @Test("What makes no sense is a matter of usage", arguments: misuses)
  func misuse(arguments: [String], word: String) throws {
    let outcome = try CommandLineTests.run(
      ["feedback", "/nonexistent", "--lang", "en"] + arguments)
    #expect(outcome.status == 64 && outcome.errors.contains(word))
  }
}
