import Spreadsheet

/// A sheet as the workbook lists it: the record BoundSheet8 ([MS-XLS] §2.4.28).
struct BoundSheet {
  /// What kind of sheet it is.
  enum Kind: Hashable {
    /// A worksheet or a dialog sheet.
    case worksheet
    /// A sheet of Excel 4 macros, or a module of Visual Basic.
    case macros
    case other
  }

  let name: String
  let visibility: SheetVisibility
  let kind: Kind
  /// Where its substream begins in the stream.
  let offset: Int

  /// A sheet of a workspace of BIFF4, or the one sheet of a file.
  init(name: String, offset: Int) {
    self.name = name
    self.offset = offset
    visibility = .visible
    kind = .worksheet
  }

  /// Reads the record.
  ///
  /// - Throws: `PartFault` when it is cut short.
  init(_ fields: inout BIFFFields, text: BIFFText) throws {
    offset = Int(try fields.uint32())
    switch try fields.uint8() & 3 {
    case 0: visibility = .visible
    case 1: visibility = .hidden
    default: visibility = .veryHidden
    }
    switch try fields.uint8() {
    case 0: kind = .worksheet
    case 1, 6: kind = .macros
    default: kind = .other
    }
    name = try text.short(&fields)
  }
}
