/// Finds where the rows of a worksheet begin.
enum WorksheetHead {
  /// The index of the byte behind `<sheetData>`; nil where it is not told for sure, or the part is
  /// not in UTF-8.
  ///
  /// - Parameter bytes: the beginning of the part, from its first tag on.
  static func end(in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    var position = 0
    if bytes.starts(with: "<?xml ".utf8) {
      guard let end = bytes.firstIndex(of: UInt8(ascii: ">")), isUTF8(bytes[..<end]) else {
        return nil
      }
      position = end + 1
    }
    while let tag = bytes[position...].firstIndex(of: UInt8(ascii: "<")) {
      let name = bytes[(tag + 1)...]
      // What a comment, an instruction or a declaration holds is not markup.
      if name.first == UInt8(ascii: "!") || name.first == UInt8(ascii: "?") { return nil }
      if name.starts(with: "sheetData>".utf8) { return tag + "<sheetData>".utf8.count }
      position = tag + 1
    }
    return nil
  }

  /// Whether an XML declaration (XML 1.0, production 23) names UTF-8 or nothing.
  private static func isUTF8(_ declaration: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    let text = String(decoding: declaration, as: UTF8.self).lowercased()
      .replacing("'", with: "\"").filter { !$0.isWhitespace }
    return text.contains("version=\"1.0\"")
      && (text.contains("encoding=\"utf-8\"") || !text.contains("encoding"))
  }
}
