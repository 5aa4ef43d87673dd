import Spreadsheet

/// Builds the expression of a formula (ECMA-376 Part 1, §18.17.2, with the precedence of
/// §18.17.2.2: sign, percent, power, product, sum, join, comparison).
struct FormulaParser {
  private let tokens: [FormulaToken]
  private var position = 0
  private var depth = 0

  /// How deep parentheses and calls may be nested, as spreadsheet programs allow.
  private static let maximumDepth = 64

  /// The binary operators, the loosest first.
  private static let levels: [[FormulaToken.Symbol]] = [
    [.equal, .unequal, .less, .lessOrEqual, .greater, .greaterOrEqual],
    [.join], [.plus, .minus], [.times, .divide], [.power],
  ]

  /// The expression of a formula's text.
  ///
  /// - Throws: `FormulaFailure.unsupported` with what is not understood.
  static func expression(of formula: String) throws(FormulaFailure) -> FormulaExpression {
    var parser = FormulaParser(tokens: try FormulaTokenizer.tokens(of: formula))
    let expression = try parser.binary(level: 0)
    guard parser.position == parser.tokens.count else { throw parser.unexpected() }
    return expression
  }

  private init(tokens: [FormulaToken]) {
    self.tokens = tokens
  }

  private var current: FormulaToken? { position < tokens.count ? tokens[position] : nil }

  private var currentSymbol: FormulaToken.Symbol? {
    if case .symbol(let symbol) = current { symbol } else { nil }
  }

  private mutating func take(_ symbol: FormulaToken.Symbol) -> Bool {
    guard currentSymbol == symbol else { return false }
    position += 1
    return true
  }

  private func unexpected() -> FormulaFailure {
    switch current {
    case nil: .unsupported("end of formula")
    case .symbol(let symbol): .unsupported(symbol.rawValue)
    case .word(let word): .unsupported(word)
    case .quotedSheet(let name): .unsupported(name)
    case .error(let token): .unsupported(token)
    case .number(let number): .unsupported("\(number)")
    case .string(let text): .unsupported("\"\(text)\"")
    }
  }

  private mutating func binary(level: Int) throws(FormulaFailure) -> FormulaExpression {
    guard level < Self.levels.count else { return try signed() }
    let first = try binary(level: level + 1)
    var rest: [FormulaExpression.Link] = []
    while let symbol = currentSymbol, Self.levels[level].contains(symbol) {
      position += 1
      rest.append(FormulaExpression.Link(symbol: symbol, operand: try binary(level: level + 1)))
    }
    return rest.isEmpty ? first : .chain(first: first, rest: rest)
  }

  /// Signs bind tighter than the power: `-2^2` is 4.
  private mutating func signed() throws(FormulaFailure) -> FormulaExpression {
    var isNegative = false
    var minuses = 0
    while let symbol = currentSymbol, symbol == .minus || symbol == .plus {
      position += 1
      if symbol == .minus {
        isNegative.toggle()
        minuses += 1
      }
    }
    var operand = try primary()
    var percents = 0
    while take(.percent) {
      percents += 1
      guard percents <= Self.maximumDepth else { throw .unsupported("nesting") }
      operand = .percent(operand)
    }
    // An even number of minuses still makes a number of text: `--A1`.
    if isNegative { return .negated(operand) }
    return minuses > 0 ? .negated(.negated(operand)) : operand
  }

  private mutating func primary() throws(FormulaFailure) -> FormulaExpression {
    switch current {
    case .symbol(.open):
      position += 1
      let inner = try nested { parser throws(FormulaFailure) in try parser.binary(level: 0) }
      guard take(.close) else { throw unexpected() }
      return inner
    case .string(let text):
      position += 1
      return .value(.text(text))
    case .error(let token):
      position += 1
      return .value(.error(token))
    case .number(let number):
      position += 1
      // `1:5` are whole rows.
      if currentSymbol == .colon {
        position -= 1
        return try reference(sheet: nil)
      }
      return .value(.number(number))
    case .quotedSheet(let name):
      position += 1
      guard take(.sheetMark) else { throw unexpected() }
      return try reference(sheet: name)
    case .word(let word):
      position += 1
      if take(.sheetMark) { return try reference(sheet: word) }
      if take(.open) { return try call(word) }
      switch word.uppercased() {
      case "TRUE": return .value(.boolean(true))
      case "FALSE": return .value(.boolean(false))
      default:
        position -= 1
        return try reference(sheet: nil)
      }
    case .symbol, nil: throw unexpected()
    }
  }

