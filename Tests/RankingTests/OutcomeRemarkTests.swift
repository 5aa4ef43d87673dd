import Normalizer
import Ranking
import Regulation
import Spreadsheet
import TestSupport
import Testing

/// What decided about ranks, classes and titles beside the points.
@Suite struct OutcomeRemarkTests {
  static let units = ["A", "B", "C", "D"].map { MemberUnit($0, "Đơn vị \($0)") }
  static let flag = TitleRule(
    name: "Cờ", subject: .collective, quota: .count(1), minimumClass: "Tốt",
    decision: .scoreThenVote(percent: Quantity(80)))

  static func vote(_ unit: String, _ edit: (inout TitleVote) -> Void) -> TitleVote {
    var vote = TitleVote(unit: unit, title: "Cờ")
    edit(&vote)
    return vote
  }

  static func withdrawal(_ unit: String) -> TitleVote { vote(unit) { $0.isWithdrawn = true } }

  /// Units by their scores on `1.1`: the further down, the lower.
  static func standings(
    _ scores: [Double] = [10, 9, 8, 7], units: [MemberUnit] = units, votes: [TitleVote] = [],
    titles: [TitleRule] = [flag], classes: [ClassRule] = [ClassRule(name: "Tốt", floor: 0)],
    other: [String: [String: CellValue]] = [:], _ edit: (inout Block) -> Void = { _ in }
  ) -> [String: UnitStanding] {
    let regulation = SmallBlock.regulation(
      units: units, classes: classes, titles: titles, votes: votes, edit)
    let entered = zip(units, scores).map { unit, score in
      (unit.code, ["1.1": CellValue.number(score)].merging(other[unit.code] ?? [:]) { $1 })
    }
    let standings = StandingsTests.rank(
      Dictionary(uniqueKeysWithValues: entered), regulation: regulation)
    return Dictionary(uniqueKeysWithValues: standings.units.map { ($0.unit.code, $0) })
  }

  static let passings:
    [(votes: [TitleVote], holders: [String], remarks: [String: [OutcomeRemark]])] = [
      ([], ["A"], [:]),
      (
        [withdrawal("A")], ["B"],
        [
          "A": [.titleForgone(title: "Cờ", cause: .withdrawn, passedTo: "B")],
          "B": [.titlePassedOn(title: "Cờ", from: "A")],
        ]
      ),
      // One after the other: it is the first one's place that the last has.
      (
        [withdrawal("A"), vote("B") { $0.ballots = .init(cast: 9, inFavour: 7) }], ["C"],
        [
          "A": [.titleForgone(title: "Cờ", cause: .withdrawn, passedTo: "C")],
          "B": [
            .titleForgone(
              title: "Cờ",
              cause: .notConfirmed(inFavour: 7, cast: 9, percent: Quantity(80)), passedTo: "C")
          ],
          "C": [.titlePassedOn(title: "Cờ", from: "A")],
        ]
      ),
      // Who had no place has none to pass on.
      ([withdrawal("D")], ["A"], [:]),
      (
        ["A", "B", "C", "D"].map(withdrawal), [],
        Dictionary(
          uniqueKeysWithValues: ["A", "B", "C", "D"].map {
            ($0, [.titleForgone(title: "Cờ", cause: .withdrawn, passedTo: nil)])
          })
      ),
    ]

  @Test("A title's place that passes on says from whom and to whom", arguments: passings)
  func passing(
    _ item: (votes: [TitleVote], holders: [String], remarks: [String: [OutcomeRemark]])
  ) {
    let standings = Self.standings(votes: item.votes)
    #expect(standings.values.filter { $0.titles == ["Cờ"] }.map(\.unit.code) == item.holders)
    for (code, standing) in standings {
      #expect(standing.remarks == item.remarks[code] ?? [], "\(code)")
    }
  }

  @Test("A unit with the points of a class but not its condition is told so")
  func condition() {
    let classes = [
      ClassRule(name: "Xuất sắc", floor: 26, condition: .noDeduction),
      ClassRule(name: "Tốt", floor: 0),
    ]
    let standings = Self.standings(
      titles: [], classes: classes, other: ["B": ["D1": 0], "C": ["D1": 0, "1.2": 1]])
    let failed = OutcomeRemark.conditionFailed(className: "Xuất sắc", condition: .noDeduction)
    #expect(standings["A"]?.className == "Tốt")
    #expect(standings["A"]?.remarks == [failed])
    #expect(standings["B"]?.className == "Xuất sắc")
    #expect(standings["B"]?.remarks == [])
    #expect(standings["C"]?.remarks == [], "it has not the points either")
  }

  @Test("A unit that a quota alone moved down is told which")
  func quota() {
    let classes = [
      ClassRule(name: "Xuất sắc", floor: 0, quotaPercent: Quantity(25)),
      ClassRule(name: "Tốt", floor: 0),
    ]
    let standings = Self.standings(titles: [], classes: classes)
    #expect(standings["A"]?.remarks == [])
    guard case .quotaFull("Xuất sắc", let quota)? = standings["B"]?.remarks.first else {
      Issue.record("no quota: \(standings["B"]?.remarks ?? [])")
      return
    }
    #expect(quota.percent == Quantity(25))
    #expect([quota.ranked, quota.places] == [4, 1])
  }

  @Test("The key that told units of one total apart is named, above and below")
  func tie() {
    let units = [
      MemberUnit("A", "Đơn vị A", lastYear: 20), MemberUnit("B", "Đơn vị B", lastYear: 25),
      MemberUnit("C", "Đơn vị C", lastYear: 20), MemberUnit("D", "Đơn vị D", lastYear: 30),
    ]
    let standings = Self.standings([9, 9, 9, 8], units: units, titles: []) {
      $0.ties = [.bonus, .lastYear]
    }
    #expect(standings["B"]?.rank == 1)
    #expect(
      standings["B"]?.remarks == [
        .tieDecided(key: .lastYear, isAbove: true, units: ["A", "C"])
      ])
    for code in ["A", "C"] {
      #expect(
        standings[code]?.remarks == [.tieDecided(key: .lastYear, isAbove: false, units: ["B"])])
      #expect(standings[code]?.isTied == true)
    }
    #expect(standings["D"]?.remarks == [])
  }
}
