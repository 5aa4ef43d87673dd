import Spreadsheet

/// Formulas whose references are counted from the cell itself, as XML spreadsheets store them:
/// `=SUM(R[-3]C:R[-1]C)`.
enum RelativeFormula {
  /// The formula in A1 notation, without its `=`, as it stands in `cell`.
  ///
  /// The empty text where it holds what only the other notation can say, or a reference outside the
  /// sheet.
  static func text(_ formula: String, at cell: CellReference) -> String {
    var translator = Translator(rest: Array(formula.utf8)[...], cell: cell)
    return translator.translate() ?? ""
  }
}

private struct Translator {
  var rest: ArraySlice<UInt8>
  let cell: CellReference
  private var output: [UInt8] = []

  init(rest: ArraySlice<UInt8>, cell: CellReference) {
    self.rest = rest.first == UInt8(ascii: "=") ? rest.dropFirst() : rest
    self.cell = cell
  }

  mutating func translate() -> String? {
    while let byte = rest.first {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "'"): FormulaBytes.copyQuoted(from: &rest, to: &output)
      // A reference to another workbook.
      case UInt8(ascii: "["): return nil
      case _ where FormulaBytes.isNameByte(byte):
        guard translateWord() else { return nil }
      default:
        output.append(byte)
        rest = rest.dropFirst()
      }
    }
    return String(decoding: output, as: UTF8.self)
  }

  /// A reference, or a number or name that is copied; false where it has no like in A1 notation.
  private mutating func translateWord() -> Bool {
    var end = rest
    if let row = Self.take("R", from: &end), let column = Self.take("C", from: &end),
      !(end.first.map(FormulaBytes.isNameByte) ?? false), end.first != UInt8(ascii: "(")
    {
      guard let reference = reference(row: row, column: column) else { return false }
      output += reference.utf8
      rest = end
      return true
    }
    let word = rest.prefix(while: FormulaBytes.isNameByte)
    let follower = rest.dropFirst(word.count).first
    // `R`, `C2`, `C[1]`: whole rows and columns.
    let isName = follower == UInt8(ascii: "(") || follower == UInt8(ascii: "!")
    if !isName, Self.isWholeRowOrColumn(word, follower) { return false }
    output += word
    rest = rest.dropFirst(word.count)
    return true
  }

  private static func isWholeRowOrColumn(_ word: ArraySlice<UInt8>, _ follower: UInt8?) -> Bool {
    guard let first = word.first,
      first | 0x20 == UInt8(ascii: "r") || first | 0x20 == UInt8(ascii: "c")
    else { return false }
    return follower == UInt8(ascii: "[") || word.dropFirst().allSatisfy { (48...57).contains($0) }
  }

  private enum Axis {
    case relative(Int), absolute(Int)
  }

  /// Takes `R3`, `R[-1]` or `R`.
  private static func take(_ letter: Character, from rest: inout ArraySlice<UInt8>) -> Axis? {
    guard let first = rest.first, Character(Unicode.Scalar(first)).uppercased() == String(letter)
    else { return nil }
    var after = rest.dropFirst()
    if after.first == UInt8(ascii: "[") {
      let digits = after.dropFirst().prefix { $0 != UInt8(ascii: "]") }
      after = after.dropFirst(digits.count + 1)
      guard after.popFirst() != nil, let offset = DecimalText.integer(digits) else { return nil }
      rest = after
      return .relative(offset)
    }
    let digits = after.prefix { (48...57).contains($0) }
    rest = after.dropFirst(digits.count)
    guard !digits.isEmpty else { return .relative(0) }
    return DecimalText.integer(digits).map(Axis.absolute)
  }

  private func reference(row: Axis, column: Axis) -> String? {
    let (rowMark, row) = Self.place(row, from: cell.row)
    let (columnMark, column) = Self.place(column, from: cell.column)
    guard (1...CellReference.lastRow).contains(row),
      (1...CellReference.lastColumn).contains(column)
    else { return nil }
    return columnMark + CellReference.letters(ofColumn: column) + rowMark + "\(row)"
  }

  private static func place(_ axis: Axis, from origin: Int) -> (mark: String, number: Int) {
    switch axis {
    case .relative(let offset): ("", origin + offset)
    case .absolute(let number): ("$", number)
    }
  }
}
