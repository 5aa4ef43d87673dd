import Foundation
import Language
import Normalizer
import Pipeline
import Readers
import Regulation
import Spreadsheet
import TestSupport
import Testing

/// What units get back, from files on disk to workbooks on disk.
@Suite struct FeedbackPublicationTests {
  private static func run(_ folder: TemporaryFolder) async throws -> FeedbackRun {
    let block = try BlockFolder(path: folder.path)
    return try await Consolidator(block: block, regulation: try block.regulation()).feedbackRun()
  }

  private static func publish(
    _ folder: TemporaryFolder, units: Set<String>? = nil, to name: String = "ra"
  ) async throws -> [FeedbackPublication.Feedback] {
    try FeedbackPublication(folder: "\(folder.path)/\(name)").publish(
      try await run(folder), units: units, language: .vi)
  }

  private static func workbook(_ folder: TemporaryFolder, _ name: String) throws -> WorkbookGrid {
    try WorkbookGrid(reading: Workbook.open(path: "\(folder.path)/\(name)"))
  }

  /// The cells that hold something, by their places.
  private static func cells(_ sheet: SheetGrid) -> [CellReference: CellValue] {
    var cells: [CellReference: CellValue] = [:]
    for row in sheet.rows {
      for cell in row.cells where !cell.value.text.isEmpty {
        cells[CellReference(row: row.number, column: cell.column)] = cell.value
      }
    }
    return cells
  }

  private static func texts(_ sheet: SheetGrid) -> [String] {
    sheet.rows.flatMap(\.cells).map(\.value.text)
  }

