/// The shared string table of BIFF8: the record SST and its continuations ([MS-XLS] §2.4.265).
enum SharedStringTable {
  /// The strings, runs of formats joined and phonetic text left out (§2.5.293).
  ///
  /// How many there are is told by the data, not by the count in front of them, which programs write
  /// wrong. Of a table that is cut short, the strings that are whole are kept: a cell that needs
  /// one of the others says so.
  static func strings(_ fields: inout BIFFFields) -> SharedStrings {
    var strings = SharedStrings()
    do {
      try fields.skip(8)
      while !fields.isAtEnd {
        let count = Int(try fields.uint16())
        let flags = try fields.uint8()
        let runs = flags & 0x08 != 0 ? Int(try fields.uint16()) : 0
        let phoneticBytes = flags & 0x04 != 0 ? Int(try fields.uint32()) : 0
        strings.append(Array(try fields.characters(count, isWide: flags & 1 != 0).utf8))
        try fields.skip(4 * runs + phoneticBytes)
      }
    } catch {
      return strings
    }
    return strings
  }
}
