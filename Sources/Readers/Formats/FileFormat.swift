/// What a file is, told from its content alone: extensions are often wrong.
enum FileFormat: Equatable {
  /// A ZIP container: a workbook, or something else.
  case zip
  /// An OLE2 compound file: a workbook or another document of Office 97 to 2003, or an
  /// encrypted workbook.
  case compoundFile
  /// A workbook of Excel 2 to 5 without a container around it.
  case bareWorkbook
  /// An HTML page with tables, as many programs save under an `.xls` name.
  case html
  /// An XML spreadsheet of Excel 2003.
  case spreadsheetML
  /// An OpenDocument spreadsheet in one XML file.
  case flatOpenDocument
  /// A text, to be read as CSV.
  case text
  /// A format that is known and not read.
  case foreign(String)
  /// No content at all.
  case empty
  /// Neither a known format nor text.
  case unknown

  /// The format of a file that holds `bytes`.
  init(of bytes: [UInt8]) {
    guard !bytes.isEmpty else {
      self = .empty
      return
    }
    if let (_, format) = Self.signatures.first(where: { bytes.starts(with: $0.0) }) {
      self = format
    } else if bytes.starts(with: "RIFF".utf8), bytes.dropFirst(8).starts(with: "WEBP".utf8) {
      self = .foreign("WebP image")
    } else if bytes.starts(with: [0, 0, 0]), bytes.dropFirst(4).starts(with: "ftyp".utf8) {
      self = .foreign("HEIC image or video")
    } else if let name = LineFormat.name(of: bytes) {
      self = .foreign(name)
    } else if let format = MarkupFormat.format(of: bytes) {
      self = format
    } else {
      self = TextProbe(bytes).isText ? .text : .unknown
    }
  }

  private static let signatures: [([UInt8], FileFormat)] = [
    ([0x50, 0x4B, 0x03, 0x04], .zip),
    ([0x50, 0x4B, 0x05, 0x06], .zip),
    ([0x50, 0x4B, 0x07, 0x08], .zip),
    ([0x50, 0x4B, 0x30, 0x30, 0x50, 0x4B], .zip),
    ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], .compoundFile),
    (Array("%PDF-".utf8), .foreign("PDF document")),
    (Array("{\\rtf".utf8), .foreign("RTF document")),
    ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], .foreign("PNG image")),
    ([0xFF, 0xD8, 0xFF], .foreign("JPEG image")),
    (Array("GIF87a".utf8), .foreign("GIF image")),
    (Array("GIF89a".utf8), .foreign("GIF image")),
    ([0x49, 0x49, 0x2A, 0x00], .foreign("TIFF image")),
    ([0x4D, 0x4D, 0x00, 0x2A], .foreign("TIFF image")),
    ([0x1F, 0x8B], .foreign("gzip archive")),
    (Array("Rar!\u{1A}\u{7}".utf8), .foreign("RAR archive")),
    ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], .foreign("7z archive")),
    (Array("BZh91AY&SY".utf8), .foreign("bzip2 archive")),
    ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00], .foreign("xz archive")),
    // The record BOF of BIFF2, BIFF3, BIFF4, and of BIFF5 and BIFF8 ([MS-XLS] §2.4.21).
    ([0x09, 0x00, 0x04, 0x00], .bareWorkbook),
    ([0x09, 0x02, 0x06, 0x00], .bareWorkbook),
    ([0x09, 0x04, 0x06, 0x00], .bareWorkbook),
    ([0x09, 0x08, 0x08, 0x00], .bareWorkbook),
    ([0x09, 0x08, 0x10, 0x00], .bareWorkbook),
    (Array("SQLite format 3\0".utf8), .foreign("SQLite database")),
    (Array("MIME-Version:".utf8), .foreign("web archive or mail (MIME)")),
  ]
}

/// Tells text, in UTF-8, UTF-16, UTF-32 or an 8-bit encoding, from binary data.
private struct TextProbe {
  let isText: Bool

  init(_ bytes: [UInt8]) {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      isText = true
      return
    }
    let sample = bytes.prefix(64 << 10)
    var zeros = [0, 0]
    var controls = 0
    for (index, byte) in sample.enumerated() {
      if byte == 0 {
        zeros[index & 1] += 1
      } else if byte < 0x20, !(0x09...0x0D).contains(byte), byte != 0x1A, byte != 0x1B {
        controls += 1
      }
    }
    // UTF-16 without a mark: the upper half of most characters is zero, the lower of none.
    let pairs = sample.count / 2
    let isUTF16 =
      pairs > 0 && max(zeros[0], zeros[1]) * 3 > pairs && min(zeros[0], zeros[1]) * 50 <= pairs
    // TCVN 5712 puts a few capitals on control codes, so some of these are no sign of binary data.
    let allZeros = zeros[0] + zeros[1]
    isText =
      isUTF16 || allZeros * 500 <= sample.count && controls * 10 <= sample.count
      || controls == 0 && Self.isCleanBesidesZeros(sample, zeros: allZeros)
      || UTF32Text.byteOrder(of: bytes) != nil
  }

  /// Whether a sample without other control characters is lines of UTF-8 in which a program left
  /// some zeros.
  private static func isCleanBesidesZeros(_ sample: ArraySlice<UInt8>, zeros: Int) -> Bool {
    zeros * 8 <= sample.count && sample.contains { $0 == 0x0A || $0 == 0x0D }
      && UTF8Text(sample).invalid <= 1
  }
}
