import Language
import Normalizer
import Ranking
import Regulation

/// The objects of the array `units` of `ket-qua.json`.
struct StandingJSON {
  private let remarks: RemarksJSON
  private let language: Language
  /// What stands before a score's points, written once a criterion.
  private var heads = ByPlace { code in
    var json = JSONText()
    json.raw("{")
    json.member("criterion", .string(code))
    json.key("self")
    return json.bytes
  }

  init(_ regulation: Regulation, _ language: Language) {
    self.language = language
    remarks = RemarksJSON(regulation, language)
  }

  mutating func append(_ standing: UnitStanding, to json: inout JSONText) {
    json.raw("{")
    json.member("code", .string(standing.unit.code))
    json.member("name", .string(standing.unit.name))
    json.member("group", .string(standing.unit.group))
    json.member("status", .string(standing.status.rawValue))
    json.member("rank", standing.rank.map { .number($0) } ?? .string(nil))
    json.member("tied", .boolean(standing.isTied))
    json.member("total", .points(standing.total))
    json.member("base", .points(standing.base))
    json.member("bonus", .points(standing.bonus))
    json.member("deduction", .points(standing.deduction))
    json.member("class", .string(standing.className))
    json.member("titles", .strings(standing.titles))
    json.member("reason", .string(standing.reason?.text(in: language)))
    json.key("source")
    if let source = standing.source {
      json.raw("{")
      json.member("file", .string(source.file))
      json.member("sha256", .string(source.sha256))
      json.member("sheet", .string(source.sheet))
      json.member("received", .string(source.received))
      json.raw("}")
    } else {
      json.raw("null")
    }
    json.key("scores")
    json.raw("[")
    for (place, score) in standing.scores.enumerated() {
      json.next("\n ")
      json.members(heads.value(of: score.criterion, at: place))
      json.value(score.enteredPoints)
      json.fragment(",\"appraised\":")
      json.value(score.appraisedPoints)
      json.fragment(",\"counted\":")
      json.value(score.counted)
      json.fragment(",\"cell\":")
      json.value(score.cell)
      json.fragment("}")
    }
    json.raw("]")
    remarks.append(standing, to: &json)
    json.raw("}")
  }
}
