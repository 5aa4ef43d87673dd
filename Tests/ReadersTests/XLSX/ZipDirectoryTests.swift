import Testing

@testable import Readers

/// `ZipDirectory` against libzip, its judge.
@Suite struct ZipDirectoryTests {
  private struct Mutations {
    private var state: UInt64

    init(seed: Int) {
      state = UInt64(seed) &* 2_862_933_555_777_941_757 &+ 3_037_000_493
    }

    mutating func below(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(bound))
    }
  }

  private static let container: [UInt8] = {
    var fixture = WorkbookFixture(rows: "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>")
    fixture.set("xl/media/empty.bin", [])
    return fixture.bytes
  }()

  private func describe(_ bytes: [UInt8], usesDirectory: Bool) -> [String]? {
    guard let archive = try? ZipArchive(bytes: bytes, usesDirectory: usesDirectory),
      let entries = try? archive.entries()
    else { return nil }
    return entries.map { entry in
      let stored = (try? archive.storedBytes(of: entry)).map { "\($0.hashValue)" } ?? "none"
      let whole = (try? archive.bytes(of: entry)).map { "\($0.hashValue)" } ?? "none"
      return "\(entry) \(stored) \(whole)"
    }
  }

  @Test("A container as programs write it is read without libzip, to the same entries and bytes")
  func knownForm() {
    #expect(ZipDirectory(Self.container)?.entries.count == 6)
    #expect(
      describe(Self.container, usesDirectory: true)
        == describe(Self.container, usesDirectory: false))
  }

  @Test("Of a damaged container it says what libzip says, or nothing", arguments: 0..<20)
  func damage(seed: Int) {
    var mutations = Mutations(seed: seed)
    // What is changed is mostly the directory, whose bytes are the last.
    let directory = 6 * 70 + 22
    for _ in 0..<150 {
      var bytes = Self.container
      for _ in 0...mutations.below(2) {
        let end = bytes.count
        let index =
          mutations.below(4) == 0 ? mutations.below(end) : end - 1 - mutations.below(directory)
        bytes[index] =
          mutations.below(2) == 0
          ? UInt8(mutations.below(256)) : bytes[index] ^ UInt8(1 << mutations.below(8))
      }
      if mutations.below(10) == 0 { bytes.removeLast(mutations.below(30)) }
      guard ZipDirectory(bytes) != nil else { continue }
      #expect(
        describe(bytes, usesDirectory: true) == describe(bytes, usesDirectory: false),
        "seed \(seed)")
    }
  }

  @Test("Bytes behind the container, two end records and a comment are left to libzip")
  func otherForms() {
    let bytes = Self.container
    #expect(ZipDirectory(bytes + [0]) == nil)
    #expect(ZipDirectory(bytes + bytes.suffix(22)) == nil)
    #expect(ZipDirectory(Array(bytes.prefix(21))) == nil)
    var commented = bytes + [65]
    commented[bytes.count - 2] = 1
    #expect(ZipDirectory(commented) == nil)
  }
}
