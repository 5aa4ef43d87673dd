import Spreadsheet

/// What a look over a worksheet's bytes told: whether the scanner may read its rows as they come,
/// and where they are.
///
/// `RowOrder` asks the same of sheets of every form; this asks it of those that nearly every program
/// writes, eight bytes at a time: elements without prefix, rows and cells whose first attribute is
/// `r`, no comments. False in doubt: the sheet is then read by libxml2.
///
/// `RowOrder` looks at every byte by itself.
struct WorksheetSurvey {
  /// The index of the first byte behind `<sheetData>`.
  let start: Int
  /// The index of the `<` of `</sheetData>`; nil until it is found.
  private(set) var end: Int?
  /// Whether nothing was met that only libxml2 can tell.
  private(set) var isPlain = true
  private var row = 0

  /// A look that begins behind `<sheetData>`.
  init(start: Int) {
    self.start = start
  }

  /// Takes in what the blocks of the rows hold, one after the other.
  mutating func add(_ block: Block) {
    guard isPlain, end == nil else { return }
    if let leading = block.leadingRow, leading != row { isPlain = false }
    if let first = block.firstRow {
      if first <= row { isPlain = false }
      row = block.lastRow
    }
    if !block.isPlain { isPlain = false }
    end = block.end
  }

  /// What one block of the part holds; blocks end before a `<`.
  struct Block {
    /// The row that the cells before the block's first row name, where there are any.
    var leadingRow: Int?
    /// The first and the last row that begins in the block.
    var firstRow: Int?
    var lastRow = 0
    var isPlain = true
    /// The index in the part of the `<` of `</sheetData>`, where it is in the block.
    var end: Int?
  }

  /// Looks over a block from `start` on.
  ///
  /// - Parameter block: Bytes with padding behind them.
  static func survey(_ block: ByteBlock, from start: Int = 0) -> Block {
    var result = Block()
    let bytes = UnsafePointer(block.bytes)
    var row = RowText()
    var position = start
    while position < block.count {
      let first = ByteWord(at: bytes + position)
      let tags = first.bits(equalTo: UInt8(ascii: "<"))
      if tags == 0 {
        position += 8
        continue
      }
      // Of the tags only those are looked at that begin a row or a cell, or are not known.
      let second = ByteWord(at: bytes + position + 1)
      let third = ByteWord(at: bytes + position + 2)
      var wanted =
        tags
        & ~(second.bits(equalTo: UInt8(ascii: "v"))
        | second.bits(equalTo: UInt8(ascii: "/")) & ~third.bits(equalTo: UInt8(ascii: "s")))
      while wanted != 0 {
        let index = position + wanted.trailingZeroBitCount >> 3
        wanted &= wanted - 1
        guard index < block.count else { return result }
        let tag = bytes + index
        switch tag[1] {
        case UInt8(ascii: "c"):
          guard Self.beginsReference(tag + 2) else { return unclear(result) }
          var digits = tag + 6
          while digits[0] >= UInt8(ascii: "A"), digits[0] <= UInt8(ascii: "Z") { digits += 1 }
          if row.isAt(digits) { continue }
          // A cell of another row, or the first of a block that begins inside a row.
          guard result.firstRow == nil, result.leadingRow == nil, let named = RowText(at: digits)
          else { return unclear(result) }
          result.leadingRow = named.number
          row = named
        case UInt8(ascii: "r"):
          guard tag[2] == UInt8(ascii: "o"), tag[3] == UInt8(ascii: "w"),
            Self.beginsReference(tag + 4), let next = RowText(at: tag + 8),
            next.number > result.lastRow
          else { return unclear(result) }
          if result.firstRow == nil { result.firstRow = next.number }
          result.lastRow = next.number
          row = next
        case UInt8(ascii: "/"):
          guard Self.isEnd(tag) else { return unclear(result) }
          result.end = block.offset + index
          return result
        case UInt8(ascii: "f"), UInt8(ascii: "i"), UInt8(ascii: "t"): continue
        default: return unclear(result)
        }
      }
      position += 8
    }
    return result
  }

  /// Whether ` r="` stands here.
  @inline(__always)
  private static func beginsReference(_ text: UnsafePointer<UInt8>) -> Bool {
    UnsafeRawPointer(text).loadUnaligned(as: UInt32.self)
      == UInt32(littleEndian: 0x223D_7220)
  }

  /// Whether the end tag of the rows stands here.
  private static func isEnd(_ tag: UnsafePointer<UInt8>) -> Bool {
    let expected: StaticString = "</sheetData>"
    return (0..<expected.utf8CodeUnitCount).allSatisfy { tag[$0] == expected.utf8Start[$0] }
  }

  private static func unclear(_ result: Block) -> Block {
    var result = result
    result.isPlain = false
    return result
  }
}

/// A row number as it is written, up to the quotation mark behind it: the cells of the row end their
/// references with the same bytes.
private struct RowText {
  private(set) var number = 0
  private var text: UInt64 = 0
  private var mask: UInt64 = 0

  /// No row: no cell is in it.
  init() {}

  /// The number at `digits`; nil where there is none that a sheet has.
  init?(at digits: UnsafePointer<UInt8>) {
    var length = 0
    while digits[length] >= 48, digits[length] <= 57, length < 8 {
      number = number * 10 + Int(digits[length] - 48)
      length += 1
    }
    guard digits[length] == UInt8(ascii: "\""), length > 0, length < 8, digits[0] != 48,
      number <= CellReference.lastRow
    else { return nil }
    mask = length == 7 ? .max : 1 << (8 * UInt64(length + 1)) - 1
    text = Self.word(at: digits) & mask
  }

  /// Whether the number and the quotation mark stand here.
  @inline(__always)
  func isAt(_ digits: UnsafePointer<UInt8>) -> Bool {
    mask != 0 && Self.word(at: digits) & mask == text
  }

  @inline(__always)
  private static func word(at address: UnsafePointer<UInt8>) -> UInt64 {
    UInt64(littleEndian: UnsafeRawPointer(address).loadUnaligned(as: UInt64.self))
  }
}
