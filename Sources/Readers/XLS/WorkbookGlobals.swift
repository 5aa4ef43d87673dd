import Spreadsheet

/// What holds for all sheets of a workbook: its globals substream ([MS-XLS] §2.1.7.20.3), or what
/// stands before the cells where a file is one sheet.
struct WorkbookGlobals {
  let version: BIFFVersion
  private(set) var sheets: [BoundSheet] = []
  private(set) var formats = NumberFormatTable()
  private(set) var sharedStrings = SharedStrings()
  private(set) var dateSystem = DateSystem.from1900
  /// Whether the workbook names the program that calculated it last ([MS-XLS] §2.4.215).
  private(set) var wasCalculated = false
  /// Whether Calc of OpenOffice or LibreOffice wrote the workbook: it leaves its name for the user's
  /// (§2.4.349) unless there is one, and names one and the same engine as the last to have calculated.
  private(set) var isFromCalc = false
  /// What formulas name by number.
  private(set) var links = LinkTable()
  /// The encoding of text, where it had to be assumed.
  var note: ReadingNote? { version < .biff8 ? text.codePage.note : nil }
  /// How the workbook writes text.
  private(set) var text: BIFFText

  /// Reads the globals of the workbook in `bytes`; `name` is what its sheet is called if it is a
  /// sheet alone.
  ///
  /// - Throws: `PartFault`.
  init(_ bytes: [UInt8], name: String) throws {
    var records = BIFFRecords(bytes, in: 0..<bytes.count)
    guard let first = try records.next(), let beginning = BIFFBeginning(first, in: bytes) else {
      throw PartFault("the stream does not begin as a workbook does")
    }
    version = beginning.version
    text = BIFFText(version: version, codePage: CodePage(Self.codePage(bytes)))
    let isSheet = beginning.content != .globals && beginning.content != .workspace
    if isSheet { sheets = [BoundSheet(name: name, offset: 0)] }
    try read(&records, stopsAtCells: isSheet)
    formats.resolve()
    links.resolve(sheets: sheets)
  }

  /// `Calc` in eight bits a character, behind its length, as BIFF8 has it.
  private static let calc: [UInt8] = [4, 0, 0] + Array("Calc".utf8)
  /// The number of the engine that Calc names.
  private static let engineOfCalc: [UInt8] = [0x54, 0x8D, 0x01, 0x00]

  /// The code page, which the names and formats before its record may need.
  private static func codePage(_ bytes: [UInt8]) -> UInt16? {
    var records = BIFFRecords(bytes, in: 0..<bytes.count)
    while let record = try? records.next(), record.type != BIFFRecord.end {
      if record.type == BIFFRecord.codePage, record.body.count >= 2 {
        return bytes.uint16(at: record.body.lowerBound)
      }
    }
    return nil
  }

  private mutating func read(_ records: inout BIFFRecords, stopsAtCells: Bool) throws {
    while let record = try records.next() {
      switch record.type {
      case BIFFRecord.end: return
      case BIFFRecord.filePass:
        throw PartFault(.encrypted, "workbook protected by a password")
      case BIFFRecord.calculation:
        wasCalculated = true
        if records.bytes[record.body].dropFirst(4).elementsEqual(Self.engineOfCalc) {
          isFromCalc = true
        }
      case BIFFRecord.writeAccess:
        if records.bytes[record.body].starts(with: Self.calc) { isFromCalc = true }
      case BIFFRecord.dateMode:
        var fields = try records.fields(of: record)
        if try fields.uint16() == 1 { dateSystem = .from1904 }
      case BIFFRecord.format, BIFFRecord.formatOfBIFF2:
        var fields = try records.fields(of: record)
        try formats.addFormat(&fields, text: text)
      case BIFFRecord.cellFormat, BIFFRecord.cellFormatOfBIFF3, BIFFRecord.cellFormatOfBIFF4:
        var fields = try records.fields(of: record)
        try formats.addCellFormat(&fields, version: version)
      case BIFFRecord.sharedStrings:
        var fields = try records.fields(of: record)
        sharedStrings = SharedStringTable.strings(&fields)
      case BIFFRecord.boundSheet:
        var fields = try records.fields(of: record)
        sheets.append(try BoundSheet(&fields, text: text))
      case BIFFRecord.book, BIFFRecord.bookName, BIFFRecord.bookSheets, BIFFRecord.definedName:
        var fields = try records.fields(of: record)
        // Damage here costs the texts of formulas, not the file.
        try? links.read(record.type, &fields, text: text)
      case BIFFRecord.sheetHeader:
        try readEmbeddedSheet(record, &records)
      case _ where stopsAtCells && record.holdsCells: return
      default: continue
      }
    }
    throw PartFault("the data end before the list of sheets does")
  }

  /// A workspace of BIFF4 holds its sheets among its records, each behind a record with its size
  /// and name.
  private mutating func readEmbeddedSheet(
    _ record: BIFFRecord, _ records: inout BIFFRecords
  ) throws {
    var fields = try records.fields(of: record)
    let size = Int(try fields.uint32())
    let name = try text.short(&fields)
    sheets.append(BoundSheet(name: name, offset: record.body.upperBound))
    records.skip(size)
  }
}
