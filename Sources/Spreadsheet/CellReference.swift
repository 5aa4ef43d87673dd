/// The address of one cell: row and column, both counted from 1 (ECMA-376 Part 1, §18.18.62).
public struct CellReference: Hashable, Sendable, Comparable {
  /// The row, 1 for the first.
  public var row: Int
  /// The column, 1 for column A.
  public var column: Int

  /// The cell in `row` and `column`, both counted from 1.
  public init(row: Int, column: Int) {
    self.row = row
    self.column = column
  }

  /// The last row of a worksheet (ECMA-376 Part 1, §18.3.1.73).
  public static let lastRow = 1_048_576
  /// The last column of a worksheet, `XFD`.
  public static let lastColumn = 16_384

  /// Reads an A1 reference such as `D12` or `$D$12`; nil when `text` is not one.
  public init?(_ text: some StringProtocol) {
    self.init(utf8: text.utf8)
  }

  /// Reads an A1 reference from its UTF-8 bytes; nil when they are not one.
  @inlinable
  public init?(utf8 bytes: some Sequence<UInt8>) {
    var column = 0
    var row = 0
    // A dollar sign stands at most once before the letters and once before the digits.
    var isSigned = false
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "$") where !isSigned && row == 0: isSigned = true
      case UInt8(ascii: "A")...UInt8(ascii: "Z") where row == 0 && (column == 0 || !isSigned):
        column = column * 26 + Int(byte - 64)
        isSigned = false
      case UInt8(ascii: "a")...UInt8(ascii: "z") where row == 0 && (column == 0 || !isSigned):
        column = column * 26 + Int(byte - 96)
        isSigned = false
      case UInt8(ascii: "0")...UInt8(ascii: "9") where column > 0:
        // No row begins with a zero.
        guard row > 0 || byte != UInt8(ascii: "0") else { return nil }
        row = row * 10 + Int(byte - 48)
      default: return nil
      }
      if column > 1 << 24 || row > 1 << 32 { return nil }
    }
    guard column > 0, row > 0 else { return nil }
    self.init(row: row, column: column)
  }

  /// Reading order: row by row, each from left to right.
  public static func < (left: CellReference, right: CellReference) -> Bool {
    (left.row, left.column) < (right.row, right.column)
  }

  /// The letters of a column counted from 1: 1 is `A`, 27 is `AA`.
  public static func letters(ofColumn column: Int) -> String {
    var letters: [UInt8] = []
    appendLetters(ofColumn: column, to: &letters)
    return String(decoding: letters, as: UTF8.self)
  }

  /// Appends the letters of a column counted from 1.
  package static func appendLetters(ofColumn column: Int, to bytes: inout [UInt8]) {
    guard column > 0 else { return }
    appendLetters(ofColumn: (column - 1) / 26, to: &bytes)
    bytes.append(UInt8(truncatingIfNeeded: 65 + (column - 1) % 26))
  }
}

extension CellReference: CustomStringConvertible {
  /// The reference in A1 notation.
  public var description: String { Self.letters(ofColumn: column) + String(row) }
}

/// A rectangle of cells, both corners included (ECMA-376 Part 1, §18.18.63).
public struct CellRange: Hashable, Sendable {
  /// The upper left corner.
  public var first: CellReference
  /// The lower right corner.
  public var last: CellReference

  /// The rectangle between two corners, in any order.
  public init(_ one: CellReference, _ other: CellReference) {
    first = CellReference(
      row: min(one.row, other.row), column: min(one.column, other.column))
    last = CellReference(
      row: max(one.row, other.row), column: max(one.column, other.column))
  }

  /// Reads `B2:D5`, or `B2` for a single cell; nil when `text` is neither.
  public init?(_ text: some StringProtocol) {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard let one = parts.first.flatMap({ CellReference($0) }), parts.count <= 2 else { return nil }
    if parts.count == 1 {
      self.init(one, one)
    } else {
      guard let other = CellReference(parts[1]) else { return nil }
      self.init(one, other)
    }
  }

  /// Whether `cell` lies in the rectangle.
  public func contains(_ cell: CellReference) -> Bool {
    cell.row >= first.row && cell.row <= last.row && cell.column >= first.column
      && cell.column <= last.column
  }
}

extension CellRange: CustomStringConvertible {
  /// The range in A1 notation; a single cell without the colon.
  public var description: String { first == last ? "\(first)" : "\(first):\(last)" }
}
