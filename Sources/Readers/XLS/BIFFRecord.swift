/// A record of a BIFF stream: its type and where its data are ([MS-XLS] §2.1.4).
struct BIFFRecord {
  let type: UInt16
  let body: Range<Int>
}

// The types that are read. Where BIFF2, BIFF3 and BIFF4 have numbers of their own for a record, the
// number says the version in its upper byte.
extension BIFFRecord {
  /// BOF of BIFF5 and BIFF8.
  static let beginning: UInt16 = 0x0809
  /// EOF: the end of a substream.
  static let end: UInt16 = 0x000A
  /// Continue: more data of the record before.
  static let continuation: UInt16 = 0x003C

  /// FilePass: everything behind it is encrypted.
  static let filePass: UInt16 = 0x002F
  static let codePage: UInt16 = 0x0042
  /// Date1904.
  static let dateMode: UInt16 = 0x0022
  static let format: UInt16 = 0x041E
  static let formatOfBIFF2: UInt16 = 0x001E
  static let cellFormat: UInt16 = 0x00E0
  static let cellFormatOfBIFF3: UInt16 = 0x0243
  static let cellFormatOfBIFF4: UInt16 = 0x0443
  static let boundSheet: UInt16 = 0x0085
  static let sharedStrings: UInt16 = 0x00FC
  /// SupBook: a workbook that formulas refer to.
  static let book: UInt16 = 0x01AE
  /// ExternName: a name in the workbook before.
  static let bookName: UInt16 = 0x0023
  /// ExternSheet.
  static let bookSheets: UInt16 = 0x0017
  /// Lbl.
  static let definedName: UInt16 = 0x0018
  /// The name and size of a sheet that follows, in a workspace of BIFF4.
  static let sheetHeader: UInt16 = 0x008F

  static let uncalculated: UInt16 = 0x005E
  /// RecalcId: the program that calculated the workbook last.
  static let calculation: UInt16 = 0x01C1
  /// WriteAccess: the user, or the program, that saved the workbook.
  static let writeAccess: UInt16 = 0x005C
  static let sheetOptions: UInt16 = 0x0081
  static let row: UInt16 = 0x0208
  static let columnInfo: UInt16 = 0x007D
  static let mergedCells: UInt16 = 0x00E5

  static let number: UInt16 = 0x0203
  static let numberOfBIFF2: UInt16 = 0x0003
  static let integerOfBIFF2: UInt16 = 0x0002
  static let label: UInt16 = 0x0204
  static let labelOfBIFF2: UInt16 = 0x0004
  static let booleanOrError: UInt16 = 0x0205
  static let booleanOrErrorOfBIFF2: UInt16 = 0x0005
  static let formula: UInt16 = 0x0006
  static let formulaOfBIFF3: UInt16 = 0x0206
  static let formulaOfBIFF4: UInt16 = 0x0406
  /// The text that the formula before it gives.
  static let string: UInt16 = 0x0207
  static let stringOfBIFF2: UInt16 = 0x0007
  /// ShrFmla.
  static let sharedFormula: UInt16 = 0x04BC
  /// Array: a formula whose result fills several cells.
  static let arrayFormula: UInt16 = 0x0221
  static let sharedLabel: UInt16 = 0x00FD
  static let richLabel: UInt16 = 0x00D6
  static let packedNumber: UInt16 = 0x027E
  static let packedNumbers: UInt16 = 0x00BD
}

extension BIFFRecord {
  /// Whether it holds the result of a formula in a cell.
  var isFormula: Bool {
    type == Self.formula || type == Self.formulaOfBIFF3 || type == Self.formulaOfBIFF4
  }

  /// Whether it holds the tokens of formulas in several cells.
  var isFormulaGroup: Bool { type == Self.sharedFormula || type == Self.arrayFormula }

  /// Whether it is a BOF of any version.
  var isBeginning: Bool {
    type == Self.beginning || type == 0x0409 || type == 0x0209 || type == 0x0009
  }

  /// Whether it holds one cell or more, blank ones aside.
  var holdsCells: Bool {
    switch type {
    case Self.number, Self.numberOfBIFF2, Self.integerOfBIFF2, Self.label, Self.labelOfBIFF2,
      Self.booleanOrError, Self.booleanOrErrorOfBIFF2, Self.formula, Self.formulaOfBIFF3,
      Self.formulaOfBIFF4, Self.sharedLabel, Self.richLabel, Self.packedNumber,
      Self.packedNumbers:
      true
    default: false
    }
  }
}

/// Walks over the records of a stretch of a stream.
struct BIFFRecords {
  let bytes: [UInt8]
  private var position: Int
  private let end: Int

  /// The records in `range`, which is cut to the bytes that are there.
  init(_ bytes: [UInt8], in range: Range<Int>) {
    self.bytes = bytes
    end = min(range.upperBound, bytes.count)
    position = min(range.lowerBound, end)
  }

  /// The next record; nil at the end of the stretch.
  ///
  /// - Throws: `PartFault` when the stretch ends within a record.
  mutating func next() throws -> BIFFRecord? {
    guard position < end else { return nil }
    guard position + 4 <= end else { throw PartFault("the data end within a record") }
    let start = position + 4
    let length = Int(bytes.uint16(at: position + 2))
    let type = bytes.uint16(at: position)
    guard start + length <= end else {
      throw PartFault("the data end within a record of type \(Self.hexadecimal(type))")
    }
    position = start + length
    return BIFFRecord(type: type, body: start..<position)
  }

  /// Passes over `count` bytes.
  mutating func skip(_ count: Int) {
    position = min(position + count, end)
  }

  /// The fields of `record`, which was the last one; records that continue it are passed over.
  mutating func fields(of record: BIFFRecord) throws -> BIFFFields {
    var continuations: [Range<Int>] = []
    while position + 4 <= end, bytes.uint16(at: position) == BIFFRecord.continuation,
      let more = try next()
    {
      continuations.append(more.body)
    }
    return BIFFFields(bytes, of: record, continuations: continuations)
  }

  /// A record's type as the standard writes it.
  static func hexadecimal(_ type: UInt16) -> String {
    let digits = String(type, radix: 16, uppercase: true)
    return "0x" + String(repeating: "0", count: 4 - digits.count) + digits
  }
}
