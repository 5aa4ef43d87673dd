import Spreadsheet

/// What the records of cells hold, in the forms that are theirs alone.
enum CellContent {
  /// A number packed into four bytes ([MS-XLS] §2.5.217): an integer of 30 bits, or the upper 30
  /// bits of a double, either perhaps to be divided by a hundred.
  static func packedNumber(_ packed: UInt32) -> Double {
    let number =
      packed & 2 != 0
      ? Double(Int32(bitPattern: packed) >> 2)
      : Double(bitPattern: UInt64(packed & 0xFFFF_FFFC) << 32)
    return packed & 1 != 0 ? number / 100 : number
  }

  /// The token of an error (§2.5.10).
  ///
  /// - Throws: `PartFault` when there is none of this number.
  static func error(_ code: UInt8) throws -> CellValue {
    switch code {
    case 0x00: .error("#NULL!")
    case 0x07: .error("#DIV/0!")
    case 0x0F: .error("#VALUE!")
    case 0x17: .error("#REF!")
    case 0x1D: .error("#NAME?")
    case 0x24: .error("#NUM!")
    case 0x2A: .error("#N/A")
    case 0x2B: .error("#GETTING_DATA")
    default: throw PartFault("error value \(code) does not exist")
    }
  }

  /// A truth value or an error, as `isError` says.
  static func booleanOrError(_ value: UInt8, isError: Bool) throws -> CellValue {
    try isError ? error(value) : .boolean(value != 0)
  }
}

/// The result that a formula had when the file was saved ([MS-XLS] §2.5.133).
enum FormulaResult {
  case number(Double)
  /// A text, which a record of its own behind the formula holds.
  case followingText
  /// An empty text, a truth value or an error.
  case value(CellValue)
  /// The program that wrote the file did not calculate.
  case none

  /// Reads the result of eight bytes and the flags behind it, one byte in BIFF2.
  ///
  /// Programs that do not calculate (xlwt, Apache POI and others) write zero or an empty text, and
  /// ask in bit 1 of the flags for the calculation when the file is opened; Excel, which keeps the
  /// bit for itself, does not set it. Calc, which calculates, sets it on every formula. xlwt asks for nothing unless it is told to; it writes empty
  /// texts, in workbooks that name no program as the last to have calculated.
  ///
  /// - Throws: `PartFault`.
  init(_ fields: inout BIFFFields, globals: WorkbookGlobals) throws {
    let bits = try fields.uint64()
    let flags = globals.version == .biff2 ? UInt16(try fields.uint8()) : try fields.uint16()
    let isUncalculated = flags & 2 != 0 && !globals.isFromCalc
    guard bits >> 48 == 0xFFFF else {
      let number = Double(bitPattern: bits)
      self = number == 0 && isUncalculated ? .none : .number(number)
      return
    }
    let value = UInt8(truncatingIfNeeded: bits >> 16)
    switch UInt8(truncatingIfNeeded: bits) {
    case 0: self = .followingText
    case 1: self = .value(.boolean(value != 0))
    case 2: self = .value(try CellContent.error(value))
    case 3:
      self =
        isUncalculated || !globals.wasCalculated && !globals.isFromCalc ? .none : .value(.text(""))
    default: throw PartFault("a formula's result of type \(bits & 0xFF) does not exist")
    }
  }
}
