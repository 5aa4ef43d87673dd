import Spreadsheet

/// The texts of the formulas of one sheet.
struct FormulaTexts {
  /// A record that holds the tokens of several cells: ShrFmla or Array ([MS-XLS] §2.4.277, §2.4.4).
  struct Group {
    let record: BIFFRecord

    /// Whether each cell has the formula with references moved along, or all have one result.
    var isShared: Bool { record.type == BIFFRecord.sharedFormula }
  }

  private let decoder: FormulaDecoder
  /// The groups by the cell behind whose formula they stand.
  private let groups: [CellReference: Group]
  /// How many bytes may still be moved to put texts together.
  ///
  /// A small file could ask for a long formula in every cell; beyond, cells get the empty text.
  private var budget = 512 << 20

  /// Each byte of a finished text counts so many times: it stays as long as its cell does.
  private static let weight = 8

  /// The texts of the sheet with these groups.
  init(decoder: FormulaDecoder, groups: [CellReference: Group]) {
    self.decoder = decoder
    self.groups = groups
  }

  /// The text of the formula whose record is read up to the result and its flags, without a leading
  /// `=`.
  ///
  /// Empty where it cannot be told.
  mutating func text(_ fields: consuming BIFFFields, at cell: CellReference, bytes: [UInt8])
    -> String
  {
    guard budget > 0 else { return "" }
    var cost = 0
    let text = try? text(of: &fields, at: cell, in: bytes, cost: &cost)
    budget -= cost + Self.weight * (text?.utf8.count ?? 0)
    return text ?? ""
  }

  private func text(
    of fields: inout BIFFFields, at cell: CellReference, in bytes: [UInt8], cost: inout Int
  ) throws -> String? {
    let version = decoder.version
    // The cell that a chain of cells to be computed goes on to.
    if version >= .biff5 { try fields.skip(4) }
    let count = version == .biff2 ? Int(try fields.uint8()) : Int(try fields.uint16())
    var tokens = fields
    guard count > 0, try tokens.uint8() == Self.groupToken else {
      return decoder.text(of: fields, count: count, from: nil, cost: &cost)
    }
    let row = Int(try tokens.uint16()) + 1
    let column = version == .biff2 ? Int(try tokens.uint8()) : Int(try tokens.uint16())
    let anchor = CellReference(row: row, column: column + 1)
    guard let group = groups[anchor] else { return nil }
    // The other cells of an array have no text of their own, in this format and in others.
    guard group.isShared || anchor == cell else { return nil }
    var inner = BIFFFields(bytes, of: group.record)
    // The cells it is for, and flags.
    try inner.skip(8)
    if !group.isShared, version >= .biff5 { try inner.skip(4) }
    let innerCount = Int(try inner.uint16())
    return decoder.text(
      of: inner, count: innerCount, from: group.isShared ? cell : nil, cost: &cost)
  }

  /// PtgExp (§2.5.198.58): the tokens are those of a group.
  private static let groupToken: UInt8 = 0x01
}
