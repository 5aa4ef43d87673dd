import Readers
import Spreadsheet
import Testing

@Suite("Compound files")
struct CompoundFileTests {
  /// Where the entry of this number stands in the directory, which comes right behind the header.
  private func entry(_ number: Int) -> Int { 512 + 128 * number }

  private func replace(_ bytes: inout [UInt8], at offset: Int, _ value: some FixedWidthInteger) {
    let new = BIFF.number(value)
    bytes.replaceSubrange(offset..<offset + new.count, with: new)
  }

  /// The value of the last cell of a file that reads.
  private func lastValue(_ bytes: [UInt8]) throws -> CellValue? {
    let workbook = try Workbook.open(bytes: bytes, name: "a.xls")
    return try WorkbookGrid(reading: workbook).sheets.first?.rows.last?.cells.last?.value
  }

  /// A workbook whose stream takes this many rows; from 230 on it is too long for the mini stream.
  private func fixture(rows: Int) -> XLSFixture {
    XLSFixture((1...rows).flatMap { BIFF.numberCell($0, 1, Double($0)) })
  }

  @Test("streams are read from the mini stream and from sectors", arguments: [1, 60, 229, 5000])
  func lengths(rows: Int) throws {
    #expect(try lastValue(fixture(rows: rows).bytes) == .number(Double(rows)))
  }

  @Test("a table of sectors that the header does not list is found through its own chain")
  func listedElsewhere() throws {
    var bytes = fixture(rows: 300).bytes
    let table = Array(bytes[76..<80])
    let new = UInt32((bytes.count - 512) / 512)
    replace(&bytes, at: 76, UInt32.max)
    replace(&bytes, at: 68, new)
    replace(&bytes, at: 72, UInt32(1))
    bytes += table + [UInt8](repeating: 0xFF, count: 504) + BIFF.number(0xFFFF_FFFE as UInt32)
    #expect(try lastValue(bytes) == .number(300))
    // A list that goes on with itself is no longer one.
    bytes.replaceSubrange(bytes.count - 4..<bytes.count, with: BIFF.number(new))
    #expect(try lastValue(bytes) == .number(300))
  }

  @Test("sectors of 4096 bytes are read")
  func largeSectors() throws {
    let stream = fixture(rows: 300).stream
    let end: UInt32 = 0xFFFF_FFFE
    func padded(_ bytes: [UInt8]) -> [UInt8] {
      bytes + [UInt8](repeating: 0, count: (4096 - bytes.count % 4096) % 4096)
    }
    let small = fixture(rows: 300).bytes
    var header = Array(small.prefix(512))
    replace(&header, at: 26, UInt16(4))
    replace(&header, at: 30, UInt16(12))
    replace(&header, at: 48, UInt32(1))
    replace(&header, at: 60, end)
    replace(&header, at: 76, UInt32(0))
    var directory = Array(small[512..<1024])
    replace(&directory, at: 128 + 116, UInt32(2))
    let count = UInt32((stream.count + 4095) / 4096)
    let chain = (1...count).map { $0 < count ? $0 + 2 : end }
    let table = ([0xFFFF_FFFD, end] + chain).flatMap { BIFF.number($0) }
    #expect(
      try lastValue(padded(header) + padded(table) + padded(directory) + padded(stream))
        == .number(300))
  }

  @Test("a chain that runs in a circle ends the stream, and is damage")
  func circle() throws {
    var bytes = fixture(rows: 1000).bytes
    let start = Int(bytes[entry(1) + 116])
    let table = 512 + 512 * Int(bytes[76])
    replace(&bytes, at: table + 4 * (start + 3), UInt32(start))
    let error = try #require(throws: ReadingError.self) { try lastValue(bytes) }
    #expect(error.kind == .unreadable)
    #expect(error.sheet == "Sheet1")
    #expect(error.cell != nil)
  }

  @Test("the upper half of a size means nothing in files of small sectors", arguments: [20, 300])
  func upperHalf(rows: Int) throws {
    var bytes = fixture(rows: rows).bytes
    replace(&bytes, at: entry(1) + 124, UInt32(0xDEAD_BEEF))
    #expect(try lastValue(bytes) == .number(Double(rows)))
  }

  @Test("a file without the rest of its last sector is read")
  func lastSector() throws {
    #expect(try lastValue(fixture(rows: 300).bytes.dropLast(100)) == .number(300))
  }

  @Test("a tree of streams that leads nowhere does not hide the workbook", arguments: [77, 0, 3])
  func damagedTree(child: UInt32) throws {
    var bytes = fixture(rows: 2).bytes
    replace(&bytes, at: entry(0) + 76, child)
    #expect(try lastValue(bytes) == .number(2))
  }

  @Test(
    "a stream is found under its name in any case", arguments: ["WORKBOOK", "workbook", "BOOK"])
  func names(name: String) throws {
    var fixture = fixture(rows: 2)
    fixture.streamName = name
    #expect(try lastValue(fixture.bytes) == .number(2))
  }

  @Test("of a workbook that is there for two versions of Excel, the newer is read")
  func twoWorkbooks() throws {
    let bytes = CompoundFileWriter(
      streams: [("Book", fixture(rows: 1).stream), ("Workbook", fixture(rows: 2).stream)]
    ).bytes
    #expect(try lastValue(bytes) == .number(2))
  }

  @Test("a workbook within another document is not the file's")
  func embeddedWorkbook() throws {
    var fixture = fixture(rows: 2)
    fixture.otherStreams = ["ObjectPool"]
    var bytes = fixture.bytes
    bytes[entry(1) + 66] = 1
    replace(&bytes, at: entry(1) + 72, UInt32.max)
    replace(&bytes, at: entry(1) + 76, UInt32(2))
    let error = try #require(throws: ReadingError.self) { try lastValue(bytes) }
    #expect(error.kind == .unsupported)
  }

  @Test("a project of Visual Basic is noted", arguments: ["_VBA_PROJECT_CUR", "_VBA_PROJECT"])
  func macros(storage: String) throws {
    var fixture = fixture(rows: 2)
    fixture.otherStreams = [storage]
    var bytes = fixture.bytes
    bytes[entry(1) + 66] = 1
    #expect(try Workbook.open(bytes: bytes, name: "a.xls").notes == [.macros])
  }
}
