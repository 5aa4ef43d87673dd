/// A piece of a formula's text and how loosely its outermost operator binds.
struct FormulaOperand {
  /// How tightly operators bind, the loosest first (ECMA-376 Part 1, §18.17.2.2).
  enum Strength: Int, Comparable {
    /// A list of references, which in most places would be taken for two arguments.
    case union
    case comparison, joining, sum, product, power, sign, percent
    case intersection, range
    /// Needs no parentheses anywhere.
    case whole

    static func < (left: Strength, right: Strength) -> Bool { left.rawValue < right.rawValue }
  }

  private(set) var text: String
  private(set) var strength: Strength

  /// A constant, a reference or a call.
  init(_ text: String, strength: Strength = .whole) {
    self.text = text
    self.strength = strength
  }

  /// Puts parentheses around what binds more loosely than `strength`.
  mutating func bind(atLeast strength: Strength) {
    if self.strength < strength { enclose() }
  }

  /// Puts parentheses around it.
  mutating func enclose() {
    text = "(" + text + ")"
    strength = .whole
  }

  /// Joins it with the operand on the other side of an operator that is taken from left to right.
  mutating func join(_ sign: String, _ strength: Strength, _ right: consuming FormulaOperand) {
    bind(atLeast: strength)
    // The right side of an operator of the same strength was in parentheses.
    if right.strength <= strength, right.strength != .whole { right.enclose() }
    text += sign
    text += right.text
    self.strength = strength
  }

  /// Puts a sign in front.
  mutating func prefix(_ sign: String) {
    bind(atLeast: .sign)
    text = sign + text
    strength = .sign
  }

  /// Puts a percent sign behind.
  mutating func addPercent() {
    bind(atLeast: .percent)
    text += "%"
    strength = .percent
  }
}
