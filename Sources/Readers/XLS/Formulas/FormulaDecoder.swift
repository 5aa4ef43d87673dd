import Spreadsheet

/// Writes the parsed expressions of BIFF as text in A1 notation ([MS-XLS] §2.5.198).
///
/// The tokens stand in the order in which they are computed; operands wait on a stack for their
/// operator.
struct FormulaDecoder {
  let version: BIFFVersion
  let text: BIFFText
  let links: LinkTable

  /// The most bytes of tokens that a formula has (§2.5.198.104).
  static let tokenLimit = 1800
  /// The longest text, in bytes: no program takes in a longer formula, and texts are put together
  /// piece by piece.
  fileprivate static let textLimit = 8192

  /// The text of a formula without a leading `=`.
  ///
  /// Nil where it holds what has no text (a data table, a relic of a natural language formula) or
  /// what formulas are not computed with (an inline array), is damaged, or is longer than formulas
  /// may be.
  ///
  /// - Parameters:
  ///   - tokens: The fields of a record, up to the tokens.
  ///   - count: How many bytes of tokens there are.
  ///   - origin: The cell from which references of a shared formula count; nil for another one.
  ///   - cost: Grows by the bytes that were moved for it.
  func text(
    of tokens: BIFFFields, count: Int, from origin: CellReference?, cost: inout Int
  ) -> String? {
    guard count > 0, count <= Self.tokenLimit, count <= tokens.count else { return nil }
    var reader = FormulaTokenReader(
      decoder: self, fields: tokens, end: tokens.count - count, origin: origin)
    defer { cost += reader.cost }
    return try? reader.text()
  }
}

/// Thrown where a formula cannot be said as text.
private struct Undecodable: Error {}

/// Goes through the tokens of one formula.
private struct FormulaTokenReader {
  let decoder: FormulaDecoder
  var fields: BIFFFields
  /// How many bytes of the record are behind the tokens.
  let end: Int
  /// The cell that distances count from; nil where references are addresses.
  let origin: CellReference?
  var stack: [FormulaOperand] = []
  /// How many bytes of text were put together, pieces of pieces included.
  var cost = 0

  private var version: BIFFVersion { decoder.version }

  init(decoder: FormulaDecoder, fields: BIFFFields, end: Int, origin: CellReference?) {
    self.decoder = decoder
    self.fields = fields
    self.end = end
    self.origin = origin
  }

  mutating func text() throws -> String {
    while fields.count > end { try readToken() }
    guard fields.count == end, stack.count == 1 else { throw Undecodable() }
    return stack[0].text
  }

  private mutating func push(_ operand: FormulaOperand) throws {
    cost += operand.text.utf8.count
    guard operand.text.utf8.count <= FormulaDecoder.textLimit else { throw Undecodable() }
    stack.append(operand)
  }

  private mutating func pop() throws -> FormulaOperand {
    guard let operand = stack.popLast() else { throw Undecodable() }
    return operand
  }

  private mutating func readToken() throws {
    let token = try fields.uint8()
    // The classes of operands, by bits 5 and 6, say what kind of value is wanted of them.
    let kind = token & 0x60 != 0 ? token & 0x1F | 0x20 : token
    switch kind {
    case 0x03...0x11: try readBinary(kind)
    case 0x12...0x15: try readUnary(kind)
    case 0x16: try push(FormulaOperand(""))
    case 0x17...0x19, 0x1C...0x1F: try readConstantOrAttribute(kind)
    case 0x21...0x23, 0x39: try readCallOrName(kind)
    case 0x24...0x2D: try readReference(kind)
    case 0x3A...0x3D: try readSheetReference(kind)
    default: throw Undecodable()
    }
  }

  private static let binarySigns: [(sign: String, strength: FormulaOperand.Strength)] = [
    ("+", .sum), ("-", .sum), ("*", .product), ("/", .product), ("^", .power), ("&", .joining),
    ("<", .comparison), ("<=", .comparison), ("=", .comparison), (">=", .comparison),
    (">", .comparison), ("<>", .comparison), (" ", .intersection), (",", .union), (":", .range),
  ]

  private mutating func readBinary(_ kind: UInt8) throws {
    let right = try pop()
    var left = try pop()
    let (sign, strength) = Self.binarySigns[Int(kind) - 3]
    left.join(sign, strength, right)
    try push(left)
  }

  private mutating func readUnary(_ kind: UInt8) throws {
    var operand = try pop()
    switch kind {
    case 0x12: operand.prefix("+")
    case 0x13: operand.prefix("-")
    case 0x14: operand.addPercent()
    default: operand.enclose()
    }
    try push(operand)
  }
}

// MARK: Constants, functions and names

extension FormulaTokenReader {
  private mutating func readConstantOrAttribute(_ kind: UInt8) throws {
    switch kind {
    case 0x17:
      let text = try decoder.text.short(&fields)
      try push(FormulaOperand("\"" + text.replacing("\"", with: "\"\"") + "\""))
    case 0x19: try readAttribute()
    case 0x1C:
      guard case .error(let token) = try CellContent.error(fields.uint8()) else {
        throw Undecodable()
      }
      try push(FormulaOperand(token))
    case 0x1D: try push(FormulaOperand(try fields.uint8() != 0 ? "TRUE" : "FALSE"))
    case 0x1E: try push(FormulaOperand("\(try fields.uint16())"))
    case 0x1F:
      let number = Double(bitPattern: try fields.uint64())
      guard number.isFinite else { throw Undecodable() }
      try push(
        FormulaOperand(
          CellValue.shortest(number).uppercased(), strength: number < 0 ? .sign : .whole))
    default: throw Undecodable()
    }
  }

