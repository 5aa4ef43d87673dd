import Spreadsheet

/// The encodings in which text files are read, named as people call them.
enum TextEncoding: String, Sendable, CaseIterable {
  case utf8 = "UTF-8"
  case utf16LittleEndian = "UTF-16LE"
  case utf16BigEndian = "UTF-16BE"
  case utf32LittleEndian = "UTF-32LE"
  case utf32BigEndian = "UTF-32BE"
  case windows1258 = "Windows-1258"
  case tcvn3 = "TCVN3 (ABC)"
  case tcvn5712 = "TCVN 5712 (VN1)"
  case vni = "VNI"
  case viscii = "VISCII"
  case windows1252 = "Windows-1252"

  /// Whether the encoding is one of Unicode's, which need not be guessed from words.
  var isUnicode: Bool {
    switch self {
    case .utf8, .utf16LittleEndian, .utf16BigEndian, .utf32LittleEndian, .utf32BigEndian: true
    case .windows1258, .tcvn3, .tcvn5712, .vni, .viscii, .windows1252: false
    }
  }
}

/// A text file as UTF-8, with what was noticed about its encoding.
struct DecodedText {
  /// The text in UTF-8.
  ///
  /// Where bytes were not UTF-8 in a file that else is, they still stand there.
  let bytes: [UInt8]
  /// Where the text starts, behind a byte order mark.
  let start: Int
  /// The encoding of the file.
  let encoding: TextEncoding
  /// What to tell the reader of the cells; nil where nothing was guessed or replaced.
  let note: ReadingNote?
  /// Whether all of `bytes` is UTF-8.
  let isUTF8: Bool

  /// Finds out how `file` is encoded, and decodes it.
  ///
  /// A byte order mark decides; else zeros in three bytes of four or in every second byte, else
  /// whether the bytes keep to UTF-8, else how much of the text reads as Vietnamese in each of the
  /// old encodings.
  init(_ file: [UInt8]) {
    if file.starts(with: [0xEF, 0xBB, 0xBF]) {
      self.init(utf8: file, from: 3, isWhole: Self.isWhole(file))
    } else if let (order, start) = UTF32Text.byteOrder(of: file) {
      self.init(utf32: file[start...], order)
    } else if file.starts(with: [0xFF, 0xFE]) {
      self.init(utf16: file[2...], .utf16LittleEndian)
    } else if file.starts(with: [0xFE, 0xFF]) {
      self.init(utf16: file[2...], .utf16BigEndian)
    } else if let order = UTF16Text.byteOrder(of: file[...]) {
      self.init(utf16: file[...], order)
    } else if Self.isWhole(file) {
      self.init(utf8: file, from: 0, isWhole: true)
    } else if UTF8Text(file[...]).isDamaged {
      self.init(utf8: file, from: 0, isWhole: false)
    } else {
      self.init(legacy: file)
    }
  }

  private static func isWhole(_ bytes: [UInt8]) -> Bool { UTF8Check.isWhole(bytes) }

  private init(utf8 file: [UInt8], from start: Int, isWhole: Bool) {
    bytes = file
    self.start = start
    encoding = .utf8
    isUTF8 = isWhole
    note = isWhole ? nil : Self.replacement(UTF8Text(file[start...]).invalid, in: .utf8)
  }

  /// - Parameter decoded: The text, and how many of its characters were replaced.
  private init(_ decoded: (text: [UInt8], replaced: Int), _ encoding: TextEncoding) {
    bytes = decoded.text
    start = 0
    self.encoding = encoding
    isUTF8 = true
    note = decoded.replaced == 0 ? nil : Self.replacement(decoded.replaced, in: encoding)
  }

  private init(utf16 file: ArraySlice<UInt8>, _ encoding: TextEncoding) {
    self.init(UTF16Text.decode(file, bigEndian: encoding == .utf16BigEndian), encoding)
  }

  private init(utf32 file: ArraySlice<UInt8>, _ encoding: TextEncoding) {
    self.init(UTF32Text.decode(file, bigEndian: encoding == .utf32BigEndian), encoding)
  }

  private init(legacy file: [UInt8]) {
    let evidence = LegacyEvidence(file)
    bytes = LegacyDecoder(evidence.encoding)?.decode(file) ?? file
    isUTF8 = Self.isWhole(bytes)
    start = 0
    encoding = evidence.encoding
    note = .legacyEncoding(name: encoding.rawValue, evidence: "\(evidence)")
  }

  private static func replacement(_ count: Int, in encoding: TextEncoding) -> ReadingNote {
    .legacyEncoding(name: encoding.rawValue, evidence: "\u{FFFD} × \(count)")
  }
}
