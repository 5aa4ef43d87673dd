import Readers
import Spreadsheet
import Testing

@Suite("Reading in a task that is cancelled")
struct CancellationTests {
  private func cancel() {
    withUnsafeCurrentTask { $0?.cancel() }
  }

  @Test("a file is not opened", arguments: OneTable.files)
  func opening(file: OneFile) async {
    let task = Task {
      cancel()
      _ = try Workbook.open(bytes: file.bytes, name: "a.csv")
    }
    await #expect(throws: CancellationError.self, "\(file.format)") { try await task.value }
  }

  @Test("no row is handed out any more", arguments: OneTable.files)
  func beforeTheFirstRow(file: OneFile) async {
    for copies in [true, false] {
      let task = Task {
        let sheet = try Workbook.open(bytes: file.bytes, name: "a.csv").sheets[0]
        cancel()
        if copies {
          _ = try sheet.read { _ in Issue.record("a row after the task was cancelled") }
        } else {
          _ = try sheet.forEachRow { _ in Issue.record("a row after the task was cancelled") }
        }
      }
      await #expect(throws: CancellationError.self, "\(file.format)") { try await task.value }
    }
  }

  @Test("the reading ends within the sheet, also where no row would be handed out")
  func blankRows() async throws {
    let blank = (2...20_000).map { "<row r=\"\($0)\"><c r=\"A\($0)\" s=\"1\"/></row>" }
    let fixture = WorkbookFixture(
      rows: "<row r=\"1\"><c><v>1</v></c></row>" + blank.joined(), after: "<damaged></worksheet>")
    let bytes = fixture.bytes
    let task = Task {
      try Workbook.open(bytes: bytes, name: "a.xlsx").sheets[0].forEachRow { _, _ in cancel() }
    }
    await #expect(throws: CancellationError.self) { try await task.value }
    // Who is not cancelled meets the damage behind the rows.
    #expect(throws: ReadingError.self) { try fixture.sheet() }
  }

  @Test("blank lines of a text file are no hindrance")
  func blankLines() async throws {
    let bytes = Array(("a,b\n" + String(repeating: "\n", count: 200_000) + "c,d\n").utf8)
    let task = Task {
      var count = 0
      do {
        _ = try Workbook.open(bytes: bytes, name: "a.csv").sheets[0].forEachRow { _ in
          count += 1
          cancel()
        }
      } catch is CancellationError {
        return count
      }
      return -1
    }
    #expect(try await task.value == 1)
  }
}
