/// What a number format makes of a number (ECMA-376 Part 1, §18.8.30 and §18.8.31).
struct NumberFormat: Hashable {
  /// What a section of a format shows.
  enum Kind: Hashable {
    /// A number, or text, or nothing.
    case number
    /// A number times a hundred, with `%`.
    case percentage
    /// A date, a time of day, or both.
    case dateTime
    /// Hours, minutes or seconds counted beyond a day: `[h]:mm`.
    case elapsed
  }

  /// `General`.
  static let general = NumberFormat(sections: [Section(kind: .number)])

  private let sections: [Section]
  /// The kind where no section differs from the first, as in nearly all formats.
  private let uniformKind: Kind?

  private init(sections: [Section]) {
    self.sections = sections
    let kind = sections.first?.kind ?? .number
    uniformKind = sections.allSatisfy { $0.kind == kind } ? kind : nil
  }

  /// Whether every number is shown as a number.
  var isPlain: Bool { uniformKind == .number }

  /// The format that `code` writes.
  init(code: String) {
    var scanner = NumberFormatScanner(code)
    self.init(sections: scanner.sections())
  }

  /// The built-in format of this number (§18.8.30), those of East Asian locales included; general
  /// for an unknown one.
  init(builtIn id: Int) {
    switch id {
    case 9, 10: self.init(sections: [Section(kind: .percentage)])
    case 14...22, 27...36, 45, 47, 50...58: self.init(sections: [Section(kind: .dateTime)])
    case 46: self.init(sections: [Section(kind: .elapsed)])
    default: self = .general
    }
  }

  /// What the format makes of `value`: each section has its condition, by default positive,
  /// negative and zero.
  func kind(of value: Double) -> Kind {
    if let uniformKind { return uniformKind }
    let chosen = section(for: value)
    // A section of literal text alone (`"-"`) or of nothing hides a number, it does not retype it.
    return chosen.isLiteral ? (sections.first?.kind ?? .number) : chosen.kind
  }

  private func section(for value: Double) -> Section {
    guard let first = sections.first else { return Section(kind: .number) }
    guard sections.count > 1 else { return first }
    let second = sections[1]
    let firstHolds =
      first.condition?.holds(value) ?? (sections.count == 2 ? value >= 0 : value > 0)
    if firstHolds { return first }
    if sections.count == 2 { return second }
    // Where the first section has a condition of its own, the second takes the negative numbers.
    return second.condition?.holds(value) ?? (value < 0) ? second : sections[2]
  }

  /// One section of a format, between semicolons.
  struct Section: Hashable {
    var kind: Kind
    var condition: Condition?
    /// Whether it holds neither digits, nor dates, nor `General`.
    var isLiteral = false
  }

  /// A condition such as `[<1]`.
  struct Condition: Hashable {
    enum Comparison: String {
      case less = "<"
      case lessOrEqual = "<="
      case equal = "="
      case notEqual = "<>"
      case greaterOrEqual = ">="
      case greater = ">"
    }

    let comparison: Comparison
    let bound: Double

    func holds(_ value: Double) -> Bool {
      switch comparison {
      case .less: value < bound
      case .lessOrEqual: value <= bound
      case .equal: value == bound
      case .notEqual: value != bound
      case .greaterOrEqual: value >= bound
      case .greater: value > bound
      }
    }
  }
}
