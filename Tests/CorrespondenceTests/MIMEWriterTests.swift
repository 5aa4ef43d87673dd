import Intake
import Testing

@testable import Correspondence

@Suite("A message to send")
struct MIMEWriterTests {
  static func message(_ change: (inout OutgoingMessage) -> Void = { _ in }) throws
    -> OutgoingMessage
  {
    let office = OutgoingMessage.Mailbox(
      name: "Khối", address: try #require(MailAddress("khoi@example.vn")))
    var message = OutgoingMessage(sender: office, identifier: "1@example.vn")
    change(&message)
    return message
  }

  @Test("ends every line as mail does and is the same each time")
  func lines() throws {
    let message = try Self.message { $0.text = "Một\nHai\n.\nBa" }
    let bytes = MIMEWriter.bytes(message)
    #expect(bytes == MIMEWriter.bytes(message))
    #expect(!zip(bytes, bytes.dropFirst()).contains { $0 != 13 && $1 == 10 })
    #expect(bytes.allSatisfy { $0 < 127 })
  }

  static let hostile = [
    "a\r\nBcc: x@example.vn", "a\nBcc: x@example.vn", "a\u{2028}\rBcc: x@y", "a\u{85}Bcc: x",
  ]

  @Test("has no header that a subject, a name or an identifier brings along", arguments: hostile)
  func injection(text: String) throws {
    let bytes = MIMEWriter.bytes(
      try Self.message {
        $0.subject = text
        $0.sender.name = text
        $0.inReplyTo = text
        $0.references = [text, "2@example.vn"]
        $0.attachments = [.init(name: text, mediaType: "text/plain", bytes: [])]
      })
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\r\n")
    #expect(!lines.contains { $0.hasPrefix("Bcc") })
    #expect(lines.contains("References: <2@example.vn>"))
  }

  static let subjects = [
    ("Nộp", "Re: Nộp"), ("Re: Nộp", "Re: Nộp"), ("RE : Nộp", "RE : Nộp"), ("re[2]: x", "re[2]: x"),
    ("Report", "Re: Report"),
  ]

  @Test("answers a subject with one Re:", arguments: subjects)
  func subject(_ item: (String, String)) {
    #expect(OutgoingMessage.replySubject(to: item.0) == item.1)
  }

  @Test("continues the conversation of the message that it answers")
  func references() {
    func references(_ parent: [String], _ inReplyTo: [String]) -> [String] {
      OutgoingMessage.references(of: parent, inReplyTo: inReplyTo, identifier: "c")
    }
    #expect(references(["a", "b"], ["b"]) == ["a", "b", "c"])
    #expect(references([], ["b"]) == ["b", "c"])
    #expect(references([], ["a", "b"]) == ["c"])
  }

  @Test(
    "goes to addresses alone",
    arguments: ["", "@example.vn", "a b@c", "a@b\r\nx", "ạ@b.vn", "<a@b>"])
  func noAddress(text: String) {
    #expect(MailAddress(text) == nil)
  }
}

@Suite("The address of a server that takes mail")
struct SubmissionAddressTests {
  @Test("is read, and never written with a password")
  func reading() throws {
    let address = try SubmissionAddress("smtps://khoi%40example.vn@mail.example.vn:4650")
    #expect(address.user == "khoi@example.vn" && address.server == "smtps://mail.example.vn:4650")
    #expect(try SubmissionAddress("smtp://mail.example.vn").server == "smtp://mail.example.vn:587")
    #expect(throws: SubmissionAddress.Fault.holdsPassword) { try SubmissionAddress("smtp://a:b@c") }
    #expect(throws: SubmissionAddress.Fault.notSMTP) { try SubmissionAddress("imaps://a@c") }
  }

  static let hosts = [
    ("localhost", true), ("127.0.0.1", true), ("[::1]", true), ("127.0.0.1.example.vn", false),
    ("localhost.example.vn", false),
  ]

  @Test("needs no TLS on this machine alone", arguments: hosts)
  func loopback(_ item: (String, Bool)) throws {
    #expect(try SubmissionAddress("smtp://\(item.0)").isLoopback == item.1)
  }
}
