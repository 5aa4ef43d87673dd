import Foundation
import Readers
import Spreadsheet
import Testing

@Suite("Encrypted OpenDocument spreadsheets")
struct EncryptedODSTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "fixtures/encrypted")

  private func error(_ name: String, passwords: [Password] = []) throws -> ReadingError {
    try #require(throws: ReadingError.self) {
      try Workbook.open(path: Self.folder.appending(path: name).path, passwords: passwords)
    }
  }

  @Test("a document under AES shows its cells with its password")
  func aes() throws {
    let path = Self.folder.appending(path: "aes-libreoffice.ods").path
    let workbook = try WorkbookGrid(
      reading: Workbook.open(path: path, passwords: ["sai", "mật khẩu 1"]))
    #expect(workbook.sheets.map(\.name) == ["Bảng điểm"])
    #expect(
      workbook.sheets[0].rows.first { $0.number == 3 }?.cells.map(\.value)
        == [.text("1.1"), .text("Tham mưu cấp ủy, chính quyền"), .number(10), .number(9.5)])
  }

  @Test("without the right password it is encrypted, and says how")
  func wrongPassword() throws {
    let none = try error("aes-libreoffice.ods")
    #expect(none.kind == .encrypted)
    #expect(none.detail == "OpenDocument encryption (AES-256): no password was given")
    let wrong = try error("aes-libreoffice.ods", passwords: ["mật khẩu 2"])
    #expect(wrong.kind == .encrypted)
    #expect(wrong.detail.hasSuffix("the password given is wrong"))
  }

  @Test("the older encryption is named, whatever the password")
  func blowfish() throws {
    let error = try error("blowfish-libreoffice.ods", passwords: ["mật khẩu 1"])
    #expect(error.kind == .encrypted)
    #expect(error.detail.contains("blowfish") && error.detail.contains("not opened"))
  }

  /// The manifest's words on one file, and what is wrong with them.
  private func error(path: String, edit: (inout String) -> Void) throws -> ReadingError {
    var data = """
      <manifest:file-entry manifest:full-path="\(path)" manifest:size="100">\
      <manifest:encryption-data manifest:checksum-type="urn:x#sha256-1k" \
      manifest:checksum="AAAA"><manifest:algorithm \
      manifest:algorithm-name="http://www.w3.org/2001/04/xmlenc#aes256-cbc" \
      manifest:initialisation-vector="AAAAAAAAAAAAAAAAAAAAAA=="/>\
      <manifest:key-derivation manifest:key-derivation-name="PBKDF2" manifest:key-size="32" \
      manifest:iteration-count="2" manifest:salt="AAAA"/></manifest:encryption-data>\
      </manifest:file-entry>
      """
    edit(&data)
    var fixture = ODSFixture(cells: "")
    fixture.manifest = data
    return try #require(throws: ReadingError.self) {
      try Workbook.open(bytes: fixture.bytes, name: "a.ods", passwords: ["a"])
    }
  }

  @Test("a package that is encrypted as a whole is told as such")
  func wholePackage() throws {
    let other = try error(path: "encrypted-package") {
      $0 = $0.replacing("xmlenc#aes256-cbc", with: "xmlenc11#aes256-gcm")
        .replacing("PBKDF2", with: "urn:org:documentfoundation:names:x:argon2id")
    }
    #expect(other.kind == .encrypted)
    #expect(other.detail.contains("aes256-gcm and argon2id"))
    #expect(try error(path: "encrypted-package") { _ in }.kind == .encrypted)
  }

  @Test(
    "values that are missing or make no sense are damaged, too many rounds a limit",
    arguments: [
      (" manifest:size=\"100\"", "", ReadingError.Kind.unreadable),
      ("size=\"100\"", "size=\"-1\"", .unreadable), ("salt=\"AAAA\"", "", .unreadable),
      ("salt=\"AAAA\"", "salt=\"?\"", .unreadable), ("\"2\"", "\"0\"", .unreadable),
      ("AAAAAAAAAAAAAAAAAAAAAA==", "AAAA", .unreadable), ("checksum=\"AAAA\"", "", .unreadable),
      ("\"2\"", "\"9000000\"", .limitExceeded), ("\"2\"", "\"99999999999\"", .unreadable),
    ])
  func damage(part: String, other: String, kind: ReadingError.Kind) throws {
    let error = try error(path: "content.xml") { $0 = $0.replacing(part, with: other) }
    #expect(error.kind == kind)
  }
}
