import Language
import Normalizer
import Ranking
import Regulation
import Spreadsheet
import TestSupport
import Testing

/// Files that came after the deadline (spec §1 Hạn nộp and Nộp muộn, §3 `late-submission`).
@Suite struct LateSubmissionTests {
  static func regulation(
    _ late: LatePolicy, units: [MemberUnit] = SmallBlock.units
  ) -> Regulation {
    SmallBlock.regulation(units: units) {
      $0.late = late
      $0.deadline = CivilDateTime(
        year: 2019, month: 11, day: 20, time: CivilTime(hour: 17, minute: 0))
    }
  }

  static func selection(
    _ files: [(path: String, score: Double, received: String?)], _ regulation: Regulation
  ) -> SubmissionSelection {
    SubmissionSelection(
      files.map {
        SelectionTests.file(
          $0.path, score: $0.score, received: $0.received, regulation: regulation)
      }, regulation: regulation)
  }

  static let times: [(received: String?, isLate: Bool)] = [
    (nil, false), ("2019-11-20T17:00:00+07:00", false), ("2019-11-20T17:00:01+07:00", true),
    ("2019-11-20T10:00:00Z", false), ("2019-11-20T10:00:01Z", true),
    ("2019-11-21T00:30:00+14:30", false), ("2019-11-20T05:30:00-05:00", true),
    ("2019-11-20T16:59:59", false), ("a while ago", false),
  ]

  @Test("A file is late by the mail's time in Asia/Ho_Chi_Minh", arguments: times)
  func time(_ item: (received: String?, isLate: Bool)) {
    let selection = Self.selection(
      [("CA.xlsx", 9, item.received)], Self.regulation(.accept))
    #expect(selection.findings.map(\.code) == (item.isLate ? [.lateSubmission] : []))
    #expect(selection.tables["CA"] != nil)
  }

  static let days: [(received: String, deduction: Points)] = [
    ("2019-11-20T18:00:00+07:00", 0.5), ("2019-11-21T17:00:00+07:00", 0.5),
    ("2019-11-21T17:00:01+07:00", 1), ("2019-11-30T09:00:00+07:00", 5),
  ]

  @Test("trừ N điểm/ngày takes N off the total for each day begun", arguments: days)
  func deduction(_ item: (received: String, deduction: Points)) throws {
    let regulation = Self.regulation(.deductPerDay(0.5))
    let selection = Self.selection([("CA.xlsx", 10, item.received)], regulation)
    let finding = try #require(selection.findings.first)
    #expect(finding.severity == .warning)
    #expect(finding.file == "bai-nop/CA.xlsx")
    #expect(finding.value == item.received)
    #expect(finding.action == "-\(item.deduction)")
    let standing = try #require(Ranker(regulation).standings(selection).units.first)
    // 28.5 and 2 less the deduction of its own table.
    #expect(standing.deduction == 1 + item.deduction)
    #expect(standing.total == 29.5 - item.deduction)
  }

  @Test("không nhận leaves the unit without a submission")
  func refused() throws {
    let regulation = Self.regulation(.refuse)
    let selection = Self.selection(
      [("CA.xlsx", 10, "2019-11-21T09:12:00+07:00")], regulation)
    let finding = try #require(selection.findings.first)
    #expect(finding.code == .lateSubmission)
    #expect(finding.severity == .error)
    #expect(finding.action == FindingWord.notCounted.rawValue)
    #expect(
      finding.message(in: .en).hasPrefix(
        "The file came at 2019-11-21T09:12:00+07:00, after the deadline 2019-11-20T17:00:00: it is "
          + "refused."))
    #expect(selection.verdicts["bai-nop/CA.xlsx"] == .late)
    let standing = try #require(
      Ranker(regulation).standings(selection).units.first { $0.unit.code == "CA" })
    #expect(standing.status == .notSubmitted)
    #expect(standing.reason == .submittedLate)
    #expect(standing.total == nil)
  }

  @Test("What came in time counts, and what the office decided for is never refused")
  func inTime() {
    let files: [(path: String, score: Double, received: String?)] = [
      ("CA 1.xlsx", 9, "2019-11-20T09:00:00+07:00"), ("CA 2.xlsx", 10, "2019-11-22T09:00:00+07:00"),
    ]
    let refusing = Self.selection(files, Self.regulation(.refuse))
    #expect(SelectionTests.counted(refusing) == "bai-nop/CA 1.xlsx")
    #expect(refusing.findings.map(\.code) == [.lateSubmission])
    let accepting = Self.selection(files, Self.regulation(.accept))
    #expect(SelectionTests.counted(accepting) == "bai-nop/CA 1.xlsx")
    #expect(accepting.findings.map(\.code) == [.supersededSubmission])
    let decided = Self.selection(
      files,
      Self.regulation(
        .refuse, units: [MemberUnit("CA", "Công an tỉnh", fileToCount: "CA 2.xlsx")]))
    #expect(SelectionTests.counted(decided) == "bai-nop/CA 2.xlsx")
    #expect(decided.findings.map(\.code) == [.lateSubmission, .supersededSubmission].reversed())
  }

  @Test("The same bytes sent in time and again later are in time")
  func again() {
    let selection = Self.selection(
      [
        ("CA a.xlsx", 9, "2019-11-22T09:00:00+07:00"),
        ("CA b.xlsx", 9, "2019-11-19T09:00:00+07:00"),
      ], Self.regulation(.refuse))
    #expect(SelectionTests.counted(selection) == "bai-nop/CA b.xlsx")
    #expect(selection.verdicts["bai-nop/CA a.xlsx"] == .duplicate)
  }
}
