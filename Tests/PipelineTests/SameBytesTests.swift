import Foundation
import Normalizer
import Pipeline
import Spreadsheet
import TestSupport
import Testing
import Writer

/// Files of the same bytes, which are parsed once and are still files of their own.
@Suite struct SameBytesTests {
  /// A table that names no unit: the file's name does.
  static let table = """
    STT;Nội dung;Điểm tối đa;Điểm tự chấm
    1.1;Tham mưu cấp ủy, chính quyền;10;9
    1.2;Giải quyết công việc đúng hạn;10;8
    2.1;Chậm báo cáo;5;0

    """

  @Test("Each is of the unit that its own name says, and its sheet is named after it")
  func units() async throws {
    let folder = try TemporaryFolder()
    try CSVBlock.writeRegulation(to: folder)
    try folder.write(Self.table, to: "bai-nop/Công an tỉnh.csv")
    try folder.write(Self.table, to: "bai-nop/Tòa án nhân dân tỉnh.csv")
    let consolidation = try await ConsolidationTests.consolidate(folder)
    let ranked = consolidation.standings.units.filter { $0.status == .ranked }
    #expect(
      ranked.map { "\($0.unit.code) \($0.source?.sheet ?? "")" } == [
        "CA Công an tỉnh", "TA Tòa án nhân dân tỉnh",
      ])
    #expect(consolidation.files.map(\.verdict) == [.counted, .counted])
    #expect(consolidation.files[0].sha256 == consolidation.files[1].sha256)
  }

  @Test("However often a workbook comes, each copy holds what the first does")
  func manyCopies() async throws {
    let folder = try TemporaryFolder()
    try CSVBlock.writeRegulation(to: folder)
    let block = try BlockFolder(path: folder.path)
    let forms = try FormPublication(folder: "\(folder.path)/mau").publish(
      try block.regulation(), isForced: true, language: .vi)
    let form = try Data(contentsOf: URL(fileURLWithPath: try #require(forms.first)))
    try FileManager.default.createDirectory(
      atPath: "\(folder.path)/bai-nop", withIntermediateDirectories: true)
    for number in 1...40 {
      try form.write(to: URL(fileURLWithPath: "\(folder.path)/bai-nop/\(number).xlsx"))
    }
    let consolidation = try await ConsolidationTests.consolidate(folder)
    #expect(consolidation.files.count == 40)
    #expect(Set(consolidation.files.map(\.sha256)).count == 1)
    #expect(Set(consolidation.files.map(\.unit)).count == 1)
    #expect(Set(consolidation.files.map(\.sheet)).count == 1)
    #expect(consolidation.files.filter { $0.verdict == .duplicate }.count == 39)
  }

  @Test("What cannot be read is said of every copy")
  func unreadable() async throws {
    let folder = try TemporaryFolder()
    try CSVBlock.writeRegulation(to: folder)
    for name in ["a.xlsx", "b.xlsx", "sub/a.xlsx"] {
      try folder.write("PK\u{3}\u{4} not a workbook", to: "bai-nop/\(name)")
    }
    let consolidation = try await ConsolidationTests.consolidate(folder)
    #expect(
      consolidation.findings.filter { $0.code == .unreadableFile }.compactMap(\.file) == [
        "bai-nop/a.xlsx", "bai-nop/b.xlsx", "bai-nop/sub/a.xlsx",
      ])
  }

  @Test("A regulation that is left of a damaged workbook as text is unreadable, not incomplete")
  func damagedRegulation() async throws {
    let folder = try TemporaryFolder()
    try folder.write("Tên khối;Khối Nội chính\nNăm;2019\n", to: "quy-che.xlsx")
    let block = try BlockFolder(path: folder.path)
    #expect {
      try block.regulation()
    } throws: { error in
      guard case .regulationUnreadable(let reason)? = error as? PipelineError else { return false }
      return reason.kind == .unreadable
    }
  }
}
