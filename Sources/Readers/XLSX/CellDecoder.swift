import Spreadsheet

/// Turns what a cell stores into its value (ECMA-376 Part 1, §18.3.1.4).
struct CellDecoder {
  let sharedStrings: [String]
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

  /// The value of a cell that stores `bytes`, and whether it shows as a percentage.
  ///
  /// - Throws: `PartFault` when it names a shared string that is not there.
  func value(
    _ bytes: [UInt8], type: StoredType, style: Int
  ) throws -> (value: CellValue, isPercentage: Bool) {
    switch type {
    case .formulaString, .inlineString:
      return (.text(EscapedText.decode(bytes)), false)
    case _ where bytes.isEmpty:
      return (.empty, false)
    case .number:
      guard let number = DecimalText.double(bytes) else {
        // Not lost and not guessed: whoever reads the cell sees what was stored.
        return (.text(EscapedText.decode(bytes)), false)
      }
      return value(number, format: styles.format(style))
    case .sharedString:
      guard let index = DecimalText.integer(bytes), sharedStrings.indices.contains(index) else {
        throw PartFault(
          "shared string \(String(decoding: bytes.prefix(20), as: UTF8.self)) does not exist, "
            + "the workbook holds \(sharedStrings.count)")
      }
      return (.text(sharedStrings[index]), false)
    case .boolean:
      return (
        .boolean(bytes == [UInt8(ascii: "1")] || bytes.first.map { $0 | 0x20 } == 0x74), false
      )
    case .error:
      return (.error(String(decoding: bytes, as: UTF8.self)), false)
    case .date:
      let text = String(decoding: bytes, as: UTF8.self)
      if let value = ISODateTime.value(text) { return (value, false) }
      // Some producers mark serial numbers as dates.
      guard let number = DecimalText.double(bytes) else { return (.text(text), false) }
      return value(number, format: NumberFormat(builtIn: 22))
    }
  }

  private func value(
    _ number: Double, format: NumberFormat
  ) -> (value: CellValue, isPercentage: Bool) {
    Self.value(number, format: format, dateSystem: dateSystem)
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
