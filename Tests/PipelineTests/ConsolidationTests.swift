import Foundation
import Language
import Normalizer
import Pipeline
import Ranking
import Readers
import Regulation
import Spreadsheet
import TestSupport
import Testing
import Writer

/// A folder of files in, one consolidation out.
@Suite struct ConsolidationTests {
  static func consolidate(
    _ folder: TemporaryFolder, submissions: [String] = [], jobs: Int? = nil
  ) async throws -> Consolidation {
    let block = try BlockFolder(path: folder.path)
    let consolidator = Consolidator(block: block, regulation: try block.regulation(), jobs: jobs)
    return try await consolidator.consolidate(submissions: submissions)
  }

  /// A block of which all three units sent a sound file.
  static func soundBlock() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try CSVBlock.writeRegulation(to: folder)
    try folder.write(
      CSVBlock.submission(unit: "Công an tỉnh", "9,5", "9"), to: "bai-nop/cong an.csv")
    try folder.write(
      CSVBlock.submission(unit: "Viện kiểm sát nhân dân tỉnh", "8", "9,75", "0,5"),
      to: "bai-nop/dot 1/vks.csv")
    try folder.write(
      CSVBlock.submission(unit: "Tòa án nhân dân tỉnh", "7", "6", "1"), to: "bai-nop/toa.txt")
    return folder
  }

  @Test("Every file below bai-nop is read, and the units are ranked")
  func ranking() async throws {
    let consolidation = try await Self.consolidate(try Self.soundBlock())
    let outcome = consolidation.standings.units.map {
      "\($0.rank ?? 0) \($0.unit.code) \($0.total ?? .zero) \($0.className ?? "")"
    }
    #expect(outcome == ["1 CA 18.5 Xuất sắc", "2 VKS 17.25 Tốt", "3 TA 12 Khá"])
    #expect(consolidation.findings == [])
    #expect(
      consolidation.files.map(\.path)
        == ["bai-nop/cong an.csv", "bai-nop/dot 1/vks.csv", "bai-nop/toa.txt"])
    #expect(consolidation.files.allSatisfy { $0.verdict == .counted && $0.sha256?.count == 64 })
  }

  static let unreadable: [(name: String, bytes: [UInt8], code: FindingCode)] = [
    ("trong.xlsx", [], .unreadableFile),
    ("cat.xlsx", Array("PK\u{3}\u{4}".utf8) + [20, 0, 0, 0, 8, 0, 1, 2, 3], .unreadableFile),
    ("anh.xlsx", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0], .unsupportedFormat),
    ("van-ban.xlsx", Array("%PDF-1.4\n%âãÏÓ\n".utf8), .unsupportedFormat),
    (
      "cu.xlsx",
      [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + Array(repeating: 0, count: 600),
      .unreadableFile
    ),
  ]

  @Test("A file that cannot be read costs that file alone", arguments: unreadable)
  func rubbish(_ item: (name: String, bytes: [UInt8], code: FindingCode)) async throws {
    let folder = try Self.soundBlock()
    try folder.write(item.bytes, to: "bai-nop/\(item.name)")
    let consolidation = try await Self.consolidate(folder)
    #expect(consolidation.standings.units.map(\.rank) == [1, 2, 3])
    #expect(consolidation.findings.map(\.code) == [item.code])
    #expect(consolidation.findings.first?.file == "bai-nop/\(item.name)")
    #expect(consolidation.findings.first?.severity == .error)
    #expect(consolidation.files.first { $0.path == "bai-nop/\(item.name)" }?.verdict == .unusable)
  }

  /// A block whose police sent a file under the password `Mật khẩu số 2`.
  static func encryptedBlock(units: String = "") throws -> TemporaryFolder {
    let folder = try soundBlock()
    try FileManager.default.removeItem(atPath: "\(folder.path)/bai-nop/cong an.csv")
    try FileManager.default.copyItem(
      atPath: "\(Checkout.root)/fixtures/encrypted/agile-msoffcrypto.xlsx",
      toPath: "\(folder.path)/bai-nop/cong an.xlsx")
    if !units.isEmpty { try folder.write(units, to: "quy-che/don-vi.csv") }
    return folder
  }

  @Test("An encrypted file counts when a password is given, or any unit has it in the regulation")
  func encrypted() async throws {
    let ranks = ["1 CA", "2 VKS", "3 TA"]
    let sent = try Self.encryptedBlock()
    let block = try BlockFolder(path: sent.path)
    let regulation = try block.regulation()
    let opened = try await Consolidator(
      block: block, regulation: regulation, passwords: ["khác", "Mật khẩu số 2"]
    ).consolidate()
    #expect(opened.standings.units.map { "\($0.rank ?? 0) \($0.unit.code)" } == ranks)
    #expect(opened.findings == [])

    let locked = try await Consolidator(block: block, regulation: regulation, passwords: ["khác"])
      .consolidate()
    let finding = try #require(locked.findings.first { $0.code == .encryptedFile })
    #expect(finding.severity == .error && finding.file == "bai-nop/cong an.xlsx")
    for language in Language.allCases {
      let message = finding.message(in: language)
      #expect(message.contains("AES-256") && !message.contains("khác"))
    }

    let folder = try Self.encryptedBlock(
      units: """
        Mã;Tên đơn vị;Mật khẩu
        CA;Công an tỉnh;
        VKS;Viện kiểm sát nhân dân tỉnh;mk-cua-vks
        TA;Tòa án nhân dân tỉnh;Mật khẩu số 2

        """)
    let listed = try await Self.consolidate(folder)
    #expect(listed.standings.units.map { "\($0.rank ?? 0) \($0.unit.code)" } == ranks)
    // No report shows a password.
    let output = "\(folder.path)/ket-qua"
    _ = try Publication(folder: output).publish(listed, language: .vi)
    let workbook = try WorkbookGrid(
      reading: Workbook.open(path: "\(output)/bang-xep-hang.xlsx"))
    let cells = workbook.sheets.flatMap { $0.rows.flatMap { $0.cells.map(\.value.text) } }
    let texts = try ["ket-qua.json", "diem-chi-tiet.csv"].map {
      String(decoding: try folder.read("ket-qua/\($0)"), as: UTF8.self)
    }
    for text in cells + texts {
      #expect(!text.contains("Mật khẩu số 2") && !text.contains("mk-cua-vks"))
    }
  }

  @Test("Lock files and hidden system files are skipped in silence")
  func systemFiles() async throws {
    let folder = try Self.soundBlock()
    for name in ["~$cong an.xlsx", ".DS_Store", "Thumbs.db", "__MACOSX/x.csv", "desktop.ini"] {
      try folder.write("x", to: "bai-nop/\(name)")
    }
    let consolidation = try await Self.consolidate(folder)
    #expect(consolidation.files.count == 3)
    #expect(consolidation.findings == [])
  }

  @Test("A unit whose only file is damaged is pending; one without any did not submit")
  func damagedAndAbsent() async throws {
    let folder = try Self.soundBlock()
    try FileManager.default.removeItem(atPath: "\(folder.path)/bai-nop/cong an.csv")
    try FileManager.default.removeItem(atPath: "\(folder.path)/bai-nop/toa.txt")
    try folder.write([0x50, 0x4B, 3, 4, 0], to: "bai-nop/Công an tỉnh.xlsx")
    let consolidation = try await Self.consolidate(folder)
    let statuses = Dictionary(
      uniqueKeysWithValues: consolidation.standings.units.map { ($0.unit.code, $0.status) })
    #expect(statuses == ["CA": .pending, "VKS": .ranked, "TA": .notSubmitted])
  }

  @Test("Given places are read in place of bai-nop, each file once")
  func submissionPlaces() async throws {
    let folder = try Self.soundBlock()
    let file = "\(folder.path)/bai-nop/cong an.csv"
    let consolidation = try await Self.consolidate(
      folder, submissions: [file, "\(folder.path)/bai-nop/dot 1", file])
    #expect(consolidation.files.map(\.path) == ["bai-nop/cong an.csv", "bai-nop/dot 1/vks.csv"])
    #expect(consolidation.standings.units.last?.status == .notSubmitted)
  }

  @Test("A file outside the block is named by the path it was given as")
  func outsidePath() async throws {
    let folder = try Self.soundBlock()
    let other = try TemporaryFolder()
    try other.write(CSVBlock.submission(unit: "Công an tỉnh", "1", "2"), to: "ca.csv")
    let consolidation = try await Self.consolidate(
      folder, submissions: ["\(other.path)/ca.csv"])
    #expect(consolidation.files.map(\.path) == ["\(other.path)/ca.csv"])
  }

  @Test("The order in which files are read changes nothing", arguments: [1, 2, 7])
  func jobs(_ jobs: Int) async throws {
    let folder = try Self.soundBlock()
    for index in 0..<20 { try folder.write("a;b\n\(index)", to: "bai-nop/\(index).csv") }
    let one = try await Self.consolidate(folder, jobs: 1)
    let many = try await Self.consolidate(folder, jobs: jobs)
    #expect(ResultJSON.bytes(one, language: .vi) == ResultJSON.bytes(many, language: .vi))
  }

  @Test("What a run needs and does not find is named")
  func missingInputs() async throws {
    #expect(throws: PipelineError.self) { try BlockFolder(path: "/nonexistent/block") }
    let folder = try TemporaryFolder()
    let block = try BlockFolder(path: folder.path)
    #expect(throws: PipelineError.self) { try block.regulation() }
    try CSVBlock.writeRegulation(to: folder)
    await #expect(throws: PipelineError.self) {
      try await Self.consolidate(folder, submissions: ["\(folder.path)/khac"])
    }
  }

  @Test("Only the regulation is required: a block that nobody sent anything to is consolidated")
  func withoutSubmissions() async throws {
    let folder = try TemporaryFolder()
    try CSVBlock.writeRegulation(to: folder)
    let consolidation = try await Self.consolidate(folder)
    #expect(consolidation.standings.units.allSatisfy { $0.status == .notSubmitted })
  }

  @Test("A pipe among the submissions is named, not waited for")
  func pipe() async throws {
    let folder = try Self.soundBlock()
    #expect(mkfifo("\(folder.path)/bai-nop/ong.csv", 0o600) == 0)
    let consolidation = try await Self.consolidate(folder)
    #expect(consolidation.findings.map(\.code) == [.unsupportedFormat])
    #expect(consolidation.standings.units.map(\.rank) == [1, 2, 3])
  }

  @Test("A link that leads nowhere is a file that cannot be opened")
  func deadLink() async throws {
    let folder = try Self.soundBlock()
    #expect(symlink("khong-co", "\(folder.path)/bai-nop/lien-ket.xlsx") == 0)
    let consolidation = try await Self.consolidate(folder)
    #expect(consolidation.findings.map(\.code) == [.unreadableFile])
  }

  @Test("A regulation that cannot be read is the regulation's fault")
  func damagedRegulation() throws {
    let folder = try TemporaryFolder()
    try folder.write([0x50, 0x4B, 3, 4], to: "quy-che.xlsx")
    let block = try BlockFolder(path: folder.path)
    let error = #expect(throws: PipelineError.self) { try block.regulation() }
    guard case .regulationUnreadable(let reading)? = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(reading.file.hasSuffix("quy-che.xlsx"))
  }
}
