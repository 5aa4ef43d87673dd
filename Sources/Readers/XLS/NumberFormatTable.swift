import Spreadsheet

/// The number format of each cell format of a workbook: the records Format and XF ([MS-XLS]
/// §2.4.126 and §2.4.353).
struct NumberFormatTable {
  /// The most characters of a format code (§2.4.126).
  private static let codeLimit = 255

  private var codes: [Int: NumberFormat] = [:]
  /// The number of its format, by the number of a cell format.
  private var identifiers: [Int] = []
  /// The formats of the cell formats, resolved once.
  private var formats: [NumberFormat] = []

  /// Reads the record Format.
  ///
  /// - Throws: `PartFault` when it is cut short.
  mutating func addFormat(_ fields: inout BIFFFields, text: BIFFText) throws {
    var identifier = codes.count
    switch text.version {
    case .biff2, .biff3: break
    case .biff4: try fields.skip(2)
    case .biff5, .biff8: identifier = Int(try fields.uint16())
    }
    let start = fields
    let code: String
    do {
      code = try text.version == .biff8 ? text.long(&fields) : text.short(&fields)
    } catch let fault as PartFault {
      guard let shorter = text.shortened(start) else { throw fault }
      code = shorter
    }
    // No format is longer; a damaged length must not make one of thousands of sections.
    let known = String(code.prefix(Self.codeLimit))
    // The format of number zero is the general one under whatever name a language has for it.
    codes[identifier] = identifier == 0 ? .general : NumberFormat(code: known)
  }

  /// Reads the record XF.
  ///
  /// - Throws: `PartFault` when it is cut short.
  mutating func addCellFormat(_ fields: inout BIFFFields, version: BIFFVersion) throws {
    if version < .biff5 {
      try fields.skip(1)
      identifiers.append(Int(try fields.uint8()))
    } else {
      try fields.skip(2)
      identifiers.append(Int(try fields.uint16()))
    }
  }

  /// To be called once all records are read: they may stand in any order.
  mutating func resolve() {
    formats = identifiers.map { format(ofNumber: $0) }
  }

  /// The number format of the cell format `index`; general where there is none.
  func format(ofCellFormat index: Int) -> NumberFormat {
    formats.indices.contains(index) ? formats[index] : .general
  }

  /// The number format of this number, which cells of BIFF2 name themselves.
  func format(ofNumber identifier: Int) -> NumberFormat {
    codes[identifier] ?? NumberFormat(builtIn: identifier)
  }
}
