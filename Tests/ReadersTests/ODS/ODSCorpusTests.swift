import Foundation
import Readers
import Spreadsheet
import Testing

@Suite("Public OpenDocument spreadsheets", .enabled(if: Corpus.folder != nil))
struct ODSCorpusTests {
  @Test("each is read, or refused with the reason")
  func allFiles() throws {
    for file in Corpus.files("other", { $0.pathExtension == "ods" }) {
      do {
        let workbook = try WorkbookGrid(reading: Workbook.open(path: file.path))
        #expect(!workbook.sheets.isEmpty, "\(file.lastPathComponent)")
      } catch let error as ReadingError {
        #expect(
          Self.refused[file.lastPathComponent] == error.kind, "\(file.lastPathComponent): \(error)")
      }
    }
  }

  private static let refused: [String: ReadingError.Kind] = [
    "pass_protected.ods": .encrypted, "password.ods": .encrypted, "empty_file.ods": .unreadable,
    "issue_594_dos.ods": .unreadable,
  ]

  @Test("dates, times and percentages keep their types")
  func typedCells() throws {
    let file = try #require(
      Corpus.files("other", { $0.lastPathComponent == "date.ods" }).first)
    let workbook = try WorkbookGrid(reading: Workbook.open(path: file.path))
    let values = workbook.sheets[0].rows.compactMap { $0[column: 1]?.value }
    #expect(values.first == .date(CivilDateTime(year: 2021, month: 1, day: 1)))
    #expect(values.contains { if case .time = $0 { true } else { false } })
  }
}
