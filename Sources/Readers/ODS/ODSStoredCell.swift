import Spreadsheet

/// The pieces of the table cell that is being parsed (ODF 1.3 Part 3, §9.1.4); its buffers serve
/// every cell of a sheet.
struct ODSStoredCell {
  /// The type of a cell's value (§19.389).
  enum ValueType {
    case none, number, percentage, date, time, boolean, string
  }

  private(set) var type = ValueType.none
  private(set) var columnsRepeated = 1
  private(set) var columnsSpanned = 1
  private(set) var rowsSpanned = 1
  private var value: [UInt8] = []
  private var stringValue: [UInt8] = []
  private var formulaText: [UInt8] = []
  private var hasFormula = false
  private var isError = false

  /// Begins the cell that `element` starts.
  ///
  /// - Throws: `PartFault` when a count is no number.
  mutating func begin(_ element: XMLElement) throws {
    reset()
    try element.forEachQualifiedAttribute { namespace, name, text in
      switch name {
      case "value-type":
        if namespace.map({ $0 == Self.extensions }) == true {
          isError = text == "error"
        } else {
          type = Self.type(text)
        }
      case "value", "date-value", "time-value", "boolean-value":
        value.removeAll(keepingCapacity: true)
        text.append(to: &value)
      case "string-value": text.append(to: &stringValue)
      case "formula":
        hasFormula = true
        text.append(to: &formulaText)
      case "number-columns-repeated": columnsRepeated = try ODSCount.value(text)
      case "number-columns-spanned": columnsSpanned = try ODSCount.value(text)
      case "number-rows-spanned": rowsSpanned = try ODSCount.value(text)
      default: break
      }
    }
  }

  /// What LibreOffice adds to the standard's attributes.
  private static let extensions: StaticString =
    "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"

  private mutating func reset() {
    type = .none
    columnsRepeated = 1
    columnsSpanned = 1
    rowsSpanned = 1
    value.removeAll(keepingCapacity: true)
    stringValue.removeAll(keepingCapacity: true)
    formulaText.removeAll(keepingCapacity: true)
    hasFormula = false
    isError = false
  }

  private static func type(_ name: XMLText) -> ValueType {
    switch name {
    case "float", "currency": .number
    case "percentage": .percentage
    case "date": .date
    case "time": .time
    case "boolean": .boolean
    case "string": .string
    default: .none
    }
  }

  /// Whether the paragraphs say more than the attributes do.
  ///
  /// A formula's may name an error: before there was an attribute for it the value beside was 0.
  var needsText: Bool {
    hasFormula || isError || type == .none || type == .string && stringValue.isEmpty
      || type != .string && value.isEmpty
  }

  /// The formula in A1 notation; nil where the cell has none.
  var formula: String? {
    hasFormula ? OpenFormula.text(String(decoding: formulaText, as: UTF8.self)) : nil
  }

  /// The value, `text` being what the cell's paragraphs say and `isShown` whether there is one.
  func value(text: String, isShown: Bool, nullDate: ODSNullDate) -> CellValue {
    if isError || hasFormula && OpenFormula.isErrorToken(text) {
      let token = text.isEmpty ? String(decoding: stringValue, as: UTF8.self) : text
      return token.isEmpty ? .empty : .error(token)
    }
    switch type {
    case .none:
      // LibreOffice gives a formula that results in an empty text no type, but an empty paragraph.
      return text.isEmpty && !(hasFormula && isShown) ? .empty : .text(text)
    case .string:
      return .text(stringValue.isEmpty ? text : String(decoding: stringValue, as: UTF8.self))
    case .boolean where !value.isEmpty:
      return .boolean(value == Array("true".utf8) || value == [UInt8(ascii: "1")])
    case .number, .percentage:
      if let number = DecimalText.double(value) { return .number(number) }
    case .date:
      if let value = ISODateTime.value(String(decoding: value, as: UTF8.self)) {
        guard case .date(let date) = value, nullDate.isDay(of: date) else { return value }
        return .time(date.time)
      }
    case .time:
      if let seconds = ODSDuration.seconds(value) { return Self.time(seconds) }
    case .boolean: break
    }
    // Not lost and not guessed: whoever reads the cell sees what was stored.
    let stored = text.isEmpty ? String(decoding: value, as: UTF8.self) : text
    return stored.isEmpty ? .empty : .text(stored)
  }

  /// A time of day to the millisecond, or a number of days.
  private static func time(_ seconds: Double) -> CellValue {
    let milliseconds = (seconds * 1000).rounded()
    return (0..<86_400_000).contains(milliseconds)
      ? .time(CivilTime(milliseconds: Int(milliseconds))) : .number(seconds / 86_400)
  }
}

/// Counts of repeated or spanned rows and columns.
enum ODSCount {
  /// The count that `text` writes, at least 1.
  ///
  /// - Throws: `PartFault` when it is no number: where the cells behind it stand is not known then.
  static func value(_ text: XMLText) throws -> Int {
    guard let count = DecimalText.integer(text) else {
      throw PartFault("“\(text.string)” is no count of rows or columns")
    }
    return max(1, count)
  }
}