  private mutating func nested<Result>(
    _ parse: (inout FormulaParser) throws(FormulaFailure) -> Result
  ) throws(FormulaFailure) -> Result {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.maximumDepth else { throw .unsupported("nesting") }
    return try parse(&self)
  }

  private mutating func call(_ name: String) throws(FormulaFailure) -> FormulaExpression {
    guard let function = FormulaFunction(name: name) else { throw .unsupported(name) }
    let arguments = try nested { parser throws(FormulaFailure) in try parser.arguments() }
    guard function.argumentCounts.contains(arguments.count) else {
      throw .unsupported("\(name) of \(arguments.count)")
    }
    return .call(function, arguments)
  }

  private mutating func arguments() throws(FormulaFailure) -> [FormulaExpression] {
    if take(.close) { return [] }
    var arguments: [FormulaExpression] = []
    while true {
      if currentSymbol == .comma || currentSymbol == .close {
        arguments.append(.omitted)
      } else {
        arguments.append(try binary(level: 0))
      }
      if take(.close) { return arguments }
      guard take(.comma) else { throw unexpected() }
    }
  }

  // MARK: References

  /// One side of a reference: a cell, a whole column or a whole row.
  private enum Corner {
    case cell(CellReference)
    case column(Int)
    case row(Int)
  }

  private mutating func reference(sheet: String?) throws(FormulaFailure) -> FormulaExpression {
    if sheet != nil, case .error(let token) = current {
      position += 1
      return .value(.error(token))
    }
    let first = try corner()
    guard take(.colon) else {
      guard case .cell(let cell) = first else {
        position -= 1
        throw unexpected()
      }
      return .reference(sheet: sheet, range: CellRange(cell, cell))
    }
    let last = try corner()
    // Sheets on both sides, or a third corner, make references that are not read here.
    guard currentSymbol != .sheetMark, currentSymbol != .colon else { throw unexpected() }
    let range =
      switch (first, last) {
      case (.cell(let one), .cell(let other)): CellRange(one, other)
      case (.column(let one), .column(let other)):
        CellRange(
          CellReference(row: 1, column: one),
          CellReference(row: FormulaExpression.lastRow, column: other))
      case (.row(let one), .row(let other)):
        CellRange(
          CellReference(row: one, column: 1),
          CellReference(row: other, column: FormulaExpression.lastColumn))
      default: throw unexpected()
      }
    return .reference(sheet: sheet, range: range)
  }

  private mutating func corner() throws(FormulaFailure) -> Corner {
    switch current {
    case .number(let number):
      guard let row = Int(exactly: number), (1...FormulaExpression.lastRow).contains(row) else {
        throw unexpected()
      }
      position += 1
      return .row(row)
    case .word(let word):
      guard let corner = Self.corner(word) else { throw unexpected() }
      position += 1
      return corner
    default: throw unexpected()
    }
  }

  /// Reads `B2`, `$B$2`, `B`, `$B` or `$2`; nil where the word is a name.
  private static func corner(_ word: String) -> Corner? {
    var rest = word[...]
    if rest.first == "$" { rest = rest.dropFirst() }
    let letters = rest.prefix { $0.isASCII && $0.isLetter }
    rest = rest.dropFirst(letters.count)
    let isFixedRow = !letters.isEmpty && rest.first == "$"
    if isFixedRow { rest = rest.dropFirst() }
    let column = letters.utf8.reduce(0) { min($0 * 26 + Int($1 & 31), 1 << 20) }
    guard letters.isEmpty || column <= FormulaExpression.lastColumn else { return nil }
    if rest.isEmpty { return letters.isEmpty || isFixedRow ? nil : .column(column) }
    guard rest.allSatisfy({ $0.isASCII && $0.isNumber }), let row = Int(rest),
      (1...FormulaExpression.lastRow).contains(row)
    else { return nil }
    return letters.isEmpty ? .row(row) : .cell(CellReference(row: row, column: column))
  }
}
