/// Formulas of OpenDocument (OpenFormula, ODF 1.3 Part 4), brought to the notation of ECMA-376.
enum OpenFormula {
  /// The error values of spreadsheets.
  static let errors: Set<String> = [
    "#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!",
  ]

  /// Whether `text` is how a cell shows an error: a token of the above, or `Err:` and a number, as
  /// LibreOffice shows errors of its own.
  static func isErrorToken(_ text: String) -> Bool {
    guard text.hasPrefix("Err:") else { return text.hasPrefix("#") && errors.contains(text) }
    let number = text.utf8.dropFirst(4)
    return number.count == 3 && number.allSatisfy { (48...57).contains($0) }
  }

  /// The text of `formula` without its prefix and `=`: `of:=SUM([.A1:.A3];1)` is `SUM(A1:A3,1)`;
  /// the empty text where it cannot be said in the other notation.
  static func text(_ formula: String) -> String {
    var rest = Array(formula.utf8)[...]
    var isOpenFormula = true
    // `of:` and `oooc:` name this notation, `msoxl:` that of Excel; without a name it is this one.
    let name = rest.prefix { (97...122).contains($0 | 0x20) }
    if rest.dropFirst(name.count).first == UInt8(ascii: ":") {
      isOpenFormula = !name.elementsEqual("msoxl".utf8)
      rest = rest.dropFirst(name.count + 1)
    }
    if rest.first == UInt8(ascii: "=") { rest = rest.dropFirst() }
    if !isOpenFormula { return String(decoding: rest, as: UTF8.self) }
    var translator = Translator(rest: rest)
    return translator.translate().map { String(decoding: $0, as: UTF8.self) } ?? ""
  }
}

/// Goes through a formula once.
private struct Translator {
  var rest: ArraySlice<UInt8>
  private var output: [UInt8] = []
  /// How many braces of inline arrays are open.
  private var arrayDepth = 0

  init(rest: ArraySlice<UInt8>) {
    self.rest = rest
  }

  mutating func translate() -> [UInt8]? {
    while let byte = rest.first {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "'"): FormulaBytes.copyQuoted(from: &rest, to: &output)
      case UInt8(ascii: "["):
        guard let reference = takeReference() else { return nil }
        output += reference.utf8
      case UInt8(ascii: "#"): copyError()
      default:
        rest = rest.dropFirst()
        append(byte)
      }
    }
    return output
  }

  private mutating func append(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "{"): arrayDepth += 1
    case UInt8(ascii: "}"): arrayDepth -= 1
    default: break
    }
    switch byte {
    case UInt8(ascii: ";"): output.append(UInt8(ascii: ","))
    case UInt8(ascii: "|") where arrayDepth > 0: output.append(UInt8(ascii: ";"))
    // Intersection and union of references (Part 4, §5.10).
    case UInt8(ascii: "!"): output.append(UInt8(ascii: " "))
    case UInt8(ascii: "~"): output.append(UInt8(ascii: ","))
    case UInt8(ascii: "("):
      dropVendor()
      output.append(byte)
    default: output.append(byte)
    }
  }

  /// Functions that Excel had first carry its maker's name in front.
  private mutating func dropVendor() {
    let prefix = Array("COM.MICROSOFT.".utf8)
    let start =
      output.lastIndex { !FormulaBytes.isNameByte($0) }
      .map { $0 + 1 } ?? 0
    if output[start...].starts(with: prefix) {
      output.removeSubrange(start..<(start + prefix.count))
    }
  }

  /// The exclamation mark of an error is no intersection.
  private mutating func copyError() {
    for error in OpenFormula.errors where rest.starts(with: error.utf8) {
      output += error.utf8
      rest = rest.dropFirst(error.utf8.count)
      return
    }
    output.append(UInt8(ascii: "#"))
    rest = rest.dropFirst()
  }

  /// Takes `[.A1]`, `[.A1:.B2]`, `[$Sheet.A1:.B2]` … (Part 4, §5.8).
  private mutating func takeReference() -> String? {
    rest = rest.dropFirst()
    var first = Corner()
    guard first.take(from: &rest) else { return nil }
    var second: Corner?
    if rest.first == UInt8(ascii: ":") {
      rest = rest.dropFirst()
      var corner = Corner()
      guard corner.take(from: &rest) else { return nil }
      second = corner
    }
    guard rest.popFirst() == UInt8(ascii: "]") else { return nil }
    return Corner.reference(from: first, to: second)
  }
}

/// One end of a reference: a file, a sheet, and a cell, column or row.
private struct Corner {
  private var file: String?
  private var sheet: String?
  private var address = ""

  /// Takes the corner that `rest` begins with.
  mutating func take(from rest: inout ArraySlice<UInt8>) -> Bool {
    let start = rest
    if var name = Self.name(from: &rest) {
      if rest.first == UInt8(ascii: "#") {
        file = name
        rest = rest.dropFirst()
        guard let inner = Self.name(from: &rest) else { return false }
        name = inner
      }
      sheet = name
    } else {
      rest = start
    }
    if sheet == "#REF!", rest.first != UInt8(ascii: ".") { return true }
    guard rest.popFirst() == UInt8(ascii: ".") else { return false }
    let end = rest.prefix { $0 != UInt8(ascii: ":") && $0 != UInt8(ascii: "]") }
    rest = rest.dropFirst(end.count)
    address = String(decoding: end, as: UTF8.self)
    return !address.isEmpty
  }

  /// A name of a sheet or file, plain or between apostrophes; nil where there is none.
  private static func name(from rest: inout ArraySlice<UInt8>) -> String? {
    if rest.first == UInt8(ascii: "$") { rest = rest.dropFirst() }
    guard rest.first == UInt8(ascii: "'") else {
      let plain = rest.prefix {
        $0 != UInt8(ascii: ".") && $0 != UInt8(ascii: "]") && $0 != UInt8(ascii: ":")
      }
      rest = rest.dropFirst(plain.count)
      return plain.isEmpty ? nil : String(decoding: plain, as: UTF8.self)
    }
    rest = rest.dropFirst()
    var name: [UInt8] = []
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "'") {
        guard rest.first == byte else { return String(decoding: name, as: UTF8.self) }
        rest = rest.dropFirst()
      }
      name.append(byte)
    }
    return nil
  }

  static func reference(from first: Corner, to second: Corner?) -> String {
    let corners = [first] + (second.map { [$0] } ?? [])
    if corners.contains(where: { $0.address.contains("#REF!") || $0.sheet == "#REF!" }) {
      return "#REF!"
    }
    var place = first.sheet ?? ""
    // From sheet to sheet, as the other notation writes it.
    if let last = second?.sheet, last != first.sheet { place += ":\(last)" }
    if let file = first.file { place = "[\(file)]\(place)" }
    let sheet = place.isEmpty ? "" : "'\(place.replacing("'", with: "''"))'!"
    return sheet + corners.map(\.address).joined(separator: ":")
  }
}
