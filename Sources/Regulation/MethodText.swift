import Language

extension ScoringMethod {
  /// How each method is written in the regulation.
  static let forms = [
    "điểm", "có/không", "mỗi lần N", "tỷ lệ", "tỷ lệ nghịch", "bậc thang 95:100%; 80:50%",
    "so với cao nhất", "so với dẫn đầu",
  ]

  /// Whether the points cannot be computed without a target.
  var needsTarget: Bool {
    switch self {
    case .proportional, .inverse, .relativeToLeader: true
    default: false
    }
  }

  /// Whether the method can be used with a target: none can divide by 0, but `tỷ lệ nghịch` with the
  /// target 0 asks for none at all, such as no accident.
  func accepts(target: Quantity) -> Bool {
    switch self {
    case .proportional, .relativeToLeader, .steps: target > Quantity(0)
    case .inverse: target >= Quantity(0)
    case .points, .passFail, .perCount, .relativeToHighest: true
    }
  }

  /// Reads a method as the column Cách chấm writes it; nil for any other text.
  public init?(text: String) {
    let key = VietnameseText.fold(text)
    switch key {
    case "diem": self = .points
    case "co khong": self = .passFail
    case "ty le", "ti le": self = .proportional
    case "ty le nghich", "ti le nghich": self = .inverse
    case "so voi cao nhat": self = .relativeToHighest
    case "so voi dan dau": self = .relativeToLeader
    default:
      if key.hasPrefix("moi lan") {
        let number = text.drop { !$0.isNumber }.prefix { $0.isNumber || ",.".contains($0) }
        let rest = text.drop { !$0.isNumber }.dropFirst(number.count)
        guard ["", "diem", "d"].contains(VietnameseText.fold(rest)),
          let points = RegulationText.number(number).flatMap({ Points($0) }), points > .zero
        else { return nil }
        self = .perCount(points)
      } else if key.hasPrefix("bac thang") {
        guard let steps = Self.steps(text.drop { !$0.isNumber && $0 != "-" }) else { return nil }
        self = .steps(steps)
      } else {
        return nil
      }
    }
  }

  /// Reads `95:100%; 80:50%` into steps, the highest first; nil for anything else.
  private static func steps(_ text: Substring) -> [Step]? {
    var steps: [Step] = []
    for part in text.split(separator: ";") where !VietnameseText.tidy(part).isEmpty {
      let sides = part.split(separator: ":")
      guard sides.count == 2, let threshold = RegulationText.percent(sides[0]),
        let share = RegulationText.percent(sides[1]), share >= Quantity(0),
        share <= Quantity(100)
      else { return nil }
      steps.append(Step(threshold: threshold, share: share))
    }
    return steps.isEmpty ? nil : steps.sorted { $0.threshold > $1.threshold }
  }
}
