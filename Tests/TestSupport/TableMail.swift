import Foundation

/// A mail that brings one table, as a unit's program sends it (RFC 5322, RFC 2045).
public enum TableMail {
  /// The mail's bytes as text.
  ///
  /// - Parameters:
  ///   - from: the header `From` as it stands in the mail.
  ///   - identifier: the header `Message-ID` without its angle brackets.
  ///   - more: further headers, each with its line break.
  public static func text(
    from: String, date: String, identifier: String, subject: String, more: String = "",
    file name: String = "bang.csv", _ table: String
  ) -> String {
    """
    From: \(from)
    Subject: =?UTF-8?B?\(Data(subject.utf8).base64EncodedString())?=
    Date: \(date)
    Message-ID: <\(identifier)>
    \(more)MIME-Version: 1.0
    Content-Type: multipart/mixed; boundary=b

    --b
    Content-Type: text/plain; charset=utf-8

    Gửi Khối.
    --b
    Content-Type: text/csv
    Content-Disposition: attachment; filename="\(name)"
    Content-Transfer-Encoding: base64

    \(Data(table.utf8).base64EncodedString(options: .lineLength76Characters))
    --b--

    """.replacing("\r\n", with: "\n").replacing("\n", with: "\r\n")
  }
}
