import Foundation
import Language
import Ledger
import TestSupport
import Testing

/// Folders that cannot be written to, files that are none, and other runs at the same time.
@Suite struct HostilePlaceTests {
  @Test(
    "A block that can only be read is consolidated to another place as it would be here, and tells its history",
    .enabled(if: OwnMounts.arePossible, "only root may mount a disk to read alone"))
  func readOnlyBlock() throws {
    let block = try MailedBlock.consolidated()
    let results = try TemporaryFolder()
    let program = CommandLineTests.program.path
    let outcome = try OwnMounts.run(
      """
      mount --bind "$2" "$2" && mount -o remount,ro,bind "$2" || exit 99
      "$1" consolidate "$2/khoi"; echo "here $?"
      "$1" consolidate "$2/khoi" --output "$3/ket-qua"; echo "there $?"
      "$1" collect "$2/khoi" "$2/thu"; echo "collect $?"
      "$1" history "$2/khoi"; echo "history $?"
      "$1" verify "$2/khoi"; echo "verify $?"
      """, [program, block.folder.path, results.path])
    #expect(outcome.output.contains("here 73") || outcome.output.contains("here 74"))
    #expect(outcome.output.contains("there 0"), "\(outcome.output)")
    #expect(outcome.output.contains("lần chạy này không có trong sổ"))
    #expect(outcome.output.contains("collect 74"))
    #expect(outcome.output.contains("ổ đĩa chỉ cho đọc; mở quyền ghi"))
    #expect(outcome.output.contains("history 0"))
    #expect(outcome.output.contains("verify 0"), "\(outcome.output)")
    // The times and senders of the mails count there too.
    #expect(MailedBlock.files(in: "\(results.path)/ket-qua") == block.reports)
  }

  @Test("What is no file, or none any more, is a finding of its own and stops nothing")
  func strangeFiles() throws {
    let block = try MailedBlock()
    let place = "\(block.path)/bai-nop"
    try FileManager.default.createDirectory(
      atPath: "\(place)/thu-muc.xlsx", withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(
      atPath: "\(place)/mat.xlsx", withDestinationPath: "\(place)/khong-con.xlsx")
    #expect(mkfifo("\(place)/ong.xlsx", 0o600) == 0)
    try block.folder.write(
      CSVBlock.submission(unit: "Công an tỉnh", "9", "9"), to: "khoi/bai-nop/thu-muc.xlsx/ca.csv")
    try block.succeed(["consolidate", block.path])
    let result = String(decoding: block.reports["ket-qua.json"] ?? Data(), as: UTF8.self)
    #expect(result.contains(#""file":"bai-nop/thu-muc.xlsx/ca.csv""#))
    for name in ["mat.xlsx", "ong.xlsx"] { #expect(result.contains("bai-nop/\(name)")) }
    #expect(try Ledger.verify(block: block.path).isSound)
  }

  @Test("A second run says who holds the ledger, and what a dead one left of a lock stops nobody")
  func locks() throws {
    let block = try MailedBlock.consolidated()
    let lock = "\(block.path)/.thidua/lock"
    let stale = #"{"command":"thidua collect","host":"may-khac","process":1,"since":"1999-01-01"}"#
    try Data(stale.utf8).write(to: URL(fileURLWithPath: lock))
    try block.succeed(["consolidate", block.path])

    let holder = try Ledger(block: block.path, command: "thidua collect")
    let refused = try CommandLineTests.run(["consolidate", block.path])
    #expect(refused.status == 74)
    for word in ["thidua collect", "\(getpid())", ProcessInfo.processInfo.hostName, "+07:00"] {
      #expect(refused.errors.contains(word), "\(refused.errors)")
    }
    // To look needs no lock.
    #expect(try CommandLineTests.run(["history", block.path]).status == 0)
    withExtendedLifetime(holder) {}
  }

  @Test("No link in bai-nop is followed to write, and nothing that lies there is written over")
  func links() throws {
    let outside = try TemporaryFolder()
    try outside.write("giữ nguyên", to: "tep")
    for link in ["CA", "CA/20191120-090000/bang.csv", "CA/20191120-090000"] {
      let block = try MailedBlock()
      let place = "\(block.path)/bai-nop/\(link)"
      try FileManager.default.createDirectory(
        atPath: (place as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
      let target = link.hasSuffix(".csv") ? "\(outside.path)/tep" : outside.path
      try FileManager.default.createSymbolicLink(atPath: place, withDestinationPath: target)
      let outcome = try CommandLineTests.run(["collect", block.path, block.mails])
      if link.hasSuffix(".csv") {
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(block.submissions["CA/20191120-090000/2/bang.csv"] != nil)
      } else {
        #expect(outcome.status == 73)
        #expect(outcome.errors.contains("liên kết"))
      }
      #expect(MailedBlock.files(in: outside.path) == ["tep": Data("giữ nguyên".utf8)])
    }
  }

  @Test("Names that another system takes for one lie in folders of their own")
  func twins() throws {
    let block = try MailedBlock()
    for (name, score) in [("BANG.csv", "1"), ("bảng.csv", "2"), ("Bảng.csv", "3")] {
      let composed = score == "3" ? name.decomposedStringWithCanonicalMapping : name
      try block.folder.write(
        CSVBlock.submission(unit: "Công an tỉnh", score, "9"),
        to: "khoi/bai-nop/CA/20191120-090000/\(composed)")
    }
    let before = block.submissions
    try block.succeed(["collect", block.path, block.mails])
    let added = Set(block.submissions.keys).subtracting(before.keys)
    #expect(added.contains("CA/20191120-090000/2/bang.csv"))
    for (name, bytes) in before { #expect(block.submissions[name] == bytes) }
  }
}
