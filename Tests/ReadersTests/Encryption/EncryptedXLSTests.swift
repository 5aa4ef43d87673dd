import Foundation
import Readers
import Spreadsheet
import Testing

@Suite("Encrypted XLS workbooks")
struct EncryptedXLSTests {
  private static let fixture = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "fixtures/encrypted/rc4-libreoffice.xls")

  @Test("a workbook under RC4 shows its cells, and says what it is without the password")
  func rc4() throws {
    let path = Self.fixture.path
    let workbook = try WorkbookGrid(
      reading: Workbook.open(path: path, passwords: ["sai", "mật khẩu 1"]))
    #expect(workbook.sheets.map(\.name) == ["Bảng điểm"])
    #expect(
      workbook.sheets[0].rows.first { $0.number == 6 }?.cells.map(\.value)
        == [.text("1.1"), .text("Tham mưu cấp ủy, chính quyền"), .number(10), .number(9.5)])
    let error = try #require(throws: ReadingError.self) { try Workbook.open(path: path) }
    #expect(error.kind == .encrypted)
    #expect(error.detail.contains("RC4") && error.detail.contains("no password was given"))
  }

  @Test("a record FilePass that makes no sense is unreadable, XOR obfuscation is named")
  func damagedFilePass() throws {
    let bytes = [UInt8](try Data(contentsOf: Self.fixture))
    // The record FilePass with its kind and version, and what stands there instead.
    let filePass: [UInt8] = [0x2F, 0, 54, 0, 1, 0, 1, 0, 1, 0]
    let start = try #require(
      (0..<bytes.count - 10).first { Array(bytes[$0..<$0 + 10]) == filePass })
    for (field, kind) in [
      ([2, 0, 1, 0, 1, 0], ReadingError.Kind.unreadable), ([1, 0, 9, 0, 9, 0], .unreadable),
      ([1, 0, 2, 0, 2, 0], .unreadable), ([0, 0, 1, 0, 1, 0], .encrypted),
    ] as [([UInt8], ReadingError.Kind)] {
      var damaged = bytes
      damaged.replaceSubrange(start + 4..<start + 10, with: field)
      let error = try #require(throws: ReadingError.self) {
        try Workbook.open(bytes: damaged, name: "x.xls", passwords: ["mật khẩu 1"])
      }
      #expect(error.kind == kind)
    }
  }

  @Test(
    "public workbooks under RC4 open with their password, or the default one without",
    .enabled(if: Corpus.folder != nil),
    arguments: [
      ("other/dimastbk+python-calamine/tests/data/password.xls", [Password("1234")], "String"),
      ("other/tafia+calamine/tests/issue_385.xls", [], ""),
    ])
  func publicWorkbooks(path: String, passwords: [Password], text: String) throws {
    guard let file = Corpus.folder?.appending(path: path),
      FileManager.default.fileExists(atPath: file.path)
    else { return }
    let workbook = try WorkbookGrid(
      reading: Workbook.open(path: file.path, passwords: passwords))
    #expect(workbook.sheets[0].name == "Sheet1")
    #expect(workbook.sheets[0].rows.first?.cells.first?.value.text ?? "" == text)
  }
}
