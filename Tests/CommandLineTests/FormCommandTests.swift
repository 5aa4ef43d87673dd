import Foundation
import TestSupport
import Testing

/// The built program's commands around a regulation: forms, drafts, checks and explanations.
@Suite struct FormCommandTests {
  private func run(_ arguments: String...) throws -> CommandLineTests.Outcome {
    try CommandLineTests.run(arguments)
  }

  @Test("forms makes one workbook a unit, known again by check")
  func forms() throws {
    let folder = try CommandLineTests.block()
    let made = try run("forms", folder.path)
    #expect(made.status == 0)
    let paths = made.output.split(separator: "\n").map(String.init)
    #expect(
      paths.map { $0.dropFirst(folder.path.count) } == [
        "/mau-cham/CA_cong-an-tinh.xlsx", "/mau-cham/VKS_vien-kiem-sat-nhan-dan-tinh.xlsx",
        "/mau-cham/TA_toa-an-nhan-dan-tinh.xlsx",
      ])
    let other = try TemporaryFolder()
    try FileManager.default.copyItem(atPath: paths[2], toPath: "\(other.path)/bang.xlsx")
    let checked = try run("check", folder.path, "\(other.path)/bang.xlsx")
    #expect(checked.status == 1)
    #expect(checked.output.contains("bang.xlsx — Tòa án nhân dân tỉnh"))
    #expect(!checked.output.contains("form-outdated"))

    // A maximum changes, and the form is found out.
    let criteria = String(decoding: try folder.read("quy-che/tieu-chi.csv"), as: UTF8.self)
    try folder.write(criteria.replacing("quyền;10", with: "quyền;12"), to: "quy-che/tieu-chi.csv")
    let outdated = try run("check", folder.path, "\(other.path)/bang.xlsx")
    #expect(outdated.output.contains("[form-outdated]"))
    // Forms that may have been filled in stay; --force writes over them.
    #expect(try run("forms", folder.path).status == 73)
    #expect(try run("forms", folder.path, "--force").status == 0)
  }

  @Test("forms --csv writes to another folder, with a byte order mark and semicolons")
  func csvForms() throws {
    let folder = try CommandLineTests.block()
    #expect(try run("forms", folder.path, "--csv", "--output", "\(folder.path)/khac").status == 0)
    let bytes = try folder.read("khac/CA_cong-an-tinh.csv")
    #expect(Array(bytes.prefix(3)) == [0xEF, 0xBB, 0xBF])
    #expect(
      String(decoding: bytes, as: UTF8.self).contains("\r\n1.1;Tham mưu cấp ủy, chính quyền;10;"))
    #expect(!folder.has("mau-cham"))
  }

  static let failures: [(arguments: [String], status: Int32)] = [
    (["forms"], 64), (["forms", "/nonexistent"], 66), (["explain", "no-such-code-at-all"], 64),
    (["init", "--from", "/nonexistent.xlsx", "/tmp"], 66),
  ]

  @Test("Each failure has its exit code", arguments: failures)
  func exitCodes(_ item: (arguments: [String], status: Int32)) throws {
    let outcome = try CommandLineTests.run(item.arguments)
    #expect(outcome.status == item.status)
    #expect(!outcome.errors.isEmpty)
  }

  @Test("forms refuses a faulty regulation and writes nothing")
  func faultyRegulation() throws {
    let folder = try CommandLineTests.block(rules: "Số lẻ;9\n")
    #expect(try run("forms", folder.path).status == 65)
    #expect(!folder.has("mau-cham"))
  }

  @Test("init --from makes a block of an existing table and says what it guessed")
  func draft() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      """
      BẢNG TIÊU CHÍ NĂM 2021;;
      TT;Nội dung;Điểm chuẩn
      I;Nhiệm vụ chuyên môn;20
      1;Kế hoạch;12
      2;Báo cáo;tối đa 8 điểm
      II;Điểm trừ;
      1;Chậm báo cáo;2

      """, to: "tieu-chi.csv")
    let block = "\(folder.path)/khoi"
    let made = try run("init", "--from", "\(folder.path)/tieu-chi.csv", block, "--name", "Khối A")
    #expect(made.status == 0)
    #expect(made.output.contains("Đã đọc 3 tiêu chí trong 2 nhóm"))
    #expect(made.output.contains("tieu-chi!A5 (2): Điểm tối đa ghi “tối đa 8 điểm”; đã đọc là 8."))
    #expect(try run("consolidate", block).output.contains("Khối A năm 2021"))
    #expect(
      try run("init", "--from", "\(folder.path)/tieu-chi.csv", block).status == 73)
    let none = try run(
      "init", "--from", "\(block)/quy-che.xlsx", "--lang", "en", "\(folder.path)/b")
    #expect(none.status == 0)
    try folder.write("a;b\n1;2\n", to: "khong.csv")
    #expect(try run("init", "--from", "\(folder.path)/khong.csv", "\(folder.path)/c").status == 66)
    #expect(!folder.has("c"))
  }

  @Test("check groups by severity with what to do, and --json speaks to programs")
  func check() throws {
    let folder = try CommandLineTests.block()
    let file = "\(folder.path)/bai-nop/toa.csv"
    let text = try run("check", folder.path, file).output
    #expect(text.contains("Lỗi (1): không được tính, cần sửa"))
    #expect(text.contains("→ Gõ một số."))
    let outcome = try run("check", folder.path, file, "\(folder.path)/bai-nop/ca.csv", "--json")
    #expect(outcome.status == 1)
    let object = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
    let files = try #require((object as? [String: Any])?["files"] as? [[String: Any]])
    #expect(files.compactMap { $0["unit"] as? String } == ["CA", "TA"])
    #expect((files[0]["findings"] as? [Any])?.isEmpty == true)
    let findings = try #require(files[1]["findings"] as? [[String: Any]])
    #expect(findings.first?["code"] as? String == "not-a-number")
    #expect(findings.first?["cell"] as? String == "D6")
    #expect(
      Set(findings[0].keys) == [
        "code", "severity", "unit", "file", "sheet", "cell", "value", "action", "message",
      ])
  }

  @Test("explain speaks of one code, lists all, and suggests the nearest")
  func explain() throws {
    let one = try run("explain", "over-maximum")
    #expect(one.status == 0)
    #expect(one.output.contains("“Vượt điểm” của trang Khối"))
    #expect(
      try run("explain", "over-maximum", "--lang", "en").output.contains("The maximum counts"))
    let all = try run("explain")
    #expect(all.output.contains("tie-unresolved"))
    #expect(all.output.contains("unreadable-file"))
    let slip = try run("explain", "over-maximun")
    #expect(slip.status == 64)
    #expect(slip.errors.contains("over-maximum"))
    #expect(slip.output == "")
  }

  @Test("help lists the commands in both languages")
  func help() throws {
    for language in ["vi", "en"] {
      let help = try run("--help", "--lang", language).output
      for command in ["forms", "explain", "init", "check"] {
        #expect(help.contains("  \(command) "))
      }
    }
    #expect(try run("init", "--help", "--lang", "en").output.contains("--from"))
  }
}
