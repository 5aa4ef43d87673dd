import Testing

@testable import Intake

@Suite("What an IMAP server sends")
struct IMAPResponseTests {
  private let stream = Array(
    "* OK hi\r\n* 1 FETCH (UID 7 INTERNALDATE \"20-Nov-2019 09:00:00 +0700\" BODY[] {5}\r\na\r\nbc)\r\nt1 OK done\r\n"
      .utf8)

  @Test(
    "is cut into responses with their literals, however the bytes come", arguments: [1, 2, 7, 1000])
  func cutting(step: Int) throws {
    var cutter = IMAPResponseCutter(literalLimit: 100)
    var responses: [IMAPResponse] = []
    var rest = stream[...]
    while !rest.isEmpty {
      cutter.append(rest.prefix(step))
      rest = rest.dropFirst(step)
      while let response = try cutter.next() { responses.append(response) }
    }
    #expect(responses.count == 3)
    #expect(responses[1].literals == [Array("a\r\nbc".utf8)])
    #expect(IMAPMailbox.number(after: "UID ", in: responses[1].line) == 7)
    #expect(IMAPMailbox.internalDate(in: responses[1].line) == 1_574_215_200)
    #expect(responses[2].line == "t1 OK done")
  }

  @Test("is refused where a literal is larger than any mail may be")
  func hugeLiteral() {
    var cutter = IMAPResponseCutter(literalLimit: 100)
    cutter.append(Array("* 1 FETCH (BODY[] {101}\r\n".utf8))
    #expect(throws: IMAPResponseCutter.Violation.self) { _ = try cutter.next() }
  }
}

@Suite("The address of a mailbox")
struct MailboxAddressTests {
  @Test("is read, and never written with a password")
  func reading() throws {
    let address = try MailboxAddress(
      "imaps://khoi%40example.vn@mail.example.vn:9993/Thi%20%C4%91ua")
    #expect(address.user == "khoi@example.vn")
    #expect(address.host == "mail.example.vn")
    #expect(address.port == 9993)
    #expect(address.folder == "Thi đua")
    #expect(address.server == "imaps://mail.example.vn:9993")
    #expect(try MailboxAddress(address.description) == address)
    #expect(try MailboxAddress("imap://a@b").folder == "INBOX")
  }

  static let faults: [(String, MailboxAddress.Fault)] = [
    ("http://a@b", .notIMAP), ("imaps://b/x", .incomplete), ("imaps://a:secret@b", .holdsPassword),
  ]

  @Test("is refused with what is wrong with it", arguments: faults)
  func refusing(text: String, fault: MailboxAddress.Fault) {
    #expect(throws: fault) { _ = try MailboxAddress(text) }
  }

  @Test("names folders beyond ASCII as servers know them")
  func folderNames() {
    #expect(ModifiedUTF7.encoded("Hộp & thư") == "H&Htk-p &- th&AbA-")
  }
}
