import Language
import Normalizer
import Ranking
import Regulation
import TestSupport
import Testing

@testable import Analysis

/// Appraisers whose scores lie apart from the others' (issue 5, item 2).
@Suite struct AppraiserTests {
  /// What each appraiser (`A`, `B` …) gave each unit on criteria of ten points; nil where it gave
  /// nothing.
  static func findings(
    _ units: [[[Points?]]], own: [[Points]] = [], maximum: Points = 10
  ) -> [Finding] {
    let count = units.first?.first?.count ?? 0
    let regulation = SmallBlock.regulation(
      criteria: (0..<count).map { Criterion("\($0 + 1)", "Nội dung \($0 + 1)", maximum) },
      units: units.indices.map { MemberUnit("U\($0)", "Đơn vị \($0)") })
    let standings = units.enumerated().map { index, appraisers in
      var standing = UnitStanding(unit: regulation.units[index], status: .ranked)
      standing.scores = (0..<count).map { column in
        var score = CountedScore(
          criterion: "\(column + 1)", selfPoints: own.isEmpty ? nil : own[index][column],
          counted: 0)
        score.appraisals = appraisers.enumerated().compactMap { appraiser, given in
          given[column].map {
            Appraisal(
              file: "tham-dinh/\("ABCDEFGH".map(String.init)[appraiser]).xlsx", sheet: "U\(index)",
              cell: "C\(column + 2)", points: $0)
          }
        }
        return score
      }
      return standing
    }
    return AppraiserAnalyst(regulation, Standings(units: standings, findings: [])).findings
  }

  static func shown(_ findings: [Finding]) -> [String] {
    findings.map {
      "\($0.file ?? "") \($0.sheet ?? "")!\($0.cell ?? "") \($0.arguments["detail"] ?? "") "
        + "\($0.arguments["points"] ?? "") \($0.arguments["share"] ?? "")%"
    }
  }

  static let single: [(given: [Points], apart: String?)] = [
    // Of two nobody can say which is apart.
    ([9, 2], nil),
    ([9, 9, 3], "C"), ([9, 8.5, 9, 9.5, 4], "E"), ([2, 8, 8.5, 9], "A"),
    // Everybody differs from everybody.
    ([2, 5, 9], nil), ([3, 5, 7, 9], nil),
    // All but one agree, and the difference is small.
    ([9, 9, 9, 9, 8.75], nil), ([9, 9, 9, 9, 9], nil),
  ]

  @Test("One of three appraisers or more is named where it lies apart", arguments: single)
  func oneOfSeveral(_ item: (given: [Points], apart: String?)) {
    let findings = Self.findings([item.given.map { [$0] }])
    #expect(findings.compactMap(\.file) == (item.apart.map { ["tham-dinh/\($0).xlsx"] } ?? []))
    #expect(findings.allSatisfy { $0.code == .outlier && $0.severity == .warning })
    #expect(findings.allSatisfy { $0.unit == "U0" && $0.sheet == "U0" && $0.cell == "C2" })
  }

  @Test("The figures are in points and in percent of the maxima, over the shared scores")
  func figures() {
    let findings = Self.findings([
      [[9, 9], [9, 8], [8, 9], [5, 4]]
    ])
    #expect(
      Self.shown(findings) == [
        "tham-dinh/D.xlsx U0!C3 appraiser-far-off-on-unit -9 -45%"
      ])
    let message = findings.first?.message(in: .vi)
    #expect(
      message
        == "Khác xa số còn lại: bảng thẩm định tham-dinh/D.xlsx chấm Đơn vị 0 chênh -9 điểm so với "
        + "trung vị của 3 bảng khác, tức -45% điểm tối đa của 2 điểm cùng chấm; xa nhất ở tiêu chí "
        + "2: 4, trung vị 9, tối đa 10.")
  }

  @Test("An appraiser that is lenient everywhere is named once, with its units")
  func lenient() {
    let unit: [[Points?]] = [[7, 7.5], [7.5, 7], [7, 7], [8.5, 9]]
    let findings = Self.findings([unit, unit, unit])
    #expect(
      Self.shown(findings) == ["tham-dinh/D.xlsx U0!C3 appraiser-far-off +10.5 +17.5%"])
    #expect(findings.first?.unit == nil)
    #expect(findings.first?.arguments["units"] == "3")
  }

  @Test("A single score that is far off is named, though the sums agree")
  func singleScore() {
    let row: [Points?] = [8, 8, 8, 8, 8, 8, 8, 8, 8, 8]
    var far = row
    far[3] = 4
    let findings = Self.findings([[row, row, row, far]])
    #expect(
      Self.shown(findings) == ["tham-dinh/D.xlsx U0!C5 appraised-scores-far-off -4 -40%"])
  }

  @Test("Where no unit has three appraisers, each is held against what its units gave themselves")
  func besideOwn() {
    let own: [[Points]] = Array(repeating: [9, 9], count: 4)
    let given: [[[Points?]]] = [
      [[9, 8.5], [nil, nil], [nil, nil], [nil, nil]],
      [[nil, nil], [8.5, 9], [nil, nil], [nil, nil]],
      [[nil, nil], [nil, nil], [9, 9], [nil, nil]],
      [[nil, nil], [nil, nil], [nil, nil], [4, 5]],
    ]
    #expect(
      Self.shown(Self.findings(given, own: own)) == [
        "tham-dinh/D.xlsx U3!C2 appraiser-far-from-units -9 -45%"
      ])
    #expect(Self.findings(given) == [], "without self scores there is nothing to hold against")
  }
}
