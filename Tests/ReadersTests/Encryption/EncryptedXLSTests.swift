import Foundation
import Readers
import Spreadsheet
import Testing

@Suite("Encrypted XLS workbooks")
struct EncryptedXLSTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "fixtures/encrypted")
  private static let fixture = folder.appending(path: "rc4-libreoffice.xls")

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

  @Test("an obfuscated workbook shows its cells, and says what it is without the password")
  func xor() throws {
    let path = Self.folder.appending(path: "xor-xlwt.xls").path
    let workbook = try WorkbookGrid(
      reading: Workbook.open(path: path, passwords: ["mat khau 2", "mat khau 1"]))
    #expect(workbook.sheets.map(\.name) == ["Bảng điểm", "Phụ lục"])
    #expect(
      workbook.sheets[0].rows.first { $0.number == 3 }?.cells.map(\.value)
        == [.text("1.1"), .text("Tham mưu cấp ủy, chính quyền"), .number(10), .number(9.5)])
    let error = try #require(throws: ReadingError.self) {
      try Workbook.open(path: path, passwords: ["mat khau 2"])
    }
    #expect(error.kind == .encrypted)
    #expect(error.detail.contains("XOR") && error.detail.contains("wrong"))
  }

  @Test("an obfuscated workbook of Excel 95 names no kind, and masks each record from its place")
  func xorOfBIFF5() throws {
    var fixture = XLSFixture(
      BIFF.numberCell(1, 1, 9.25), BIFF.numberCell(2, 1, -1),
      globals: BIFF.record(0x002F, [0x01, 0xFC, 0x0C, 0xC9]), BIFF.record(0x0022, [0, 0]))
    fixture.version = 0x0500
    var stream = fixture.stream
    // The mask of the password `Abc12`.
    let mask: [UInt8] = [
      0x20, 0x4F, 0x31, 0xE6, 0x99, 0xA3, 0x7F, 0x81, 0xDD, 0x81, 0x7F, 0xA2, 0xC0, 0x7E, 0xDF,
      0xF9,
    ]
    var place = 0
    while place < stream.count {
      let type = UInt16(stream[place]) | UInt16(stream[place + 1]) << 8
      let count = Int(stream[place + 2]) | Int(stream[place + 3]) << 8
      let plain = [0x0809: count, 0x002F: count, 0x0085: 4][Int(type)] ?? 0
      for index in place + 4 + plain..<max(place + 4 + count, place + 4 + plain) {
        stream[index] = (stream[index] << 5 | stream[index] >> 3) ^ mask[(index + count) % 16]
      }
      place += 4 + count
    }
    let bytes = CompoundFileWriter(streams: [("Book", stream)]).bytes
    let workbook = try Workbook.open(bytes: bytes, name: "a.xls", passwords: ["Abc12"])
    let sheet = try #require(try WorkbookGrid(reading: workbook).sheets.first)
    #expect(sheet.name == "Sheet1")
    #expect(sheet.rows.flatMap(\.cells).map(\.value) == [.number(9.25), .number(-1)])
    #expect(throws: ReadingError.self) {
      try Workbook.open(bytes: bytes, name: "a.xls", passwords: ["Abc13"])
    }
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
