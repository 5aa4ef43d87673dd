import Foundation
import Testing

@testable import Intake

/// A message with a head and a body, its lines ended as mail ends them.
private func mail(_ lines: String) -> [UInt8] {
  Array(lines.replacing("\n", with: "\r\n").utf8)
}

private let table = "STT,Nội dung,Điểm\n1,Kết quả,9"

@Suite("A mail")
struct MailTests {
  @Test("tells who sent it, what about and when")
  func head() throws {
    let message = try #require(
      MIMEParser.message(
        in: mail(
          """
          Received: from mx.example.vn by mail.example.vn; Wed, 20 Nov 2019 09:05:00 +0700
          From: =?UTF-8?B?QsO5aSBW4bq3bg==?= <ca@example.vn>
          Subject: =?utf-8?Q?N=E1=BB=99p_b=E1=BA=A3ng_?=
           =?utf-8?Q?=C4=91i=E1=BB=83m?=
          Date: Wed, 20 Nov 2019 09:00:00 +0700
          Message-ID: <1@example.vn>

          Kính gửi Khối.
          """)))
    #expect(message.sender == "ca@example.vn")
    #expect(message.senderName == "Bùi Vặn")
    #expect(message.subject == "Nộp bảng điểm")
    #expect(message.identifier == "1@example.vn")
    #expect(message.sent == 1_574_215_200)
    #expect(message.arrived == 1_574_215_500)
    #expect(message.text.contains("Kính gửi Khối."))
  }

  /// Headers of a part that carries a file, and the name that they give.
  static let names: [(String, String)] = [
    (#"Content-Disposition: attachment; filename="bang.csv""#, "bang.csv"),
    (
      #"Content-Disposition: attachment; filename="=?UTF-8?B?YuG6o25nIMSRaeG7g20uY3N2?=""#,
      "bảng điểm.csv"
    ),
    (
      "Content-Disposition: attachment; filename*=UTF-8''b%E1%BA%A3ng%20%C4%91i%E1%BB%83m.csv",
      "bảng điểm.csv"
    ),
    (
      "Content-Disposition: attachment;\n filename*0*=UTF-8''b%E1%BA%A3ng;\n filename*1*=%20%C4%91i%E1%BB%83m.csv",
      "bảng điểm.csv"
    ),
    (#"Content-Type: application/octet-stream; name="bảng điểm.csv""#, "bảng điểm.csv"),
    // NFD, as a Mac writes it.
    (
      "Content-Disposition: attachment; filename*=UTF-8''ba%CC%89ng%20%C4%91ie%CC%82%CC%89m.csv",
      "bảng điểm.csv"
    ),
  ]

  @Test("gives its files the names that they were sent under, in NFC", arguments: names)
  func fileNames(header: String, name: String) throws {
    let fields = header.hasPrefix("Content-Type") ? header : "Content-Type: text/csv\n" + header
    let message = try #require(
      MIMEParser.message(
        in: mail(
          """
          From: a@example.vn
          MIME-Version: 1.0
          Content-Type: multipart/mixed; boundary=b

          --b
          \(fields)
          Content-Transfer-Encoding: base64

          \(Data(table.utf8).base64EncodedString())
          --b--
          """)))
    let part = try #require(message.parts.last)
    #expect(part.name.map { Array($0.unicodeScalars) } == Array(name.unicodeScalars))
    #expect(part.role == .attachment)
    #expect(part.bytes == Array(table.utf8))
  }

  @Test("that was forwarded is a message inside the message, with its own sender")
  func forwarded() throws {
    let inner = "From: ca@example.vn\nSubject: Trong\n\nNội dung"
    let bytes = mail(
      """
      From: office@example.vn
      MIME-Version: 1.0
      Content-Type: multipart/mixed; boundary=b

      --b
      Content-Type: text/plain

      Chuyển tiếp
      --b
      Content-Type: message/rfc822

      \(inner)
      --b--
      """)
    let items = Unpacking().message(bytes, name: "1.eml")
    let senders = items.compactMap { item in
      if case .message(_, let message) = item.content { message.sender } else { nil }
    }
    #expect(senders == ["office@example.vn", "ca@example.vn"])
    #expect(items.map(\.depth) == [0, 1, 1, 2])
  }

  @Test("shows pictures by their Content-ID, which are no files that were sent")
  func inlineImage() throws {
    let message = try #require(
      MIMEParser.message(
        in: mail(
          """
          From: a@example.vn
          MIME-Version: 1.0
          Content-Type: multipart/related; boundary=b

          --b
          Content-Type: text/html

          <p><img src="cid:logo"></p>
          --b
          Content-Type: image/png; name=logo.png
          Content-ID: <logo>
          Content-Transfer-Encoding: base64

          iVBORw0KGgo=
          --b--
          """)))
    #expect(message.parts.map(\.role) == [.body, .shown])
  }

  @Test("whose multiparts lie too deep is kept, and said to be")
  func deep() throws {
    var text = "From: a@example.vn\nMIME-Version: 1.0\n"
    for level in 0..<60 {
      text += "Content-Type: multipart/mixed; boundary=b\(level)\n\n--b\(level)\n"
    }
    text += "Content-Type: text/plain\n\nđáy\n"
    let message = try #require(MIMEParser.message(in: mail(text)))
    #expect(message.isTooDeep)
    #expect(message.parts.count == 1)
  }

  @Test(
    "without any head or body at all is no crash",
    arguments: ["", "\n", "x", "From:", "\0\0\0", ":\n:"])
  func rubbish(text: String) {
    _ = Unpacking().message(Array(text.utf8), name: "x.eml")
  }
}

