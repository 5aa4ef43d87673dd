import Readers
import Spreadsheet
import Testing

@Suite("Damaged encryption")
struct DamagedEncryptionTests {
  private static let package = WorkbookFixture(rows: "").bytes

  private func error(
    _ streams: [(name: String, content: [UInt8])], _ location: SourceLocation = #_sourceLocation
  ) throws -> ReadingError {
    try #require(throws: ReadingError.self, sourceLocation: location) {
      try Workbook.open(
        bytes: CompoundFileWriter(streams: streams).bytes, name: "bài nộp.xlsx", passwords: ["x"])
    }
  }

  @Test(
    "a description of agile encryption that makes no sense is unreadable",
    arguments: [
      ["keyBits=\"256\"", "keyBits=\"40\""], ["keyBits=\"256\"", "keyBits=\"-256\""],
      ["keyBits=\"256\"", ""], ["keyBits=\"256\"", "keyBits=\"99999999999999999999\""],
      ["blockSize=\"16\"", "blockSize=\"8\""], ["spinCount=\"100\"", "spinCount=\"-1\""],
      ["spinCount=\"100\"", "spinCount=\"\""], ["cipherAlgorithm=\"AES\"", ""],
      ["hashAlgorithm=\"SHA512\"", ""], ["saltValue=\"", "saltValue=\"\" old=\""],
      ["encryptedKeyValue=\"", "encryptedKeyValue=\"AAAA\" old=\""],
      ["encryptedVerifierHashInput=\"", "encryptedVerifierHashInput=\"!\" old=\""],
      ["encryptedVerifierHashValue=\"", "encryptedVerifierHashValue=\"AAAA\" old=\""],
      ["encryptedHmacKey=\"", "encryptedHmacKey=\"AAAAAAAAAAAAAAAAAAAAAA==\" old=\""],
      ["encryptedHmacValue=\"", "encryptedHmacValue=\"AAAA\" old=\""],
      ["keyData", "other"], ["</encryption>", ""],
      ["<encryption", "<!DOCTYPE e [<!ENTITY a \"b\">]><encryption"],
    ])
  func agile(edit: [String]) throws {
    let encryptor = AgileEncryptor(edit: { $0.replacing(edit[0], with: edit[1]) })
    let error = try error(encryptor.streams(Self.package, password: "x"))
    #expect(error.kind == .unreadable)
    #expect(!error.detail.isEmpty)
  }

  @Test("a standard header that makes no sense is unreadable")
  func standard() throws {
    for var encryptor in [
      StandardEncryptor(version: (1, 2)), StandardEncryptor(version: (4, 9)),
      StandardEncryptor(keySize: 40), StandardEncryptor(keySize: 0xFFFF_FFFF),
      StandardEncryptor(saltSize: 0), StandardEncryptor(saltSize: 0xFFFF_FFFF),
    ] {
      encryptor.rounds = 0
      #expect(try error(encryptor.streams([1], password: "x")).kind == .unreadable)
    }
  }

  @Test("a header that ends anywhere before its end is unreadable")
  func cutHeaders() throws {
    let standard = StandardEncryptor(rounds: 0).streams([1], password: "x")[0].content
    let agile = AgileEncryptor().streams([1], password: "x")[0].content
    let cuts =
      (0..<standard.count).map { standard.prefix($0) }
      + stride(from: 0, to: agile.count, by: 37).map { agile.prefix($0) }
    for cut in cuts {
      let error = try error([("EncryptionInfo", Array(cut)), ("EncryptedPackage", [1])])
      #expect(error.kind == .unreadable)
    }
  }

  @Test("a package that is missing, or shorter than it says, is unreadable")
  func cutPackage() throws {
    let streams = AgileEncryptor().streams(Self.package, password: "x")
    #expect(try error([streams[0]]).detail.contains("EncryptedPackage is missing"))
    #expect(try error([streams[1]]).detail.contains("EncryptionInfo is missing"))
    for length in [0, 7, 8, 100, streams[1].content.count - 16] {
      let cut = Array(streams[1].content.prefix(length))
      let error = try error([streams[0], ("EncryptedPackage", cut)])
      #expect(error.kind == .unreadable)
      #expect(error.detail.contains("cut short"))
    }
    var endless = streams[1].content
    endless.replaceSubrange(0..<8, with: [UInt8](repeating: 0xFF, count: 8))
    #expect(try error([streams[0], ("EncryptedPackage", endless)]).detail.contains("cut short"))
  }

  @Test("an oversized description is not parsed")
  func oversized() throws {
    let error = try error([
      ("EncryptionInfo", [4, 0, 4, 0, 0x40, 0, 0, 0] + [UInt8](repeating: 0x20, count: 2 << 20)),
      ("EncryptedPackage", [1]),
    ])
    #expect(error.kind == .limitExceeded)
  }

  @Test("bytes changed anywhere in an encrypted file never do more than make it fail")
  func changedBytes() throws {
    for file in [
      AgileEncryptor(rounds: 1).file(Self.package, password: "x"),
      CompoundFileWriter(streams: [
        ("EncryptionInfo", StandardEncryptor(rounds: 0).streams([1], password: "x")[0].content),
        ("EncryptedPackage", [UInt8](repeating: 1, count: 5000)),
      ]).bytes,
    ] {
      var state: UInt64 = 1
      func random(_ bound: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int(state >> 33) % bound
      }
      for _ in 0..<300 {
        var bytes = file
        for _ in 0...random(6) {
          bytes[8 + random(bytes.count - 8)] = [0, 0xFF, UInt8(random(256))][random(3)]
        }
        if random(4) == 0 { bytes.removeLast(random(bytes.count)) }
        do {
          let source = try Workbook.open(
            bytes: bytes, name: "x", limits: Limits(hashRounds: 20), passwords: ["x"])
          _ = try WorkbookGrid(reading: source)
        } catch is ReadingError {}
      }
    }
  }
}
