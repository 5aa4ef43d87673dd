import Spreadsheet

/// The text of a page in UTF-8.
struct HTMLPage {
  /// The page, valid UTF-8 without zeros.
  let bytes: ArraySlice<UInt8>
  /// What to tell the reader of the cells about the encoding; nil where nothing was guessed.
  let note: ReadingNote?

  /// Finds out how `file` is encoded, and decodes it.
  ///
  /// A page that says it is Windows-1258 and is not UTF-8 is taken at its word; other names say
  /// little, as pages typed with the fonts of TCVN3 and VNI call themselves Western, so that the
  /// text itself is looked at.
  init(_ file: [UInt8]) {
    let text = DecodedText(file)
    let isLegacy = !text.encoding.isUnicode
    if isLegacy, text.encoding != .windows1258, Self.declaresWindows1258(file),
      let decoder = LegacyDecoder(.windows1258)
    {
      bytes = Self.sound(decoder.decode(file)[...])
      note = .legacyEncoding(
        name: TextEncoding.windows1258.rawValue, evidence: "charset=windows-1258")
    } else {
      bytes = Self.sound(text.bytes[text.start...])
      note = text.note
    }
  }

  private static func declaresWindows1258(_ file: [UInt8]) -> Bool {
    String(decoding: file.prefix(4096).lazy.filter { $0 < 0x80 }, as: UTF8.self).lowercased()
      .split(separator: "charset").dropFirst().contains { rest in
        let name = rest.drop { "= \"'".contains($0) }
        return name.hasPrefix("windows-1258") || name.hasPrefix("cp1258")
      }
  }

  /// The bytes as the parser needs them: what is no UTF-8 replaced, zeros left out.
  private static func sound(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var bytes = bytes
    if bytes.contains(0) { bytes.removeAll { $0 == 0 } }
    if (try? UTF8Span(validating: bytes.span)) != nil { return bytes }
    return Array(String(decoding: bytes, as: UTF8.self).utf8)[...]
  }
}
