/// Steps of a scanner over the bytes of a `ByteBlock`.
extension UnsafePointer<UInt8> {
  /// Whether the first `count` bytes here, at most four, are those of `word` from its lowest byte
  /// on: `0x3E76_3C` is `<v>`.
  @inline(__always)
  func begins(with word: UInt32, count: UInt32 = 4) -> Bool {
    let here = UInt32(littleEndian: UnsafeRawPointer(self).loadUnaligned(as: UInt32.self))
    return here & (count == 4 ? .max : 1 << (8 * count) - 1) == word
  }

  /// Moves behind the blanks of XML that stand here.
  @inline(__always)
  mutating func skipBlanks() {
    while self[0] <= 0x20, self[0] == 0x20 || self[0] == 0x0A || self[0] == 0x0D || self[0] == 0x09
    {
      self += 1
    }
  }
}