  @Test("Each unit has a workbook under its code, with what it sent cell for cell")
  func everyUnit() async throws {
    let folder = try ConsolidationTests.soundBlock()
    let written = try await Self.publish(folder)
    #expect(written.map(\.path) == ["CA", "VKS", "TA"].map { "\(folder.path)/ra/\($0).xlsx" })
    #expect(
      Set(try FileManager.default.contentsOfDirectory(atPath: "\(folder.path)/ra"))
        == ["CA.xlsx", "VKS.xlsx", "TA.xlsx"])
    let sheet = try #require(Self.workbook(folder, "ra/VKS.xlsx").sheets.last)
    let sent = try #require(Self.workbook(folder, "bai-nop/dot 1/vks.csv").sheets.first)
    #expect(sheet.name == sent.name)
    #expect(Self.cells(sheet) == Self.cells(sent))
  }

  @Test("Earlier workbooks are replaced, those of units that nobody asks for stay")
  func replaced() async throws {
    let folder = try ConsolidationTests.soundBlock()
    _ = try await Self.publish(folder)
    try folder.write("old", to: "ra/CA.xlsx")
    try folder.write("old", to: "ra/TA.xlsx")
    #expect(try await Self.publish(folder, units: ["CA"]).map(\.feedback.unit.code) == ["CA"])
    #expect(try folder.read("ra/CA.xlsx").prefix(2) == Array("PK".utf8)[...])
    #expect(try folder.read("ra/TA.xlsx") == Array("old".utf8))
  }

  @Test("Where one workbook cannot be put in its place no draft is left")
  func blocked() async throws {
    let folder = try ConsolidationTests.soundBlock()
    try folder.write("in the way", to: "ra/CA.xlsx/x")
    await #expect(throws: PipelineError.self) { try await Self.publish(folder) }
    #expect(try FileManager.default.contentsOfDirectory(atPath: "\(folder.path)/ra") == ["CA.xlsx"])
    try folder.write("a file", to: "tep")
    await #expect(throws: PipelineError.self) { try await Self.publish(folder, to: "tep") }
  }

  @Test("A unit that sent nothing and one whose file is damaged are told so")
  func nothingToShow() async throws {
    let folder = try ConsolidationTests.soundBlock()
    try FileManager.default.removeItem(atPath: "\(folder.path)/bai-nop/toa.txt")
    try FileManager.default.removeItem(atPath: "\(folder.path)/bai-nop/cong an.csv")
    try folder.write(Array("PK\u{3}\u{4}broken".utf8), to: "bai-nop/cong an tinh.xlsx")
    _ = try await Self.publish(folder)
    let absent = try Self.workbook(folder, "ra/TA.xlsx")
    #expect(absent.sheets.map(\.name) == ["Kết quả", "Bài nộp"])
    #expect(Self.texts(absent.sheets[1]).contains("Chưa nhận được tệp nào của đơn vị."))
    let damaged = try Self.workbook(folder, "ra/CA.xlsx")
    #expect(damaged.sheets.map(\.name) == ["Kết quả", "Bài nộp"])
    #expect(
      Self.texts(damaged.sheets[1]).contains {
        $0 == "bai-nop/cong an tinh.xlsx: không hiển thị lại được."
      })
    #expect(!Self.texts(damaged.sheets[1]).contains { $0.contains(folder.path) })
  }

  @Test("A unit whose files contradict each other sees each of them")
  func versionConflict() async throws {
    let folder = try ConsolidationTests.soundBlock()
    try folder.write(
      CSVBlock.submission(unit: "Tòa án nhân dân tỉnh", "9", "9"), to: "bai-nop/toa khac.csv")
    _ = try await Self.publish(folder)
    let workbook = try Self.workbook(folder, "ra/TA.xlsx")
    #expect(workbook.sheets.map(\.name) == ["Kết quả", "toa khac", "toa"])
    #expect(Self.texts(workbook.sheets[1]).contains("9"))
    #expect(Self.texts(workbook.sheets[2]).contains("7"))
  }

  @Test("A file of several units shows each its own table alone")
  func sharedFile() async throws {
    let folder = try ConsolidationTests.soundBlock()
    for name in ["cong an.csv", "dot 1/vks.csv"] {
      try FileManager.default.removeItem(atPath: "\(folder.path)/bai-nop/\(name)")
    }
    try folder.write(
      CSVBlock.submission(unit: "Công an tỉnh", "9,5", "8,75") + ";;;\n;;;\n"
        + CSVBlock.submission(unit: "Viện kiểm sát nhân dân tỉnh", "6,25", "5,5"),
      to: "bai-nop/chung.csv")
    let written = try await Self.publish(folder)
    #expect(written.map(\.feedback.standing.rank) == [1, 3, 2])
    let own = try #require(Self.workbook(folder, "ra/VKS.xlsx").sheets.last)
    #expect(Self.texts(own).contains("6,25") && !Self.texts(own).contains("9,5"))
    #expect(!Self.texts(own).contains { $0.contains("Công an") })
    let other = try #require(Self.workbook(folder, "ra/CA.xlsx").sheets.last)
    #expect(Self.texts(other).contains("9,5") && !Self.texts(other).contains("6,25"))
  }

  @Test("A file that changed since it was read is not shown")
  func changedFile() async throws {
    let folder = try ConsolidationTests.soundBlock()
    let run = try await Self.run(folder)
    try folder.write(
      CSVBlock.submission(unit: "Tòa án nhân dân tỉnh", "10", "10"), to: "bai-nop/toa.txt")
    _ = try FeedbackPublication(folder: "\(folder.path)/ra").publish(run, language: .vi)
    let workbook = try Self.workbook(folder, "ra/TA.xlsx")
    #expect(workbook.sheets.map(\.name).last == "Bài nộp")
    #expect(Self.texts(try #require(workbook.sheets.last)).contains { $0.contains("đã thay đổi") })
  }

  @Test("What appraisers found fault with is told without their tables")
  func appraisals() async throws {
    let folder = try ConsolidationTests.soundBlock()
    try folder.write(
      CSVBlock.submission(unit: "Công an tỉnh", "12", "9").replacing(
        "Điểm tự chấm", with: "Điểm thẩm định"), to: "tham-dinh/Tòa án.csv")
    let written = try await Self.publish(folder, units: ["CA"])
    let feedback = try #require(written.first?.feedback)
    #expect(feedback.findings.contains { $0.code == .overMaximum })
    #expect(feedback.corrections.isEmpty)
    #expect(feedback.files.map(\.path) == ["bai-nop/cong an.csv"])
    #expect(
      Self.texts(try Self.workbook(folder, "ra/CA.xlsx").sheets[0]).contains("bảng thẩm định"))
  }

  @Test("The fixture block's feedback names no other unit but the office in any part")
  func fixtureBlock() async throws {
    let folder = try TemporaryFolder()
    try FileManager.default.copyItem(
      atPath: "\(Checkout.root)/fixtures/khoi-noi-chinh-2019", toPath: "\(folder.path)/khoi")
    let block = try BlockFolder(path: "\(folder.path)/khoi")
    let regulation = try block.regulation()
    let run = try await Consolidator(block: block, regulation: regulation).feedbackRun()
    let written = try FeedbackPublication(folder: "\(folder.path)/ra").publish(run, language: .en)
    #expect(written.count == regulation.units.count)
    for item in written {
      let workbook = try WorkbookGrid(reading: Workbook.open(path: item.path))
      // The unit's own sheets are its own words.
      let reports = workbook.sheets.prefix {
        ["Result", "Score by score", "Charts", "Submission"].contains($0.name)
      }
      for other in regulation.units
      where other.code != item.feedback.unit.code && other.name != regulation.block.office {
        let name = other.name
        #expect(
          !reports.flatMap(Self.texts).contains { $0.contains(name) }, "\(item.path): \(name)")
      }
    }
  }
}
