import Foundation
import TestSupport

/// A block whose units write mails.
enum ReplyBlock {
  /// The block with the address of its office; the court has none of its own.
  static func make(rules: String = "Thư điện tử;khoi@example.vn\n") throws -> TemporaryFolder {
    try CSVBlock.makeForMail(rules: rules)
  }

  /// A mail with a table; the unit's name stands in it where no address tells the unit.
  static func mail(
    _ unit: String, _ number: Int, _ score: String, subject: String = "Nộp bảng điểm",
    more: String = ""
  ) -> String {
    let name = unit == "ta" ? "Tòa án nhân dân tỉnh" : ""
    let table = CSVBlock.submission(unit: name, score, "8")
      .replacing("Đơn vị: ;;;", with: ";;;")
    return TableMail.text(
      from: "=?UTF-8?B?\(Data("Văn thư".utf8).base64EncodedString())?= <\(unit)@example.vn>",
      date: "Wed, 20 Nov 2019 09:0\(number):00 +0700",
      identifier: "\(number)@\(unit).example.vn", subject: subject, more: more, table)
  }

  /// The block with mails of the police and the procuracy, collected and consolidated.
  static func answered(rules: String = "Thư điện tử;khoi@example.vn\n") throws -> TemporaryFolder {
    let folder = try make(rules: rules)
    try folder.write(
      mail("ca", 1, "12", more: "References: <a@example.vn> <b@example.vn>\n"), to: "thu/1.eml")
    try folder.write(mail("vks", 2, "8", subject: "RE: Bảng điểm"), to: "thu/2.eml")
    let collected = try CommandLineTests.run(["collect", folder.path, "\(folder.path)/thu"])
    let consolidated = try CommandLineTests.run(["consolidate", folder.path])
    guard collected.status == 0, consolidated.status == 0 else {
      throw MailPeers.Failed(reason: collected.errors + consolidated.errors)
    }
    return folder
  }
}
