/// The records before the cells of a sheet, read when the workbook is opened.
struct SheetHead {
  /// Whether it is a dialog sheet, which the list of sheets does not tell from a worksheet
  /// ([MS-XLS] §2.4.351, fDialog).
  private(set) var isDialog = false
  /// Whether its formulas were to be calculated when the file was saved, and were not (§2.4.337).
  private(set) var isUncalculated = false
  /// What the substream says that it holds; nil where none begins.
  let content: BIFFBeginning.Content?

  /// Far more records than stand before the cells of a sheet.
  private static let recordLimit = 1000

  /// Reads the head of the sheet in `range`.
  ///
  /// What is damaged here is told when the sheet is read.
  init(_ bytes: [UInt8], in range: Range<Int>) {
    var records = BIFFRecords(bytes, in: range)
    content = (try? records.next()).flatMap { BIFFBeginning($0, in: bytes)?.content }
    var count = 0
    while count < Self.recordLimit, let record = try? records.next(), !record.isBeginning,
      !record.holdsCells, record.type != BIFFRecord.end, record.type != BIFFRecord.row
    {
      count += 1
      if record.type == BIFFRecord.uncalculated { isUncalculated = true }
      if record.type == BIFFRecord.sheetOptions, record.body.count >= 2 {
        isDialog = bytes.uint16(at: record.body.lowerBound) & 0x10 != 0
      }
    }
  }
}
