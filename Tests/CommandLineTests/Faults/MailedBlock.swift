import Foundation
import Ledger
import TestSupport

/// A small block with mails beside it, to be collected and consolidated while something goes wrong.
struct MailedBlock {
  /// What holds the block (`khoi`) and the mails (`thu`).
  let folder: TemporaryFolder
  var path: String { "\(folder.path)/khoi" }
  var mails: String { "\(folder.path)/thu" }

  /// A block to which nothing has happened yet.
  init() throws {
    folder = try TemporaryFolder()
    let block = try TemporaryFolder()
    try CSVBlock.writeRegulation(to: block, rules: "Hạn nộp;30/11/2019\n")
    try block.write(
      """
      Mã;Tên đơn vị;Thư điện tử
      CA;Công an tỉnh;ca@example.vn
      VKS;Viện kiểm sát nhân dân tỉnh;vks@example.vn
      TA;Tòa án nhân dân tỉnh;

      """, to: "quy-che/don-vi.csv")
    try FileManager.default.copyItem(atPath: block.path, toPath: "\(folder.path)/khoi")
    let messages = [
      Self.mail(
        from: "ca@example.vn", day: 20,
        CSVBlock.submission(unit: "Công an tỉnh", "9,5", "9")),
      Self.mail(
        from: "vks@example.vn", day: 21,
        CSVBlock.submission(unit: "Viện kiểm sát nhân dân tỉnh", "7", "8", "1")),
    ]
    try folder.write(
      messages.map { "From MAILER-DAEMON Wed Nov 20 09:00:00 2019\n\($0)\n" }.joined(),
      to: "thu/thu.mbox")
    try folder.write(
      CSVBlock.submission(unit: "Tòa án nhân dân tỉnh", "8-9", "6"), to: "thu/toa.csv")
  }

  /// Another block as it is now, with its ledger and its reports.
  init(copying other: MailedBlock) throws {
    folder = try TemporaryFolder()
    for name in ["khoi", "thu"] {
      try FileManager.default.copyItem(
        atPath: "\(other.folder.path)/\(name)", toPath: "\(folder.path)/\(name)")
    }
  }

  /// A block that was collected and consolidated.
  static func consolidated() throws -> MailedBlock {
    let block = try MailedBlock()
    try block.succeed(["collect", block.path, block.mails])
    try block.succeed(["consolidate", block.path])
    return block
  }

  struct Failed: Error {
    var outcome: CommandLineTests.Outcome
  }

  /// Runs the program, which has to succeed.
  @discardableResult
  func succeed(_ arguments: [String]) throws -> CommandLineTests.Outcome {
    let outcome = try CommandLineTests.run(arguments)
    guard outcome.status == 0 else { throw Failed(outcome: outcome) }
    return outcome
  }

  /// What a person sees in a folder: the files but hidden ones, by their paths.
  static func files(in folder: String) -> [String: Data] {
    let names = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    var files: [String: Data] = [:]
    for name in names where !name.split(separator: "/").contains(where: { $0.hasPrefix(".") }) {
      var status = stat()
      let path = "\(folder)/\(name)"
      guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { continue }
      files[name] = FileManager.default.contents(atPath: path)
    }
    return files
  }

  var reports: [String: Data] { Self.files(in: "\(path)/ket-qua") }
  var submissions: [String: Data] { Self.files(in: "\(path)/bai-nop") }
  var sources: [String: Data] { Self.files(in: mails) }

  /// The submissions of which the ledger says that they lie in the block, and that do not.
  func lostSubmissions() throws -> [String] {
    guard Ledger.exists(inBlock: path) else { return [] }
    return try Ledger(readingBlock: path).receipts().compactMap { entry in
      guard let place = entry.receipt.path else { return nil }
      let bytes = FileManager.default.contents(atPath: "\(path)/\(place)") ?? Data()
      return ContentHash(of: bytes) == entry.receipt.hash ? nil : place
    }
  }

  private static func mail(from sender: String, day: Int, _ table: String) -> String {
    """
    From: \(sender)
    Subject: Bang diem
    Date: \(day) Nov 2019 09:00:00 +0700
    Message-ID: <\(day)@example.vn>
    MIME-Version: 1.0
    Content-Type: multipart/mixed; boundary=b

    --b
    Content-Type: text/plain; charset=utf-8

    Gui Khoi.
    --b
    Content-Type: text/csv
    Content-Disposition: attachment; filename="bang.csv"
    Content-Transfer-Encoding: base64

    \(Data(table.utf8).base64EncodedString(options: .lineLength76Characters))
    --b--

    """
  }
}
