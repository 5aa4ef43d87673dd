/// Finds where the rows of a worksheet or the items of a shared string table begin.
enum PartHead {
  /// The index of the byte behind `<sheetData>`; nil where it is not told for sure, or the part is
  /// not in UTF-8.
  ///
  /// - Parameter bytes: the beginning of the part, from its first tag on.
  static func endOfWorksheetHead(in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    guard var position = endOfDeclaration(in: bytes) else { return nil }
    while let tag = bytes[position...].firstIndex(of: UInt8(ascii: "<")) {
      let name = bytes[(tag + 1)...]
      // What a comment, an instruction or a declaration holds is not markup.
      if name.first == UInt8(ascii: "!") || name.first == UInt8(ascii: "?") { return nil }
      if name.starts(with: "sheetData>".utf8) { return tag + "<sheetData>".utf8.count }
      position = tag + 1
    }
    return nil
  }

  /// The index of the byte behind the start tag `sst`; nil where it is not told for sure, or the part
  /// is not in UTF-8.
  ///
  /// - Parameter bytes: the beginning of the part, from its first tag on.
  static func endOfTableHead(in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    guard let declaration = endOfDeclaration(in: bytes),
      let tag = bytes[declaration...].firstIndex(of: UInt8(ascii: "<")),
      bytes[tag...].starts(with: "<sst".utf8),
      let end = bytes[tag...].firstIndex(of: UInt8(ascii: ">")), bytes[end - 1] != UInt8(ascii: "/")
    else { return nil }
    return end + 1
  }

  /// The index of the byte behind the XML declaration; nil where it names another encoding.
  private static func endOfDeclaration(in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    guard bytes.starts(with: "<?xml ".utf8) else { return 0 }
    guard let end = bytes.firstIndex(of: UInt8(ascii: ">")), isUTF8(bytes[..<end]) else {
      return nil
    }
    return end + 1
  }

  /// Whether an XML declaration (XML 1.0, production 23) names UTF-8 or nothing.
  private static func isUTF8(_ declaration: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    let text = String(decoding: declaration, as: UTF8.self).lowercased()
      .replacing("'", with: "\"").filter { !$0.isWhitespace }
    return text.contains("version=\"1.0\"")
      && (text.contains("encoding=\"utf-8\"") || !text.contains("encoding"))
  }
}
