import Foundation
import Language
import Normalizer
import Ranking
import Regulation
import Testing
import Writer

@Suite struct `The result for programs` {
  /// One ranked unit with two scores, one that did not submit, one finding.
  private var consolidation: Consolidation {
    var regulation = Regulation(
      block: Block(name: "Khối \"Nội chính\"", year: 2019),
      units: [
        MemberUnit(code: "VKSND", name: "Viện kiểm sát nhân dân tỉnh"),
        MemberUnit(code: "CA", name: "Công an\ttỉnh\u{1}"),
      ],
      criteria: CriteriaTable([
        Criterion(code: "1.1", content: "Một", maximum: Points(10)),
        Criterion(code: "1.2", content: "Hai", maximum: Points(10)),
      ]))
    regulation.units[1].group = "A\\B"
    var first = UnitStanding(unit: regulation.units[0], status: .ranked)
    first.rank = 1
    first.total = Points(tenThousandths: 965_000)
    first.base = Points(88)
    first.bonus = Points(9)
    first.deduction = Points(tenThousandths: 5_000)
    first.className = "Xuất sắc"
    first.titles = ["Cờ thi đua", "Bằng khen"]
    first.source = SubmissionSource(
      file: "bai-nop/vks.xlsx", sha256: "ab12", sheet: "Chấm điểm",
      received: "2019-11-20T09:00:00+07:00")
    first.scores = [
      CountedScore(
        criterion: "1.1", selfPoints: Points(tenThousandths: 95_000),
        counted: Points(tenThousandths: 95_000), sheet: "Chấm điểm", cell: "D8"),
      CountedScore(
        criterion: "1.2", appraisedPoints: Points(tenThousandths: 1), counted: .zero),
    ]
    var second = UnitStanding(unit: regulation.units[1], status: .notSubmitted)
    second.reason = .notSubmitted
    return Consolidation(
      regulation: regulation, standings: Standings(units: [first, second], findings: []),
      findings: [
        Finding(
          .overMaximum, .warning, unit: "VKSND", file: "bai-nop/vks.xlsx", sheet: "Chấm điểm",
          cell: "D12", value: "12", action: "9.5",
          arguments: ["criterion": "1.1", "expected": "9.5"]),
        Finding(.notSubmitted, .warning, unit: "CA"),
      ],
      files: [])
  }

  @Test func `has its keys in the order of the specification, and null where nothing is`() {
    let expected = #"""
      {"block":{"name":"Khối \"Nội chính\"","year":2019},
      "units":[
      {"code":"VKSND","name":"Viện kiểm sát nhân dân tỉnh","group":"","status":"ranked","rank":1,"tied":false,"total":"96.5","base":"88","bonus":"9","deduction":"0.5","class":"Xuất sắc","titles":["Cờ thi đua","Bằng khen"],"reason":null,"source":{"file":"bai-nop/vks.xlsx","sha256":"ab12","sheet":"Chấm điểm","received":"2019-11-20T09:00:00+07:00"},"scores":[
       {"criterion":"1.1","self":"9.5","appraised":null,"counted":"9.5","cell":"D8"},
       {"criterion":"1.2","self":null,"appraised":"0.0001","counted":"0","cell":null}],"remarks":[]},
      {"code":"CA","name":"Công an\ttỉnh\u0001","group":"A\\B","status":"not-submitted","rank":null,"tied":false,"total":null,"base":null,"bonus":null,"deduction":null,"class":null,"titles":[],"reason":"chưa nộp bảng chấm điểm","source":null,"scores":[],"remarks":[]}],
      "findings":[
      {"code":"over-maximum","severity":"warning","unit":"VKSND","file":"bai-nop/vks.xlsx","sheet":"Chấm điểm","cell":"D12","value":"12","action":"9.5","message":"Điểm 12 của 1.1 vượt tối đa 9,5; tính 9,5."},
      {"code":"not-submitted","severity":"warning","unit":"CA","file":null,"sheet":null,"cell":null,"value":null,"action":null,"message":"Đơn vị chưa nộp bảng chấm điểm."}],
      "people":[],
      "practices":[]}

      """#
    #expect(
      String(decoding: ResultJSON.bytes(consolidation, language: .vi), as: UTF8.self) == expected)
  }

  @Test func `is JSON that another parser reads back`() throws {
    let sample = SampleBlock.standard().consolidation
    let data = Data(ResultJSON.bytes(sample, language: .en))
    let root = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    let units = try #require(root["units"] as? [[String: Any]])
    #expect(
      units.map { $0["code"] as? String } == sample.standings.units.map { $0.unit.code })
    #expect((root["findings"] as? [Any])?.count == sample.findings.count)
    let scores = units.map { ($0["scores"] as? [Any])?.count }
    #expect(scores == sample.standings.units.map { $0.scores.count })
  }
}
