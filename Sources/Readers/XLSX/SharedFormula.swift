import Spreadsheet

/// The formula of a shared group's first cell, and what it becomes in another one (ECMA-376
/// Part 1, §18.3.1.40).
struct SharedFormula {
  /// The formula's text without its leading `=`.
  let text: String
  /// The cell that holds the text.
  let origin: CellReference

  /// The formula as the cell at `reference` has it; nil where a reference would leave the sheet.
  ///
  /// Relative references move along, absolute ones are kept.
  func text(at reference: CellReference) -> String? {
    var translation = FormulaTranslation(
      text, rows: reference.row - origin.row, columns: reference.column - origin.column)
    return translation.translated()
  }
}

/// Moves the relative references of one formula.
private struct FormulaTranslation {
  private let formula: [UInt8]
  private let rows: Int
  private let columns: Int
  private var position = 0
  private var output: [UInt8] = []

  init(_ formula: String, rows: Int, columns: Int) {
    self.formula = Array(formula.utf8)
    self.rows = rows
    self.columns = columns
  }

  mutating func translated() -> String? {
    while position < formula.count {
      switch formula[position] {
      case UInt8(ascii: "\""), UInt8(ascii: "'"): copyQuoted()
      case UInt8(ascii: "["): copyBracketed()
      default:
        let word = word(at: position)
        if word.isEmpty {
          output.append(formula[position])
          position += 1
        } else if !translate(word) {
          return nil
        }
      }
    }
    return String(decoding: output, as: UTF8.self)
  }

  /// Copies text or a sheet's name; a doubled quote merely begins another one.
  private mutating func copyQuoted() {
    let end = formula[(position + 1)...].firstIndex(of: formula[position]) ?? formula.count - 1
    output += formula[position...end]
    position = end + 1
  }

  /// Copies a structured reference or a workbook's number; `'` escapes brackets inside.
  private mutating func copyBracketed() {
    var depth = 0
    var end = position
    while end < formula.count {
      switch formula[end] {
      case UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "]"): depth -= 1
      case UInt8(ascii: "'"): end += 1
      default: break
      }
      end += 1
      if depth == 0 { break }
    }
    end = min(end, formula.count)
    output += formula[position..<end]
    position = end
  }

  private func word(at start: Int) -> ArraySlice<UInt8> {
    formula[start...].prefix {
      switch $0 {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x80...0xFF: true
      case UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: "$"), UInt8(ascii: "\\"),
        UInt8(ascii: "?"):
        true
      default: false
      }
    }
  }

  /// Translates a word, or two with a colon between; false where it would leave the sheet.
  private mutating func translate(_ word: ArraySlice<UInt8>) -> Bool {
    position = word.endIndex
    let next = position < formula.count ? formula[position] : 0
    // The name of a function, a sheet or a table is no reference, whatever it looks like.
    guard next != UInt8(ascii: "("), next != UInt8(ascii: "!"), next != UInt8(ascii: "[") else {
      output += word
      return true
    }
    if let reference = Reference(word), reference.hasColumn, reference.hasRow {
      return append(reference)
    }
    // Whole columns (`A:C`) and rows (`1:3`).
    if next == UInt8(ascii: ":"), let first = Reference(word) {
      let other = self.word(at: position + 1)
      let following = other.endIndex < formula.count ? formula[other.endIndex] : 0
      if let last = Reference(other), last.hasRow == first.hasRow,
        last.hasColumn == first.hasColumn, following != UInt8(ascii: "("),
        following != UInt8(ascii: "!")
      {
        position = other.endIndex
        guard append(first) else { return false }
        output.append(UInt8(ascii: ":"))
        return append(last)
      }
    }
    output += word
    return true
  }

  private mutating func append(_ reference: Reference) -> Bool {
    reference.appendMoved(rows: rows, columns: columns, to: &output)
  }
}

/// A reference to a cell, a column or a row, with its `$` signs.
private struct Reference {
  private var column = 0
  private var row = 0
  private var isColumnAbsolute = false
  private var isRowAbsolute = false

  var hasColumn: Bool { column > 0 }
  var hasRow: Bool { row > 0 }

  /// Reads `B2`, `$B$2`, `B` or `2`; nil when `word` is none of them or lies outside a sheet.
  init?(_ word: ArraySlice<UInt8>) {
    var rest = word
    func takeDollar() -> Bool {
      guard rest.first == UInt8(ascii: "$") else { return false }
      rest.removeFirst()
      return true
    }
    var isAbsolute = takeDollar()
    while let byte = rest.first, (65...90).contains(byte & 0xDF), byte >= 65 {
      guard column <= CellReference.lastColumn else { return nil }
      column = column * 26 + Int(byte & 0xDF) - 64
      rest.removeFirst()
    }
    if hasColumn {
      isColumnAbsolute = isAbsolute
      isAbsolute = takeDollar()
    }
    isRowAbsolute = isAbsolute
    guard rest.count <= 7, !rest.isEmpty || hasColumn && !isRowAbsolute else { return nil }
    for byte in rest {
      guard (48...57).contains(byte) else { return nil }
      row = row * 10 + Int(byte - 48)
    }
    guard rest.isEmpty || (1...CellReference.lastRow).contains(row),
      column <= CellReference.lastColumn
    else { return nil }
  }

  /// Writes the reference, moved where it is relative.
  ///
  /// - Returns: false, with nothing sensible written, where it leaves the sheet.
  func appendMoved(rows: Int, columns: Int, to output: inout [UInt8]) -> Bool {
    if hasColumn {
      let moved = isColumnAbsolute ? column : column + columns
      guard (1...CellReference.lastColumn).contains(moved) else { return false }
      if isColumnAbsolute { output.append(UInt8(ascii: "$")) }
      Self.append(moved, to: &output, base: 26, firstDigit: UInt8(ascii: "A"), least: 1)
    }
    if hasRow {
      let moved = isRowAbsolute ? row : row + rows
      guard (1...CellReference.lastRow).contains(moved) else { return false }
      if isRowAbsolute { output.append(UInt8(ascii: "$")) }
      Self.append(moved, to: &output, base: 10, firstDigit: UInt8(ascii: "0"), least: 0)
    }
    return true
  }

  /// Writes `number` in digits that count from `least`: letters from 1, figures from 0.
  private static func append(
    _ number: Int, to output: inout [UInt8], base: Int, firstDigit: UInt8, least: Int
  ) {
    let start = output.count
    var rest = number
    while rest > 0 {
      output.append(firstDigit + UInt8((rest - least) % base))
      rest = (rest - least) / base
    }
    output[start...].reverse()
  }
}
