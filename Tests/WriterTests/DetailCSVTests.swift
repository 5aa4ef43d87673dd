import Foundation
import Language
import Normalizer
import Ranking
import Regulation
import Testing
import Writer

@Suite struct `The detail in long form` {
  private func lines(content: String, name: String = "Công an tỉnh") -> [String] {
    var criterion = Criterion(
      code: "6.1", content: content, maximum: Points(tenThousandths: 25_000))
    criterion.kind = .deduction
    let regulation = Regulation(
      block: Block(name: "Khối", year: 2019), units: [MemberUnit(code: "CA", name: name)],
      criteria: CriteriaTable([criterion]))
    var standing = UnitStanding(unit: regulation.units[0], status: .ranked)
    standing.rank = 2
    standing.source = SubmissionSource(file: "bai-nop/ca.csv", sha256: "", sheet: "ca")
    standing.scores = [
      CountedScore(
        criterion: "6.1", selfPoints: Points(tenThousandths: -12_500),
        counted: Points(tenThousandths: 12_500), isNotApplicable: true, sheet: "ca", cell: "D4")
    ]
    let bytes = DetailCSV.bytes(
      Consolidation(
        regulation: regulation, standings: Standings(units: [standing], findings: []),
        findings: [], files: []), language: .vi)
    #expect(bytes.prefix(3) == [0xEF, 0xBB, 0xBF])
    let text = String(decoding: bytes.dropFirst(3), as: UTF8.self)
    #expect(text.utf8.suffix(2) == [0x0D, 0x0A])
    return text.components(separatedBy: "\r\n").dropLast()
  }

  @Test func `is one line a unit and criterion, with exact points`() {
    #expect(
      lines(content: "Kỷ luật") == [
        "Nhóm,Mã đơn vị,Đơn vị,Trạng thái,Hạng,Mã tiêu chí,Nội dung,Loại,Điểm tối đa,Tự chấm,"
          + "Thẩm định,Điểm tính,Không phát sinh,Tệp,Trang tính,Ô",
        ",CA,Công an tỉnh,Được xếp hạng,2,6.1,Kỷ luật,trừ,2.5,-1.25,,1.25,x,bai-nop/ca.csv,ca,D4",
      ])
  }

  @Test(arguments: [
    ("=1+1", "'=1+1"), ("+A1", "'+A1"), ("-A1", "'-A1"), ("@SUM(1)", "'@SUM(1)"),
    ("\tx", "'\tx"), ("\rx", "\"'\rx\""), ("＝1", "'＝1"), ("-5", "-5"), ("-2.5", "-2.5"),
    ("-", "-"), ("- một", "'- một"), ("a=b", "a=b"), ("a,b", "\"a,b\""),
    ("nói \"có\"", "\"nói \"\"có\"\"\""), ("hai\ndòng", "\"hai\ndòng\""),
  ])
  func `quotes what RFC 4180 asks for and disarms formulas`(text: String, field: String) {
    #expect(lines(content: text)[1].contains(",6.1,\(field),trừ,"))
  }

  @Test func `has as many lines as the standings have scores`() {
    let sample = SampleBlock.standard().consolidation
    let text = String(decoding: DetailCSV.bytes(sample, language: .en), as: UTF8.self)
    #expect(
      text.components(separatedBy: "\r\n").count - 2
        == sample.standings.units.reduce(0) { $0 + $1.scores.count })
  }
}
