import Readers
import Spreadsheet
import Testing

/// What is remembered of one file changes nothing that is read of the next.
@Suite struct ReadingMemoryTests {
  private static let row =
    "<row r=\"1\"><c r=\"A1\" s=\"1\"><v>45000</v></c><c r=\"B1\" t=\"s\"><v>0</v></c></row>"

  private static func fixture(
    _ format: String, _ text: String, before: String = "", after: String = ""
  ) -> WorkbookFixture {
    WorkbookFixture(
      rows: row, before: before, after: after, strings: ["<si><t>\(text)</t></si>"],
      formats: [format])
  }

  @Test("Each file has its own styles, texts, merges and hidden columns")
  func ownParts() throws {
    let merges = "<mergeCells count=\"1\"><mergeCell ref=\"A1:A2\"/></mergeCells>"
    let columns = "<cols><col min=\"3\" max=\"3\" hidden=\"1\"/></cols>"
    let long = "Tham mưu cấp ủy, chính quyền"
    let fixtures = [
      Self.fixture("14", long), Self.fixture("2", long), Self.fixture("14", long, after: merges),
      Self.fixture("14", "Giải quyết công việc", before: columns), Self.fixture("14", long),
    ]
    let memory = ReadingMemory()
    for fixture in fixtures + fixtures {
      let remembering = try WorkbookGrid(
        reading: Workbook.open(bytes: fixture.bytes, name: "a.xlsx", memory: memory))
      let alone = try WorkbookGrid(reading: fixture.open())
      #expect(remembering.sheets.map(\.rows) == alone.sheets.map(\.rows))
      #expect(remembering.sheets.map(\.layout) == alone.sheets.map(\.layout))
    }
  }

  @Test("A frame that libxml2 refuses is refused again")
  func damagedFrame() throws {
    let memory = ReadingMemory()
    let damaged = Self.fixture("14", "a", after: "<mergeCells>")
    for _ in 0..<2 {
      let workbook = try Workbook.open(bytes: damaged.bytes, name: "a.xlsx", memory: memory)
      #expect(throws: ReadingError.self) { try WorkbookGrid(reading: workbook) }
    }
    let sound = Self.fixture("14", "a")
    let workbook = try Workbook.open(bytes: sound.bytes, name: "b.xlsx", memory: memory)
    #expect(try WorkbookGrid(reading: workbook).sheets.first?.rows.count == 1)
  }

  @Test("The limits hold for parts that are known, too")
  func limits() throws {
    let memory = ReadingMemory()
    let bytes = Self.fixture("14", "a").bytes
    _ = try Workbook.open(bytes: bytes, name: "a.xlsx", memory: memory)
    #expect(throws: ReadingError.self) {
      try Workbook.open(
        bytes: bytes, name: "a.xlsx", limits: Limits(partBytes: 100), memory: memory)
    }
  }
}
