/// What SUMIF and its kin compare cells with: a value, or text such as `>=5`, `<>x` or `1.*`.
struct FormulaCriterion {
  private enum Target {
    /// Nothing behind the sign: `=` and `<>` ask for blank cells.
    case blank
    /// A number, with its spelling where the criterion is text.
    case number(Double, spelling: String?)
    case boolean(Bool)
    /// Text in lower case, its wildcards apart.
    case pattern([Piece])
  }

  private enum Piece: Hashable {
    case character(Character)
    case anyCharacter
    case anyText
  }

  private let symbol: FormulaToken.Symbol
  private let target: Target
  /// The empty text as a criterion also takes cells that hold the empty text.
  private let takesEmptyText: Bool

  init(_ value: FormulaValue) throws(FormulaInterruption) {
    var symbol = FormulaToken.Symbol.equal
    var takesEmptyText = false
    switch value {
    case .number(let number): target = .number(number, spelling: nil)
    case .boolean(let flag): target = .boolean(flag)
    // A blank cell as a criterion means 0.
    case .blank: target = .number(0, spelling: nil)
    case .calendar: throw .unsupported("date as a criterion")
    case .error(let token): throw .unsupported("\(token) as a criterion")
    case .text(let text):
      var rest = text[...]
      for candidate in [
        FormulaToken.Symbol.lessOrEqual, .greaterOrEqual, .unequal, .less, .greater, .equal,
      ] where rest.hasPrefix(candidate.rawValue) {
        symbol = candidate
        rest = rest.dropFirst(candidate.rawValue.count)
        break
      }
      takesEmptyText = text.isEmpty
      target = try Self.target(String(rest), symbol)
    }
    self.symbol = symbol
    self.takesEmptyText = takesEmptyText
  }

  private static func target(
    _ text: String, _ symbol: FormulaToken.Symbol
  ) throws(FormulaInterruption) -> Target {
    let isEquality = symbol == .equal || symbol == .unequal
    if text.isEmpty {
      guard isEquality else { throw .unsupported("order of texts") }
      return .blank
    }
    if text.uppercased() == "TRUE" { return .boolean(true) }
    if text.uppercased() == "FALSE" { return .boolean(false) }
    if text.first == "#", FormulaValue.errorTokens.contains(text.uppercased()) {
      throw .unsupported("\(text) as a criterion")
    }
    switch TextNumber(text) {
    case .number(let number): return .number(number, spelling: text)
    case .unclear where !text.contains("*") && !text.contains("?"):
      throw .unsupported("\"\(text)\" as a criterion")
    case .words, .unclear:
      guard isEquality else { throw .unsupported("order of texts") }
      return .pattern(pieces(text))
    }
  }

  private static func pieces(_ text: String) -> [Piece] {
    var pieces: [Piece] = []
    var rest = text.lowercased()[...]
    while let character = rest.popFirst() {
      switch character {
      case "*": pieces.append(.anyText)
      case "?": pieces.append(.anyCharacter)
      case "~":
        if let next = rest.first, "*?~".contains(next) {
          pieces.append(.character(next))
          rest.removeFirst()
        } else {
          pieces.append(.character("~"))
        }
      default: pieces.append(.character(character))
      }
    }
    return pieces
  }

  /// Whether a cell meets the criterion.
  func matches(_ value: FormulaValue) throws(FormulaInterruption) -> Bool {
    switch symbol {
    case .equal: return try equals(value)
    case .unequal: return !(try equals(value))
    default: break
    }
    // An order holds among numbers, or among logical values, and between nothing else.
    let order: FormulaInterpreter.Order
    switch (target, value) {
    case (.number(let bound, _), .number(let number)):
      order =
        SignificantDigits.areEqual(number, bound)
        ? .same : FormulaInterpreter.Order(number, bound)
    case (.boolean(let bound), .boolean(let flag)):
      order = FormulaInterpreter.Order(flag ? 1 : 0, bound ? 1 : 0)
    case (.number, .calendar): throw .unsupported("date compared")
    default: return false
    }
    return switch symbol {
    case .less: order == .before
    case .lessOrEqual: order != .after
    case .greater: order == .after
    default: order != .before
    }
  }

  private func equals(_ value: FormulaValue) throws(FormulaInterruption) -> Bool {
    switch (target, value) {
    case (.blank, .blank): return true
    case (.blank, .text(let text)): return takesEmptyText && text.isEmpty
    case (.number(let wanted, _), .number(let number)):
      return SignificantDigits.areEqual(wanted, number)
    // Text that is a number meets the number, but whether `1.10` is one depends on the language:
    // it meets `1.1` in some and in some does not.
    case (.number(_, let spelling?), .text(let text)) where spelling == text: return true
    case (.number(let wanted, _), .text(let text)):
      switch TextNumber(text) {
      case .number(let number):
        guard SignificantDigits.areEqual(wanted, number) else { return false }
        guard text.utf8.allSatisfy({ (48...57).contains($0) }) else {
          throw .unsupported("\"\(text)\" as a number")
        }
        return true
      case .words: return false
      case .unclear: throw .unsupported("\"\(text)\" as a number")
      }
    case (.number, .calendar): throw .unsupported("date compared")
    case (.boolean(let wanted), .boolean(let flag)): return wanted == flag
    case (.pattern(let pieces), .text(let text)):
      return Self.matches(Array(text.lowercased()), pieces)
    default: return false
    }
  }

  /// Matches greedily from the last `*` on: linear in the text for each star.
  private static func matches(_ text: [Character], _ pieces: [Piece]) -> Bool {
    var position = 0
    var piece = 0
    var star: (piece: Int, position: Int)?
    while position < text.count {
      if piece < pieces.count, pieces[piece] == .anyText {
        star = (piece, position)
        piece += 1
      } else if piece < pieces.count,
        pieces[piece] == .anyCharacter || pieces[piece] == .character(text[position])
      {
        piece += 1
        position += 1
      } else if let last = star {
        piece = last.piece + 1
        position = last.position + 1
        star = (last.piece, last.position + 1)
      } else {
        return false
      }
    }
    return pieces[piece...].allSatisfy { $0 == .anyText }
  }
}
