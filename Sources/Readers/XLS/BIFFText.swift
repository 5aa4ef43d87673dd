/// How a workbook writes text: in Unicode since BIFF8, before in the code page that it names.
struct BIFFText {
  let version: BIFFVersion
  let codePage: CodePage

  /// A text whose length takes one byte: a sheet's name ([MS-XLS] §2.5.240), a format of BIFF5.
  func short(_ fields: inout BIFFFields) throws -> String {
    try characters(Int(fields.uint8()), &fields)
  }

  /// A text whose length takes two bytes (§2.5.294); one in BIFF2.
  func long(_ fields: inout BIFFFields) throws -> String {
    try characters(Int(version == .biff2 ? UInt16(fields.uint8()) : fields.uint16()), &fields)
  }

  /// A format's code that its record counts one character longer than it is, as some programs write
  /// them; nil where more is missing.
  func shortened(_ fields: BIFFFields) -> String? {
    var fields = fields
    guard let count = try? Int(version == .biff8 ? fields.uint16() : UInt16(fields.uint8())),
      count > 0
    else { return nil }
    return try? characters(count - 1, &fields)
  }

  /// `count` characters, with the flags that go before them in BIFF8.
  ///
  /// Flags for runs of formats and for phonetic text say that their counts follow (§2.5.293).
  private func characters(_ count: Int, _ fields: inout BIFFFields) throws -> String {
    guard version == .biff8 else { return codePage.decode(try fields.bytes(count)) }
    // Empty texts are written without flags at times.
    guard count > 0 || !fields.isAtEnd else { return "" }
    let flags = try fields.uint8()
    if flags & 0x08 != 0 { try fields.skip(2) }
    if flags & 0x04 != 0 { try fields.skip(4) }
    return try fields.characters(count, isWide: flags & 1 != 0)
  }
}
