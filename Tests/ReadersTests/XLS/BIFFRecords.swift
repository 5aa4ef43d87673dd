/// Records of BIFF as bytes, for workbooks that tests build.
enum BIFF {
  /// A record with its type and length ([MS-XLS] §2.1.4).
  static func record(_ type: UInt16, _ data: [UInt8] = []) -> [UInt8] {
    number(type) + number(UInt16(data.count)) + data
  }

  /// A number, lowest byte first.
  static func number(_ value: some FixedWidthInteger) -> [UInt8] {
    withUnsafeBytes(of: value.littleEndian) { Array($0) }
  }

  /// A double.
  static func double(_ value: Double) -> [UInt8] { number(value.bitPattern) }

  /// The beginning of a cell's record: row and column from 1, and its format.
  static func place(_ row: Int, _ column: Int, format: UInt16 = 0) -> [UInt8] {
    number(UInt16(row - 1)) + number(UInt16(column - 1)) + number(format)
  }

  /// BOF of BIFF8 or BIFF5.
  static func beginning(_ content: UInt16, version: UInt16 = 0x0600) -> [UInt8] {
    record(0x0809, number(version) + number(content) + [UInt8](repeating: 0, count: 12))
  }

  static let end = record(0x000A)
  static let worksheet: UInt16 = 0x0010
  static let chart: UInt16 = 0x0020

  static func numberCell(_ row: Int, _ column: Int, _ value: Double, format: UInt16 = 0) -> [UInt8]
  {
    record(0x0203, place(row, column, format: format) + double(value))
  }

  static func label(_ row: Int, _ column: Int, _ text: String) -> [UInt8] {
    record(0x0204, place(row, column) + longText(text))
  }

  static func sharedLabel(_ row: Int, _ column: Int, _ index: UInt32) -> [UInt8] {
    record(0x00FD, place(row, column) + number(index))
  }

  /// Formula with the eight bytes of its result; its tokens are those of `1+1` unless given.
  static func formula(
    _ row: Int, _ column: Int, result: [UInt8] = special(3), flags: UInt16 = 0,
    format: UInt16 = 0, tokens: [UInt8] = [0x1E, 1, 0, 0x1E, 1, 0, 0x03]
  ) -> [UInt8] {
    record(
      0x0006,
      place(row, column, format: format) + result + number(flags) + [0, 0, 0, 0]
        + number(UInt16(tokens.count)) + tokens)
  }

  /// A formula's result that is no number.
  static func special(_ kind: UInt8, _ value: UInt8 = 0) -> [UInt8] {
    [kind, 0, value, 0, 0, 0, 0xFF, 0xFF]
  }

  /// A text with a length of two bytes, in two bytes a character.
  static func longText(_ text: String) -> [UInt8] {
    number(UInt16(text.utf16.count)) + [1] + text.utf16.flatMap(number)
  }

  /// A text with a length of one byte.
  static func shortText(_ text: String) -> [UInt8] {
    [UInt8(text.utf16.count), 1] + text.utf16.flatMap(number)
  }

  /// The shared string table.
  static func sharedStrings(_ strings: [String]) -> [UInt8] {
    let count = number(UInt32(strings.count))
    return record(0x00FC, count + count + strings.flatMap(longText))
  }

  /// Format: a number format of its own number.
  static func format(_ identifier: UInt16, _ code: String) -> [UInt8] {
    record(0x041E, number(identifier) + longText(code))
  }

  /// XF: a cell format that shows the number format `identifier`.
  static func cellFormat(_ identifier: UInt16) -> [UInt8] {
    record(0x00E0, number(UInt16(0)) + number(identifier) + [UInt8](repeating: 0, count: 16))
  }
}
