import Foundation
import Readers
import Testing

@Suite("Listings of the documentation")
struct ListingTests {
  /// Calls `body` with the path of a file of these bytes.
  private func withFile<Result>(
    _ bytes: [UInt8], _ body: (String) async throws -> Result
  ) async throws -> Result {
    let file = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try Data(bytes).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    return try await body(file.path)
  }

  private let workbook = WorkbookFixture(
    rows: #"""
      <row r="1"><c r="A1" t="s"><v>0</v></c></row>
      <row r="2"><c r="A2" t="s"><v>1</v></c><c r="B2"><v>9.5</v></c></row>
      <row r="3"><c r="A3" t="s"><v>2</v></c><c r="B3"><v>8</v></c></row>
      """#,
    after: "<mergeCells><mergeCell ref=\"A1:B1\"/></mergeCells>",
    strings: [
      "<si><t>Bảng chấm điểm</t></si>", "<si><t>Sở Nội vụ</t></si>", "<si><t>Sở Tư pháp</t></si>",
    ])

  @Test("the numbers of a column are added up")
  func sumOfColumn() async throws {
    #expect(try await withFile(workbook.bytes) { try sum(ofColumn: 2, in: $0) } == 17.5)
  }

  @Test("the rows of a sheet are kept")
  func rowsOfSheet() async throws {
    try await withFile(workbook.bytes) { path throws in
      let kept = try rows(ofSheet: "Sheet1", in: path)
      #expect(kept.map(\.number) == [1, 2, 3])
      #expect(kept.last?.cells.first?.value == .text("Sở Tư pháp"))
      #expect(try rows(ofSheet: "?", in: path).isEmpty)
    }
  }

  @Test("a merged title is found from any of its cells")
  func mergedTitle() throws {
    let sheet = try workbook.open().sheets[0]
    for place in [CellReference(row: 1, column: 1), CellReference(row: 1, column: 2)] {
      #expect(try title(at: place, on: sheet) == "Bảng chấm điểm")
    }
    #expect(try title(at: CellReference(row: 2, column: 2), on: sheet) == "9.5")
    #expect(try title(at: CellReference(row: 9, column: 9), on: sheet) == nil)
  }

  @Test("cells are found by how their text begins")
  func rowsAbout() throws {
    let sheet = try workbook.open().sheets[0]
    #expect(try cells(beginningWith: "Sở", on: sheet).map(\.description) == ["A2", "A3"])
    #expect(try cells(beginningWith: "Bảng chấm điểm thi đua", on: sheet).isEmpty)
  }

  @Test(
    "a cell is put into words",
    arguments: [
      (Cell(column: 1, value: .empty), "nothing"),
      (
        Cell(column: 1, value: .empty, formula: "A1"), "a formula that was never calculated, by =A1"
      ),
      (Cell(column: 1, value: .number(0.95), isPercentage: true), "95.0 percent"),
      (Cell(column: 1, value: .number(2), formula: "1+1"), "the number 2.0, by =1+1"),
      (Cell(column: 1, value: .text("a")), "the text a"),
      (Cell(column: 1, value: .boolean(true)), "true"),
      (Cell(column: 1, value: .error("#N/A")), "the error #N/A"),
      (
        Cell(column: 1, value: .date(CivilDateTime(year: 2019, month: 3, day: 18))),
        "day 18 of month 3 of 2019"
      ),
      (Cell(column: 1, value: .time(CivilTime(hour: 7, minute: 30))), "450 minutes"),
    ])
  func typedCell(cell: Cell, words: String) {
    #expect(description(of: cell) == words)
  }

  @Test("hours are told below and above a day", arguments: [("0.5", 12.0), ("1.5", 36)])
  func durationOfCell(stored: String, expected: Double) throws {
    let fixture = WorkbookFixture(
      rows: "<row r=\"1\"><c r=\"A1\" s=\"1\"><v>\(stored)</v></c></row>", formats: ["[h]:mm"])
    let value = try #require(try fixture.cell("A1")?.value)
    #expect(hours(in: value) == expected)
    #expect(hours(in: .text("12")) == nil)
  }

  @Test("passwords are tried")
  func encrypted() async throws {
    let bytes = StandardEncryptor(keyBits: 128).file(workbook.bytes, password: "bí mật")
    try await withFile(bytes) { path throws in
      #expect(try openEncrypted(path, trying: ["sai", "bí mật"])?.sheets.count == 1)
      #expect(try openEncrypted(path, trying: ["sai"]) == nil)
    }
    #expect(throws: ReadingError.self) { try openEncrypted("/nowhere", trying: []) }
  }

  @Test("an upload is opened within limits that may be raised")
  func upload() throws {
    #expect(try openUpload(workbook.bytes, name: "a.xlsx") { _ in false }.sheets.count == 1)
    let text = Array(String(repeating: "1,2\n", count: 300_000).utf8)
    var met: [Limits.Name] = []
    #expect(throws: ReadingError.self) {
      try openUpload(text, name: "a.csv") {
        met.append($0.name)
        return false
      }
    }
    #expect(met == [.cells])
    #expect(try openUpload(text, name: "a.csv") { _ in true }.sheets[0].rows.count == 300_000)
  }

  @Test(
    "every kind of error has an answer",
    arguments: [
      ("", "Please save the file as .xlsx: PDF document cannot be read."),
      ("cut", "The file is damaged: "), ("gone", "Please attach the file again."),
    ])
  func answers(kind: String, expected: String) throws {
    let error = try #require(throws: ReadingError.self) {
      switch kind {
      case "cut": _ = try Workbook.open(bytes: Array(workbook.bytes.prefix(200)), name: "a.xlsx")
      case "gone": _ = try Workbook.open(path: "/nowhere.xlsx")
      default: _ = try Workbook.open(bytes: Array("%PDF-1.7\n".utf8), name: "a.xlsx")
      }
    }
    #expect(answer(to: error).hasPrefix(expected), "\(answer(to: error))")
  }

  @Test("errors name the cell")
  func answerWithPlace() throws {
    var fixture = workbook
    fixture.set(
      "xl/sharedStrings.xml", "<sst \(WorkbookFixture.main)><si><t>a</t></si></sst>")
    let error = try #require(throws: ReadingError.self) { try fixture.sheet() }
    #expect(answer(to: error).hasPrefix("The file is damaged at Sheet1!A2: "))
  }

  @Test("the first rows are enough")
  func first() throws {
    #expect(try firstRows(2, of: workbook.open().sheets[0]).map(\.number) == [1, 2])
    #expect(try firstRows(9, of: workbook.open().sheets[0]).map(\.number) == [1, 2, 3])
  }

  @Test("files are counted at once; one that cannot be read, or a task that is cancelled, ends it")
  func cellsOfFiles() async throws {
    try await withFile(workbook.bytes) { path async throws in
      #expect(try await countCells(in: [path, path]) == 10)
      await #expect(throws: ReadingError.self) { try await countCells(in: [path, "/nowhere"]) }
      let task = Task {
        withUnsafeCurrentTask { $0?.cancel() }
        return try await countCells(in: [path])
      }
      await #expect(throws: CancellationError.self) { try await task.value }
    }
  }

  @Test("what should be known of a file is told")
  func warningsOfFiles() throws {
    #expect(try warnings(about: workbook.open()) == [])
    let text = try Workbook.open(bytes: OneTable.files.last?.bytes ?? [], name: "a.csv")
    #expect(warnings(about: text).first?.hasPrefix("Every cell is text") == true)
    #expect(warnings(about: text).last?.hasPrefix("Read as ") == true)
  }
}
