import Foundation
import Readers
import Spreadsheet
import Testing

/// A workbook to encrypt.
enum Secret {
  /// 1,500 rows: the package is longer than several segments, its end not on a block's.
  static let package: [UInt8] = {
    var fixture = WorkbookFixture(
      rows: (1...1500).map { "<row r=\"\($0)\"><c r=\"A\($0)\"><v>\($0)</v></c></row>" }.joined())
    fixture.write(.stored)
    return fixture.bytes
  }()

  /// Whether `bytes`, opened, hold the rows of `package`.
  static func isShown(_ bytes: [UInt8], _ passwords: [Password]) throws -> Bool {
    let workbook = try Workbook.open(bytes: bytes, name: "bài nộp.xlsx", passwords: passwords)
    let sheet = try WorkbookGrid(reading: workbook).sheets[0]
    return sheet.rows.map { $0.cells[0].value } == (1...1500).map { .number(Double($0)) }
  }
}

@Suite("Encrypted workbooks")
struct EncryptedWorkbookTests {
  private func error(
    _ bytes: [UInt8], _ passwords: [Password] = [], limits: Limits = Limits(),
    _ location: SourceLocation = #_sourceLocation
  ) throws -> ReadingError {
    try #require(throws: ReadingError.self, sourceLocation: location) {
      try Workbook.open(bytes: bytes, name: "bài nộp.xlsx", limits: limits, passwords: passwords)
    }
  }

  @Test(
    "agile encryption is opened with each hash and size of key",
    arguments: [OfficeEncryptor.Hash.sha1, .sha256, .sha384, .sha512], [128, 192, 256])
  func agile(hash: OfficeEncryptor.Hash, keyBits: Int) throws {
    let bytes = AgileEncryptor(hash: hash, keyBits: keyBits)
      .file(Secret.package, password: "bí mật 1")
    #expect(try Secret.isShown(bytes, ["bí mật 1"]))
  }

  @Test("the two keys of agile encryption have parameters of their own")
  func agileKeys() throws {
    let bytes = AgileEncryptor(hash: .sha256, passwordHash: .sha1, salt: Array(0..<20))
      .file(Secret.package, password: "x")
    #expect(try Secret.isShown(bytes, ["x"]))
  }

  @Test("agile encryption without an integrity value is opened")
  func agileWithoutIntegrity() throws {
    let bytes = AgileEncryptor(hasIntegrity: false).file(Secret.package, password: "x")
    #expect(try Secret.isShown(bytes, ["x"]))
  }

  @Test("standard encryption is opened with each size of key", arguments: [128, 192, 256])
  func standard(keyBits: Int) throws {
    let bytes = StandardEncryptor(keyBits: keyBits).file(Secret.package, password: "bí mật 1")
    #expect(try Secret.isShown(bytes, ["bí mật 1"]))
  }

  @Test(
    "standard encryption is opened in each version, and where the header leaves fields to flags")
  func standardVersions() throws {
    for encryptor in [
      StandardEncryptor(version: (2, 2)), StandardEncryptor(version: (4, 2)),
      StandardEncryptor(cipher: 0, hash: 0, keySize: 0),
    ] {
      #expect(try Secret.isShown(encryptor.file(Secret.package, password: "x"), ["x"]))
    }
  }

  @Test("the passwords are tried in turn")
  func severalPasswords() throws {
    let bytes = AgileEncryptor().file(Secret.package, password: "đúng")
    #expect(try Secret.isShown(bytes, ["sai", "sai nữa", "đúng"]))
  }

  @Test("a workbook under the default password opens without one")
  func defaultPassword() throws {
    let bytes = AgileEncryptor().file(Secret.package, password: "VelvetSweatshop")
    #expect(try Secret.isShown(bytes, []))
    #expect(try Secret.isShown(bytes, ["khác"]))
    #expect(
      try Secret.isShown(
        StandardEncryptor().file(Secret.package, password: "VelvetSweatshop"), []))
  }

  @Test("without the right password the file is encrypted, by which scheme, and what was tried")
  func wrongPassword() throws {
    let agile = AgileEncryptor(hash: .sha384, keyBits: 192).file(Secret.package, password: "đúng")
    let standard = StandardEncryptor().file(Secret.package, password: "đúng")
    for (bytes, scheme) in [(agile, "agile encryption (AES-192, SHA-384)"), (standard, "standard")]
    {
      let none = try error(bytes)
      #expect(none.kind == .encrypted)
      #expect(none.detail.contains(scheme))
      #expect(none.detail.contains("no password was given"))
      let wrong = try error(bytes, ["Đúng"])
      #expect(wrong.kind == .encrypted)
      #expect(wrong.detail.contains("the password given is wrong"))
      #expect(try error(bytes, ["a1b2", "c3d4"]).detail.contains("all 2 passwords"))
      for word in ["Đúng", "a1b2", "VelvetSweatshop"] {
        #expect(!"\(try error(bytes, ["Đúng", "a1b2"]))".contains(word))
      }
    }
  }

  @Test("a package that was changed fails its integrity check")
  func tampered() throws {
    let encryptor = AgileEncryptor(tamper: { $0[$0.count - 1] ^= 1 })
    let error = try error(encryptor.file(Secret.package, password: "x"), ["x"])
    #expect(error.kind == .unreadable)
    #expect(error.detail.contains("integrity"))
  }

  @Test("hash rounds beyond the limit are refused, and said how many there are")
  func rounds() throws {
    let endless = AgileEncryptor(edit: {
      $0.replacing("spinCount=\"100\"", with: "spinCount=\"10000001\"")
    }).file(Secret.package, password: "x")
    let refused = try error(endless, ["x"])
    #expect(refused.kind == .limitExceeded)
    #expect(refused.detail.contains("10000001 hash rounds"))
    // The limit is one of all passwords together: two of a hundred rounds, not the default one too.
    let bytes = AgileEncryptor().file(Secret.package, password: "đúng")
    let limits = Limits(hashRounds: 200)
    #expect(throws: Never.self) {
      try Workbook.open(bytes: bytes, name: "x", limits: limits, passwords: ["sai", "đúng"])
    }
    let spent = try error(bytes, ["sai", "sai 2", "đúng"], limits: limits)
    #expect(spent.kind == .limitExceeded)
    #expect(spent.detail.contains("passwords tried: 2"))
  }

  @Test(
    "an encryption that is not opened is named",
    arguments: [
      (["cipherAlgorithm=\"AES\"", "cipherAlgorithm=\"3DES\""], "3DES"),
      (["ChainingModeCBC", "ChainingModeCFB"], "ChainingModeCFB"),
      (["hashAlgorithm=\"SHA512\"", "hashAlgorithm=\"WHIRLPOOL\""], "WHIRLPOOL"),
      (["spinCount=\"100\" ", ""], "certificate"),
    ])
  func unsupportedAgile(edit: [String], word: String) throws {
    let encryptor = AgileEncryptor(edit: { $0.replacing(edit[0], with: edit[1]) })
    let error = try error(encryptor.file(Secret.package, password: "x"), ["x"])
    #expect(error.kind == .encrypted)
    #expect(error.detail.contains(word))
  }

  @Test("standard encryption other than AES with SHA-1 is named")
  func unsupportedStandard() throws {
    for (var encryptor, word) in [
      (StandardEncryptor(cipher: 0x6801), "RC4"), (StandardEncryptor(flags: 4, cipher: 0), "RC4"),
      (StandardEncryptor(cipher: 0x6603), "0x6603"), (StandardEncryptor(hash: 0x8003), "0x8003"),
      (StandardEncryptor(version: (4, 3)), "extensible"),
    ] {
      encryptor.rounds = 0
      let error = try error(encryptor.file([1, 2, 3], password: "x"), ["x"])
      #expect(error.kind == .encrypted)
      #expect(error.detail.contains(word))
    }
  }

  @Test("a document under rights management is encrypted, and no password is asked for")
  func rightsManagement() throws {
    for name in ["DRMEncryptedDataSpace", "\u{9}DRMContent"] {
      let bytes = CompoundFileWriter(streams: [(name, [1]), ("EncryptedPackage", [1, 2])]).bytes
      let error = try error(bytes, ["x"])
      #expect(error.kind == .encrypted)
      #expect(error.detail.contains("rights management"))
    }
  }

  @Test("what is decrypted is told by its content too")
  func otherContent() throws {
    var archive = ZipWriter()
    archive.add("a.txt", [1, 2, 3])
    let other = try error(AgileEncryptor().file(archive.bytes, password: "x"), ["x"])
    #expect(other.kind == .unsupported)
    #expect(other.detail.contains("ZIP archive"))
    let noise = try error(
      AgileEncryptor().file(Array(repeating: 7, count: 99), password: "x"), ["x"])
    #expect(noise.kind == .unreadable)
  }
}
