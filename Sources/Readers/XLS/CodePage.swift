import Spreadsheet

/// The code page of a workbook before BIFF8 ([MS-XLS] §2.4.52).
struct CodePage {
  /// What to tell the reader of the cells; nil where the workbook names a page that is known.
  let note: ReadingNote?
  private let decoding: Decoding

  private enum Decoding {
    case table(LegacyDecoder)
    case system(SystemCodePage)
    case latin
  }

  /// The page of this number; of Western Europe where the workbook names none, or one that is not
  /// known here.
  init(_ number: UInt16?) {
    switch number {
    case 1252, 0x8001, 367:
      decoding = .latin
      note = nil
    case 1258:
      decoding = LegacyDecoder(.windows1258).map(Decoding.table) ?? .latin
      note = nil
    default:
      let page = number.flatMap { SystemCodePage($0) }
      decoding = page.map(Decoding.system) ?? .latin
      let evidence = number.map { "code page \($0)" } ?? "no code page"
      note =
        page == nil
        ? .legacyEncoding(name: TextEncoding.windows1252.rawValue, evidence: evidence) : nil
    }
  }

  /// The text that `bytes` write.
  func decode(_ bytes: ArraySlice<UInt8>) -> String {
    if bytes.allSatisfy({ $0 < 0x80 }) { return String(decoding: bytes, as: UTF8.self) }
    switch decoding {
    case .table(let decoder): return String(decoding: decoder.decode(bytes), as: UTF8.self)
    case .system(let page): return page.decode(bytes)
    case .latin:
      var text = ""
      text.unicodeScalars.append(contentsOf: bytes.map { Windows1252.characters[Int($0)] })
      return text
    }
  }
}
