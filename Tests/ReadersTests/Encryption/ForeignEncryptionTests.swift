import Foundation
import Readers
import Spreadsheet
import Testing

@Suite("Workbooks that other programs encrypted")
struct ForeignEncryptionTests {
  private static let fixtures = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "fixtures/encrypted")

  @Test(
    "a workbook encrypted by another program shows its cells",
    arguments: [
      ("agile-msoffcrypto.xlsx", Password("Mật khẩu số 2")),
      ("standard-libreoffice.xlsx", Password("mật khẩu 1")),
    ])
  func fixtures(name: String, password: Password) throws {
    let path = Self.fixtures.appending(path: name).path
    let workbook = try WorkbookGrid(
      reading: Workbook.open(path: path, passwords: ["123", password]))
    let sheet = workbook.sheets[0]
    #expect(sheet.name == "Bảng điểm")
    #expect(sheet[CellReference(row: 2, column: 1)]?.value == .text("Đơn vị: Công an tỉnh"))
    #expect(
      sheet.rows.first { $0.number == 6 }?.cells.map(\.value)
        == [.text("1.1"), .text("Tham mưu cấp ủy, chính quyền"), .number(10), .number(9.5)])
    #expect(sheet.rows.last?.number == 9)
    #expect(throws: ReadingError.self) { try Workbook.open(path: path, passwords: ["123"]) }
  }

  @Test(
    "public workbooks open with their password", .enabled(if: Corpus.folder != nil),
    arguments: [
      ("xlsx/tafia+calamine/tests/pass_protected.xlsx", Password("123"), ""),
      ("xlsx/dimastbk+python-calamine/tests/data/password.xlsx", "1234", "String"),
      ("xlsx/qax-os+excelize/test/encryptAES.xlsx", "password", "SECRET"),
      ("xlsx/qax-os+excelize/test/encryptSHA1.xlsx", "password", "SECRET"),
      ("xlsx/qax-os+excelize/test/encryptSHA512.xlsx", "password", "SECRET"),
    ])
  func publicWorkbooks(path: String, password: Password, text: String) throws {
    guard let file = Corpus.folder?.appending(path: path),
      FileManager.default.fileExists(atPath: file.path)
    else { return }
    let locked = try #require(throws: ReadingError.self) { try Workbook.open(path: file.path) }
    #expect(locked.kind == .encrypted)
    let workbook = try WorkbookGrid(
      reading: Workbook.open(path: file.path, passwords: [password]))
    #expect(workbook.sheets[0].rows.first?.cells.first?.value.text ?? "" == text)
  }

  @Test(
    "a format that is not read is named once its password is known",
    .enabled(if: Corpus.folder != nil))
  func binaryWorkbook() throws {
    let path = "other/tafia+calamine/tests/pass_protected.xlsb"
    guard let file = Corpus.folder?.appending(path: path),
      FileManager.default.fileExists(atPath: file.path)
    else { return }
    let error = try #require(throws: ReadingError.self) {
      try Workbook.open(path: file.path, passwords: ["1234"])
    }
    #expect(error.kind == .unsupported)
    #expect(error.detail.contains(".xlsb"))
  }
}
