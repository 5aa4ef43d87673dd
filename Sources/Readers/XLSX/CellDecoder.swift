import Spreadsheet

/// What a cell holds once its type and its number format are known.
struct DecodedCell {
  var content: CellView.Content
  var isPercentage = false
  /// Where a shared string is; the text of other cells is what they store.
  var sharedText: TextSlice?
}

/// Turns what a cell stores into its value (ECMA-376 Part 1, §18.3.1.4).
struct CellDecoder: Sendable {
  let sharedStrings: SharedStrings
  let styles: Styles
  let dateSystem: DateSystem

  /// The type of a cell (§18.18.11).
  enum StoredType {
    case number, sharedString, formulaString, inlineString, boolean, error, date

    /// The type that the attribute `t` names; a number for an unknown one.
    init(_ name: XMLText) {
      switch name {
      case "s": self = .sharedString
      case "str": self = .formulaString
      case "inlineStr": self = .inlineString
      case "b": self = .boolean
      case "e": self = .error
      case "d": self = .date
      default: self = .number
      }
    }
  }

  /// What a cell holds that stores `bytes`, which become its text.
  ///
  /// - Throws: `PartFault` when it names a shared string that is not there.
  func decode(_ bytes: inout [UInt8], type: StoredType, style: Int) throws -> DecodedCell {
    switch type {
    case .formulaString, .inlineString:
      EscapedText.decodeInPlace(&bytes)
      return DecodedCell(content: .text)
    case _ where bytes.isEmpty:
      return DecodedCell(content: .empty)
    case .number:
      guard let number = DecimalText.double(bytes) else {
        // Not lost and not guessed: whoever reads the cell sees what was stored.
        EscapedText.decodeInPlace(&bytes)
        return DecodedCell(content: .text)
      }
      return decode(number, style: style)
    case .sharedString:
      guard let text = DecimalText.integer(bytes).flatMap({ sharedStrings[$0] }) else {
        throw PartFault(
          "shared string \(String(decoding: bytes.prefix(20), as: UTF8.self)) does not exist, "
            + "the workbook holds \(sharedStrings.count)")
      }
      return DecodedCell(content: .text, sharedText: text)
    case .boolean:
      let isTrue = bytes == [UInt8(ascii: "1")] || bytes.first.map { $0 | 0x20 } == 0x74
      return DecodedCell(content: .boolean(isTrue))
    case .error:
      return DecodedCell(content: .error)
    case .date:
      if let value = ISODateTime.value(String(decoding: bytes, as: UTF8.self)) {
        return DecodedCell(content: CellView.Content(value))
      }
      // Some producers mark serial numbers as dates.
      guard let number = DecimalText.double(bytes) else { return DecodedCell(content: .text) }
      return decode(number, format: NumberFormat(builtIn: 22))
    }
  }

  /// What a cell holds that stores a number.
  func decode(_ number: Double, style: Int) -> DecodedCell {
    decode(number, format: styles.format(style))
  }

  private func decode(_ number: Double, format: NumberFormat) -> DecodedCell {
    let (value, isPercentage) = Self.value(number, format: format, dateSystem: dateSystem)
    return DecodedCell(content: CellView.Content(value), isPercentage: isPercentage)
  }

  /// What a number is under a number format, and whether it shows as a percentage.
  static func value(
    _ number: Double, format: NumberFormat, dateSystem: DateSystem
  ) -> (value: CellValue, isPercentage: Bool) {
    switch format.kind(of: number) {
    case .number: (.number(number), false)
    case .percentage: (.number(number), true)
    case .dateTime: (date(number, in: dateSystem), false)
    case .elapsed: (time(number).map(CellValue.time) ?? .number(number), false)
    }
  }

  /// A number below one is a time of day in both date systems; one that no calendar shows (Excel
  /// fills the cell with `#`) stays a number.
  private static func date(_ number: Double, in dateSystem: DateSystem) -> CellValue {
    if let time = time(number) { return .time(time) }
    return dateSystem.dateTime(ofSerial: number).map(CellValue.date) ?? .number(number)
  }

  /// The time of day of a number from zero to below one, to the millisecond.
  private static func time(_ number: Double) -> CivilTime? {
    guard number >= 0, number < 1 else { return nil }
    let milliseconds = Int((number * 86_400_000).rounded())
    return milliseconds < 86_400_000 ? CivilTime(milliseconds: milliseconds) : nil
  }
}

extension CellView.Content {
  /// The type of `value`, and the value where it is no text.
  init(_ value: CellValue) {
    self =
      switch value {
      case .empty: .empty
      case .number(let number): .number(number)
      case .text: .text
      case .boolean(let flag): .boolean(flag)
      case .error: .error
      case .date(let date): .date(date)
      case .time(let time): .time(time)
      }
  }
}
