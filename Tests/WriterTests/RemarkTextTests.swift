import Foundation
import Language
import Regulation
import Testing

@testable import Ranking
@testable import Writer

/// What the column Lý do and `ket-qua.json` say about a ranked unit.
@Suite struct RemarkTextTests {
  static let regulation = Regulation(
    block: Block(name: "Khối", year: 2019),
    units: [
      MemberUnit(code: "CA", name: "Công an tỉnh"), MemberUnit(code: "TA", name: "Tòa án tỉnh"),
    ],
    criteria: CriteriaTable([Criterion(code: "1.1", content: "Tham mưu", maximum: Points(10))]))

  static let texts: [(remark: OutcomeRemark, vi: String, en: String)] = [
    (
      .tieDecided(key: .aspect(.unexpectedTask), isAbove: true, units: ["TA"]),
      "bằng điểm Tòa án tỉnh, xếp trên nhờ điểm đột xuất",
      "ties with Tòa án tỉnh, above them by unexpected tasks"
    ),
    (
      .tieDecided(key: .criterion("1.1"), isAbove: false, units: ["TA", "CA"]),
      "bằng điểm Tòa án tỉnh, Công an tỉnh, xếp dưới do 1.1 Tham mưu",
      "ties with Tòa án tỉnh, Công an tỉnh, below them by 1.1 Tham mưu"
    ),
    (
      .conditionFailed(className: "Xuất sắc", condition: .noDeduction),
      "đủ điểm Xuất sắc nhưng không đạt điều kiện “không có điểm trừ”",
      "has the points of Xuất sắc but not its condition “no deduction”"
    ),
    (
      .quotaFull(className: "Xuất sắc", quota: UnitQuota(percent: Quantity(20), of: 13)),
      "đủ điều kiện Xuất sắc nhưng hết 2 suất (20% của 13 đơn vị)",
      "fit for Xuất sắc, whose 2 places are taken (20% of 13 units)"
    ),
    (
      .titleForgone(title: "Cờ", cause: .withdrawn, passedTo: "TA"),
      "xin rút Cờ, chuyển cho Tòa án tỉnh", "withdrew from Cờ, passed on to Tòa án tỉnh"
    ),
    (
      .titleForgone(
        title: "Cờ", cause: .notConfirmed(inFavour: 7, cast: 9, percent: Quantity(80)),
        passedTo: nil),
      "không đủ phiếu cho Cờ (7/9 phiếu, cần 80%), chưa chuyển cho đơn vị nào",
      "not confirmed for Cờ (7 of 9 votes, 80% needed), passed on to no unit"
    ),
    (
      .titlePassedOn(title: "Cờ", from: "CA"), "nhận suất Cờ của Công an tỉnh",
      "has the place for Cờ of Công an tỉnh"
    ),
  ]

  static func text(_ remark: OutcomeRemark, in language: Language) -> String {
    remark.text(in: language, regulation) { code in
      regulation.units.first { $0.code == code }?.name ?? code
    }
  }

  @Test("A remark is a sentence in either language, units by their names", arguments: texts)
  func text(_ item: (remark: OutcomeRemark, vi: String, en: String)) {
    #expect(Self.text(item.remark, in: .vi) == item.vi)
    #expect(Self.text(item.remark, in: .en) == item.en)
  }

  @Test("A tie and remarks stand together, behind the reason of a unit that is not ranked")
  func together() {
    var standing = UnitStanding(unit: Self.regulation.units[0], status: .ranked)
    #expect(standing.reasonText(in: .vi, Self.regulation) == "")
    standing.isTied = true
    standing.remarks = [.titlePassedOn(title: "Cờ", from: "TA")]
    #expect(
      standing.reasonText(in: .vi, Self.regulation) == "đồng hạng; nhận suất Cờ của Tòa án tỉnh")
  }

  @Test("Every key of Bằng điểm has its words")
  func keys() {
    let keys =
      [TieKey.base, .bonus, .fewerDeductions, .lastYear, .signedEarlier]
      + Aspect.allCases.map { .aspect($0) }
    let texts = keys.map { key in
      Self.text(.tieDecided(key: key, isAbove: true, units: []), in: .vi)
    }
    #expect(Set(texts).count == keys.count)
  }

  @Test("ket-qua.json names the units by their codes")
  func json() throws {
    var standing = UnitStanding(unit: Self.regulation.units[0], status: .ranked)
    standing.remarks = Self.texts.map(\.remark)
    let consolidation = Consolidation(
      regulation: Self.regulation, standings: Standings(units: [standing], findings: []),
      findings: [], files: [])
    let root = try JSONSerialization.jsonObject(
      with: Data(ResultJSON.bytes(consolidation, language: .en)))
    let units = (root as? [String: Any])?["units"] as? [[String: Any]]
    let remarks = try #require(units?.first?["remarks"] as? [[String: Any]])
    #expect(
      remarks.map { $0["kind"] as? String } == [
        "tie-above", "tie-below", "condition-failed", "quota-full", "title-forgone",
        "title-forgone", "title-passed-on",
      ])
    #expect(
      remarks.map { $0["units"] as? [String] } == [
        ["TA"], ["TA", "CA"], [], [], ["TA"], [], ["CA"],
      ])
    #expect(remarks.map { $0["text"] as? String } == Self.texts.map(\.en))
  }
}
