import Spreadsheet

/// What Excel and LibreOffice note of a cell's value beside the text that the page shows.
struct HTMLCellAttributes {
  /// `x:num`: a number; the text is it where the attribute is empty.
  private var number: String?
  /// `x:bool`.
  private var boolean: String?
  /// `x:err`.
  private var error: String?
  /// `x:str`: a text, whatever it looks like.
  private var isText = false
  /// `x:fmla` without its `=`.
  let formula: String?
  /// `sdval` and `sdnum`: a number and, behind two semicolons, its format.
  private var officeNumber: String?
  private var officeFormat: String?
  private let style: HTMLStyle

  /// The attributes of a cell with the given style.
  init(_ attributes: HTMLAttributes, style: HTMLStyle) {
    number = attributes["x:num"]
    boolean = attributes["x:bool"]
    error = attributes["x:err"]
    isText = attributes["x:str"] != nil
    formula = attributes["x:fmla"].map { $0.hasPrefix("=") ? String($0.dropFirst()) : $0 }
    officeNumber = attributes["sdval"]
    officeFormat = attributes["sdnum"]
    self.style = style
  }

  /// The value of a cell whose text is `text`.
  func value(
    text: String, formats: inout HTMLNumberFormats
  ) -> (value: CellValue, isPercentage: Bool, isTyped: Bool) {
    if let error {
      let token = error.isEmpty ? text : error
      if !token.isEmpty { return (.error(token), false, true) }
    }
    if let boolean {
      let word = (boolean.isEmpty ? text : boolean).lowercased()
      if ["true", "1"].contains(word) { return (.boolean(true), false, true) }
      if ["false", "0"].contains(word) { return (.boolean(false), false, true) }
    }
    if let stored = officeNumber, let value = DecimalText.double(Array(stored.utf8)) {
      return officeValue(value, text: text, formats: &formats)
    }
    let format = style.numberFormat ?? ""
    if let number {
      let stored = number.isEmpty ? text : number
      if let value = DecimalText.double(Array(stored.utf8)) {
        let typed = formats.value(value, format: format)
        return (typed.value, typed.isPercentage, true)
      }
    }
    if !isText, let typed = numberAsShown(text, format: format, formats: &formats) {
      return (typed.value, typed.isPercentage, true)
    }
    return (text.isEmpty ? .empty : .text(text), false, isText)
  }

  /// LibreOffice writes errors as the number 0 and booleans as numbers of a format of their own.
  private func officeValue(
    _ number: Double, text: String, formats: inout HTMLNumberFormats
  ) -> (value: CellValue, isPercentage: Bool, isTyped: Bool) {
    if number == 0, OpenFormula.isErrorToken(text) { return (.error(text), false, true) }
    let parts = officeFormat?.split(separator: ";", maxSplits: 2, omittingEmptySubsequences: false)
    let format = parts.flatMap { $0.count == 3 ? String($0[2]) : nil } ?? ""
    if format.uppercased() == "BOOLEAN" { return (.boolean(number != 0), false, true) }
    let typed = formats.value(number, format: format)
    return (typed.value, typed.isPercentage, true)
  }

  /// The number that `text` shows under a format for numbers; nil where it is written in another
  /// way than with digits and a decimal point.
  private func numberAsShown(
    _ text: String, format: String, formats: inout HTMLNumberFormats
  ) -> (value: CellValue, isPercentage: Bool)? {
    guard !["", "@", "General"].contains(format), !text.isEmpty else { return nil }
    var bytes = Array(text.replacing("\u{A0}", with: " ").utf8)
    // A percentage is a number with a power of ten, not a quotient to be rounded.
    if bytes.last == UInt8(ascii: "%") {
      bytes.removeLast()
      while bytes.last == 0x20 { bytes.removeLast() }
      bytes += "e-2".utf8
    }
    guard let number = DecimalText.double(bytes), formats.isNumeric(number, format: format) else {
      return nil
    }
    return formats.value(number, format: format)
  }
}

/// The number formats of a page, each read once.
struct HTMLNumberFormats {
  /// How serial numbers stand for days.
  var dateSystem = DateSystem.from1900
  private var formats: [NumberFormat] = [.general]
  private var numbers: [String: Int] = [:]

  /// What a number is under a format, and whether it shows as a percentage.
  mutating func value(
    _ number: Double, format: String
  ) -> (value: CellValue, isPercentage: Bool) {
    CellDecoder.value(number, format: self.format(format), dateSystem: dateSystem)
  }

  /// Whether the format shows a number, not a date.
  mutating func isNumeric(_ number: Double, format: String) -> Bool {
    [.number, .percentage].contains(self.format(format).kind(of: number))
  }

  private mutating func format(_ name: String) -> NumberFormat {
    guard !name.isEmpty else { return .general }
    if let number = numbers[name] { return formats[number] }
    let format = NumberFormat(named: name)
    numbers[name] = formats.count
    formats.append(format)
    return format
  }
}
