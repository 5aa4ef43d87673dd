import Foundation
import TestSupport
import Testing

/// `thidua feedback`, run as a person or a script runs it.
@Suite struct FeedbackCommandTests {
  private func run(_ arguments: String...) throws -> CommandLineTests.Outcome {
    try CommandLineTests.run(arguments)
  }

  @Test("feedback prints where each unit's workbook is")
  func feedback() throws {
    let folder = try CommandLineTests.block()
    let outcome = try run("feedback", folder.path)
    #expect(outcome.status == 0)
    #expect(
      outcome.output.split(separator: "\n").map { String($0.dropFirst(folder.path.count)) }
        == ["CA", "VKS", "TA"].map { "/ket-qua/phan-hoi/\($0).xlsx" })
    #expect(outcome.errors.contains("Đã ghi 3 phản hồi"))
    #expect(folder.has("ket-qua/phan-hoi/TA.xlsx"))
    #expect(!folder.has("ket-qua/bang-xep-hang.xlsx"))
  }

  @Test("--unit, --output, --by and --lang choose whose, where, until when and in which language")
  func options() throws {
    let folder = try CommandLineTests.block()
    let outcome = try run(
      "feedback", folder.path, "--unit", "ta", "VKS", "--output", "\(folder.path)/khac", "--by",
      "25/11/2019", "--lang", "en")
    #expect(outcome.status == 0)
    #expect(
      folder.has("khac/TA.xlsx") && folder.has("khac/VKS.xlsx") && !folder.has("khac/CA.xlsx"))
    let read = try run("read", "\(folder.path)/khac/TA.xlsx", "--sheet", "Result")
    #expect(read.output.contains("To correct by 25/11/2019"))
  }

  @Test("feedback knows from the ledger when a file came by mail, and writes nothing down")
  func lateness() throws {
    let folder = try CommandLineTests.block(
      rules: "Hạn nộp;20/11/2019\nNộp muộn;trừ 0,5 điểm/ngày\n")
    try FileManager.default.removeItem(atPath: "\(folder.path)/bai-nop/ca.csv")
    let table = Data(CSVBlock.submission(unit: "Công an tỉnh", "9,5", "9").utf8)
    try folder.write(
      """
      From: ca@example.org
      Date: Fri, 22 Nov 2019 10:00:00 +0700
      Message-ID: <1@example.org>
      MIME-Version: 1.0
      Content-Type: multipart/mixed; boundary=x

      --x
      Content-Type: text/csv; name="cong-an-tinh.csv"
      Content-Transfer-Encoding: base64
      Content-Disposition: attachment; filename="cong-an-tinh.csv"

      \(table.base64EncodedString(options: .lineLength76Characters))
      --x--

      """, to: "thu.eml")
    #expect(try run("collect", folder.path, "\(folder.path)/thu.eml").status == 0)
    let journal = try folder.read(".thidua/journal")
    #expect(try run("feedback", folder.path, "--unit", "CA").status == 0)
    let read = try run("read", "\(folder.path)/ket-qua/phan-hoi/CA.xlsx", "--sheet", "Kết quả")
    #expect(read.output.contains("trong đó do nộp muộn: 1"))
    #expect(read.output.contains("10:00 ngày 22/11/2019"))
    #expect(try folder.read(".thidua/journal") == journal)
  }

  static let failures: [(arguments: [String], status: Int32)] = [
    (["feedback"], 64), (["feedback", "/nonexistent"], 66),
    (["feedback", "/nonexistent", "--by", "soon"], 64),
  ]

  @Test("Each failure has its exit code", arguments: failures)
  func exitCodes(_ item: (arguments: [String], status: Int32)) throws {
    let outcome = try CommandLineTests.run(item.arguments)
    #expect(outcome.status == item.status)
    #expect(!outcome.errors.isEmpty && outcome.output.isEmpty)
  }

  @Test("An unknown unit, a faulty regulation and a folder that is none write nothing")
  func refusals() throws {
    let folder = try CommandLineTests.block()
    let unknown = try run("feedback", folder.path, "--unit", "XYZ")
    #expect(unknown.status == 64 && unknown.errors.contains("CA, VKS, TA"))
    #expect(!folder.has("ket-qua"))
    try folder.write("a file", to: "tep")
    #expect(try run("feedback", folder.path, "--output", "\(folder.path)/tep").status == 73)
    let faulty = try CommandLineTests.block(rules: "Công khai điểm;đôi khi\n")
    let outcome = try run("feedback", faulty.path)
    #expect(outcome.status == 65 && outcome.errors.contains("không · có"))
    #expect(!faulty.has("ket-qua"))
  }

  @Test("help speaks of the command in both languages")
  func help() throws {
    #expect(try run("--help").output.contains("  feedback "))
    #expect(try run("feedback", "--help", "--lang", "en").output.contains("--by <DATE>"))
  }
}
