import Regulation
import Spreadsheet

/// The order among units: the total, then the keys of Bằng điểm, higher first.
struct TieChain {
  private let regulation: Regulation

  init(_ regulation: Regulation) {
    self.regulation = regulation
  }

  /// The keys behind the total.
  var keys: [TieKey] { regulation.block.ties }

  /// The numbers by which a unit is ordered, the first that differs deciding; higher is better.
  func key(of standing: UnitStanding) -> [Int64] {
    [standing.total?.tenThousandths ?? 0] + keys.map { value($0, standing) }
  }

  private func value(_ key: TieKey, _ standing: UnitStanding) -> Int64 {
    switch key {
    case .criterion(let code): return points(of: code, standing).tenThousandths
    case .aspect(let aspect):
      return standing.scores.reduce(Int64(0)) { sum, score in
        let criterion = regulation.criteria[score.criterion]
        guard criterion?.aspect == aspect else { return sum }
        return criterion?.kind == .deduction
          ? sum - score.counted.tenThousandths : sum + score.counted.tenThousandths
      }
    case .base: return standing.base?.tenThousandths ?? 0
    case .bonus: return standing.bonus?.tenThousandths ?? 0
    case .fewerDeductions: return -(standing.deduction?.tenThousandths ?? 0)
    case .lastYear: return standing.unit.lastYear?.tenThousandths ?? .min
    case .signedEarlier:
      guard case .signed(let date) = standing.unit.covenant else { return .min }
      return -Int64(date.daysSince1970) * 86_400_000 - Int64(date.time.milliseconds)
    }
  }

  /// The points of a criterion, or of a group under its cap.
  private func points(of code: String, _ standing: UnitStanding) -> Points {
    guard let criterion = regulation.criteria[code] else { return .zero }
    let counted = Dictionary(
      standing.scores.map { ($0.criterion, $0.counted) }, uniquingKeysWith: { first, _ in first })
    let sums = CappedSums(criteria: regulation.criteria, group: standing.unit.group)
    let base = sums.sum(criterion, .base) { counted[$0.code] ?? .zero }
    let bonus = sums.sum(criterion, .bonus) { counted[$0.code] ?? .zero }
    let deduction = sums.sum(criterion, .deduction) { counted[$0.code] ?? .zero }
    return base + bonus - deduction
  }
}
