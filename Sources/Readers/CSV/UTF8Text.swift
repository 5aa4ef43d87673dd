/// How well bytes keep to UTF-8 (Unicode, table 3-7).
struct UTF8Text {
  /// Characters beyond ASCII that are encoded as they must be.
  private(set) var valid = 0
  /// Places where the bytes are no character.
  private(set) var invalid = 0

  /// Counts the characters of `bytes`.
  init(_ bytes: ArraySlice<UInt8>) {
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    decoding: while true {
      switch decoder.decode(&iterator) {
      case .scalarValue(let scalar): if !scalar.isASCII { valid += 1 }
      case .error: invalid += 1
      case .emptyInput: break decoding
      }
    }
  }

  /// Whether the text is UTF-8 that suffered here and there.
  ///
  /// Text of an 8-bit encoding passes for UTF-8 by chance in few places only.
  var isDamaged: Bool { invalid > 0 && valid >= 3 * invalid }
}
