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
    var text: [UInt8] = []
    for byte in declaration {
      switch byte {
      case 0x20, 0x09, 0x0A, 0x0D: continue
      case UInt8(ascii: "'"): text.append(UInt8(ascii: "\""))
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): text.append(byte | 0x20)
      default: text.append(byte)
      }
    }
    return text.holds("version=\"1.0\"")
      && (text.holds("encoding=\"utf-8\"") || !text.holds("encoding"))
  }
}
