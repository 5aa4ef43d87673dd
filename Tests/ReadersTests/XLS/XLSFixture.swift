import Readers
import Spreadsheet

/// A workbook of BIFF8 or BIFF5 within a compound file; each test sets what it is about.
struct XLSFixture {
  /// A sheet as the workbook lists it, and its records.
  struct Sheet {
    var name: String
    var records: [UInt8]
    /// 0 visible, 1 hidden, 2 very hidden.
    var visibility: UInt8 = 0
    /// The type that the list says: 0 worksheet, 1 macros, 2 chart, 6 Visual Basic.
    var kind: UInt8 = 0
    /// What the substream itself says that it is.
    var content = BIFF.worksheet
    var isClosed = true
  }

  var version: UInt16 = 0x0600
  /// The records of the globals before the list of sheets.
  var globals: [UInt8] = []
  var sheets: [Sheet]
  var streamName = "Workbook"
  /// Other streams of the file.
  var otherStreams: [String] = []
  /// Where the list says that sheets are, in place of where they are.
  var offsets: [Int: UInt32] = [:]

  /// A workbook of one sheet with `records`.
  init(_ records: [UInt8]..., globals: [UInt8]...) {
    sheets = [Sheet(name: "Sheet1", records: records.flatMap(\.self))]
    self.globals = globals.flatMap(\.self)
  }

  /// The stream of records.
  var stream: [UInt8] {
    let head = BIFF.beginning(0x0005, version: version) + globals
    let listed = sheets.map { entry($0, offset: 0).count }.reduce(0, +)
    var offset = head.count + listed + BIFF.end.count
    var list: [UInt8] = []
    var bodies: [UInt8] = []
    for (index, sheet) in sheets.enumerated() {
      list += entry(sheet, offset: offsets[index] ?? UInt32(offset))
      let body =
        BIFF.beginning(sheet.content, version: version) + sheet.records
        + (sheet.isClosed ? BIFF.end : [])
      offset += body.count
      bodies += body
    }
    return head + list + BIFF.end + bodies
  }

  private func entry(_ sheet: Sheet, offset: UInt32) -> [UInt8] {
    let name =
      version == 0x0600
      ? BIFF.shortText(sheet.name) : [UInt8(sheet.name.utf8.count)] + Array(sheet.name.utf8)
    return BIFF.record(
      0x0085, BIFF.number(offset) + [sheet.visibility, sheet.kind] + name)
  }

  /// The file.
  var bytes: [UInt8] {
    CompoundFileWriter(
      streams: otherStreams.map { ($0, []) } + [(streamName, stream)]
    ).bytes
  }

  func open(limits: Limits = Limits()) throws -> any WorkbookSource {
    try Workbook.open(bytes: bytes, name: "bài nộp.xls", limits: limits)
  }

  /// The first sheet.
  func sheet() throws -> SheetGrid? {
    try open().sheets.first.map { try SheetGrid(reading: $0) }
  }

  /// A cell of the first sheet.
  func cell(_ reference: String) throws -> Cell? {
    try CellReference(reference).flatMap { try sheet()?[$0] }
  }

  /// A cell's value; empty where there is none.
  func value(_ reference: String) throws -> CellValue {
    try cell(reference)?.value ?? .empty
  }
}
