/// The version of the Binary Interchange File Format, and what differs with it.
enum BIFFVersion: Int, Comparable {
  /// Excel 2: one sheet a file, each cell with its own attributes.
  case biff2 = 2
  /// Excel 3: one sheet a file.
  case biff3 = 3
  /// Excel 4: one sheet a file, or a workspace of several.
  case biff4 = 4
  /// Excel 5 and 95: workbooks, text in a code page.
  case biff5 = 5
  /// Excel 97 to 2003: text in Unicode.
  case biff8 = 8

  static func < (left: BIFFVersion, right: BIFFVersion) -> Bool { left.rawValue < right.rawValue }
}

/// The beginning of a substream: the record BOF ([MS-XLS] §2.4.21).
struct BIFFBeginning {
  /// What a substream holds.
  enum Content {
    case globals, worksheet, chart, macroSheet, workspace, other
  }

  let version: BIFFVersion
  let content: Content

  /// Reads the record; nil when it is another one, or of a version that never was.
  init?(_ record: BIFFRecord, in bytes: [UInt8]) {
    guard record.body.count >= 4 else { return nil }
    let type = bytes.uint16(at: record.body.lowerBound + 2)
    switch record.type {
    case 0x0009: version = .biff2
    case 0x0209: version = .biff3
    case 0x0409: version = .biff4
    case BIFFRecord.beginning:
      switch bytes.uint16(at: record.body.lowerBound) {
      case 0x0600: version = .biff8
      case 0x0500: version = .biff5
      // Excel opens what other programs mark wrong; these are the marks that are met.
      case 0x0400: version = .biff4
      case 0x0300: version = .biff3
      case 0x0200, 0x0002, 0x0007: version = .biff2
      case 0x0000: version = type == 0x1000 ? .biff5 : .biff8
      default: return nil
      }
    default: return nil
    }
    switch type {
    case 0x0005: content = .globals
    case 0x0010: content = .worksheet
    case 0x0020: content = .chart
    case 0x0040: content = .macroSheet
    case 0x0100: content = .workspace
    default: content = .other
    }
  }
}