@Suite("A mailbox file")
struct MailboxFileTests {
  @Test("is cut at its separator lines")
  func messages() throws {
    let bytes = Array(
      """
      From a@example.vn Wed Nov 20 09:00:00 2019
      From: a@example.vn
      Subject: Một

      >From the start
      thân 1

      From b@example.vn Wed Nov 20 09:01:00 2019
      From: b@example.vn
      Subject: Hai

      thân 2

      """.utf8)
    let place = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try Data(bytes).write(to: place)
    defer { try? FileManager.default.removeItem(at: place) }
    let file = try IncomingFile(place.path)
    let messages = try file.messages().map { try file.bytes(in: $0) }
    #expect(messages.count == 2)
    #expect(messages.map { MIMEParser.message(in: Array($0))?.subject } == ["Một", "Hai"])
    #expect(MailFileKindName(MailFileKind(bytes, name: "x")) == .mailbox)
  }

  enum MailFileKindName {
    case message, mailbox, other
    init(_ kind: MailFileKind) {
      switch kind {
      case .message: self = .message
      case .mailbox: self = .mailbox
      case .other: self = .other
      }
    }
  }

  @Test("and single mails are told from other files by their first lines")
  func kinds() {
    func kind(_ text: String, _ name: String = "x") -> MailFileKindName {
      MailFileKindName(MailFileKind(Array(text.utf8), name: name))
    }
    #expect(kind("Return-Path: <a@b>\r\nReceived: x\r\n\r\nThân") == .message)
    #expect(kind("Subject: x\nFrom: a\n\nb") == .message)
    #expect(kind("STT;Nội dung\n1;a") == .other)
    #expect(kind("", "trong.eml") == .message)
    #expect(kind("From here on: nothing\n1,2") == .other)
  }
}

@Suite("An archive")
struct ArchiveTests {
  @Test("that is none, or a workbook, is a file as it is")
  func notArchive() {
    let items = Unpacking().file(Array(table.utf8), name: "bang.csv")
    #expect(items.count == 1)
  }

  @Test("of a kind that is not opened is refused with the reason")
  func rar() {
    let items = Unpacking().file(Array("Rar!\u{1A}\u{07}\u{00}".utf8), name: "bang.rar")
    guard case .refused(_, .unsupported)? = items.first?.content else {
      Issue.record("not refused")
      return
    }
  }
}
