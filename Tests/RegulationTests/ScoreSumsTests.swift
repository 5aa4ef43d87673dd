import Regulation
import Testing

private func criterion(
  _ code: String, _ maximum: Int?, _ kind: CriterionKind = .base, in parent: String? = nil,
  for groups: Set<String>? = nil
) -> Criterion {
  var criterion = Criterion(code: code, content: code, maximum: maximum.map { Points($0) })
  criterion.kind = kind
  criterion.parent = parent
  criterion.appliesTo = groups
  return criterion
}

/// A group under a cap of 12, a group without a cap, a bonus group under 4, deductions.
private let criteria = CriteriaTable([
  criterion("A", 12), criterion("A1", 10, in: "A"), criterion("A2", 5, in: "A"),
  criterion("B", nil), criterion("B1", 20, in: "B"), criterion("B2", 8, in: "B", for: ["Nhóm 1"]),
  criterion("T", 4, .bonus), criterion("T1", 3, .bonus, in: "T"),
  criterion("T2", 3, .bonus, in: "T"),
  criterion("T3", 6, .bonus), criterion("P", 2, .deduction),
  criterion("P1", nil, .deduction, in: "P"),
  criterion("P2", nil, .deduction),
])

private func sums(
  _ points: [String: Double], without notApplicable: Set<String> = [], group: String = "Nhóm 1",
  _ rules: (inout Block) -> Void = { _ in }
) -> ScoreSums {
  var block = Block(name: "Khối", year: 2019)
  rules(&block)
  return ScoreSums(
    points: points.mapValues { Points(tenThousandths: Int64(($0 * 10_000).rounded())) },
    notApplicable: notApplicable, group: group,
    regulation: Regulation(block: block, units: [], criteria: criteria))
}

private func texts(_ sums: ScoreSums) -> [String] {
  [sums.base, sums.bonus, sums.deduction, sums.total].map(\.description)
}

@Suite("The sums of a unit")
struct ScoreSumsTests {
  @Test("cap each group, then add base and bonus and subtract deductions")
  func order() {
    // A: 9 + 4.5 is above 12. T: 3 + 2 is above 4, and T3 has 1. P1: 3 is above 2, and P2 has 1.5.
    let points = [
      "A1": 9, "A2": 4.5, "B1": 15.25, "B2": 8, "T1": 3, "T2": 2, "T3": 1, "P1": 3, "P2": 1.5,
    ]
    #expect(texts(sums(points)) == ["35.25", "5", "3.5", "36.75"])
    #expect(texts(sums(points) { $0.bonusCap = Points(2) }) == ["35.25", "2", "3.5", "33.75"])
    #expect(texts(sums(points) { $0.totalCap = Points(30) }) == ["35.25", "5", "3.5", "30"])
    // The cap on the total comes after the deductions.
    #expect(texts(sums(points) { $0.totalCap = Points(36) })[3] == "36")
    #expect(texts(sums(points) { $0.totalCap = Points(37) })[3] == "36.75")
    #expect(texts(sums(points, group: "Nhóm 2")) == ["27.25", "5", "3.5", "28.75"])
  }

  @Test("are never below 0")
  func floor() {
    #expect(texts(sums(["A1": 1, "P2": 9])) == ["1", "0", "9", "0"])
    #expect(texts(sums([:])) == ["0", "0", "0", "0"])
  }

  @Test("end at the base maximum plus the bonus where no cap is given")
  func highest() {
    // The table has 12 + 28 in base and 4 + 6 in bonus.
    let full = ["A1": 10.0, "A2": 5, "B1": 20, "B2": 8, "T1": 3, "T2": 3, "T3": 6]
    #expect(texts(sums(full)) == ["40", "10", "0", "50"])
    #expect(texts(sums(full) { $0.bonusCap = Points(5) }) == ["40", "5", "0", "45"])
    // Rescaling alone reaches beyond: 30 × 43 ÷ 30 = 43 in base, and 40 + 10 is the end.
    let part = ["A1": 10.0, "B1": 20, "T1": 3, "T2": 3, "T3": 6]
    #expect(
      texts(sums(part, without: ["A2", "B2"]) { $0.notApplicable = .rescale })
        == ["43", "10", "0", "50"])
  }

  @Test("are rounded once, at the end")
  func rounding() {
    // Each part rounded by itself would give 1.1 + 1.1 − 0.1 = 2.1.
    let points = ["A1": 1.05, "T3": 1.05, "P2": 0.055]
    #expect(texts(sums(points) { $0.decimals = 1 }) == ["1.05", "1.05", "0.055", "2"])
    #expect(texts(sums(points) { $0.decimals = 2 })[3] == "2.05")
    #expect(texts(sums(points) { $0.decimals = 4 })[3] == "2.045")
    #expect(texts(sums(points) { $0.decimals = 0 })[3] == "2")
  }

  @Test("rescale the base sum over what applies")
  func rescale() {
    // B = 10 + 5 + 20 + 8 = 43; without A2 and B2 30 are left: 20 × 43 ÷ 30 = 28.66666…
    let points = ["A1": 8.0, "B1": 12, "T3": 1]
    let left = Set(["A2", "B2"])
    #expect(
      texts(sums(points, without: left) { $0.notApplicable = .rescale })
        == ["28.6667", "1", "0", "29.67"])
    // In the other group B2 does not apply at all: B = 35, 20 × 35 ÷ 30 = 23.33333…
    #expect(
      texts(sums(points, without: left, group: "Nhóm 2") { $0.notApplicable = .rescale })
        == ["23.3333", "1", "0", "24.33"])
    // Any other rule has put its points in already.
    #expect(texts(sums(points, without: left))[0] == "20")
    // A bonus or a deduction that did not arise changes nothing; nor is all of it divided by 0.
    #expect(texts(sums(points, without: ["T1", "P2"]) { $0.notApplicable = .rescale })[0] == "20")
    let all = Set(["A1", "A2", "B1", "B2"])
    #expect(texts(sums([:], without: all) { $0.notApplicable = .rescale })[0] == "0")
  }

  @Test("know which criteria apply to a group of units")
  func applies() {
    let table = CriteriaTable([
      criterion("G", nil, for: ["Nhóm 2"]), criterion("G1", 5, in: "G"), criterion("H", 5),
    ])
    let sums = CappedSums(criteria: table, group: "Nhóm 1")
    #expect(table.scored.map { sums.applies($0) } == [false, true])
    #expect(sums.sum(.base) { $0.maximum ?? .zero } == Points(5))
  }
}