  /// PtgAttr: how a program computes or lays out the formula, but for the sum of one argument
  /// (§2.5.198.38 and below).
  private mutating func readAttribute() throws {
    let flags = try fields.uint8()
    let data = version == .biff2 ? Int(try fields.uint8()) : Int(try fields.uint16())
    if flags & 0x04 != 0 {
      // Where each choice is, and where the end.
      try fields.skip((data + 1) * (version == .biff2 ? 1 : 2))
    } else if flags & 0x10 != 0 {
      try call("SUM", argumentCount: 1)
    }
  }

  private mutating func readCallOrName(_ kind: UInt8) throws {
    switch kind {
    case 0x21:
      guard let function = BIFFFunction(number: try functionNumber()),
        let count = function.argumentCount
      else { throw Undecodable() }
      try call(function.name, argumentCount: count)
    case 0x22:
      let count = Int(try fields.uint8() & 0x7F)
      let number = try functionNumber()
      // The functions of macros have numbers of their own.
      guard number & 0x8000 == 0 else { throw Undecodable() }
      if number == BIFFFunction.named {
        guard count > 0, stack.count >= count else { throw Undecodable() }
        let name = stack.remove(at: stack.count - count)
        try call(name.text, argumentCount: count - 1)
      } else {
        guard let function = BIFFFunction(number: number) else { throw Undecodable() }
        try call(function.name, argumentCount: count)
      }
    case 0x23:
      let number = Int(try fields.uint16())
      try fields.skip(version == .biff8 ? 2 : version == .biff5 ? 12 : version == .biff2 ? 5 : 8)
      try pushName(decoder.links.name(number))
    default:
      guard version == .biff8 else { throw Undecodable() }
      let target = Int(try fields.uint16())
      let number = Int(try fields.uint16())
      try fields.skip(2)
      try pushName(decoder.links.name(number, inBookOf: target))
    }
  }

  private mutating func functionNumber() throws -> Int {
    version < .biff4 ? Int(try fields.uint8()) : Int(try fields.uint16())
  }

  private mutating func pushName(_ name: String?) throws {
    guard let name, !name.isEmpty else { throw Undecodable() }
    try push(FormulaOperand(name))
  }

  private mutating func call(_ name: String, argumentCount: Int) throws {
    guard stack.count >= argumentCount else { throw Undecodable() }
    var call = name + "("
    for (index, argument) in stack.suffix(argumentCount).enumerated() {
      if index > 0 { call += "," }
      var argument = argument
      argument.bind(atLeast: .comparison)
      call += argument.text
    }
    stack.removeLast(argumentCount)
    try push(FormulaOperand(call + ")"))
  }
}

// MARK: References

extension FormulaTokenReader {
  private mutating func readReference(_ kind: UInt8) throws {
    switch kind {
    case 0x24, 0x2C: try push(FormulaOperand(try place(isDistance: kind == 0x2C)))
    case 0x25, 0x2D: try push(FormulaOperand(try area(isDistance: kind == 0x2D)))
    // What the operators behind it gave when they were computed last: they give it again.
    case 0x26...0x28: try fields.skip(6)
    case 0x29: try fields.skip(2)
    case 0x2A:
      try fields.skip(version == .biff8 ? 4 : 3)
      try push(FormulaOperand("#REF!"))
    case 0x2B:
      try fields.skip(version == .biff8 ? 8 : 6)
      try push(FormulaOperand("#REF!"))
    default: throw Undecodable()
    }
  }

  private mutating func readSheetReference(_ kind: UInt8) throws {
    let prefix = try sheetPrefix()
    // 0x3B and 0x3D are areas, 0x3C and 0x3D point to cells that were deleted.
    let isArea = kind & 1 != 0
    let reference = try isArea ? area(isDistance: false) : place(isDistance: false)
    switch prefix {
    case _ where kind >= 0x3C: try push(FormulaOperand("#REF!"))
    case .text(let prefix): try push(FormulaOperand(prefix + reference))
    case .lost: try push(FormulaOperand("#REF!"))
    case nil: throw Undecodable()
    }
  }

  private mutating func sheetPrefix() throws -> SheetPrefix? {
    guard version >= .biff5 else { throw Undecodable() }
    let target = try fields.uint16()
    if version == .biff8 { return decoder.links.prefix(ofTarget: Int(target)) }
    try fields.skip(8)
    let first = Int(try fields.uint16())
    let last = Int(try fields.uint16())
    // A negative number means this workbook, another one a sheet of another workbook.
    return target & 0x8000 != 0 ? decoder.links.prefix(first: first, last: last) : nil
  }

  private mutating func place(isDistance: Bool) throws -> String {
    let row = try fields.uint16()
    let column = version == .biff8 ? try fields.uint16() : UInt16(try fields.uint8())
    return try place(row, column, isDistance).text
  }

  private mutating func area(isDistance: Bool) throws -> String {
    let rows = (try fields.uint16(), try fields.uint16())
    let columns =
      version == .biff8
      ? (try fields.uint16(), try fields.uint16())
      : (UInt16(try fields.uint8()), UInt16(try fields.uint8()))
    return try place(rows.0, columns.0, isDistance).text(
      to: place(rows.1, columns.1, isDistance), version: version)
  }

  private func place(_ row: UInt16, _ column: UInt16, _ isDistance: Bool) throws -> FormulaPlace {
    guard !isDistance || origin != nil else { throw Undecodable() }
    return FormulaPlace(
      row: row, column: column, version: version, origin: isDistance ? origin : nil)
  }
}
