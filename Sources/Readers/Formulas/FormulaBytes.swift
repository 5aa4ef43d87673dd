/// What the notations of formulas have in common, byte by byte.
enum FormulaBytes {
  /// Copies a text or a sheet's name between the quotes that `rest` begins with.
  ///
  /// A doubled quote inside closes here and opens again at once.
  static func copyQuoted(from rest: inout ArraySlice<UInt8>, to output: inout [UInt8]) {
    guard let quote = rest.popFirst() else { return }
    output.append(quote)
    while let byte = rest.popFirst() {
      output.append(byte)
      if byte == quote { return }
    }
  }

  /// Whether a byte may stand in a name or number: a letter of any script, a digit, `_` or `.`.
  static func isNameByte(_ byte: UInt8) -> Bool {
    (65...90).contains(byte) || (97...122).contains(byte) || (48...57).contains(byte)
      || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ".") || byte >= 0x80
  }
}
